//! Gaps and repeats in the numbers of one list.
//!
//! A list may begin with any number (some reports count on across sections) and may begin again with one. A number
//! that stands anywhere between its neighbours is not missing, only printed in an unexpected way.

use std::collections::{BTreeMap, BTreeSet};

use crate::report::{Heading, Notation, Note, Report, number};
use crate::text::{Place, Span};

/// Fewest numbers of a run-in list that is checked.
const RUN_IN: usize = 3;
/// Most interrupted lists that are remembered.
const SUSPENDED: usize = 8;

/// One number of a list.
#[derive(Clone, Copy)]
struct Item {
    value: u32,
    /// Its number, folded.
    span: Span,
}

/// Gaps and repeats.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let mut out = Vec::new();
    for ((_, notation), list) in heading_lists(&report.headings) {
        check(report, notation, &list, &mut out);
    }
    for paragraph in report.body_paragraphs() {
        for notation in [Notation::Shi, Notation::Arabic] {
            let list = run_in(report, paragraph.span, notation);
            if list.len() >= RUN_IN && list.first().is_some_and(|i| i.value == 1) {
                check(report, notation, &list, &mut out);
            }
        }
    }
    out
}

/// Headings by the heading they stand under and by notation. Lists with a damaged number are left out.
fn heading_lists(headings: &[Heading]) -> BTreeMap<(Option<usize>, Notation), Vec<Item>> {
    let mut lists: BTreeMap<(Option<usize>, Notation), Vec<Item>> = BTreeMap::new();
    let mut damaged = BTreeSet::new();
    let mut open: Vec<usize> = Vec::new();
    for (i, heading) in headings.iter().enumerate() {
        open.retain(|&h| headings[h].depth < heading.depth);
        let key = (open.last().copied(), heading.notation);
        if heading.damaged || heading.value == 0 {
            damaged.insert(key);
        }
        lists.entry(key).or_default().push(Item { value: heading.value, span: heading.number });
        open.push(i);
    }
    lists.retain(|key, _| !damaged.contains(key));
    lists
}

/// Numbers of one notation inside a paragraph, where a clause begins.
fn run_in(report: &Report, paragraph: Span, notation: Notation) -> Vec<Item> {
    let words = report.text.slice(paragraph);
    let mut out = Vec::new();
    let mut opens = true;
    for (at, c) in words.char_indices() {
        let found = if opens { words.get(at..).and_then(number) } else { None };
        if let Some(found) = found.filter(|n| n.notation == notation) {
            let start = paragraph.start as usize + at;
            out.push(Item { value: found.value, span: Span::new(start, start + found.len) });
        }
        opens = matches!(c, '。' | ';' | ':' | ',' | '!' | '?' | ')' | '"');
    }
    out
}

fn check(report: &Report, notation: Notation, list: &[Item], out: &mut Vec<Note>) {
    // Lists that a new 一 has interrupted and that may go on.
    let mut suspended: Vec<u32> = Vec::new();
    let mut previous: Option<Item> = None;
    for item in list {
        if let Some(before) = previous.filter(|before| item.value != before.value + 1) {
            if item.value == 1 {
                suspended.push(before.value);
                let old = suspended.len().saturating_sub(SUSPENDED);
                suspended.drain(..old);
            } else if let Some(at) = suspended.iter().rposition(|v| v + 1 == item.value) {
                suspended.truncate(at);
            } else if item.value == before.value {
                out.push(repeat(report, item));
            } else if item.value > before.value && !stands_between(report, notation, before, *item) {
                out.push(gap(report, item));
            }
        }
        previous = Some(*item);
    }
}

/// Whether the number after `before` stands somewhere in the text between the two.
fn stands_between(report: &Report, notation: Notation, before: Item, item: Item) -> bool {
    let between = report.text.slice(Span { start: before.span.end, end: item.span.start });
    let value = before.value + 1;
    let chinese = numeral(value);
    let forms = match notation {
        Notation::Dun => vec![format!("{chinese}、"), format!("{chinese}.")],
        Notation::Bracket => vec![format!("({chinese}"), format!("{chinese})")],
        Notation::Arabic => vec![format!("{value}.")],
        Notation::ArabicBracket => vec![format!("({value}"), format!("{value})")],
        Notation::Ordinal => vec![format!("第{chinese}")],
        Notation::Shi => vec![format!("{chinese}是"), format!("{chinese}要"), format!("{chinese},")],
    };
    forms.iter().any(|f| between.contains(f.as_str()))
}

/// 1 to 99 in Chinese.
fn numeral(value: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |v: u32| DIGITS.get(v as usize % 10).copied().unwrap_or("");
    match value {
        0..=9 => digit(value).to_string(),
        10..=19 => format!("十{}", digit(value)),
        _ => format!("{}十{}", digit(value / 10), digit(value)),
    }
}

fn gap(report: &Report, item: &Item) -> Note {
    let shown = report.text.slice(item.span).to_string();
    Note::new(
        "numbering-gap",
        Place::Span(report.text.to_source(item.span)),
        format!("序号跳到“{shown}”,前面缺号"),
        format!("the numbering jumps to “{shown}”"),
    )
}

fn repeat(report: &Report, item: &Item) -> Note {
    let shown = report.text.slice(item.span).to_string();
    Note::new(
        "numbering-repeat",
        Place::Span(report.text.to_source(item.span)),
        format!("序号“{shown}”重复"),
        format!("the number “{shown}” stands twice"),
    )
}

#[cfg(test)]
mod tests {
    use crate::report::testing::noted;

    const KINDS: [&str; 2] = ["numbering-gap", "numbering-repeat"];

    #[test]
    fn gaps_and_repeats_are_found_in_headings_and_in_running_text() {
        assert_eq!(noted("(一)加强领导\n召开会议。\n(三)规范执法\n检查。", &KINDS), ["numbering-gap"]);
        assert_eq!(
            noted("(一)加强领导\n召开会议。\n(二)规范执法\n检查。\n(二)化解纠纷\n调解。", &KINDS),
            ["numbering-repeat"]
        );
        assert_eq!(noted("一是加强领导。二是规范执法。四是化解纠纷。", &KINDS), ["numbering-gap"]);
    }

    #[test]
    fn lists_that_begin_again_or_count_on_are_whole() {
        let on = "(一)领导\n1.召开会议。\n2.研究议题。\n(二)执法\n3.开展检查。\n4.组织培训。";
        assert_eq!(noted(on, &KINDS), [""; 0]);
        let again = "(一)领导\n1.召开会议。\n2.研究议题。\n(二)执法\n1.开展检查。\n2.组织培训。";
        assert_eq!(noted(again, &KINDS), [""; 0]);
        assert_eq!(noted("一是加强领导。二是规范执法,并且三是强化培训。四是化解纠纷。", &KINDS), [""; 0]);
        assert_eq!(noted("(一)领导\n1.召开会议。2.研究议题。\n3.开展检查。", &KINDS), [""; 0]);
    }
}
