//! Scores Chinese annual reports on building a law-based government (法治政府建设年度报告) against YAML rule packs.
//!
//! ```text
//!  bytes ──read──▶ Source ──report──▶ Report ─┐
//!                                             ├─judge──▶ Verdicts ──score──▶ Scorecard ──write──▶ bytes
//!  YAML  ──────────────pack──────────▶ Packs ─┘
//!                                         host: cli, batch (files, threads, clock, terminal)
//! ```
//!
//! A stage uses what stands to its left, never to its right. [`check`] is the picture in code.

pub mod text;
pub mod read;
pub mod report;
pub mod pack;
pub mod judge;
pub mod score;
pub mod compare;
pub mod write;
pub mod host;

use pack::Packs;
use read::{Input, Limits, ReadError};
use report::{Declared, Report};
use score::{Scorecard, Terms};
use text::Source;

/// A report and its score.
#[derive(Debug)]
pub struct Checked {
    /// What the report says.
    pub report: Report,
    /// What that is worth.
    pub scorecard: Scorecard,
}

/// Score one file. `declared` is what the user says of the report and wins over its text.
///
/// Reading is the only step that can fail; odd structure becomes a note, a script that fails an undecided rule.
pub fn check(
    input: Input<'_>,
    packs: &Packs,
    declared: &Declared,
    limits: &Limits,
) -> Result<Checked, ReadError> {
    let source = read::read(input, limits)?;
    Ok(check_source(source, packs, declared, &Terms::default()))
}

/// Score a text that was read elsewhere, such as in a process of its own, under the terms of a run. Never fails.
pub fn check_source(source: Source, packs: &Packs, declared: &Declared, terms: &Terms<'_>) -> Checked {
    let report = report::build(source, declared);
    let verdicts = judge::judge(&report, packs);
    let scorecard = score::tally(&report, packs, verdicts, terms);
    Checked { report, scorecard }
}
