//! What the pass over a text part hands on: paragraphs with their words, places and pieces.

use std::ops::Range;

use super::styles::ListRef;
use crate::text::{CellRef, Span};

/// Everything seen in one text part.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// The words of all paragraphs, one after the other. A line break inside a paragraph is a line feed.
    pub(super) text: String,
    /// Where the words stand in the part, in the order of `text`.
    pub(super) pieces: Vec<Piece>,
    /// The runs of the part, in order.
    pub(super) runs: Vec<Run>,
    /// The paragraphs in reading order.
    pub(super) paragraphs: Vec<Paragraph>,
    /// The notes that the text refers to, in order.
    pub(super) references: Vec<Reference>,
    pub(super) seen: Seen,
}

/// Things that the reader of the result should know of.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
pub(super) struct Seen {
    pub(super) changes: bool,
    pub(super) hidden: bool,
    pub(super) pictures: bool,
    /// Documents inside the document, which are not read.
    pub(super) embedded: bool,
    /// Marks of page breaks: without any, pages are not known.
    pub(super) pages: bool,
}

/// A stretch of words that stands unbroken in the part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The words, in the text that was made of the document.
    pub(crate) text: Span,
    /// Their bytes in the part. As long as `text`, except for a character that is written as a reference.
    pub(crate) xml: Span,
    /// The run they stand in, an index into the runs.
    pub(crate) run: u32,
}

/// A run: the smallest unit that has a format, and between which marks can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// The whole element.
    pub(crate) xml: Span,
    /// Its format; empty without one.
    pub(crate) format: Span,
    /// The children of the paragraph that hold it, and with it no half of a field. The paragraph is one of the body,
    /// even for the words of a text box.
    pub(crate) around: Span,
    /// Marks may stand right before and after it and between its words; else only before and after `around`.
    pub(crate) open: bool,
}

/// A paragraph as it stands in the part.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) text: Span,
    pub(super) pieces: Range<usize>,
    pub(super) properties: Properties,
    pub(super) place: Place,
    pub(super) cell: Option<CellRef>,
    /// Inside a table of contents.
    pub(super) contents: bool,
    /// Which paragraph of the part it is, from 1.
    pub(super) number: u32,
    pub(super) page: u32,
}

/// What the paragraph says of itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Properties {
    pub(super) style: Option<String>,
    /// Outline level, from 0; 9 is body text.
    pub(super) outline: Option<u8>,
    pub(super) list: ListRef,
    /// Word 2003 writes the number of a list item out.
    pub(super) label: Option<String>,
}

/// Which text of the document a paragraph belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Body,
    TextBox,
    Note(String),
}

/// A mark in the text that points to a note.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub(super) kind: NoteKind,
    pub(super) id: String,
    pub(super) number: u32,
    pub(super) page: u32,
}

/// Where notes are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoteKind {
    Foot,
    End,
}
