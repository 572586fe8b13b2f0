//! What is open while the text is read, and the paragraphs that come of it.

use super::lists::ListKey;
use crate::text::CellRef;

/// An open element, as far as it matters to what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Other,
    Paragraph,
    List,
    Item,
    /// A paragraph that says itself which list it belongs to.
    Numbered,
    Table,
    Cell,
    /// A text box or the body of a note.
    Layer,
    /// The body of a table of contents or an index.
    Index,
}

/// Which text of the document a paragraph belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Body,
    TextBox,
    Note,
}

/// A text of its own: the body, a text box, a note.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) place: Place,
    pub(super) tables: Vec<CellRef>,
    pub(super) lists: Vec<OpenList>,
}

impl Layer {
    pub(super) fn new(place: Place) -> Layer {
        Layer { place, tables: Vec::new(), lists: Vec::new() }
    }
}

/// An open list.
#[derive(Debug)]
pub(super) struct OpenList {
    pub(super) key: ListKey,
    pub(super) style: Option<String>,
    pub(super) level: u8,
    pub(super) item: Item,
}

/// The item of a list at which reading is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Item {
    /// The next paragraph gets the number.
    pub(super) due: bool,
    pub(super) start: Option<i64>,
}

/// A paragraph.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) auto_number: String,
    pub(super) level: Option<u8>,
    pub(super) place: Place,
    pub(super) cell: Option<CellRef>,
    pub(super) contents: bool,
    /// Which paragraph of the file it is, from 1.
    pub(super) number: u32,
    pub(super) page: u32,
    pub(super) hidden: bool,
}

/// Things that the reader of the result should know of.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
pub(super) struct Seen {
    pub(super) changes: bool,
    pub(super) hidden: bool,
    pub(super) pictures: bool,
    /// Marks of page breaks: without any, pages are not known.
    pub(super) pages: bool,
}
