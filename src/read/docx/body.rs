//! One pass over a text part: elements to paragraphs, with the final state of all changes.
//!
//! Comes in: the events of a part. Goes out: a [`Story`]. Elements are told by local name and by what they
//! stand in; nothing is recursive, the elements that are open stand on a stack.

use super::context::{Element, Field, Layer, OpenParagraph, OpenRun};
use super::parts::Part;
use super::story::{Place, Story};
use super::styles::Styles;
use crate::read::xml::{Event, Tag, Xml};
use crate::read::{Limits, ReadError};
use crate::text::Span;

/// Elements that are passed over with all they hold: deleted text, old versions of properties, the reading of
/// ideographs.
const SKIPPED: [&str; 16] = [
    "binData",
    "delInstrText",
    "delText",
    "ffData",
    "fldData",
    "numberingChange",
    "pPrChange",
    "rPrChange",
    "rt",
    "sectPr",
    "styles",
    "tblGrid",
    "tblPrChange",
    "tblPrExChange",
    "tcPrChange",
    "trPrChange",
];

/// What of a part is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// The words and where each of them stands.
    Pieces,
    /// The words only.
    Words,
}

/// Read a text part.
pub(super) fn read(part: &Part, keep: Keep, styles: &Styles, limits: &Limits) -> Result<Story, ReadError> {
    let mut xml = part.read(limits);
    let mut pass = Pass {
        keep,
        styles,
        limits,
        story: Story::default(),
        open: Vec::new(),
        layers: vec![Layer::new(Place::Body)],
        paragraphs: Vec::new(),
        floats: Vec::new(),
        runs: Vec::new(),
        fields: Vec::new(),
        contents: 0,
        count: 0,
        pieces: 0,
        tables: 0,
        page: 1,
        fresh_page: true,
    };
    while let Some(event) = xml.next()? {
        match event {
            Event::Open(tag) => pass.open(&tag, &mut xml)?,
            Event::Close(span) => pass.close(span),
            Event::Text(text, span) => match pass.open.last() {
                Some(Element::Text) => pass.words(&text, span)?,
                Some(Element::Code) => pass.field_code(&text),
                _ => {}
            },
        }
    }
    pass.flush();
    pass.story.paragraphs.append(&mut pass.floats);
    Ok(pass.story)
}

/// The state of the pass.
pub(super) struct Pass<'x> {
    pub(super) keep: Keep,
    pub(super) styles: &'x Styles,
    pub(super) limits: &'x Limits,
    pub(super) story: Story,
    pub(super) open: Vec<Element>,
    pub(super) layers: Vec<Layer>,
    pub(super) paragraphs: Vec<OpenParagraph>,
    /// Paragraphs of text boxes, until the paragraph that holds the box is complete.
    pub(super) floats: Vec<super::story::Paragraph>,
    pub(super) runs: Vec<OpenRun>,
    pub(super) fields: Vec<Field>,
    /// Open content controls that are tables of contents.
    pub(super) contents: u32,
    pub(super) count: u32,
    pub(super) pieces: u64,
    pub(super) tables: u32,
    pub(super) page: u32,
    /// A page has begun and nothing stands on it yet.
    pub(super) fresh_page: bool,
}

impl Pass<'_> {
    fn open(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        let parent = self.open.last().copied().unwrap_or(Element::Other);
        let element = match parent {
            Element::ParagraphProps => self.paragraph_property(tag),
            Element::ListProps => self.list_property(tag),
            Element::Mark => self.mark_property(tag),
            Element::RunProps => self.run_property(tag),
            Element::RowProps | Element::CellProps => self.table_property(tag),
            Element::Run if tag.name() != "rPr" => self.in_run(tag)?,
            _ => None,
        };
        let element = match element {
            Some(element) => element,
            None if self.is_skipped(tag) => {
                xml.skip()?;
                return Ok(());
            }
            None => self.structure(tag, parent)?,
        };
        self.open.push(element);
        self.enter(element, tag.span.start);
        Ok(())
    }

    /// Whether an element is no part of the final text.
    fn is_skipped(&mut self, tag: &Tag<'_>) -> bool {
        match tag.name() {
            "del" | "moveFrom" => self.story.seen.changes = true,
            "p" => return self.layer().muted,
            "Choice" | "Fallback" => return !self.takes_alternative(),
            "annotation" => return self.is_skipped_annotation(&tag.get("type").unwrap_or_default()),
            name => return SKIPPED.contains(&name),
        }
        true
    }

    /// A drawing is often written twice, for new and for old programs: the first way counts.
    fn takes_alternative(&mut self) -> bool {
        match self.open.last_mut() {
            Some(Element::Alternatives(taken)) => !std::mem::replace(taken, true),
            _ => true,
        }
    }

    /// Word 2003 marks changes and comments by annotations.
    fn is_skipped_annotation(&mut self, kind: &str) -> bool {
        self.story.seen.changes |= matches!(kind, "Word.Deletion" | "Word.Insertion");
        matches!(kind, "Word.Deletion" | "Word.Comment" | "Word.Formatting")
    }

    /// Elements that hold or order text.
    fn structure(&mut self, tag: &Tag<'_>, parent: Element) -> Result<Element, ReadError> {
        Ok(match tag.name() {
            "p" => self.begin_paragraph()?,
            "pPr" if parent == Element::Paragraph => Element::ParagraphProps,
            "rPr" if parent == Element::Run => self.begin_run_format(tag),
            "r" if !self.paragraphs.is_empty() => self.begin_run(tag),
            "ins" | "moveTo" => {
                self.story.seen.changes = true;
                Element::Wrapper
            }
            "hyperlink" | "smartTag" | "customXml" | "bdo" | "dir" => Element::Wrapper,
            "fldSimple" => {
                let code = tag.get("instr").unwrap_or_default();
                self.fields.push(Field { in_code: false, code });
                Element::SimpleField
            }
            "tbl" => self.begin_table(),
            "tr" => self.begin_row(),
            "tc" => self.begin_cell(),
            "trPr" => Element::RowProps,
            "tcPr" => Element::CellProps,
            "drawing" | "pict" | "object" => self.begin_drawing(),
            "txbxContent" => self.begin_layer(Place::TextBox),
            "footnote" | "endnote" => self.begin_layer(Place::Note(tag.get("id").unwrap_or_default())),
            "AlternateContent" => Element::Alternatives(false),
            "sdt" => Element::Control(false),
            "docPartGallery" => self.control_gallery(&tag.get("val").unwrap_or_default()),
            "altChunk" | "subDoc" => {
                self.story.seen.embedded = true;
                Element::Other
            }
            "OLEObject" => self.embedded_object(&tag.get("ProgID").unwrap_or_default()),
            _ => Element::Other,
        })
    }

    fn close(&mut self, span: Span) {
        let element = self.open.pop();
        self.leave(element, span.end);
        match element {
            Some(Element::Paragraph) => self.end_paragraph(),
            Some(Element::Run) => self.end_run(span),
            Some(Element::RunProps) => self.end_run_format(span),
            Some(Element::SimpleField) => drop(self.fields.pop()),
            Some(Element::Table) => self.end_table(),
            Some(Element::Row(muted) | Element::Drawing(muted)) => self.layer().muted = muted,
            Some(Element::Cell(muted)) => self.end_cell(muted),
            Some(Element::Layer) => self.end_layer(),
            Some(Element::Control(true)) => self.contents = self.contents.saturating_sub(1),
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

    fn begin_layer(&mut self, place: Place) -> Element {
        self.layers.push(Layer::new(place));
        Element::Layer
    }

    fn end_layer(&mut self) {
        self.flush();
        self.layers.pop();
    }

    fn begin_drawing(&mut self) -> Element {
        self.story.seen.pictures = true;
        Element::Drawing(std::mem::replace(&mut self.layer().muted, true))
    }

    /// A content control made from the gallery of tables of contents.
    fn control_gallery(&mut self, gallery: &str) -> Element {
        if gallery == "Table of Contents"
            && let Some(control) = self.open.iter_mut().rev().find(|e| matches!(e, Element::Control(_)))
            && *control == Element::Control(false)
        {
            *control = Element::Control(true);
            self.contents += 1;
        }
        Element::Other
    }

    fn embedded_object(&mut self, program: &str) -> Element {
        const DOCUMENTS: [&str; 5] = ["Word.", "WPS.", "Excel.", "ET.", "Package"];
        self.story.seen.embedded |= DOCUMENTS.iter().any(|kind| program.starts_with(kind));
        Element::Other
    }
}
