//! Cells of a Word table, from the marks at the ends of cells and rows.

use super::document::Paragraph;
use crate::text::CellRef;

/// The tables around the current paragraph.
#[derive(Debug, Default)]
pub(super) struct Tables {
    open: Vec<CellRef>,
    count: u32,
}

impl Tables {
    /// The cell that a paragraph stands in.
    pub(super) fn enter(&mut self, paragraph: &Paragraph) -> Option<CellRef> {
        self.open.truncate(paragraph.depth);
        while self.open.len() < paragraph.depth {
            self.count += 1;
            self.open.push(CellRef { table: self.count, row: 1, column: 1 });
        }
        self.open.last().copied()
    }

    /// Go on after a paragraph; `cell_mark` when its last character ends a cell.
    pub(super) fn leave(&mut self, paragraph: &Paragraph, cell_mark: bool) {
        let Some(cell) = self.open.last_mut() else { return };
        if paragraph.ends_row {
            cell.row += 1;
            cell.column = 1;
        } else if cell_mark || paragraph.ends_inner_cell {
            cell.column += 1;
        }
    }
}
