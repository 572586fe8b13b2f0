//! A tree to what is displayed: paragraphs in order, and which of them stand inside which element.
//!
//! Comes in: tree and style sheets. Goes out: a [`Page`]. Knows blocks, links, lists and cells; does not know
//! which of it is the report.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::attachment;
use super::flow::Flow;
use super::list::{self, Counter};
use super::style::{self, Sheets};
use super::tables::{Coordinates, Tables};
use super::tree::{Element, NodeId, ROOT, Step, Tree};
use crate::text::BlockKind;

/// A displayed paragraph.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    /// The number that a list puts before it.
    pub(super) number: String,
    pub(super) kind: BlockKind,
    /// Characters that are no blanks.
    pub(super) chars: usize,
    /// Those of them inside links.
    pub(super) link_chars: usize,
    /// Those outside links that are no part of a date.
    pub(super) plain_chars: usize,
    /// The innermost area around it.
    pub(super) area: usize,
}

impl Piece {
    /// Whether most of it is a link.
    pub(super) fn is_link(&self) -> bool {
        self.link_chars > 0 && self.link_chars >= self.plain_chars
    }
}

/// A block element: the pieces inside it.
#[derive(Debug)]
pub(super) struct Area {
    pub(super) parent: Option<usize>,
    pub(super) first: usize,
    /// One past the last piece.
    pub(super) end: usize,
}

/// What is displayed.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) pieces: Vec<Piece>,
    /// Block elements in the order in which they begin; the first one is the page.
    pub(super) areas: Vec<Area>,
    /// Names of linked documents, each with the number of the piece it stands in or before.
    pub(super) attachments: Vec<(usize, String)>,
    /// Pictures, each as the number of the piece it stands in or before.
    pub(super) pictures: Vec<usize>,
}

/// Elements whose content is never text of the page.
static SILENT: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "applet aside audio base button canvas datalist del footer head input link map math meta nav noembed \
     noframes noscript option rp rt script select style svg template textarea title video"
        .split(' ')
        .collect()
});

static BLOCKS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "address article blockquote body caption center dd details dialog dir div dl dt fieldset figcaption \
     figure form h1 h2 h3 h4 h5 h6 header hgroup html hr legend li listing main menu ol p pre section \
     summary table tbody td tfoot th thead tr ul xmp"
        .split(' ')
        .collect()
});

/// An element that was entered and not yet left.
struct Open {
    id: NodeId,
    block: bool,
    area: Option<usize>,
    counter: Option<Counter>,
}

/// The walk.
struct Walk<'a> {
    tree: &'a Tree,
    sheets: &'a Sheets,
    open: Vec<Open>,
    flow: Flow,
    tables: Tables,
    page: Page,
    cells: Vec<Option<Coordinates>>,
}

/// Everything that the page displays.
pub(super) fn walk(tree: &Tree, sheets: &Sheets) -> Page {
    let mut walk = Walk {
        tree,
        sheets,
        open: Vec::new(),
        flow: Flow::default(),
        tables: Tables::default(),
        page: Page::default(),
        cells: Vec::new(),
    };
    walk.page.areas.push(Area { parent: None, first: 0, end: 0 });
    let mut step = Some(Step::Enter(ROOT));
    while let Some(now) = step {
        let skip = match now {
            Step::Enter(id) => !walk.enter(id),
            Step::Leave(id) => {
                walk.leave(id);
                false
            }
        };
        step = tree.after(now, skip);
    }
    walk.finish()
}

impl Walk<'_> {
    /// Whether the content of the node is to be walked.
    fn enter(&mut self, id: NodeId) -> bool {
        let tree = self.tree;
        match &tree.node(id).content {
            super::tree::Content::Document => true,
            super::tree::Content::Text(words) => {
                self.text(words);
                true
            }
            super::tree::Content::Element(element) => self.enter_element(id, element),
        }
    }

    fn enter_element(&mut self, id: NodeId, element: &Element) -> bool {
        let tag = element.tag();
        if let Some(name) = attachment::embedded(element) {
            self.page.attachments.push((self.page.pieces.len(), name));
        }
        if SILENT.contains(tag) || matches!(tag, "iframe" | "embed" | "object") || self.sheets.hide(element) {
            return false;
        }
        match tag {
            "br" if self.flow.in_heading() => self.flow.space(),
            "br" => self.flush(),
            "img" => self.page.pictures.push(self.page.pieces.len()),
            _ => {}
        }
        let block = BLOCKS.contains(tag) || element.attribute("style").is_some_and(style::makes_block);
        if block {
            self.flush();
        }
        self.tables.enter(tag);
        let counter = list::counter(element);
        if tag == "li"
            && let Some(counter) = self.open.iter_mut().rev().find_map(|o| o.counter.as_mut())
        {
            self.flow.number = counter.next(element);
        }
        self.flow.enter(element);
        let area = block.then(|| self.open_area());
        self.open.push(Open { id, block, area, counter });
        true
    }

    fn open_area(&mut self) -> usize {
        let parent = self.open.iter().rev().find_map(|o| o.area).unwrap_or(0);
        let first = self.page.pieces.len();
        self.page.areas.push(Area { parent: Some(parent), first, end: first });
        self.page.areas.len() - 1
    }

    fn leave(&mut self, id: NodeId) {
        if self.open.last().is_none_or(|open| open.id != id) {
            return;
        }
        let Some(open) = self.open.pop() else { return };
        if open.block {
            self.flush();
        }
        if let Some(area) = open.area {
            self.page.areas[area].end = self.page.pieces.len();
        }
        if let Some(element) = self.tree.element(id) {
            self.flow.leave(element);
            self.tables.leave(element.tag());
            if let Some(name) = attachment::linked(element, || self.tree.words(id)) {
                self.page.attachments.push((self.page.pieces.len(), name));
            }
        }
    }

    fn text(&mut self, words: &str) {
        if !self.flow.keeps_lines() {
            self.flow.push(words);
            return;
        }
        for (n, line) in words.split('\n').enumerate() {
            if n > 0 {
                self.flush();
            }
            self.flow.push(line);
        }
    }

    fn flush(&mut self) {
        let area = self.open.iter().rev().find_map(|o| o.area).unwrap_or(0);
        if let Some(piece) = self.flow.take(area) {
            self.cells.push(self.tables.here(&piece));
            self.page.pieces.push(piece);
        }
    }

    fn finish(mut self) -> Page {
        self.flush();
        self.page.areas[0].end = self.page.pieces.len();
        let numbers = self.tables.numbered();
        for (piece, cell) in self.page.pieces.iter_mut().zip(&self.cells) {
            if let Some(cell) = cell.and_then(|c| c.data_cell(&numbers)) {
                piece.kind = BlockKind::Cell(cell);
            }
        }
        self.page
    }
}
