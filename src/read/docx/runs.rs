//! Runs: words with a format, breaks, fields, references to notes.

use super::FORMAT;
use super::body::{Keep, Pass};
use super::context::{Element, Field, OpenRun};
use super::story::{NoteKind, Piece, Reference, Run};
use crate::read::xml::Tag;
use crate::read::{Limit, ReadError};
use crate::text::Span;

/// More of the code of a field is not needed to tell what it is.
const CODE: usize = 32;
/// Fields inside fields; more are no work of a person.
const FIELDS: usize = 64;
/// Steps of work that a piece stands for: pieces cost memory, and a document has far fewer than it has bytes.
const STEPS: u64 = 20;

impl Pass<'_> {
    pub(super) fn begin_run(&mut self, tag: &Tag<'_>) -> Element {
        let format = Span { start: tag.span.end, end: tag.span.end };
        let (start, open) = (tag.span.start, self.takes_marks());
        self.runs.push(OpenRun { index: None, start, format, hidden: None, style: None, open });
        Element::Run
    }

    pub(super) fn end_run(&mut self, end: Span) {
        let Some(run) = self.runs.pop() else { return };
        let slot = run.index.and_then(|index| self.story.runs.get_mut(index as usize));
        if let Some(slot) = slot {
            slot.xml = Span { start: run.start, end: end.end };
            slot.format = run.format;
        }
    }

    pub(super) fn begin_run_format(&mut self, tag: &Tag<'_>) -> Element {
        if let Some(run) = self.runs.last_mut() {
            run.format = tag.span;
        }
        Element::RunProps
    }

    pub(super) fn end_run_format(&mut self, end: Span) {
        if let Some(run) = self.runs.last_mut() {
            run.format.end = end.end;
        }
    }

    pub(super) fn run_property(&mut self, tag: &Tag<'_>) -> Option<Element> {
        let run = self.runs.last_mut()?;
        match tag.name() {
            "vanish" => run.hidden = Some(tag.is_on()),
            "rStyle" => run.style = tag.get("val"),
            _ => return None,
        }
        Some(Element::Other)
    }

    /// What stands in a run beside its format.
    pub(super) fn in_run(&mut self, tag: &Tag<'_>) -> Result<Option<Element>, ReadError> {
        match tag.name() {
            "t" => return Ok(Some(Element::Text)),
            "instrText" => return Ok(Some(Element::Code)),
            "tab" | "ptab" => self.words("\t", tag.span)?,
            "noBreakHyphen" => self.words("-", tag.span)?,
            "cr" => self.words("\n", tag.span)?,
            "br" => {
                self.words("\n", tag.span)?;
                if tag.get("type").as_deref() == Some("page") {
                    self.page_break();
                }
            }
            "sym" => self.symbol(tag)?,
            "lastRenderedPageBreak" => {
                self.story.seen.pages = true;
                // A break that the writer made has been counted already.
                self.page += u32::from(!std::mem::take(&mut self.fresh_page));
            }
            "fldChar" => self.field_mark(&tag.get("fldCharType").unwrap_or_default()),
            "footnoteReference" => self.reference(NoteKind::Foot, tag),
            "endnoteReference" => self.reference(NoteKind::End, tag),
            _ => return Ok(None),
        }
        Ok(Some(Element::Other))
    }

    /// A page ends here by the writer's will.
    pub(super) fn page_break(&mut self) {
        let blank = self.story.text.is_empty() && self.paragraphs.iter().all(|p| p.text.is_empty());
        if !blank {
            self.story.seen.pages = true;
            self.page += 1;
            self.fresh_page = true;
        }
    }

    /// A character named by its number in a font. Private numbers are pictures, such as ticked boxes.
    fn symbol(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        let number = tag.get("char").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
        match number.and_then(char::from_u32).filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c)) {
            Some(c) => self.words(c.encode_utf8(&mut [0; 4]), tag.span),
            None => Ok(()),
        }
    }

    fn reference(&mut self, kind: NoteKind, tag: &Tag<'_>) {
        let (Some(id), Some(paragraph)) = (tag.get("id"), self.paragraphs.last()) else { return };
        let number = paragraph.number;
        self.story.references.push(Reference { kind, id, number, page: self.page });
    }

    fn field_mark(&mut self, kind: &str) {
        self.frame_field(kind);
        match kind {
            "begin" if self.fields.len() < FIELDS => {
                self.fields.push(Field { in_code: true, code: String::new() });
            }
            "separate" => {
                if let Some(field) = self.fields.last_mut() {
                    field.in_code = false;
                }
            }
            "end" => drop(self.fields.pop()),
            _ => {}
        }
    }

    pub(super) fn field_code(&mut self, text: &str) {
        if let Some(field) = self.fields.last_mut().filter(|f| f.code.len() < CODE) {
            field.code.extend(text.chars().take(CODE));
        }
    }

    /// Words of the final text; a character that is written otherwise comes alone, with its whole mark.
    pub(super) fn words(&mut self, text: &str, xml: Span) -> Result<(), ReadError> {
        let Some(paragraph) = self.paragraphs.last_mut() else { return Ok(()) };
        let Some(run) = self.runs.last_mut() else { return Ok(()) };
        if text.is_empty() || self.fields.iter().any(|f| f.in_code) {
            return Ok(());
        }
        let by_style = || {
            let own = run.style.as_deref().is_some_and(|id| self.styles.hidden(Some(id)));
            own || self.styles.hidden(paragraph.properties.style.as_deref())
        };
        let blank = text.trim().is_empty();
        if run.hidden.unwrap_or_else(by_style) {
            self.story.seen.hidden |= !blank;
            return Ok(());
        }
        if !paragraph.begun {
            paragraph.begun = !blank;
            paragraph.page = Some(self.page);
            paragraph.contents = self.contents > 0 || self.fields.iter().any(Field::is_contents);
        }
        self.fresh_page = false;
        let start = paragraph.text.len();
        if xml.len() == text.len() && text.contains(['\n', '\r', '\t']) {
            // Line ends in the XML itself are blanks; only break elements break a line.
            paragraph.text.push_str(&text.replace(['\n', '\r', '\t'], " "));
        } else {
            paragraph.text.push_str(text);
        }
        if self.keep == Keep::Words {
            return Ok(());
        }
        self.pieces += 1;
        self.limits.check(Limit::Work, FORMAT, self.pieces * STEPS)?;
        let known = run.index;
        let index = *run.index.get_or_insert(self.story.runs.len() as u32);
        let text = Span::new(start, paragraph.text.len());
        paragraph.pieces.push(Piece { text, xml, run: index });
        if known.is_none() {
            self.story.runs.push(Run { xml, format: run.format, around: xml, open: run.open });
            self.frame_run(index);
        }
        Ok(())
    }
}
