//! Text and offsets: what every later stage counts in.
//!
//! Comes in: decoded text and the blocks a reader saw. Goes out: [`Source`], the owner of the text,
//! with spans, lines, origins and a folded view for matching. Knows nothing of reports or rules.

mod fold;
mod glyphs;
mod lang;
mod lines;
mod radicals;
mod shingles;
mod source;
mod span;
mod traditional;

pub use fold::{Folded, fold_str};
pub use glyphs::Glyphs;
pub use lang::{Fixed, Lang, Speak, Words, typeset};
pub use lines::{LineColumn, LineIndex};
pub use radicals::ideograph;
pub use shingles::Shingles;
pub use source::{Block, BlockKind, CellRef, Origin, Property, Source, Warning};
pub use span::{Place, Span};
pub use traditional::simplified;

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
