//! The formulas of the tree: the same arithmetic as the program's own, in whole hundredths.
//!
//! Points are divided by weights: whole hundredths first, what is left to the largest remainders, earlier ones first
//! among equals. Rules find their part by its number, not by their row, so that sorting and filtering change nothing.

use rust_xlsxwriter::utility::{cell_range_absolute, row_col_to_cell_absolute};
use rust_xlsxwriter::{ColNum, RowNum};

/// One table of the working: where its columns stand, and how its rows are grouped.
#[derive(Clone, Copy)]
pub(super) struct Division {
    /// First row.
    pub(super) first: RowNum,
    /// Last row.
    pub(super) last: RowNum,
    /// Number of the row, for ties.
    pub(super) number: ColNum,
    /// Key of the group that divides its points; none when all rows are one group.
    pub(super) group: Option<ColNum>,
    /// Weight that counts.
    pub(super) counts: ColNum,
    /// Whole hundredths.
    pub(super) floor: ColNum,
    /// Remainder.
    pub(super) rest: ColNum,
}

/// A cell that stays where it is.
pub(super) fn at(row: RowNum, column: ColNum) -> String {
    row_col_to_cell_absolute(row, column)
}

impl Division {
    fn column(&self, column: ColNum) -> String {
        cell_range_absolute(self.first, column, self.last, column)
    }

    /// The sum of a column over the group of a row.
    fn sum(&self, row: RowNum, column: ColNum) -> String {
        match self.group {
            Some(group) => {
                format!("SUMIFS({},{},{})", self.column(column), self.column(group), at(row, group))
            }
            None => format!("SUM({})", self.column(column)),
        }
    }

    /// Whole hundredths of a row, of `total` hundredths.
    pub(super) fn floor(&self, row: RowNum, total: &str) -> String {
        let sum = self.sum(row, self.counts);
        format!("=IF({sum}=0,0,INT({total}*{}/{sum}))", at(row, self.counts))
    }

    /// Remainder of a row.
    pub(super) fn rest(&self, row: RowNum, total: &str) -> String {
        let sum = self.sum(row, self.counts);
        format!("=IF({sum}=0,0,MOD({total}*{},{sum}))", at(row, self.counts))
    }

    /// Hundredths of a row: its whole ones, and one more if its remainder is among the largest.
    pub(super) fn points(&self, row: RowNum, total: &str) -> String {
        let group = self.group.map_or_else(String::new, |g| format!("({}={})*", self.column(g), at(row, g)));
        let (rests, rest) = (self.column(self.rest), at(row, self.rest));
        let (numbers, number) = (self.column(self.number), at(row, self.number));
        let counts = self.column(self.counts);
        let before = format!(
            "SUMPRODUCT({group}({counts}>0)*(({rests}>{rest})+({rests}={rest})*({numbers}<{number})))"
        );
        let left = format!("{total}-{}", self.sum(row, self.floor));
        let counted = at(row, self.counts);
        format!("={}+IF({counted}>0,IF({before}<{left},1,0),0)", at(row, self.floor))
    }
}

/// The sum of `column` over the rows of a table whose key is that in a cell; of one row, its value.
pub(super) fn sum_where(table: &Division, key: ColNum, column: ColNum, cell: &str) -> String {
    format!("SUMIFS({},{},{cell})", table.column(column), table.column(key))
}

/// A whole column of a table.
pub(super) fn all(table: &Division, column: ColNum) -> String {
    table.column(column)
}
