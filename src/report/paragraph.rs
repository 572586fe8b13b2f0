//! The units that the report stage works on.

use crate::text::{BlockKind, Span};

/// One paragraph of the file in the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words in the folded text.
    pub span: Span,
    /// The block of the source it is (part of).
    pub block: usize,
    /// What the reader knew of it.
    pub kind: BlockKind,
    /// Where in the report it stands.
    pub zone: Zone,
}

/// Zones of a file, in the order in which they usually come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Of the site or the file, not of the report.
    Boilerplate,
    /// Title.
    Title,
    /// Document number, date in brackets, and the like, above the body.
    Front,
    /// The addressee line.
    Addressee,
    /// The report proper.
    Body,
    /// Signature, date, notes and annexes below the body.
    Tail,
}
