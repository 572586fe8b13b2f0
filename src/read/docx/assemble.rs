//! Paragraphs of all parts to the text of a source: numbers rendered, kinds decided, notes at the end.

use std::collections::HashMap;

use super::FORMAT;
use super::counters::Counters;
use super::numbering::Numbering;
use super::story::{NoteKind, Paragraph, Piece, Place, Story};
use super::styles::Styles;
use crate::read::cells::Cells;
use crate::read::draft::Draft;
use crate::read::segments::segments;
use crate::read::{Limits, ReadError};
use crate::text::{BlockKind, Origin, Span};

/// The text being put together.
pub(super) struct Assembly<'d> {
    styles: &'d Styles,
    limits: &'d Limits,
    counters: Counters<'d>,
    draft: Draft,
    pieces: Vec<Piece>,
}

impl<'d> Assembly<'d> {
    pub(super) fn new(styles: &'d Styles, numbering: &'d Numbering, limits: &'d Limits) -> Assembly<'d> {
        let counters = Counters::new(numbering, styles);
        Assembly { styles, limits, counters, draft: Draft::default(), pieces: Vec::new() }
    }

    /// The body with its tables and text boxes.
    pub(super) fn body(&mut self, story: &Story) -> Result<(), ReadError> {
        let mut cells = Cells::default();
        for paragraph in &story.paragraphs {
            cells.note(paragraph.cell, paragraph.text.len());
        }
        let boxes_are_text = boxes_hold_most(story);
        for paragraph in story.paragraphs.iter().filter(|p| !matches!(p.place, Place::Note(_))) {
            let number = self.number(paragraph);
            let kind = match paragraph.cell.filter(|cell| cells.is_data(*cell)) {
                _ if paragraph.contents => BlockKind::Contents,
                _ if self.styles.is_contents(paragraph.properties.style.as_deref()) => BlockKind::Contents,
                Some(cell) => BlockKind::Cell(cell),
                None if paragraph.place == Place::TextBox && !boxes_are_text => BlockKind::TextBox,
                None => self.heading(paragraph).map_or(BlockKind::Paragraph, BlockKind::Heading),
            };
            let origin = Origin {
                page: story.seen.pages.then_some(paragraph.page),
                page_is_estimate: story.seen.pages,
                paragraph: Some(paragraph.number),
                cell: paragraph.cell,
            };
            self.push(story, paragraph, &number, kind, origin)?;
        }
        Ok(())
    }

    /// The notes of one kind, in the order in which the body refers to them.
    pub(super) fn notes(&mut self, kind: NoteKind, body: &Story, notes: &Story) -> Result<(), ReadError> {
        let mut by_id: HashMap<&str, Vec<&Paragraph>> = HashMap::new();
        for paragraph in &notes.paragraphs {
            if let Place::Note(id) = &paragraph.place {
                by_id.entry(id).or_default().push(paragraph);
            }
        }
        let pieces = self.pieces.len();
        for reference in body.references.iter().filter(|r| r.kind == kind) {
            let origin = Origin {
                page: body.seen.pages.then_some(reference.page),
                page_is_estimate: body.seen.pages,
                paragraph: Some(reference.number),
                cell: None,
            };
            for paragraph in by_id.remove(reference.id.as_str()).unwrap_or_default() {
                self.push(notes, paragraph, "", BlockKind::Note, origin)?;
            }
        }
        // Notes stand in a part of their own.
        self.pieces.truncate(pieces);
        Ok(())
    }

    /// Notes that stand in the text itself, as Word 2003 writes them.
    pub(super) fn inner_notes(&mut self, story: &Story) -> Result<(), ReadError> {
        for paragraph in story.paragraphs.iter().filter(|p| matches!(p.place, Place::Note(_))) {
            let origin = Origin { paragraph: Some(paragraph.number), ..Origin::default() };
            self.push(story, paragraph, "", BlockKind::Note, origin)?;
        }
        Ok(())
    }

    pub(super) fn finish(self) -> (Draft, Vec<Piece>) {
        (self.draft, self.pieces)
    }

    fn number(&mut self, paragraph: &Paragraph) -> String {
        let properties = &paragraph.properties;
        match &properties.label {
            Some(label) => label.clone(),
            None => self.counters.next(properties.style.as_deref(), properties.list),
        }
    }

    fn heading(&self, paragraph: &Paragraph) -> Option<u8> {
        match paragraph.properties.outline {
            Some(level) => (level < 9).then_some(level + 1),
            None => self.styles.heading(paragraph.properties.style.as_deref()),
        }
    }

    /// Append the words of a paragraph, and keep where each of them stands in the part.
    fn push(
        &mut self,
        story: &Story,
        paragraph: &Paragraph,
        number: &str,
        kind: BlockKind,
        origin: Origin,
    ) -> Result<(), ReadError> {
        let words = story.text.get(paragraph.text.range()).unwrap_or("");
        let pieces = story.pieces.get(paragraph.pieces.clone()).unwrap_or(&[]);
        let mut pieces = pieces.iter().peekable();
        let (mut number, mut kind) = (number, kind);
        for segment in segments(words) {
            let text = words.get(segment.range()).unwrap_or("");
            let Some(start) = self.draft.push_numbered(number, text, kind, origin) else { continue };
            self.draft.check(FORMAT, self.limits)?;
            let from = paragraph.text.start + segment.start;
            let wanted = Span { start: from, end: from + segment.len() as u32 };
            while let Some(piece) = pieces.peek() {
                if piece.text.start >= wanted.end {
                    break;
                }
                self.pieces.extend(cut(piece, wanted, start));
                if piece.text.end > wanted.end {
                    break;
                }
                pieces.next();
            }
            // What follows a break is text under the heading.
            number = "";
            if let BlockKind::Heading(_) = kind {
                kind = BlockKind::Paragraph;
            }
        }
        Ok(())
    }
}

/// The part of a piece that lies in `wanted`, moved to where `wanted` begins in the source.
fn cut(piece: &Piece, wanted: Span, start: usize) -> Option<Piece> {
    let from = piece.text.start.max(wanted.start);
    let to = piece.text.end.min(wanted.end);
    let xml = if piece.text.len() == piece.xml.len() {
        let shift = from.checked_sub(piece.text.start)?;
        Span { start: piece.xml.start + shift, end: piece.xml.start + shift + to.saturating_sub(from) }
    } else {
        piece.xml
    };
    let at = start as u32 + from - wanted.start;
    (from < to).then_some(Piece { text: Span { start: at, end: at + to - from }, xml, run: piece.run })
}

/// Some converters put every paragraph in a text box.
fn boxes_hold_most(story: &Story) -> bool {
    let bytes = |wanted: bool| -> usize {
        let of = story.paragraphs.iter().filter(|p| (p.place == Place::TextBox) == wanted);
        of.map(|p| p.text.len()).sum()
    };
    bytes(true) > bytes(false)
}
