//! Tables that are page layouts: whole reports often stand in one cell.
//!
//! Comes in: where each paragraph stands and how long it is. Goes out: whether a cell is an entry of a table.

use std::collections::HashMap;

use crate::text::CellRef;

/// A cell with this much text is a page layout, not an entry of a table.
const LAYOUT_PARAGRAPHS: u32 = 5;
const LAYOUT_BYTES: usize = 1200;

/// How much text the cells of a document hold.
#[derive(Debug, Default)]
pub(super) struct Cells {
    /// By table, row and column: paragraphs and bytes.
    filled: HashMap<(u32, u32, u32), (u32, usize)>,
    /// By table: the last column.
    columns: HashMap<u32, u32>,
}

impl Cells {
    /// Note a paragraph of some bytes.
    pub(super) fn note(&mut self, cell: Option<CellRef>, bytes: usize) {
        let Some(cell) = cell else { return };
        let columns = self.columns.entry(cell.table).or_default();
        *columns = (*columns).max(cell.column);
        if bytes > 0 {
            let filled = self.filled.entry((cell.table, cell.row, cell.column)).or_default();
            *filled = (filled.0 + 1, filled.1 + bytes);
        }
    }

    /// Whether a cell is an entry of a table. A table of one column is a layout.
    pub(super) fn is_data(&self, cell: CellRef) -> bool {
        let filled = self.filled.get(&(cell.table, cell.row, cell.column));
        let page = filled.is_some_and(|(n, bytes)| *n >= LAYOUT_PARAGRAPHS && *bytes >= LAYOUT_BYTES);
        self.columns.get(&cell.table) != Some(&1) && !page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_in_a_cell_is_no_entry_of_a_table() {
        let mut cells = Cells::default();
        let at = |row, column| CellRef { table: 1, row, column };
        cells.note(Some(at(1, 1)), 12);
        for _ in 0..6 {
            cells.note(Some(at(1, 2)), 400);
        }
        assert!(cells.is_data(at(1, 1)));
        assert!(!cells.is_data(at(1, 2)));
    }
}
