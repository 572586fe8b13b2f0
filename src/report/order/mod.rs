//! Numbers of headings and items: gaps, repeats, levels out of order.
//!
//! Comes in: a [`Report`]. Goes out: notes. Knows nothing of whether an order is demanded.

mod levels;
mod sequence;

use super::{Note, Report};

/// Everything noticed about numbering.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let mut out = sequence::notes(report);
    out.extend(levels::notes(report));
    out
}
