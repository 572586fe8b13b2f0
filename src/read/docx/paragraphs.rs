//! Paragraphs: their properties, and marks that are gone, which join two of them.

use super::FORMAT;
use super::body::Pass;
use super::context::{Element, MarkState, OpenParagraph};
use super::story::{Paragraph, Properties};
use crate::read::xml::Tag;
use crate::read::{Limit, ReadError};
use crate::text::Span;

impl Pass<'_> {
    pub(super) fn begin_paragraph(&mut self) -> Result<Element, ReadError> {
        self.count += 1;
        self.limits.check(Limit::Paragraphs, FORMAT, u64::from(self.count))?;
        let number = self.count;
        let layer = self.layer();
        let cell = layer.cell();
        let mut paragraph = OpenParagraph { number, cell, ..OpenParagraph::default() };
        if let Some(before) = layer.carry.take() {
            let decides = before.mark == MarkState::Hidden && !before.text.is_empty();
            paragraph.inherited = before.inherited.or_else(|| decides.then_some(before.properties));
            if !before.text.is_empty() {
                paragraph.number = before.number;
            }
            paragraph.text = before.text;
            paragraph.pieces = before.pieces;
            paragraph.page = before.page;
            paragraph.begun = before.begun;
            paragraph.contents = before.contents;
        }
        self.paragraphs.push(paragraph);
        Ok(Element::Paragraph)
    }

    pub(super) fn end_paragraph(&mut self) {
        // The code of a field stands in one paragraph; without its end it must not swallow the document.
        self.fields.retain(|field| !field.in_code);
        let Some(paragraph) = self.paragraphs.pop() else { return };
        if paragraph.mark == MarkState::There {
            self.emit(paragraph);
        } else {
            self.layer().carry = Some(paragraph);
        }
    }

    /// End the text at work: what was to be joined to a next paragraph stands alone.
    pub(super) fn flush(&mut self) {
        if let Some(paragraph) = self.layer().carry.take()
            && !paragraph.text.is_empty()
        {
            self.emit(paragraph);
        }
    }

    fn emit(&mut self, paragraph: OpenParagraph) {
        let base = self.story.text.len() as u32;
        let first = self.story.pieces.len();
        self.story.text.push_str(&paragraph.text);
        self.story.pieces.extend(paragraph.pieces.into_iter().map(|mut piece| {
            piece.text = Span { start: piece.text.start + base, end: piece.text.end + base };
            piece
        }));
        let done = Paragraph {
            text: Span { start: base, end: self.story.text.len() as u32 },
            pieces: first..self.story.pieces.len(),
            properties: paragraph.inherited.unwrap_or(paragraph.properties),
            place: self.layer().place.clone(),
            cell: paragraph.cell,
            contents: paragraph.contents,
            number: paragraph.number,
            page: paragraph.page.unwrap_or(self.page),
        };
        if self.paragraphs.is_empty() {
            self.story.paragraphs.push(done);
            self.story.paragraphs.append(&mut self.floats);
        } else {
            self.floats.push(done);
        }
    }

    fn properties(&mut self) -> Option<&mut Properties> {
        self.paragraphs.last_mut().map(|p| &mut p.properties)
    }

    pub(super) fn paragraph_property(&mut self, tag: &Tag<'_>) -> Option<Element> {
        match tag.name() {
            "pStyle" => self.properties()?.style = tag.get("val"),
            "outlineLvl" => {
                self.properties()?.outline = tag.number("val").and_then(|v| u8::try_from(v).ok());
            }
            "numPr" | "listPr" => return Some(Element::ListProps),
            "pageBreakBefore" if tag.is_on() => self.page_break(),
            "rPr" => return Some(Element::Mark),
            _ => return None,
        }
        Some(Element::Other)
    }

    pub(super) fn list_property(&mut self, tag: &Tag<'_>) -> Option<Element> {
        let properties = self.properties()?;
        properties.list.note(tag);
        if tag.name() == "t" {
            properties.label = tag.get("val");
        }
        Some(Element::Other)
    }

    pub(super) fn mark_property(&mut self, tag: &Tag<'_>) -> Option<Element> {
        let state = match tag.name() {
            "del" | "moveFrom" => {
                self.story.seen.changes = true;
                MarkState::Deleted
            }
            "vanish" if tag.is_on() => MarkState::Hidden,
            "ins" | "moveTo" => {
                self.story.seen.changes = true;
                return Some(Element::Other);
            }
            _ => return None,
        };
        let paragraph = self.paragraphs.last_mut()?;
        if paragraph.mark != MarkState::Deleted {
            paragraph.mark = state;
        }
        Some(Element::Other)
    }
}
