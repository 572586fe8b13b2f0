//! The figures of a report: every number that counts or measures something.
//!
//! Comes in: folded text and its paragraphs. Goes out: [`Figure`]s in order, with exact decimals.
//! Dates, document numbers, ordinals, names and model numbers are no figures. Knows nothing of what
//! the figures say about each other.

mod apart;
mod bounds;
mod each;
mod figure;
mod number;
pub mod numeral;
mod quantity;
mod scan;
mod spelled;
mod units;
mod zero;

pub use bounds::Bounds;
pub use figure::{Figure, Multiplier, Qualifier};
pub use units::is_counted;

use crate::text::{Glyphs, Span};

/// All figures of the given paragraphs of a folded text, in order.
pub fn figures(text: &str, paragraphs: &[Span]) -> Vec<Figure> {
    let mut out = Vec::new();
    for paragraph in paragraphs {
        scan::scan(&Glyphs::of(text, *paragraph), &mut out);
    }
    out
}
