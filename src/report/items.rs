//! The items inside a part, as the author divided them: headings, `一是…二是…`, `;`-lists, paragraphs.

use super::numbering::{Notation, number};
use super::outline::Heading;
use super::paragraph::{Paragraph, Zone};
use crate::text::{Folded, Span};

/// The items in the paragraphs `range`, in order, as folded spans.
pub(super) fn items(
    text: &Folded,
    paragraphs: &[Paragraph],
    headings: &[Heading],
    range: std::ops::Range<usize>,
) -> Vec<Span> {
    let body: Vec<&Paragraph> = paragraphs[range.clone()].iter().filter(|p| p.zone == Zone::Body).collect();
    let tops = top_headings(headings, &range);
    let by_heading: Vec<Span> = tops.iter().filter_map(|h| extent(paragraphs, h, &range)).collect();
    // Counting from two: the first item ran on in the sentence that announces it.
    let begun = tops.first().is_some_and(|h| h.value > 1);
    if by_heading.len() >= 2 && !begun {
        return by_heading;
    }
    let runs = run_in(text, &body);
    if by_heading.len() >= 2 {
        return if runs.len() > by_heading.len() { runs } else { by_heading };
    }
    if runs.len() >= 2 {
        return runs;
    }
    if by_heading.len() == 1 {
        return by_heading;
    }
    let list = semicolons(text, &body);
    if list.len() >= 2 {
        return list;
    }
    body.iter().filter(|p| !is_lead(text.slice(p.span)) || body.len() == 1).map(|p| p.span).collect()
}

/// The topmost headings inside the range.
fn top_headings<'h>(headings: &'h [Heading], range: &std::ops::Range<usize>) -> Vec<&'h Heading> {
    let inside = || headings.iter().filter(|h| range.contains(&h.paragraph));
    let depth = inside().map(|h| h.depth).min();
    inside().filter(|h| Some(h.depth) == depth).collect()
}

/// All that stands under a heading inside the range.
fn extent(paragraphs: &[Paragraph], heading: &Heading, range: &std::ops::Range<usize>) -> Option<Span> {
    let last = paragraphs.get(heading.end.min(range.end).checked_sub(1)?)?;
    Some(paragraphs.get(heading.paragraph)?.span.cover(last.span))
}

/// A sentence that only announces what follows.
fn is_lead(words: &str) -> bool {
    words.ends_with(':')
}

/// One style of spoken or written counting: the value and length of the number at the start of a text.
type Style = fn(&str) -> Option<(u32, usize)>;

/// Styles inside running text.
const STYLES: [Style; 5] = [shi, ordinal, bracket, arabic, circled];

fn shi(text: &str) -> Option<(u32, usize)> {
    number(text).filter(|n| n.notation == Notation::Shi).map(|n| (n.value, n.len))
}

fn ordinal(text: &str) -> Option<(u32, usize)> {
    const SPOKEN: [&str; 4] = ["首先,", "其次,", "再次,", "最后,"];
    let spoken = SPOKEN.iter().position(|s| text.starts_with(s)).map(|i| (i as u32 + 1, SPOKEN[i].len()));
    spoken.or_else(|| number(text).filter(|n| n.notation == Notation::Ordinal).map(|n| (n.value, n.len)))
}

fn bracket(text: &str) -> Option<(u32, usize)> {
    number(text)
        .filter(|n| matches!(n.notation, Notation::Bracket | Notation::ArabicBracket) && n.len > 3)
        .map(|n| (n.value, n.len))
}

fn arabic(text: &str) -> Option<(u32, usize)> {
    number(text).filter(|n| n.notation == Notation::Arabic).map(|n| (n.value, n.len))
}

fn circled(text: &str) -> Option<(u32, usize)> {
    number(text).filter(|n| n.notation == Notation::ArabicBracket && n.len == 3).map(|n| (n.value, n.len))
}

/// The chain `一是…二是…` that starts first, each item up to the next one.
fn run_in(text: &Folded, body: &[&Paragraph]) -> Vec<Span> {
    let mut best: Vec<Span> = Vec::new();
    for style in STYLES {
        let chain = chain(text, body, style);
        let earlier = match (chain.first(), best.first()) {
            (Some(a), Some(b)) => chain.len() >= 2 && (a.start < b.start || best.len() < 2),
            (Some(_), None) => true,
            _ => false,
        };
        if earlier {
            best = chain;
        }
    }
    best
}

fn chain(text: &Folded, body: &[&Paragraph], style: Style) -> Vec<Span> {
    let mut starts: Vec<(u32, usize)> = Vec::new();
    let mut next = 1;
    for paragraph in body {
        let words = text.slice(paragraph.span);
        for (at, _) in words.char_indices() {
            let opens = at == 0
                || words.get(..at).is_some_and(|b| b.ends_with(['。', ';', ':', ',', '!', '?', ')', '"']));
            let seen = if opens { style(words.get(at..).unwrap_or("")) } else { None };
            if seen.is_some_and(|(value, _)| value == next) {
                starts.push((paragraph.span.start + at as u32, 0));
                next += 1;
            }
        }
    }
    let end = body.last().map_or(0, |p| p.span.end);
    let ends = starts.iter().skip(1).map(|(s, _)| *s).chain([end]).collect::<Vec<_>>();
    starts
        .iter()
        .zip(ends)
        .map(|((start, _), end)| Span { start: *start, end })
        .map(|s| trim(text, s))
        .collect()
}

/// `主要表现在:甲;乙;丙。`
fn semicolons(text: &Folded, body: &[&Paragraph]) -> Vec<Span> {
    let Some(paragraph) = body.iter().max_by_key(|p| text.slice(p.span).matches(';').count()) else {
        return Vec::new();
    };
    let words = text.slice(paragraph.span);
    let Some(first) = words.find(';') else { return Vec::new() };
    let lead = words
        .get(..first)
        .and_then(|h| h.rfind(':').map(|at| at + 1).or_else(|| h.rfind('。').map(|at| at + 3)));
    let start = lead.unwrap_or(0);
    let list = words.get(start..).unwrap_or("");
    let list = list.get(..list.rfind('。').map_or(list.len(), |at| at + '。'.len_utf8())).unwrap_or(list);
    let base = paragraph.span.start as usize + start;
    let mut at = 0;
    let mut out = Vec::new();
    for piece in list.split_inclusive(';') {
        out.push(trim(text, Span::new(base + at, base + at + piece.len())));
        at += piece.len();
    }
    out.retain(|s| s.len() > 6);
    out
}

/// Without line feeds and separators at the end.
fn trim(text: &Folded, span: Span) -> Span {
    let words = text.slice(span);
    let kept = words.trim_end_matches(['\n', ';']).len();
    Span::new(span.start as usize, span.start as usize + kept)
}

#[cfg(test)]
mod tests {
    use crate::report::PartKind;
    use crate::report::testing::whole;

    fn items(lines: &str) -> Vec<String> {
        let report = whole(&format!(
            "临江县2024年法治政府建设情况报告\n一、主要举措和成效\n培训3次。\n二、存在的不足和原因\n{lines}\n三、2025年安排\n招录人员。"
        ));
        let part = report.parts.get(PartKind::Shortcomings);
        part.items.iter().map(|s| report.text.slice(*s).chars().take(4).collect()).collect()
    }

    #[test]
    fn the_first_item_may_run_on_in_the_sentence_before() {
        let lines = "还存在一些问题\u{ff1a}一是力量不足\u{ff0c}原因是编制少\u{ff1b}\n二是水平不高\u{ff1b}\n三是普法不够。";
        assert_eq!(items(lines), ["一是力量", "二是水平", "三是普法"]);
        assert_eq!(items(&lines.replace('\n', "")), ["一是力量", "二是水平", "三是普法"]);
    }

    #[test]
    fn headings_that_count_from_one_are_the_items() {
        let lines = "(一)力量不足。一是人少。二是人老。三是人杂。\n(二)水平不高。培训少。";
        assert_eq!(items(lines), ["(一)力", "(二)水"]);
    }
}
