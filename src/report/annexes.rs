//! Annexes: what the note `附件:1.…` lists, what the text refers to, and what is there.
//!
//! Comes in: a [`Report`]. Goes out: notes. A site may offer annexes as files of their own, so an annex that is
//! not in the text is a remark and no more.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::{Note, Report, Zone, number};
use crate::text::{Place, Span};

#[expect(clippy::expect_used, reason = "the pattern is a constant; tests use it")]
static MENTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(见|详见|如|附)附件([0-9]{0,2})|\(附件([0-9]{0,2})\)").expect("a valid pattern")
});

/// Most annexes of a report.
const MOST: u32 = 30;

/// Annexes referred to and not listed, listed and not there.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let mut out = unlisted(report);
    out.extend(absent(report));
    out
}

/// The note that lists the annexes: its paragraph, and how many it lists.
fn listed(report: &Report) -> Option<(usize, u32)> {
    let after = report.body.end.min(report.paragraphs.len());
    let mut lines = report.paragraphs.iter().enumerate().skip(after);
    let (at, _) = lines.find(|(_, p)| is_note(report.text.slice(p.span)))?;
    let mut count = 0;
    for paragraph in report.paragraphs.get(at..).unwrap_or(&[]) {
        let words = report.text.slice(paragraph.span);
        let entry = words.strip_prefix("附件:").unwrap_or(words);
        match number(entry).filter(|n| n.value == count + 1) {
            Some(n) => count = numbers_in(entry, n.value),
            None if count == 0 => return Some((at, 1)),
            None => break,
        }
        if count >= MOST {
            break;
        }
    }
    Some((at, count))
}

/// `附件:1.甲2.乙` on one line: the last number that counts on.
fn numbers_in(words: &str, first: u32) -> u32 {
    let mut last = first;
    while last < MOST && words.contains(&format!("{}.", last + 1)) {
        last += 1;
    }
    last
}

/// `附件:1.…`; the empty slot of a site lists nothing.
fn is_note(words: &str) -> bool {
    words.strip_prefix("附件:").is_some_and(|rest| !rest.is_empty())
}

/// References to an annex that no line of the file lists or opens.
fn unlisted(report: &Report) -> Vec<Note> {
    let shown = Shown::of(report);
    let mut out = Vec::new();
    for paragraph in report.body_paragraphs() {
        for found in MENTION.captures_iter(report.text.slice(paragraph.span)) {
            let value = found.get(2).or(found.get(3)).and_then(|m| m.as_str().parse().ok()).unwrap_or(1);
            if let Some(whole) = found.get(0).filter(|_| !shown.holds(value)) {
                let base = paragraph.span.start as usize;
                let span = report.text.to_source(Span::new(base + whole.start(), base + whole.end()));
                out.push(Note::new(
                    "annex-unlisted",
                    Place::Span(span),
                    "文中提到的附件没有列出",
                    "the text refers to an annex that is not listed",
                ));
            }
        }
    }
    out
}

/// The annexes that stand outside the body: listed in the note, or shown by the page in any way.
struct Shown {
    listed: u32,
    lines: usize,
    numbers: BTreeSet<u32>,
}

impl Shown {
    fn of(report: &Report) -> Shown {
        let listed = listed(report).map_or(0, |(_, count)| count);
        let mut out = Shown { listed, lines: 0, numbers: BTreeSet::new() };
        let outside = report.paragraphs.iter().filter(|p| p.zone != Zone::Body);
        for line in outside.map(|p| report.text.slice(p.span)) {
            if line.starts_with("附件") || line.contains("附件:") || line.starts_with("附:") {
                let digits = line.split(|c: char| !c.is_ascii_digit());
                out.lines += 1;
                out.numbers.extend(digits.filter_map(|n| n.parse::<u32>().ok()));
            }
        }
        out
    }

    fn holds(&self, value: u32) -> bool {
        // Without a list, any line on annexes may be the one.
        let unlisted = self.listed == 0 && self.lines > 0 && (value == 1 || self.numbers.contains(&value));
        value <= self.listed || unlisted
    }
}

/// A note that lists annexes of which none follows.
fn absent(report: &Report) -> Option<Note> {
    let (at, count) = listed(report)?;
    let after = report.paragraphs.get(at + 1..).unwrap_or(&[]);
    let opens = after.iter().any(|p| {
        let words = report.text.slice(p.span);
        words.starts_with("附件") && !is_note(words)
    });
    let span = report.text.to_source(report.paragraphs.get(at)?.span);
    (!opens).then(|| {
        Note::new(
            "annex-absent",
            Place::Span(span),
            format!("列有附件{count}件,文件里没有附件正文"),
            format!("{count} annexes are listed, and none follows in this file"),
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::report::testing::{kinds_of, whole};

    fn found(body: &str, tail: &str) -> Vec<String> {
        let text = format!(
            "临江县人民政府关于2024年法治政府建设情况的报告\n一、主要举措和成效\n全年办理行政复议案件20件。{body}\n二、存在的不足\n执法力量不足,人员流动快。\n{tail}"
        );
        kinds_of(&whole(&text), &["annex-unlisted", "annex-absent"])
    }

    #[test]
    fn annexes_referred_to_must_be_listed() {
        assert_eq!(found("办理情况详见附件。", ""), ["annex-unlisted"]);
        assert_eq!(found("办理情况见附件3。", "附件:1.案件表2.人员表\n附件1\n案件表"), ["annex-unlisted"]);
        assert_eq!(found("办理情况见附件2。", "附件:1.案件表2.人员表\n附件1\n案件表"), [""; 0]);
    }

    #[test]
    fn a_list_without_annexes_is_a_remark() {
        assert_eq!(found("", "附件:案件统计表\n临江县人民政府\n2025年1月10日"), ["annex-absent"]);
        assert_eq!(found("", "附件:案件统计表\n临江县人民政府\n2025年1月10日\n附件\n案件统计表"), [""; 0]);
        assert_eq!(found("", "相关附件:"), [""; 0]);
    }
}
