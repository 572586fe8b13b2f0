//! One pass over the text: elements to paragraphs, without what is deleted or hidden.

use super::FORMAT;
use super::flow::{Element, Item, Layer, Paragraph, Place, Seen};
use super::lists::Counters;
use super::styles::{Family, Styles};
use crate::read::xml::{Event, Tag, Xml};
use crate::read::{Limit, Limits, ReadError};
use crate::text::CellRef;

/// Elements that are passed over with all they hold.
const SKIPPED: [&str; 12] = [
    "annotation",
    "automatic-styles",
    "forms",
    "master-styles",
    "note-citation",
    "object",
    "ruby-text",
    "script",
    "scripts",
    "sequence-decls",
    "styles",
    "variable-decls",
];
/// Shapes that may hold text of their own.
const SHAPES: [&str; 6] = ["text-box", "custom-shape", "rect", "ellipse", "caption", "note-body"];

/// What the text holds.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) seen: Seen,
}

/// Read the text of a part.
pub(super) fn read(text: &str, styles: &Styles, limits: &Limits) -> Result<Text, ReadError> {
    let mut xml = Xml::new(text, "content.xml", FORMAT, limits);
    let mut pass = Pass {
        styles,
        limits,
        text: Text::default(),
        open: Vec::new(),
        layers: vec![Layer::new(Place::Body)],
        paragraphs: Vec::new(),
        floats: Vec::new(),
        counters: Counters::default(),
        indexes: 0,
        count: 0,
        seen: 0,
        tables: 0,
        page: 1,
        fresh_page: true,
    };
    while let Some(event) = xml.next()? {
        match event {
            Event::Open(tag) if pass.is_skipped(&tag) => drop(xml.skip()?),
            Event::Open(tag) => {
                let element = pass.open(&tag)?;
                pass.open.push(element);
            }
            Event::Close(_) => pass.close(),
            Event::Text(words, _) => pass.words(&words),
        }
    }
    Ok(pass.text)
}

/// The state of the pass.
pub(super) struct Pass<'x> {
    pub(super) styles: &'x Styles,
    limits: &'x Limits,
    text: Text,
    open: Vec<Element>,
    layers: Vec<Layer>,
    paragraphs: Vec<Paragraph>,
    /// Paragraphs of text boxes and notes, until the paragraph that holds them is complete.
    floats: Vec<Paragraph>,
    pub(super) counters: Counters,
    indexes: u32,
    count: u32,
    seen: u64,
    tables: u32,
    page: u32,
    /// A page has begun and nothing stands on it yet.
    fresh_page: bool,
}

impl Pass<'_> {
    fn is_skipped(&mut self, tag: &Tag<'_>) -> bool {
        let name = tag.name();
        let hidden = match name {
            "span" => self.styles.hidden(Family::Text, tag.get("style-name").as_deref()),
            "section" => tag.get("display").as_deref() == Some("none"),
            "hidden-text" | "hidden-paragraph" => true,
            _ => false,
        };
        self.text.seen.hidden |= hidden;
        self.text.seen.changes |=
            matches!(name, "changed-region" | "change" | "change-start" | "tracked-changes");
        // Titles and descriptions of pictures.
        let described = tag.prefix() == "svg" && matches!(name, "title" | "desc");
        hidden
            || described
            || name == "tracked-changes"
            || SKIPPED.contains(&name)
            || name.ends_with("-source")
    }

    fn open(&mut self, tag: &Tag<'_>) -> Result<Element, ReadError> {
        let name = tag.name();
        Ok(match name {
            "p" | "h" => self.begin_paragraph(tag)?,
            "s" => {
                let count = tag.number("c").and_then(|n| usize::try_from(n).ok()).unwrap_or(1);
                self.push(&" ".repeat(count.clamp(1, 8)))
            }
            "tab" => self.push("\t"),
            "line-break" => self.push("\n"),
            "soft-page-break" => self.page_break(),
            "list" => self.begin_list(tag),
            "list-item" => self.begin_item(Item { due: true, start: tag.number("start-value") }),
            "list-header" => self.begin_item(Item::default()),
            "numbered-paragraph" => self.begin_numbered(tag),
            "table" => {
                self.tables += 1;
                let table = CellRef { table: self.tables, row: 0, column: 0 };
                self.layer().tables.push(table);
                Element::Table
            }
            "table-row" => self.in_table(|cell| *cell = CellRef { row: cell.row + 1, column: 0, ..*cell }),
            "table-cell" | "covered-table-cell" => {
                self.in_table(|cell| cell.column += 1);
                Element::Cell
            }
            "index-body" => {
                self.indexes += 1;
                Element::Index
            }
            "image" => {
                self.text.seen.pictures = true;
                Element::Other
            }
            _ if SHAPES.contains(&name) => {
                let place = if name == "note-body" { Place::Note } else { Place::TextBox };
                self.layers.push(Layer::new(place));
                Element::Layer
            }
            _ => Element::Other,
        })
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Element::Paragraph) => self.end_paragraph(),
            Some(Element::List | Element::Numbered) => drop(self.layer().lists.pop()),
            Some(Element::Table) => drop(self.layer().tables.pop()),
            Some(Element::Layer) => drop(self.layers.pop()),
            Some(Element::Index) => self.indexes = self.indexes.saturating_sub(1),
            _ => {}
        }
    }

    /// The text at work. There always is one: the body is never closed.
    pub(super) fn layer(&mut self) -> &mut Layer {
        if self.layers.is_empty() {
            self.layers.push(Layer::new(Place::Body));
        }
        let last = self.layers.len() - 1;
        &mut self.layers[last]
    }

    fn in_table(&mut self, change: impl Fn(&mut CellRef)) -> Element {
        if let Some(cell) = self.layer().tables.last_mut() {
            change(cell);
        }
        Element::Other
    }

    fn page_break(&mut self) -> Element {
        self.text.seen.pages = true;
        if !self.fresh_page {
            self.page += 1;
            self.fresh_page = true;
        }
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|p| p.text.is_empty()) {
            paragraph.page = self.page;
        }
        Element::Other
    }

    fn begin_paragraph(&mut self, tag: &Tag<'_>) -> Result<Element, ReadError> {
        // A note is found at the paragraph that refers to it.
        self.count += u32::from(self.layer().place != Place::Note);
        self.seen += 1;
        self.limits.check(Limit::Paragraphs, FORMAT, self.seen)?;
        let style = tag.get("style-name");
        let style = style.as_deref();
        if self.styles.begins_page(style) && self.count > 1 {
            self.page_break();
        }
        let heading = tag.name() == "h";
        let level = if heading {
            Some(tag.number("outline-level").and_then(|l| u8::try_from(l).ok()).unwrap_or(1).max(1))
        } else {
            self.styles.level(style)
        };
        let restart = (heading && tag.get("restart-numbering").as_deref() == Some("true"))
            .then(|| tag.number("start-value").unwrap_or(1));
        let is_header = tag.get("is-list-header").as_deref() == Some("true");
        let auto_number =
            if is_header { String::new() } else { self.number(style, level.filter(|_| heading), restart) };
        let hidden = self.styles.hidden(Family::Paragraph, style);
        let contents = self.indexes > 0;
        let (number, page) = (self.count, self.page);
        let layer = self.layer();
        let (place, cell) = (layer.place, layer.tables.last().copied());
        let text = String::new();
        self.paragraphs.push(Paragraph {
            text,
            auto_number,
            level,
            place,
            cell,
            contents,
            number,
            page,
            hidden,
        });
        Ok(Element::Paragraph)
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        if paragraph.hidden {
            self.text.seen.hidden |= !paragraph.text.trim().is_empty();
        } else if self.paragraphs.is_empty() {
            self.text.paragraphs.push(paragraph);
        } else {
            self.floats.push(paragraph);
        }
        if self.paragraphs.is_empty() {
            self.text.paragraphs.append(&mut self.floats);
        }
    }

    /// Characters of the file: white space counts once.
    fn words(&mut self, words: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        for c in words.chars() {
            let space = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !space {
                paragraph.text.push(c);
            } else if !paragraph.text.is_empty() && !paragraph.text.ends_with([' ', '\n', '\t']) {
                paragraph.text.push(' ');
            }
        }
        self.fresh_page &= words.trim().is_empty();
    }

    /// Characters that stand for elements.
    fn push(&mut self, text: &str) -> Element {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
        Element::Other
    }
}
