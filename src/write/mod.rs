//! Results to bytes: one file per output format.
//!
//! Comes in: a [`Run`], plain data in which everything is decided. Goes out: bytes. A writer evaluates nothing and
//! touches no report.

mod annotate;
mod card;
mod comparison;
mod csv;
mod docx;
mod escape;
mod github;
mod gitlab;
mod head;
mod html;
mod json;
mod junit;
mod lines;
mod markdown;
mod ndjson;
mod original;
mod outline;
mod pages;
mod phrase;
mod place;
mod rule_page;
mod run;
mod sarif;
mod scorecard_schema;
mod stream;
mod table;
mod text;
mod weight_tree;
mod wire;
mod xlsx;

use std::io::{self, Write};

pub use card::Cards;
pub use comparison::{ComparisonData, comparison, comparison_json, comparison_page, comparison_table};
pub use head::{Head, PackRef, PartRef, ProfileRef, RuleRef, Tool, head};
pub use lines::{
    BasisLine, BelongsLine, FixedLine, Interval, Line, ModelScore, NearLine, NoteLine, ResultLine,
    SectionLine, StepLine, TargetLine, TextLine, TextRole, UncertaintyLine, WaivedLine,
};
pub use original::Original;
pub use outline::{outline_json, outline_table};
pub use pages::pages;
pub use rule_page::rule_page;
pub use run::{Card, FileError, Run, Summary};
pub use scorecard_schema::scorecard_schema;
pub use stream::Stream;
pub use text::{text_json, text_lines};
pub use weight_tree::weight_tree;
pub use xlsx::{WEIGHTS, WeightsTable};

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
    /// List the troubles of the run; standard error has told them when the table stands on standard output.
    pub troubles: bool,
}

impl Default for Style {
    fn default() -> Self {
        Style { lang: Lang::Zh, width: 100, colour: false, verbose: false, quiet: false, troubles: true }
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

    /// The same piece by piece, for a format that need not wait for the end of the run.
    fn stream(&self) -> Option<&dyn Stream> {
        None
    }

    /// Whether it shows the paragraphs of the report, [`Card::text`].
    fn needs_text(&self) -> bool {
        false
    }

    /// Whether it gives the file of a single report back, [`Card::original`].
    fn needs_original(&self) -> bool {
        false
    }

    /// [`Writer::write`], and why it gave less of this run than it could; standard error tells it.
    fn write_or_tell(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<Option<FileError>> {
        self.write(run, style, out).map(|()| None)
    }

    /// Whether it is no text and spoils a terminal.
    fn binary(&self) -> bool {
        false
    }
}

/// All output formats.
pub static WRITERS: &[&dyn Writer] = &[
    &table::Table,
    &json::Json,
    &ndjson::Ndjson,
    &csv::Csv,
    &sarif::Sarif,
    &junit::Junit,
    &github::Github,
    &gitlab::Gitlab,
    &markdown::Markdown,
    &html::Html,
    &xlsx::Xlsx,
    &docx::Word,
];

/// The format of a word.
pub fn writer(format: &str) -> Option<&'static dyn Writer> {
    WRITERS.iter().copied().find(|w| w.format() == format)
}
