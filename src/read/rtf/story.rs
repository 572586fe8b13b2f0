//! The paragraphs of an RTF file in the making, and what they become.

use super::styles::Styles;
use super::{FORMAT, Seen};
use crate::read::cells::Cells;
use crate::read::draft::Draft;
use crate::read::segments::segments;
use crate::read::{Limit, Limits, ReadError};
use crate::text::{BlockKind, CellRef, Origin, Source};

/// What a paragraph belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Body,
    Note,
    TextBox,
}

/// A paragraph as it was closed.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) place: Place,
    pub(super) number: String,
    pub(super) words: String,
    pub(super) style: i32,
    pub(super) outline: Option<i32>,
    pub(super) cell: Option<CellRef>,
    /// Its count in the file, from 1, empty ones included; none in notes and boxes.
    pub(super) count: Option<u32>,
}

/// All that a pass found.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) styles: Styles,
    pub(super) seen: Seen,
}

impl Story {
    /// The text: body and boxes in their order, notes at the end.
    pub(super) fn finish(self, limits: &Limits) -> Result<Source, ReadError> {
        let mut cells = Cells::default();
        self.paragraphs.iter().for_each(|p| cells.note(p.cell, p.words.len()));
        let mut draft = Draft::default();
        let (notes, body): (Vec<_>, Vec<_>) = self.paragraphs.iter().partition(|p| p.place == Place::Note);
        for paragraph in body.into_iter().chain(notes) {
            self.push(paragraph, &cells, &mut draft);
            draft.check(FORMAT, limits)?;
        }
        Ok(draft.finish(FORMAT, self.seen.warnings()))
    }

    fn push(&self, paragraph: &Paragraph, cells: &Cells, draft: &mut Draft) {
        let data = paragraph.cell.filter(|cell| cells.is_data(*cell));
        let mut kind = match (paragraph.place, data) {
            (Place::Note, _) => BlockKind::Note,
            (Place::TextBox, _) => BlockKind::TextBox,
            (Place::Body, Some(cell)) => BlockKind::Cell(cell),
            (Place::Body, None) => self.styles.kind(paragraph.style, paragraph.outline),
        };
        let origin = Origin { paragraph: paragraph.count, cell: paragraph.cell, ..Origin::default() };
        let mut number = spaced(&paragraph.number);
        for segment in segments(&paragraph.words) {
            let words = paragraph.words.get(segment.range()).unwrap_or("");
            draft.push_numbered(&number, words, kind, origin);
            // What follows a break is text under the heading.
            number.clear();
            if let BlockKind::Heading(_) = kind {
                kind = BlockKind::Paragraph;
            }
        }
    }

    /// Keep a paragraph that was closed.
    pub(super) fn keep(&mut self, paragraph: Paragraph, limits: &Limits) -> Result<(), ReadError> {
        if !paragraph.words.trim().is_empty() {
            self.paragraphs.push(paragraph);
        }
        limits.check(Limit::Paragraphs, FORMAT, self.paragraphs.len() as u64)
    }
}

/// A number with the blank that it is printed with: after `一、` none, after `1.` one.
fn spaced(number: &str) -> String {
    let number = number.trim();
    let western = number.ends_with(|c: char| c.is_ascii() || c == '•');
    if western { format!("{number} ") } else { number.to_string() }
}
