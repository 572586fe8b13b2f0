//! Punctuation as it is printed: lost, reversed, mixed, stray.
//!
//! Comes in: a [`Report`]. Goes out: notes. The source text is read where folding would hide the damage.
//! Knows nothing of whether a mark matters.

mod ends;
mod pairs;
mod quotes;
mod runs;
mod stray;
mod width;

use super::{Note, Report};
use crate::text::Span;

/// Everything noticed about the punctuation of a report.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let mut out = quotes::notes(report);
    out.extend(ends::notes(report));
    out.extend(runs::notes(report));
    out.extend(stray::notes(report));
    out.extend(width::notes(report));
    out
}

/// Most places of one kind of damage that are noted.
const MOST: usize = 100;
/// Farthest that a shown clause reaches beyond the mark, in characters.
const REACH: usize = 12;

/// The words around a place in the source text, so that a reader sees more than one mark.
fn around(text: &str, at: Span) -> Span {
    let stops = |c: char| "。\u{ff0c},;\u{ff1b}:\u{ff1a}\n".contains(c);
    let before = text.get(..at.start as usize).unwrap_or("");
    let after = text.get(at.end as usize..).unwrap_or("");
    let left: usize = before.chars().rev().take(REACH).take_while(|c| !stops(*c)).map(char::len_utf8).sum();
    let right: usize = after.chars().take(REACH).take_while(|c| !stops(*c)).map(char::len_utf8).sum();
    Span::new(at.start as usize - left, at.end as usize + right)
}
