//! Texts that lost their line breaks: where the paragraphs began.
//!
//! Comes in: the source. Goes out: the spans of the paragraphs of each block, the block itself where nothing was
//! lost. Only a block that holds most of the text is cut, at headings that count on from `一、`; what
//! stands before the first of them and after the last full stop is cut like title and signature.

use super::calendar;
use super::metadata::{title, years};
use super::numbering::{self, Notation, Number};
use super::roles;
use crate::text::{BlockKind, Folded, Source, Span};

/// Headings of the first level that prove that the breaks are lost.
const HEADINGS: usize = 3;
/// Levels of headings that are numbered through.
const LEVELS: usize = 4;
/// What a number in words begins with.
const NUMERALS: &str = "一二三四五六七八九十";
/// What the heading of a part ends with.
const HEADING_ENDS: [&str; 14] = [
    "职责",
    "职责情况",
    "责任人情况",
    "举措",
    "成效",
    "不足",
    "问题",
    "短板",
    "原因",
    "安排",
    "打算",
    "计划",
    "思路",
    "需要报告的情况",
];
/// What joins two of them in one heading.
const JOINTS: [&str; 5] = ["和", "与", "及", "以及", "、"];
/// Longest heading, in bytes, that a heading of a lower level may follow without a mark between them.
const TITLE: usize = 180;
/// Longest signature with its date, in bytes.
const SIGNATURE: usize = 180;

/// The paragraphs of every block, with the number of the block.
pub(super) fn paragraphs(source: &Source) -> Vec<(usize, Span)> {
    let all: usize = source.blocks().iter().map(|b| b.span.len()).sum();
    let mut out = Vec::with_capacity(source.blocks().len());
    for (index, block) in source.blocks().iter().enumerate() {
        let most = block.kind == BlockKind::Paragraph && 2 * block.span.len() > all;
        let cuts = if most { cuts(source.text(), block.span) } else { Vec::new() };
        let mut start = block.span.start;
        for end in cuts.into_iter().chain([block.span.end]) {
            out.push((index, Span { start, end }));
            start = end;
        }
    }
    out
}

/// Where the second and every further paragraph of a block begins; nothing if its breaks are not lost.
fn cuts(text: &str, block: Span) -> Vec<u32> {
    let (folded, _) = Folded::of(text, &[block]);
    let words = folded.text().trim_end();
    let headings = headings(words);
    let first_level = headings.iter().filter(|(_, n)| n.notation == Notation::Dun).count();
    if first_level < HEADINGS {
        return Vec::new();
    }
    let mut cuts: Vec<usize> = headings.iter().map(|(at, _)| *at).collect();
    let dun = headings.iter().filter(|(_, n)| n.notation == Notation::Dun);
    cuts.extend(dun.filter_map(|(at, n)| part_heading_end(words, at + n.len)));
    let front = cuts.first().and_then(|at| words.get(..*at)).unwrap_or("");
    cuts.extend(title_end(front));
    cuts.extend(signature(words));
    cuts.sort_unstable();
    cuts.dedup();
    let starts = cuts.into_iter().filter(|at| *at > 0 && *at < words.len());
    starts.map(|at| folded.to_source(Span::new(at, at + 1)).start).collect()
}

/// The headings in a text without line breaks, with their offsets: each counts on from the one before.
fn headings(words: &str) -> Vec<(usize, Number)> {
    let mut out: Vec<(usize, Number)> = Vec::new();
    // The number that comes next on each level; a higher heading starts the lower levels again.
    let mut next = [1u32; LEVELS];
    for (at, c) in words.char_indices() {
        // No number begins otherwise; asking for one at every character takes long.
        if !(c == '('
            || c.is_ascii_digit()
            || NUMERALS.contains(c)
            || matches!(c, '\u{2460}'..='\u{249b}' | '\u{3220}'..='\u{3229}'))
        {
            continue;
        }
        let Some(number) = words.get(at..).and_then(numbering::number) else { continue };
        let level = usize::from(number.notation.level());
        let expected = next.get(level - 1).is_some_and(|n| *n == number.value);
        let begins = match number.notation {
            // Spoken items run on in one paragraph; only the first stands below its heading.
            Notation::Shi => number.value == 1 && follows_title(words, at, out.last(), level),
            Notation::Dun if out.is_empty() => expected && (at == 0 || follows_front(words, at)),
            Notation::Dun => expected && ends_sentence(words, at),
            _ => expected && (ends_sentence(words, at) || follows_title(words, at, out.last(), level)),
        };
        if !begins || level > 1 && out.is_empty() {
            continue;
        }
        if let Some(own) = next.get_mut(level - 1) {
            *own += 1;
            next[level..].fill(1);
        }
        out.push((at, number));
    }
    out
}

/// Whether a sentence or a title ends just before this place.
fn follows_front(words: &str, at: usize) -> bool {
    ends_sentence(words, at) || words.get(..at).is_some_and(title::ends_title)
}

/// Whether a sentence ends just before this place.
fn ends_sentence(words: &str, at: usize) -> bool {
    words.get(..at).is_some_and(|w| w.ends_with(['。', '!', '?', ':', ';', '"', ')']))
}

/// Whether nothing but the words of a higher heading stands before this place.
fn follows_title(words: &str, at: usize, last: Option<&(usize, Number)>, level: usize) -> bool {
    last.is_some_and(|(start, number)| {
        let title = words.get(start + number.len..at).unwrap_or("");
        let higher = usize::from(number.notation.level()) < level;
        higher && (1..=TITLE).contains(&title.len()) && !title.contains(['。', '!', '?', ':', ';'])
    })
}

/// One past the heading of a part that begins here, where its text runs on.
fn part_heading_end(words: &str, at: usize) -> Option<usize> {
    let rest = words.get(at..)?;
    let stop = rest.find(['。', ',', ':', ';', '!', '?']).unwrap_or(rest.len());
    let heading = rest.get(..stop)?;
    // The plan is told by its year, which is the one after the report's.
    let year = years(heading).next().map(|(year, _)| year - 1);
    let mut ends: Vec<usize> = HEADING_ENDS
        .iter()
        .flat_map(|w| heading.match_indices(w).map(|(i, _)| i + w.len()))
        .filter(|end| heading.get(..*end).is_some_and(|h| !roles::roles(h, year).none()))
        .collect();
    ends.sort_unstable();
    let first = *ends.first()?;
    // `存在的不足` goes on to `存在的不足和原因`.
    let last = ends.iter().copied().fold(first, |last, end| {
        let gap = heading.get(last..end).unwrap_or("");
        let joined = JOINTS.iter().any(|j| gap.starts_with(j)) || HEADING_ENDS.contains(&gap);
        if joined { end } else { last }
    });
    let runs_on =
        rest.get(last..).is_some_and(|r| !r.is_empty() && !r.starts_with(['的', '。', ',', ':', ';']));
    runs_on.then_some(at + last)
}

/// One past the title that the text begins with.
fn title_end(front: &str) -> Option<usize> {
    let clause = front.find(['。', ',', ':', ';']).unwrap_or(front.len());
    let ends = front.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= clause);
    let title = ends.filter(|end| front.get(..*end).is_some_and(title::is_title)).last()?;
    // `…情况报告如下:` is the end of a sentence.
    let rest = front.get(title..)?;
    (!rest.is_empty() && !rest.starts_with(['的', '如', ':', ',', '。'])).then_some(title)
}

/// Where the signature and where its date begins.
fn signature(words: &str) -> Vec<usize> {
    let Some(start) = words.rfind('。').map(|at| at + '。'.len_utf8()) else { return Vec::new() };
    let last = words.get(start..).unwrap_or("");
    match calendar::first_date(last) {
        Some((_, date)) if date.end == last.len() && last.len() <= SIGNATURE => {
            vec![start, start + date.start]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::report::testing::{kinds_of, whole};
    use crate::report::{PartKind, Report, Status};

    const BROKEN: &str = "临江县人民政府2024年法治政府建设情况报告\n2024年\u{ff0c}临江县推进法治政府建设。现报告如下\u{ff1a}\n一、主要举措和成效\n(一)加强学习\u{ff0c}夯实基础。\n组织学习 18 次\u{ff0c}培训680人。\n(二)严格执法。办理案件45件。\n二、存在的问题\n一是人员不足。由于编制少\u{ff0c}力量不够。\n三、2025年工作打算\n(一)招录人员。\n新增8人。\n临江县人民政府\n2025年1月10日";

    fn seen(report: &Report) -> (Vec<String>, Vec<Status>, Option<String>, Option<String>) {
        let headings = report.headings.iter().map(|h| report.text.slice(h.title).to_string()).collect();
        let parts = PartKind::ALL.into_iter().map(|k| report.parts.get(k).status).collect();
        let data = &report.metadata;
        let title = data.title.as_ref().map(|t| t.value.clone());
        (headings, parts, title, data.date_written.as_ref().map(|d| d.value.to_string()))
    }

    #[test]
    fn a_text_without_line_breaks_reads_as_with_them() {
        let one_line = whole(&BROKEN.replace('\n', ""));
        assert_eq!(seen(&one_line), seen(&whole(BROKEN)));
        assert_eq!(one_line.metadata.issuers[0].value, "临江县人民政府");
        assert_eq!(one_line.metadata.signature[0].value, "临江县人民政府");
        assert_eq!(kinds_of(&one_line, &["lost-line-breaks"]).len(), 1);
    }

    #[test]
    fn a_title_on_its_own_line_changes_nothing() {
        let (title, rest) = BROKEN.split_once('\n').unwrap();
        let two_lines = whole(&format!("{title}\n{}", rest.replace('\n', "")));
        assert_eq!(seen(&two_lines), seen(&whole(BROKEN)));
    }

    #[test]
    fn a_list_inside_a_paragraph_is_no_loss() {
        let report = whole(
            "临江县2024年法治政府建设情况报告\n一、主要举措和成效\n印发要点\u{ff0c}明确三件事\u{ff1a}一、加强学习\u{ff1b}二、严格执法\u{ff1b}三、化解纠纷。\n二、存在的不足和原因\n由于编制少\u{ff0c}执法力量不够\u{ff0c}办案质量还有差距\u{ff0c}普法的针对性有待提高。\n",
        );
        assert_eq!(report.headings.len(), 2);
        assert!(kinds_of(&report, &["lost-line-breaks"]).is_empty());
    }
}
