//! `lawcheck compare`: two reports side by side, as plain data, table, JSON and page.

mod data;
mod page;
mod table;
mod words;

use std::io::{self, Write};

pub use data::{ComparisonData, comparison};

use super::Style;

/// `lawcheck.comparison/1`.
pub fn comparison_json(data: &ComparisonData, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, data)?;
    writeln!(out)
}

/// One page that needs nothing beside it.
pub fn comparison_page(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    page::write(data, style, out)
}

/// For a person at a terminal.
pub fn comparison_table(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    table::write(data, style, out)
}

#[cfg(test)]
mod tests;
