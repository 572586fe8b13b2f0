//! Frames, bars and colours of the printed scorecard.

use comfy_table::{ContentArrangement, Table, presets};

use crate::write::Style;

/// An empty table with a head, as wide as the terminal.
pub(in crate::write) fn grid(style: Style, head: &[&str]) -> Table {
    let mut table = Table::new();
    table
        .load_style(presets::UTF8_FULL_CONDENSED)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(style.width)
        .set_header(head.to_vec());
    table.force_no_tty();
    table
}

/// Words in a terminal colour, where colours are wanted.
pub(super) fn paint(style: Style, code: &str, words: &str) -> String {
    if style.colour { format!("\u{1b}[{code}m{words}\u{1b}[0m") } else { words.to_string() }
}

/// A bar of ten.
pub(super) fn bar(score: f64, possible: f64) -> String {
    let full = if possible > 0.0 { (score / possible * 10.0).round() } else { 0.0 };
    let cells = (0..10u8).filter(|i| f64::from(*i) < full).count();
    format!("{}{}", "█".repeat(cells), "░".repeat(10 - cells))
}
