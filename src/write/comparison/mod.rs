//! `lawcheck compare`: two reports side by side, as plain data, table, JSON and page.

mod data;
mod table;

use std::io::{self, Write};

pub use data::{ComparisonData, comparison};

use super::Style;

/// `lawcheck.comparison/1`.
pub fn comparison_json(data: &ComparisonData, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, data)?;
    writeln!(out)
}

/// For a person at a terminal.
pub fn comparison_table(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    table::write(data, style, out)
}
