//! Text and offsets: what every later stage counts in.
//!
//! Comes in: decoded text and the blocks a reader saw. Goes out: [`Source`], the owner of the text,
//! with spans, lines, origins and a folded view for matching. Knows nothing of reports or rules.

mod fold;
mod glyphs;
mod lang;
mod lines;
mod source;
mod span;

pub use fold::{Folded, fold_str};
pub use glyphs::Glyphs;
pub use lang::{Lang, Speak, Words};
pub use lines::{LineColumn, LineIndex};
pub use source::{Block, BlockKind, CellRef, Origin, Property, Source, Warning};
pub use span::{Place, Span};
