//! Runs: words with a format, breaks, fields, references to notes.

use super::body::Pass;
use super::context::{Element, Field, OpenRun};
use super::story::{NoteKind, Piece, Reference, Run};
use crate::read::xml::Tag;
use crate::text::Span;

/// More of the code of a field is not needed to tell what it is.
const CODE: usize = 32;

impl Pass<'_> {
    pub(super) fn begin_run(&mut self, tag: &Tag<'_>) -> Element {
        let nothing = Span { start: tag.span.end, end: tag.span.end };
        let index = self.story.runs.len();
        self.story.runs.push(Run { xml: tag.span, format: nothing, divisible: false });
        self.runs.push(OpenRun {
            index,
            start: tag.span.start,
            format: nothing,
            hidden: None,
            style: None,
            texts: 0,
            others: 0,
        });
        Element::Run
    }

    pub(super) fn end_run(&mut self, end: Span) {
        let Some(run) = self.runs.pop() else { return };
        if let Some(slot) = self.story.runs.get_mut(run.index) {
            let xml = Span { start: run.start, end: end.end };
            *slot = Run { xml, format: run.format, divisible: run.texts == 1 && run.others == 0 };
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

    pub(super) fn child_of_run(&mut self, name: &str) {
        if let Some(run) = self.runs.last_mut() {
            match name {
                "t" => run.texts += 1,
                "rPr" => {}
                _ => run.others += 1,
            }
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
    pub(super) fn in_run(&mut self, tag: &Tag<'_>) -> Option<Element> {
        match tag.name() {
            "t" => return Some(Element::Text),
            "instrText" => return Some(Element::Code),
            "tab" | "ptab" => self.words("\t", tag.span),
            "noBreakHyphen" => self.words("-", tag.span),
            "cr" => self.words("\n", tag.span),
            "br" => {
                self.words("\n", tag.span);
                if tag.get("type").as_deref() == Some("page") {
                    self.page_break();
                }
            }
            "sym" => self.symbol(tag),
            "lastRenderedPageBreak" if self.fresh_page => {
                self.story.seen.pages = true;
                self.fresh_page = false;
            }
            "lastRenderedPageBreak" => {
                self.story.seen.pages = true;
                self.page += 1;
            }
            "fldChar" => self.field_mark(&tag.get("fldCharType").unwrap_or_default()),
            "footnoteReference" => self.reference(NoteKind::Foot, tag),
            "endnoteReference" => self.reference(NoteKind::End, tag),
            _ => return None,
        }
        Some(Element::Other)
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
    fn symbol(&mut self, tag: &Tag<'_>) {
        let number = tag.get("char").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
        if let Some(c) = number.and_then(char::from_u32).filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c)) {
            self.words(c.encode_utf8(&mut [0; 4]), tag.span);
        }
    }

    fn reference(&mut self, kind: NoteKind, tag: &Tag<'_>) {
        let (Some(id), Some(paragraph)) = (tag.get("id"), self.paragraphs.last()) else { return };
        let number = paragraph.number;
        self.story.references.push(Reference { kind, id, number, page: self.page });
    }

    fn field_mark(&mut self, kind: &str) {
        match kind {
            "begin" => self.fields.push(Field { in_code: true, code: String::new() }),
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
    pub(super) fn words(&mut self, text: &str, xml: Span) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if text.is_empty() || self.fields.iter().any(|f| f.in_code) {
            return;
        }
        let Some(run) = self.runs.last() else { return };
        let by_style = || {
            let own = run.style.as_deref().is_some_and(|id| self.styles.hidden(Some(id)));
            own || self.styles.hidden(paragraph.properties.style.as_deref())
        };
        if run.hidden.unwrap_or_else(by_style) {
            self.story.seen.hidden |= !text.trim().is_empty();
            return;
        }
        if paragraph.text.trim().is_empty() {
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
        let text = Span::new(start, paragraph.text.len());
        paragraph.pieces.push(Piece { text, xml, run: run.index as u32 });
    }
}
