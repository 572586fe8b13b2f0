//! A chapter: a web page that is well-formed XML.

use super::FORMAT;
use crate::read::draft::Draft;
use crate::read::xml::{Event, Tag, Xml};
use crate::read::{Limits, ReadError};
use crate::text::{BlockKind, CellRef, Origin};

/// What is counted over all chapters.
#[derive(Debug, Default)]
pub(super) struct Counts {
    paragraphs: u32,
    tables: u32,
}

/// Add the paragraphs of a chapter; says whether it holds pictures.
pub(super) fn read(
    text: &str,
    name: &str,
    draft: &mut Draft,
    counts: &mut Counts,
    limits: &Limits,
) -> Result<bool, ReadError> {
    let mut xml = Xml::new(text, name, FORMAT, limits).page();
    let mut page = Page { draft, counts, words: String::new(), open: Vec::new(), tables: Vec::new() };
    let mut pictures = false;
    while let Some(event) = xml.next()? {
        match event {
            Event::Open(tag) => {
                pictures |= matches!(tag.name(), "img" | "image");
                match element(&tag) {
                    Element::Skipped => drop(xml.skip()?),
                    element => page.begin(element),
                }
            }
            Event::Close(_) => {
                page.end();
                page.draft.check(FORMAT, limits)?;
            }
            Event::Text(text, _) => page.words(&text),
        }
    }
    page.flush();
    Ok(pictures)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Inline,
    Block,
    Heading(u8),
    Table,
    Row,
    Cell,
    Skipped,
}

fn element(tag: &Tag<'_>) -> Element {
    match tag.name() {
        "head" | "script" | "style" | "nav" | "svg" | "rt" | "template" => Element::Skipped,
        "h1" => Element::Heading(1),
        "h2" => Element::Heading(2),
        "h3" => Element::Heading(3),
        "h4" | "h5" | "h6" => Element::Heading(4),
        "table" => Element::Table,
        "tr" => Element::Row,
        "td" | "th" => Element::Cell,
        "p" | "div" | "li" | "br" | "body" | "section" | "article" | "blockquote" | "hr" | "dt" | "dd"
        | "pre" | "ul" | "ol" | "dl" | "figure" | "figcaption" | "aside" | "header" | "footer"
        | "caption" => Element::Block,
        _ => Element::Inline,
    }
}

struct Page<'d> {
    draft: &'d mut Draft,
    counts: &'d mut Counts,
    words: String,
    open: Vec<Element>,
    tables: Vec<CellRef>,
}

impl Page<'_> {
    fn begin(&mut self, element: Element) {
        if element != Element::Inline {
            self.flush();
        }
        match element {
            Element::Table => {
                self.counts.tables += 1;
                self.tables.push(CellRef { table: self.counts.tables, row: 0, column: 0 });
            }
            Element::Row => self.cell(|cell| *cell = CellRef { row: cell.row + 1, column: 0, ..*cell }),
            Element::Cell => self.cell(|cell| cell.column += 1),
            _ => {}
        }
        self.open.push(element);
    }

    fn end(&mut self) {
        let Some(element) = self.open.last().copied() else { return };
        if element != Element::Inline {
            self.flush();
        }
        if element == Element::Table {
            self.tables.pop();
        }
        self.open.pop();
    }

    fn cell(&mut self, change: impl Fn(&mut CellRef)) {
        if let Some(cell) = self.tables.last_mut() {
            change(cell);
        }
    }

    fn words(&mut self, text: &str) {
        for c in text.chars() {
            if !matches!(c, ' ' | '\t' | '\n' | '\r') {
                self.words.push(c);
            } else if !self.words.ends_with(' ') {
                self.words.push(' ');
            }
        }
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.trim().is_empty() {
            return;
        }
        self.counts.paragraphs += 1;
        let heading = self.open.iter().rev().find_map(|e| match e {
            Element::Heading(level) => Some(BlockKind::Heading(*level)),
            _ => None,
        });
        let cell = self.tables.last().copied().filter(|cell| cell.column > 0);
        let kind = cell.map(BlockKind::Cell).or(heading).unwrap_or(BlockKind::Paragraph);
        let origin = Origin { paragraph: Some(self.counts.paragraphs), cell, ..Origin::default() };
        self.draft.push(&words, kind, origin);
    }
}
