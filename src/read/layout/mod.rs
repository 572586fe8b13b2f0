//! Pages of placed text to paragraphs: the geometry that formats with fixed pages share.
//!
//! Comes in: pages, and on each page pieces of upright text with their boxes, in any one unit. Goes out:
//! paragraphs in reading order, without running heads and page numbers. Must not know any file format.

mod apart;
mod columns;
mod furniture;
mod join;
mod margins;
mod rows;
mod tables;

use super::draft::Draft;
use crate::text::{BlockKind, CellRef, Origin};

/// A piece of text on the current page: a glyph, a word or a whole line. The caller has resolved rotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fragment<'t> {
    /// Left edge.
    pub(super) x: f32,
    /// Baseline, counted from the top of the page downward.
    pub(super) y: f32,
    /// Advance width of the whole piece.
    pub(super) width: f32,
    /// Font size.
    pub(super) height: f32,
    /// The characters, in reading order.
    pub(super) text: &'t str,
}

/// The pages of one document, filled one after the other.
#[derive(Debug, Default)]
pub(super) struct Pages {
    done: Vec<Page>,
    open: Option<(u32, i64)>,
    pieces: rows::Pieces,
    stretches: u64,
}

/// A page as rows of text from top to bottom.
#[derive(Debug)]
struct Page {
    number: u32,
    width: i64,
    rows: Vec<rows::Row>,
}

/// A line of text in its column, or a row of a table.
#[derive(Debug)]
struct Line {
    page: u32,
    frame: margins::FrameKey,
    y: i64,
    size: i64,
    cells: Vec<rows::Atom>,
}

/// A paragraph as it was joined from lines.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// The page on which it begins.
    pub(super) page: u32,
    /// Its words.
    pub(super) text: String,
    /// Whether it is body text, a cell, a note or an entry of a table of contents.
    pub(super) kind: BlockKind,
}

impl Pages {
    /// Begin the next page; what is put afterwards stands on it.
    pub(super) fn begin(&mut self, number: u32, width: f32) {
        self.close();
        self.open = Some((number, rows::mils(width)));
    }

    /// Put a piece on the current page. Blank pieces and pieces without a place are ignored.
    pub(super) fn put(&mut self, fragment: &Fragment<'_>) {
        self.pieces.put(fragment);
    }

    fn close(&mut self) {
        if let Some((number, width)) = self.open.take() {
            let rows = self.pieces.take_rows();
            self.stretches += rows.iter().map(|row| row.atoms.len() as u64).sum::<u64>();
            self.done.push(Page { number, width, rows });
        }
    }

    /// Stretches of text on the pages before the current one, to be held against a limit.
    pub(super) fn stretches(&self) -> u64 {
        self.stretches
    }

    /// Numbers of the pages that got no text.
    pub(super) fn blank(&mut self) -> Vec<u32> {
        self.close();
        self.done.iter().filter(|p| p.rows.is_empty()).map(|p| p.number).collect()
    }
}

/// The paragraphs of a document, in reading order, notes at the end.
pub(super) fn paragraphs(mut pages: Pages) -> Vec<Paragraph> {
    pages.close();
    let mut pages = pages.done;
    furniture::remove(&mut pages);
    let lines: Vec<Line> = pages.into_iter().flat_map(columns::lines).collect();
    let margins = margins::Margins::of(&lines);
    let (body, notes) = apart::set_notes_apart(lines, &margins);
    let mut out = join::paragraphs(&body, &margins);
    let first_note = out.len();
    out.extend(join::paragraphs(&notes, &margins));
    out.iter_mut().skip(first_note).for_each(|p| p.kind = BlockKind::Note);
    out
}

/// Hand paragraphs over to the text of a source.
pub(super) fn draft(paragraphs: Vec<Paragraph>) -> Draft {
    let mut draft = Draft::default();
    for Paragraph { page, text, kind } in paragraphs {
        let cell = cell_of(kind);
        draft.push(&text, kind, Origin { page: Some(page), cell, ..Origin::default() });
    }
    draft
}

fn cell_of(kind: BlockKind) -> Option<CellRef> {
    match kind {
        BlockKind::Cell(cell) => Some(cell),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
