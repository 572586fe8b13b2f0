//! What a run is held against besides the rules: waivers, a baseline, the states it lets through.
//!
//! Comes in: options. Goes out: terms for each report, and the states of the run as findings of their own.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use jiff::civil::Date;

use super::args::ScoreArgs;
use super::{baselines, gate};
use crate::host::fault::{refused, usage};
use crate::host::files::Listing;
use crate::pack::{Packs, Severity};
use crate::score::{Baseline, State, Terms, Waiver, WaiverFault, WaiverFaultKind, lint_waivers, waivers};
use crate::text::{Lang, Speak, Words};
use crate::write::FileError;

/// The terms of a run.
pub(super) struct RunTerms {
    day: Date,
    /// The waivers, in the order of their file.
    pub(super) waivers: Vec<Waiver>,
    waivers_file: String,
    baseline: Option<Baseline>,
    baseline_file: String,
    allow: Vec<State>,
}

impl RunTerms {
    /// Read the files that the options name.
    pub(super) fn load(args: &ScoreArgs, day: Date) -> Result<RunTerms> {
        let allow = args.allow.iter().map(|word| state(word)).collect::<Result<_>>()?;
        if args.prune && args.baseline.is_none() {
            return Err(usage(("--prune 要和 --baseline 一起用", "--prune needs --baseline")));
        }
        Ok(RunTerms {
            day,
            waivers: args.waivers.as_deref().map(read_waivers).transpose()?.unwrap_or_default(),
            waivers_file: args.waivers.clone().unwrap_or_default(),
            baseline: args.baseline.as_deref().map(baselines::read).transpose()?,
            baseline_file: args.baseline.clone().unwrap_or_default(),
            allow,
        })
    }

    /// Whether a state does not fail this run.
    pub(super) fn allows(&self, state: State) -> bool {
        self.allow.contains(&state)
    }

    /// The terms, but for the path of the report.
    pub(super) fn all(&self) -> Terms<'_> {
        Terms {
            path: "",
            day: self.day,
            waivers: &self.waivers,
            baseline: self.baseline.as_ref(),
            allow: &self.allow,
        }
    }

    /// The states of the run that show before the first report: files skipped, no file, packs changed.
    pub(super) fn before(
        &self,
        paths: &[String],
        listing: &Listing,
        packs: &Packs,
        lang: Lang,
    ) -> Vec<(State, FileError)> {
        let mut out = Vec::new();
        for path in &listing.skipped {
            let words = Words::new(
                "扩展名不是支持的格式,没有读取;不是报告的,加 --allow skipped",
                "extension of no supported format, not read; use --allow skipped if it is no report",
            );
            out.push((State::Skipped, self.finding(State::Skipped, path, &words, lang)));
        }
        if listing.found.is_empty() && listing.missing.is_empty() {
            let words = Words::new(
                "没有找到任何报告;请检查路径和扩展名",
                "no report was found; check the paths and extensions",
            );
            out.push((State::NoReport, self.finding(State::NoReport, &paths.join(" "), &words, lang)));
        }
        for pack in self.baseline.iter().flat_map(|b| b.changed(packs)) {
            let words = Words::new(
                format!("规则包 {pack} 同基线记录的摘要不符;核对改动后用 --write-baseline 重新记录"),
                format!(
                    "pack {pack} differs from the digest in the baseline; check, then record it anew with --write-baseline"
                ),
            );
            let file = &self.baseline_file;
            out.push((State::PackChanged, self.finding(State::PackChanged, file, &words, lang)));
        }
        out
    }

    fn finding(&self, state: State, path: &str, words: &Words, lang: Lang) -> FileError {
        let severity = if self.allows(state) { Severity::Info } else { Severity::Error };
        FileError {
            path: path.to_string(),
            kind: state.word(),
            severity: severity.word(),
            message: words.say(lang),
        }
    }

    /// What is wrong with the waivers, now that it is known which of them were needed.
    pub(super) fn faults(&self, used: &BTreeSet<usize>, packs: &Packs) -> Vec<WaiverFault> {
        let mut faults = lint_waivers(&self.waivers, packs, self.day);
        let stale: BTreeSet<usize> = faults.iter().map(|f| f.index).collect();
        let unused = (0..self.waivers.len()).filter(|i| !used.contains(i) && !stale.contains(i));
        faults.extend(unused.map(|index| WaiverFault { index, kind: WaiverFaultKind::Unused }));
        faults.sort_by_key(|f| f.index);
        faults
    }

    /// A fault of a waiver as a finding of the run.
    pub(super) fn fault(&self, fault: &WaiverFault, lang: Lang) -> FileError {
        fault_finding(&self.waivers_file, &self.waivers, fault, lang)
    }
}

/// A fault of a waiver as a finding that names file and line.
pub(super) fn fault_finding(file: &str, waivers: &[Waiver], fault: &WaiverFault, lang: Lang) -> FileError {
    let at = waivers.get(fault.index);
    let line = at.map_or(0, |w| w.at.line);
    let named = at.map_or_else(String::new, |w| format!("{} {}", w.rule, w.report));
    let place = Words::new(format!("第{line}行 {named}"), format!("line {line} {named}"));
    FileError {
        path: file.to_string(),
        kind: fault.kind.word(),
        severity: fault.kind.severity().word(),
        message: format!("{}: {}", place.say(lang), fault.kind.say(lang)),
    }
}

/// Read a waivers file; every fault of its form at once.
pub(super) fn read_waivers(path: &str) -> Result<Vec<Waiver>> {
    let doing = || (format!("读取豁免文件 {path}"), format!("reading the waivers {path}"));
    let text = read(path).map_err(|e| refused(doing(), &e))?;
    waivers(path, &text).map_err(|errors| usage(errors.each()))
}

#[expect(clippy::disallowed_methods, reason = "host is where files are read")]
fn read(path: &str) -> std::io::Result<String> {
    std::fs::read_to_string(Path::new(path))
}

fn state(word: &str) -> Result<State> {
    let known = State::ALL.into_iter().find(|s| s.word() == word);
    known.ok_or_else(|| gate::unknown("--allow", word, &State::ALL.map(State::word)))
}
