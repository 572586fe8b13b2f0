//! Tables: the cell that a paragraph stands in, and whether it is data or page layout.

use std::collections::BTreeMap;

use super::story::Paragraph;
use crate::text::CellRef;

/// Tables inside tables inside tables.
const MOST_NESTED: usize = 8;
/// A cell with this much text is a page that was laid out in a table.
const LAYOUT_PARAGRAPHS: u32 = 5;
const LAYOUT_BYTES: usize = 1200;

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

/// How much text the cells of a file hold.
pub(super) struct Cells {
    filled: BTreeMap<(u32, u32, u32), (u32, usize)>,
    /// The last column of each table.
    columns: BTreeMap<u32, u32>,
}

impl Cells {
    pub(super) fn of(paragraphs: &[Paragraph]) -> Cells {
        let mut cells = Cells { filled: BTreeMap::new(), columns: BTreeMap::new() };
        for paragraph in paragraphs {
            let Some(cell) = paragraph.cell else { continue };
            let filled = cells.filled.entry((cell.table, cell.row, cell.column)).or_default();
            *filled = (filled.0 + 1, filled.1 + paragraph.words.len());
            let columns = cells.columns.entry(cell.table).or_default();
            *columns = (*columns).max(cell.column);
        }
        cells
    }

    /// Whether the cell is an entry of a table.
    pub(super) fn is_data(&self, cell: CellRef) -> bool {
        let filled = self.filled.get(&(cell.table, cell.row, cell.column));
        let page = filled.is_some_and(|(n, bytes)| *n >= LAYOUT_PARAGRAPHS && *bytes >= LAYOUT_BYTES);
        self.columns.get(&cell.table) != Some(&1) && !page
    }
}
