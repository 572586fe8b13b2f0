//! Headings that are one character away from the words every report uses: `推荐法治政府建设`, `存在的不组`.
//!
//! Comes in: a [`Report`]. Goes out: notes. Only headings and the title are looked at; there a wrong character can hide
//! a whole part.

use super::{Note, Report};
use crate::text::{Place, Span};

/// Words of headings, longest first, each with what is one character away and right.
const WORDS: [(&str, &[&str]); 9] = [
    ("推进法治政府建设", &["推动法治政府建设"]),
    ("推进法治建设", &["推动法治建设"]),
    ("法治政府建设", &[]),
    ("第一责任人", &[]),
    ("主要负责人", &["主要负责同", "主要负责的", "主要责任人"]),
    ("存在的不足", &["存在的不平", "存在的不稳", "存在的不良", "存在的不同"]),
    ("存在的问题", &["存在的难题", "存在的课题"]),
    ("工作安排", &["工作安全", "工作安保", "工作安置", "工作编排"]),
    ("工作打算", &["工作预算", "工作结算", "工作核算", "工作决算", "工作测算"]),
];

/// One note for every heading with a wrong character.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let headings = report.headings.iter().filter(|h| h.depth <= 2 && !h.untitled).map(|h| h.title);
    let title = report.metadata.title.as_ref().and_then(|t| t.span);
    let title = title.map(|span| (span, report.source.slice(span).to_string()));
    let headings = headings.map(|span| (report.text.to_source(span), report.text.slice(span).to_string()));
    title.into_iter().chain(headings).filter_map(|(span, words)| note(span, &words)).collect()
}

fn note(span: Span, words: &str) -> Option<Note> {
    let chars: Vec<char> = words.chars().collect();
    let (found, right) =
        WORDS.iter().find_map(|(right, others)| slip(&chars, right, others).map(|f| (f, *right)))?;
    Some(Note::new(
        "misspelt-heading",
        Place::Span(span),
        format!("标题里的“{found}”疑为“{right}”"),
        format!("“{found}” in a heading looks like “{right}” misspelt"),
    ))
}

/// A stretch that differs from the right words in one character; none where the right words stand, too.
fn slip(chars: &[char], right: &str, others: &[&str]) -> Option<String> {
    let right: Vec<char> = right.chars().collect();
    let distance = |w: &[char]| w.iter().zip(&right).filter(|(a, b)| a != b).count();
    let mut windows = chars.windows(right.len());
    if windows.clone().any(|w| distance(w) == 0) {
        return None;
    }
    let found: String = windows.find(|w| distance(w) == 1)?.iter().collect();
    (!others.contains(&found.as_str())).then_some(found)
}

#[cfg(test)]
mod tests {
    use crate::report::testing::{kinds_of, whole};

    fn found(heading: &str) -> bool {
        let text = format!(
            "临江县人民政府关于2024年法治政府建设情况的报告\n一、主要举措和成效\n办理案件20件。\n二、{heading}\n一是力量薄弱。"
        );
        !kinds_of(&whole(&text), &["misspelt-heading"]).is_empty()
    }

    #[test]
    fn one_wrong_character_is_named() {
        for heading in [
            "2024年度推荐法治政府建设存在的不足和原因",
            "存在的不组和原因",
            "2025年工作按排",
            "党政主要负贵人履职情况",
        ] {
            assert!(found(heading), "{heading}");
        }
    }

    #[test]
    fn right_words_and_their_neighbours_are_silent() {
        for heading in [
            "2024年度推动法治政府建设存在的不足和原因",
            "存在的难题和原因",
            "党政主要负责同志履职情况",
            "安全工作安全生产",
            "法治政府建设存在的问题",
        ] {
            assert!(!found(heading), "{heading}");
        }
    }
}
