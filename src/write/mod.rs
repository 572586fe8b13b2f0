//! Results to bytes: one file per output format.
//!
//! Comes in: a [`Run`], plain data in which everything is decided. Goes out: bytes. A writer evaluates nothing and
//! touches no report.

mod card;
mod comparison;
mod json;
mod outline;
mod pages;
mod rule_page;
mod run;
mod table;
mod text;

use std::io::{self, Write};

pub use card::{card, target};
pub use comparison::{ComparisonData, comparison, comparison_json, comparison_table};
pub use outline::{outline_json, outline_table};
pub use pages::pages;
pub use rule_page::rule_page;
pub use run::{Card, FileError, Head, Line, PackRef, Run, Summary, head};
pub use text::{text_json, text_lines};

use crate::text::Lang;

/// How results are to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Language.
    pub lang: Lang,
    /// Width of the terminal in columns.
    pub width: u16,
    /// Colours and bold letters.
    pub colour: bool,
    /// Show what passed, too.
    pub verbose: bool,
    /// Show the conclusion only.
    pub quiet: bool,
}

impl Default for Style {
    fn default() -> Self {
        Style { lang: Lang::Zh, width: 100, colour: false, verbose: false, quiet: false }
    }
}

/// An output format.
pub trait Writer: Sync {
    /// The word for `--format`.
    fn format(&self) -> &'static str;
    /// What it is for (Chinese).
    fn about(&self) -> &'static str;
    /// Write a whole run.
    fn write(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()>;
}

/// All output formats.
pub static WRITERS: &[&dyn Writer] = &[&table::Table, &json::Json];

/// The format of a word.
pub fn writer(format: &str) -> Option<&'static dyn Writer> {
    WRITERS.iter().copied().find(|w| w.format() == format)
}
