//! `lawcheck score`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::IsTerminal as _;

use anyhow::Result;

use super::args::ScoreArgs;
use super::exit::Exit;
use super::outputs::Outputs;
use super::terms::RunTerms;
use super::wanted::{self, Wanted};
use super::{baselines, config, gate, limits, terminal};
use crate::host::batch::{self, Done, Job};
use crate::host::fault::usage;
use crate::host::files;
use crate::pack::{Build, Packs};
use crate::score::{Known, Points, State};
use crate::text::{Lang, Speak};
use crate::write::{Cards, FileError, Style, head};

/// More files than this are worth the slower build of the faster automaton.
const BATCH: usize = 50;

pub(super) fn score(typed: &ScoreArgs, lang: Lang) -> Result<Exit> {
    let mut args = typed.clone();
    config::apply(&mut args)?;
    let args = &args;
    if args.paths.is_empty() {
        return Err(usage((
            "请写出要评分的文件或文件夹,例如:lawcheck score drafts/",
            "name the files or folders to score, such as: lawcheck score drafts/",
        )));
    }
    let wanted = if args.wanted.is_empty() { vec![Wanted::table()] } else { args.wanted.clone() };
    let writers = wanted::check(&wanted)?;
    let declared = gate::declared(args)?;
    let as_of = gate::as_of(args.as_of.as_deref())?;
    let terms = RunTerms::load(args, as_of)?;
    let limits = limits::limits(&args.limits)?;
    let listing = files::list(&args.paths, &limits);
    let build = if listing.found.len() > BATCH { Build::Batch } else { Build::Quick };
    let packs = gate::packs(args, build)?;

    let head = head(&packs, &as_of.to_string(), lang);
    let text = writers.iter().any(|w| w.needs_text());
    let cards = Cards { packs: &packs, head: &head, waivers: &terms.waivers, lang, text };
    let style = Style {
        lang,
        width: terminal::width(),
        colour: terminal::colour(args.color.unwrap_or_default()),
        verbose: args.verbose,
        quiet: args.quiet,
        troubles: false,
    };
    let mut results = Results::new(Outputs::open(&wanted, head.clone(), style)?, &terms, lang);
    for (path, error) in &listing.missing {
        results.unreadable(FileError::unreadable(path, error.kind().word(), error.say(lang)));
    }
    for (state, finding) in terms.before(&args.paths, &listing, &packs, lang) {
        results.state(state, finding);
    }
    let threads = args.jobs.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let target = args.target.map(|t| Points(i64::from(t.min(100)) * 100));
    let originals = writers.iter().any(|w| w.needs_original());
    let job = Job { cards, declared: &declared, limits: &limits, terms: terms.all(), originals, target };
    let total = listing.found.len();
    let progress = !args.no_progress && !args.quiet && total > BATCH && std::io::stderr().is_terminal();
    let mut count = 0;
    batch::run(&job, &listing.found, threads, |done| {
        results.take(done);
        count += 1;
        if progress && (count % 20 == 0 || count == total) {
            eprint_progress(count, total);
        }
    });
    results.waivers(&packs);
    let (exit, known) = results.finish()?;
    record(args, &packs, known, lang)?;
    Ok(exit)
}

/// Write or prune the baseline, after everything else went well.
fn record(args: &ScoreArgs, packs: &Packs, known: BTreeMap<String, Known>, lang: Lang) -> Result<()> {
    if let Some(path) = args.baseline.as_deref().filter(|_| args.prune) {
        let gone = baselines::prune(path, &known)?;
        let said = match lang {
            Lang::Zh => format!("基线 {path}:去掉 {gone} 项"),
            Lang::En => format!("baseline {path}: {gone} entries dropped"),
        };
        terminal::say(&said, lang);
    }
    if let Some(path) = &args.write_baseline {
        baselines::write(path, packs, known)?;
    }
    Ok(())
}

fn eprint_progress(count: usize, total: usize) {
    use std::io::Write as _;
    let _ = write!(std::io::stderr().lock(), "\r{count}/{total}{}", if count == total { "\n" } else { "" });
}

/// What the run gathered.
struct Results<'a> {
    outputs: Outputs,
    lang: Lang,
    terms: &'a RunTerms,
    exit: Exit,
    known: BTreeMap<String, Known>,
    used: BTreeSet<usize>,
}

impl<'a> Results<'a> {
    fn new(outputs: Outputs, terms: &'a RunTerms, lang: Lang) -> Self {
        Results { outputs, lang, terms, exit: Exit::Passed, known: BTreeMap::new(), used: BTreeSet::new() }
    }

    fn at_least(&mut self, exit: Exit) {
        self.exit = self.exit.max(exit);
    }

    fn take(&mut self, done: Done) {
        match done {
            Done::Report(scored) => {
                if !scored.card.failures.is_empty() {
                    self.at_least(Exit::Failed);
                }
                self.used.extend(scored.waived);
                self.known.insert(scored.card.path.trim_start_matches("./").to_string(), scored.known);
                self.outputs.report(scored.card);
            }
            Done::Unreadable(error) => self.unreadable(error),
            Done::Bug(error) => {
                self.at_least(Exit::Bug);
                terminal::trouble(&error, self.lang);
                self.outputs.error(error);
            }
        }
    }

    fn unreadable(&mut self, error: FileError) {
        let state = if error.kind == "limit_exceeded" { State::Limit } else { State::Unreadable };
        if !self.terms.allows(state) {
            self.at_least(Exit::Input);
        }
        terminal::trouble(&error, self.lang);
        self.outputs.error(error);
    }

    /// A state of the run; unless it is let through, it fails the run.
    fn state(&mut self, state: State, finding: FileError) {
        if !self.terms.allows(state) {
            self.at_least(match state {
                State::PackChanged => Exit::Pack,
                State::NoReport | State::Unreadable | State::Limit | State::Skipped => Exit::Input,
                State::LookAlike | State::Undecided => Exit::Failed,
            });
        }
        terminal::trouble(&finding, self.lang);
        self.outputs.finding(finding);
    }

    /// Waivers that have expired, name no rule, or were not needed.
    fn waivers(&mut self, packs: &Packs) {
        let fail_on = packs.profile().gate.fail_on;
        for fault in self.terms.faults(&self.used, packs) {
            if fail_on.is_some_and(|f| fault.kind.severity() >= f) {
                self.at_least(Exit::Failed);
            }
            let finding = self.terms.fault(&fault, self.lang);
            terminal::trouble(&finding, self.lang);
            self.outputs.finding(finding);
        }
    }

    fn finish(self) -> Result<(Exit, BTreeMap<String, Known>)> {
        self.outputs.finish()?;
        Ok((self.exit, self.known))
    }
}
