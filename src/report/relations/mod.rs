//! What the figures of a report say about each other, and whether it is so.
//!
//! Comes in: folded text, its paragraphs, figures and headings. Goes out: [`Relation`]s in the order of
//! the text. A false alarm is the worst fault: where the text asserts nothing, or bases differ, or
//! rounding allows it, nothing is reported as false.

mod announced;
mod breakdown;
mod change;
mod closure;
mod count_list;
mod count_words;
mod enumeration;
mod growth;
mod levels;
mod list_before;
mod lists;
mod mention;
mod open_list;
mod parts;
mod passage;
mod percent;
mod quality;
mod rate;
mod relation;
mod share;
mod slip;
mod stages;
mod sums;
mod tally;
mod words;

pub use relation::{Check, Kind, Relation};

use super::figures::Figure;
use crate::text::Span;
use passage::Passage;

/// A heading as relations need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// The heading with its number.
    pub span: Span,
    /// Its number: 2 for `(二)`.
    pub number: u32,
    /// Its depth by nesting, from 1.
    pub depth: u32,
}

/// All relations of a folded text. `figures` and `headings` are in order.
pub fn relations(
    text: &str,
    paragraphs: &[Span],
    figures: &[Figure],
    headings: &[Numbered],
) -> Vec<Relation> {
    let within = |paragraph: Span| {
        let from = figures.partition_point(|f| f.span.start < paragraph.start);
        let to = figures.partition_point(|f| f.span.start < paragraph.end);
        figures.get(from..to).unwrap_or(&[])
    };
    let passages: Vec<Passage> = paragraphs.iter().map(|p| Passage::new(text, *p, within(*p))).collect();
    let mut out = Vec::new();
    for passage in &passages {
        in_passage(passage, &mut out);
    }
    announced::find(&passages, headings, &mut out);
    mention::find(&passages, &mut out);
    out.sort_by_key(|r| (r.quote, r.kind));
    out.dedup_by(|a, b| (a.kind, &a.spans) == (b.kind, &b.spans));
    out
}

fn in_passage(passage: &Passage, out: &mut Vec<Relation>) {
    let breakdowns = breakdown::breakdowns(passage);
    for breakdown in &breakdowns {
        parts::judge(passage, breakdown, out);
    }
    tally::find(passage, out);
    stages::find(passage, out);
    rate::find(passage, &breakdowns, out);
    growth::find(passage, out);
    count_list::find(passage, out);
    open_list::find(passage, out);
}
