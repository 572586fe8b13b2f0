//! Which tables of a page hold data and which only arrange the page.
//!
//! Comes in: table elements as they open and close, and the paragraphs between. Goes out: the cell of a
//! paragraph, if its table is one of data: several rows and columns, no table inside, no cell with an article.

use super::walk::Piece;
use crate::text::CellRef;

/// A cell with an article has this many paragraphs …
const ARTICLE_PIECES: usize = 6;
/// … or this many characters.
const ARTICLE_CHARS: usize = 800;

/// A cell of any table, data or not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coordinates {
    table: usize,
    row: u32,
    column: u32,
}

#[derive(Debug, Default)]
struct Table {
    rows: u32,
    /// Rows with more than one cell.
    wide_rows: u32,
    column: u32,
    cell_pieces: usize,
    cell_chars: usize,
    arranges: bool,
}

/// All tables of a page.
#[derive(Debug, Default)]
pub(super) struct Tables {
    all: Vec<Table>,
    open: Vec<usize>,
}

impl Tables {
    pub(super) fn enter(&mut self, tag: &str) {
        if tag == "table" {
            if let Some(&outer) = self.open.last() {
                self.all[outer].arranges = true;
            }
            self.open.push(self.all.len());
            self.all.push(Table::default());
        }
        let Some(table) = self.open.last().map(|&t| &mut self.all[t]) else { return };
        match tag {
            "tr" => {
                table.rows += 1;
                table.column = 0;
            }
            "td" | "th" => {
                table.column += 1;
                table.wide_rows += u32::from(table.column == 2);
                (table.cell_pieces, table.cell_chars) = (0, 0);
            }
            _ => {}
        }
    }

    pub(super) fn leave(&mut self, tag: &str) {
        if tag == "table" {
            self.open.pop();
        }
    }

    /// Where the next paragraph stands.
    pub(super) fn here(&mut self, piece: &Piece) -> Option<Coordinates> {
        let index = *self.open.last()?;
        let table = &mut self.all[index];
        table.cell_pieces += 1;
        table.cell_chars += piece.chars;
        table.arranges |= table.cell_pieces >= ARTICLE_PIECES || table.cell_chars >= ARTICLE_CHARS;
        // A caption stands in no cell.
        (table.column > 0).then_some(Coordinates { table: index, row: table.rows, column: table.column })
    }

    /// For every table its number among those of data, if it is one.
    pub(super) fn numbered(&self) -> Vec<Option<u32>> {
        let mut count = 0;
        let mut number = |table: &Table| {
            let is_data = !table.arranges && table.wide_rows >= 2;
            count += u32::from(is_data);
            is_data.then_some(count)
        };
        self.all.iter().map(&mut number).collect()
    }
}

impl Coordinates {
    /// The cell, if its table is one of data.
    pub(super) fn data_cell(self, numbers: &[Option<u32>]) -> Option<CellRef> {
        let table = numbers.get(self.table).copied().flatten()?;
        Some(CellRef { table, row: self.row, column: self.column })
    }
}
