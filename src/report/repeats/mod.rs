//! Words, clauses and sentences that stand twice.
//!
//! Comes in: a [`Report`]. Goes out: notes. Set phrases and headings are repeated by right.

mod sentences;
mod words;

use super::{Note, Report};

/// Everything that stands twice.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let mut out = words::notes(report);
    out.extend(sentences::notes(report));
    out
}
