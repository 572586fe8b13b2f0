//! Dates in the text, and what is wrong with dates and numbers: impossible, damaged, out of the year.
//!
//! Comes in: folded text and its paragraphs, and the report year where it matters. Goes out: dates and
//! findings in the order of the text. An intact date or document number is never a finding. Knows
//! nothing of parts: the caller chooses which paragraphs to ask about.

mod damage;
mod docnum;
mod finding;
mod fused;
mod mention;
mod year;

pub use finding::{Finding, FindingKind};
pub use mention::DateMention;

use crate::text::{Glyphs, Span};

/// All possible dates of the given paragraphs, in order.
pub fn dates(text: &str, paragraphs: &[Span]) -> Vec<DateMention> {
    paragraphs.iter().flat_map(|p| mention::mentions(&Glyphs::of(text, *p))).collect()
}

/// Impossible and damaged dates, damaged document numbers, numbers run together.
pub fn damage(text: &str, paragraphs: &[Span]) -> Vec<Finding> {
    each(text, paragraphs, |glyphs, out| {
        damage::find(glyphs, out);
        docnum::find(glyphs, out);
        fused::find(glyphs, out);
    })
}

/// Periods that end before the report year does: `截至12月15日`, `1-11月`.
pub fn early_ends(text: &str, paragraphs: &[Span], year: i16) -> Vec<Finding> {
    each(text, paragraphs, |glyphs, out| year::early_ends(glyphs, year, out))
}

/// Results and documents dated outside the report year. To be asked about the part on results only:
/// a plan speaks of the next year by right.
pub fn outside_year(text: &str, paragraphs: &[Span], year: i16) -> Vec<Finding> {
    each(text, paragraphs, |glyphs, out| year::outside(glyphs, year, out))
}

fn each(text: &str, paragraphs: &[Span], find: impl Fn(&Glyphs, &mut Vec<Finding>)) -> Vec<Finding> {
    let mut out = Vec::new();
    for paragraph in paragraphs {
        find(&Glyphs::of(text, *paragraph), &mut out);
    }
    out.sort_by_key(|f| (f.span, f.kind));
    out
}
