//! Items of work: the units in which coverage is counted.
//!
//! A unit is a numbered item, or a paragraph, with the title that stands over it. It is checkable when it holds a
//! figure, a document in 《》 or with a number, or a numbered meeting.

use crate::pack::Unit;
use crate::report::{Report, Zone, clauses};
use crate::text::Span;

/// Units of a report in order, with what is needed to place a hit in them.
pub(super) struct Units {
    pub(super) facts: Vec<Unit>,
    spans: Vec<Span>,
    /// Titles of each unit: its own, and that of the heading right above.
    titles: Vec<Vec<Span>>,
}

impl Units {
    pub(super) fn of(report: &Report, figures: &[Span]) -> Units {
        let mut out = Units { facts: Vec::new(), spans: Vec::new(), titles: Vec::new() };
        let body = report.body.clone().filter(|&i| report.paragraphs[i].zone == Zone::Body);
        for index in body {
            let above = heading_above(report, index);
            let span = report.paragraphs[index].span;
            for piece in pieces(report, index) {
                let mut titles: Vec<Span> = above.into_iter().collect();
                titles.extend(own_title(report, piece));
                let words = report.text.slice(piece);
                out.facts.push(Unit { checkable: checkable(words, piece, figures) });
                out.spans.push(piece);
                out.titles.push(titles);
            }
            debug_assert!(out.spans.last().is_none_or(|s| span.contains(*s)));
        }
        out
    }

    /// The unit that holds a folded span, and whether the span stands in one of its titles.
    pub(super) fn at(&self, span: Span) -> Option<(u32, bool)> {
        let after = self.spans.partition_point(|s| s.start <= span.start);
        let index = after.checked_sub(1).filter(|&i| self.spans[i].contains(span))?;
        let in_title = self.titles[index].iter().any(|t| t.contains(span));
        Some((index as u32, in_title))
    }

    /// Units under a heading line: a hit in such a line speaks for all of them.
    pub(super) fn under_heading(&self, heading: Span) -> Option<u32> {
        let found =
            self.titles.iter().zip(&self.facts).position(|(t, f)| f.checkable && t.contains(&heading));
        found.map(|i| i as u32)
    }
}

/// The heading line right above a paragraph that is not itself numbered below it.
fn heading_above(report: &Report, paragraph: usize) -> Option<Span> {
    let holds = |h: &&crate::report::Heading| h.paragraph < paragraph && paragraph < h.end;
    report.headings.iter().rfind(holds).map(|h| h.title)
}

/// A paragraph cut at its spoken items: `一是…二是…`, `1.…2.…`.
fn pieces(report: &Report, paragraph: usize) -> Vec<Span> {
    let span = report.paragraphs[paragraph].span;
    let words = report.text.slice(span);
    let mut cuts: Vec<usize> = words
        .char_indices()
        .filter(|&(at, _)| at > 0 && words.get(..at).is_some_and(|b| b.ends_with(['。', ';', ':'])))
        .filter(|&(at, _)| words.get(at..).is_some_and(opens_item))
        .map(|(at, _)| at)
        .collect();
    cuts.insert(0, 0);
    cuts.push(words.len());
    cuts.windows(2)
        .map(|w| Span::new(span.start as usize + w[0], span.start as usize + w[1]))
        .filter(|s| !s.is_empty())
        .collect()
}

fn opens_item(words: &str) -> bool {
    crate::report::number(words).is_some_and(|n| n.value > 0)
}

/// The words of a piece up to its first stop: what it is about.
fn own_title(report: &Report, piece: Span) -> Option<Span> {
    let first = clauses(&report.text, piece).next()?;
    let words = report.text.slice(first);
    let len = words.find([',', ':']).filter(|_| words.chars().count() > 40).unwrap_or(words.len());
    Some(Span::new(first.start as usize, first.start as usize + len))
}

fn checkable(words: &str, span: Span, figures: &[Span]) -> bool {
    let figure = figures.partition_point(|f| f.start < span.start);
    let counted = figures.get(figure).is_some_and(|f| span.contains(*f));
    let named = ["制定", "印发", "出台", "修订", "制发", "发布", "编制"].iter().any(|w| words.contains(w))
        && words.contains('《');
    let numbered = words.contains("号)") || words.contains("次会议") || words.contains("次常务会议");
    counted || named || numbered
}
