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
    let by_heading = heading_items(paragraphs, headings, &range);
    if by_heading.len() >= 2 {
        return by_heading;
    }
    let runs = run_in(text, &body);
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
fn heading_items(
    paragraphs: &[Paragraph],
    headings: &[Heading],
    range: &std::ops::Range<usize>,
) -> Vec<Span> {
    let inside = || headings.iter().filter(|h| range.contains(&h.paragraph));
    let Some(depth) = inside().map(|h| h.depth).min() else { return Vec::new() };
    inside()
        .filter(|h| h.depth == depth)
        .filter_map(|h| {
            let last = paragraphs.get(h.end.min(range.end).checked_sub(1)?)?;
            Some(paragraphs[h.paragraph].span.cover(last.span))
        })
        .collect()
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
