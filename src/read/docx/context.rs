//! What is open while a text part is read.

use super::frame::Frame;
use super::story::{Piece, Place, Properties};
use crate::text::{CellRef, Span};

/// An open element, as far as it matters to what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// Nothing special; its content counts as content of what is around it.
    Other,
    Paragraph,
    ParagraphProps,
    ListProps,
    /// The format of the paragraph mark, which also says whether the mark is there at all.
    Mark,
    Run,
    /// Something around runs that marks may cut: a link, words that were inserted.
    Wrapper,
    RunProps,
    Text,
    /// The code of a field.
    Code,
    SimpleField,
    Table,
    /// A row, and whether text was left out before it began.
    Row(bool),
    RowProps,
    /// A cell, and whether text was left out before it began.
    Cell(bool),
    CellProps,
    /// A drawing, and whether text was left out before it began.
    Drawing(bool),
    /// A text box or a note: a text of its own.
    Layer,
    /// Several ways to say the same, and whether one of them was taken.
    Alternatives(bool),
    /// A content control, and whether it is a table of contents.
    Control(bool),
}

/// A text of its own: the body, a text box, a note.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) place: Place,
    pub(super) tables: Vec<Table>,
    /// A paragraph whose mark is gone: its words belong to the next one.
    pub(super) carry: Option<OpenParagraph>,
    /// Paragraphs are left out: a deleted row, letters of a drawing.
    pub(super) muted: bool,
}

impl Layer {
    pub(super) fn new(place: Place) -> Layer {
        Layer { place, tables: Vec::new(), carry: None, muted: false }
    }

    /// The cell in which the next paragraph stands.
    pub(super) fn cell(&self) -> Option<CellRef> {
        let table = self.tables.last()?;
        Some(CellRef { table: table.number, row: table.row, column: table.column })
    }
}

/// An open table.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) number: u32,
    pub(super) row: u32,
    pub(super) column: u32,
}

/// What has become of a paragraph mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum MarkState {
    #[default]
    There,
    /// Deleted: the paragraph that follows decides how the two look.
    Deleted,
    /// Hidden: this paragraph decides.
    Hidden,
}

/// A paragraph being read.
#[derive(Debug, Default)]
pub(super) struct OpenParagraph {
    pub(super) text: String,
    /// Pieces, with `text` counted from the start of the paragraph.
    pub(super) pieces: Vec<Piece>,
    pub(super) properties: Properties,
    /// Properties of a paragraph before it, whose mark is hidden.
    pub(super) inherited: Option<Properties>,
    pub(super) mark: MarkState,
    pub(super) contents: bool,
    pub(super) number: u32,
    /// The page on which its words begin.
    pub(super) page: Option<u32>,
    /// Something other than blanks has been read.
    pub(super) begun: bool,
    pub(super) cell: Option<CellRef>,
    /// What is open in it.
    pub(super) frame: Frame,
}

/// A run being read.
#[derive(Debug)]
pub(super) struct OpenRun {
    /// Its index among the runs of the part, once it has words.
    pub(super) index: Option<u32>,
    pub(super) start: u32,
    pub(super) format: Span,
    pub(super) hidden: Option<bool>,
    pub(super) style: Option<String>,
    pub(super) open: bool,
}

/// A field: code, then the result that is shown.
#[derive(Debug, Default)]
pub(super) struct Field {
    pub(super) in_code: bool,
    pub(super) code: String,
}

impl Field {
    /// Whether it makes a table of contents.
    pub(super) fn is_contents(&self) -> bool {
        !self.in_code
            && self.code.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("TOC"))
    }
}
