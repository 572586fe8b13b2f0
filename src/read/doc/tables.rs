//! Cells of a Word table, from the marks at the ends of cells and rows.

use std::collections::BTreeMap;

use super::document::Paragraph;
use crate::text::{Block, BlockKind, CellRef};

/// A cell with an article has this many paragraphs …
const ARTICLE_PARAGRAPHS: usize = 6;
/// … or this many bytes.
const ARTICLE_BYTES: usize = 2_400;

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

/// Cells of tables that only arrange the page become paragraphs; their place stays known.
pub(super) fn dissolve_layout(blocks: &mut [Block]) {
    let mut tables: BTreeMap<u32, (u32, bool)> = BTreeMap::new();
    let mut cells: BTreeMap<(u32, u32, u32), (usize, usize)> = BTreeMap::new();
    for block in &*blocks {
        let BlockKind::Cell(cell) = block.kind else { continue };
        let table = tables.entry(cell.table).or_default();
        table.0 = table.0.max(cell.column);
        let (paragraphs, bytes) = cells.entry((cell.table, cell.row, cell.column)).or_default();
        *paragraphs += 1;
        *bytes += block.span.len();
        table.1 |= *paragraphs >= ARTICLE_PARAGRAPHS || *bytes >= ARTICLE_BYTES;
    }
    for block in blocks {
        if let BlockKind::Cell(cell) = block.kind
            && tables.get(&cell.table).is_some_and(|(columns, article)| *columns < 2 || *article)
        {
            block.kind = BlockKind::Paragraph;
        }
    }
}
