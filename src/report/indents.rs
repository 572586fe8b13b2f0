//! Indents that a converter turned into question marks.
//!
//! Comes in: the spans of paragraphs. Goes out: the same without `??` in front, where several paragraphs begin so.

use super::Note;
use crate::text::{Place, Span};

/// So many paragraphs prove that it is no accident.
const PATTERN: usize = 3;
/// Most marks that one indent becomes.
const MOST: usize = 8;

/// Take the marks off, if they stand for indents; whether they did.
pub(super) fn trim(text: &str, spans: &mut [Span]) -> bool {
    let lost = |span: &Span| lead(text.get(span.range()).unwrap_or(""));
    if spans.iter().filter(|s| lost(s) > 0).count() < PATTERN {
        return false;
    }
    for span in spans.iter_mut() {
        span.start += lost(span) as u32;
    }
    true
}

/// That they were taken off.
pub(super) fn note() -> Note {
    Note::new(
        "lost-indents",
        Place::Whole,
        "段首的缩进变成了问号,按缩进略去",
        "indents have become question marks and were left out",
    )
}

/// Bytes of the marks before the first word.
fn lead(words: &str) -> usize {
    let rest = words.trim_start_matches(['?', '\u{ff1f}', '\u{fffd}']);
    let lead = words.len() - rest.len();
    let marks = words.get(..lead).map_or(0, |w| w.chars().count());
    if (1..=MOST).contains(&marks) && !rest.is_empty() { lead } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::report::testing::{kinds_of, whole};

    const LINES: [&str; 5] = [
        "临江县人民政府关于2024年法治政府建设情况的报告",
        "一、主要举措和成效",
        "(一)加强学习。培训3次。",
        "二、存在的问题",
        "力量不足。",
    ];

    #[test]
    fn question_marks_before_every_line_are_indents() {
        let report = whole(&LINES.map(|l| format!("??{l}")).join("\n"));
        let plain = whole(&LINES.join("\n"));
        assert_eq!(report.headings.len(), plain.headings.len());
        assert_eq!(report.metadata.title.as_ref().unwrap().value, LINES[0]);
        assert_eq!(kinds_of(&report, &["lost-indents", "stray-mark"]), ["lost-indents"]);
        assert!(kinds_of(&plain, &["lost-indents"]).is_empty());
    }

    #[test]
    fn a_single_one_is_a_stray_mark() {
        let report = whole(&LINES.join("\n").replace("力量", "??力量"));
        assert!(kinds_of(&report, &["lost-indents"]).is_empty());
    }
}
