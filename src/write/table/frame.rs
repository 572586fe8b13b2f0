//! Frames, bars, colours and words of the printed scorecard.

use comfy_table::{ContentArrangement, Table, presets};

use crate::text::{Lang, typeset};
use crate::write::{Line, Style};

impl Style {
    /// The word in the language of the run.
    pub(in crate::write) fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

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

/// A line of our own words, with Chinese punctuation where it is Chinese.
pub(in crate::write) fn own(style: Style, words: &str) -> String {
    match style.lang {
        Lang::Zh => typeset(words),
        Lang::En => words.to_string(),
    }
}

/// Points with at most two decimals.
pub(in crate::write) fn points(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// A bar of ten.
pub(super) fn bar(score: f64, possible: f64) -> String {
    let full = if possible > 0.0 { (score / possible * 10.0).round() } else { 0.0 };
    let cells = (0..10u8).filter(|i| f64::from(*i) < full).count();
    format!("{}{}", "█".repeat(cells), "░".repeat(10 - cells))
}

/// A place in words.
pub(super) fn place(line: &Line, style: Style) -> String {
    let mut parts = Vec::new();
    let zh = style.lang == Lang::Zh;
    if let Some(page) = line.page {
        let about = if line.page_is_estimate { style.pick("约", "about ") } else { "" };
        parts.push(if zh { format!("{about}第{page}页") } else { format!("{about}page {page}") });
    }
    if let Some(cell) = &line.cell {
        parts.push(if zh { format!("单元格 {cell}") } else { format!("cell {cell}") });
    }
    if let Some(paragraph) = line.paragraph {
        parts.push(if zh { format!("第{paragraph}段") } else { format!("paragraph {paragraph}") });
    } else if line.page.is_none() {
        parts.push(if zh { format!("第{}行", line.line) } else { format!("line {}", line.line) });
    }
    parts.join(style.pick("", ", "))
}

/// The name of a level.
pub(super) fn level(word: &str, style: Style) -> String {
    if style.lang == Lang::En {
        return word.to_string();
    }
    crate::report::Level::ALL
        .into_iter()
        .find(|l| l.word() == word)
        .map_or_else(|| word.to_string(), |l| l.title().to_string())
}
