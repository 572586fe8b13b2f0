//! Tables: the cell that a paragraph stands in.

use crate::text::CellRef;

/// Tables inside tables inside tables.
const MOST_NESTED: usize = 8;

/// The tables open at the current paragraph, outermost first.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// Table, row, and the cells already closed in it.
    open: Vec<(u32, u32, u32)>,
    count: u32,
}

impl Tables {
    /// The cell of a paragraph that stands in this many tables.
    pub(super) fn cell(&mut self, nesting: u32) -> Option<CellRef> {
        let nesting = usize::try_from(nesting).unwrap_or(MOST_NESTED).min(MOST_NESTED);
        self.open.truncate(nesting);
        while self.open.len() < nesting {
            self.count += 1;
            self.open.push((self.count, 1, 0));
        }
        self.open.last().map(|(table, row, closed)| CellRef { table: *table, row: *row, column: closed + 1 })
    }

    /// `\cell`, `\nestcell`
    pub(super) fn close_cell(&mut self) {
        if let Some((.., closed)) = self.open.last_mut() {
            *closed += 1;
        }
    }

    /// `\row`, `\nestrow`
    pub(super) fn close_row(&mut self) {
        if let Some((_, row, closed)) = self.open.last_mut() {
            (*row, *closed) = (*row + 1, 0);
        }
    }
}
