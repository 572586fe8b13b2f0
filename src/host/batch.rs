//! Many files on several threads; results come out in the order in which the files were given.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use sha2::{Digest, Sha256};

use super::files::{self, Found};
use super::reading;
use crate::read::{self, Input, Limits, ReadError};
use crate::report::Declared;
use crate::score::{Known, Points, Terms, cheapest};
use crate::text::{Lang, Speak, hex};
use crate::write::{Card, Cards, FileError, Original};

/// Scripts and readers run on threads with a stack of their own size.
const STACK: usize = 8 << 20;

/// A report and what the run has to remember of it.
pub(super) struct Scored {
    /// Its results.
    pub(super) card: Card,
    /// What a baseline holds of it.
    pub(super) known: Known,
    /// The waivers that its findings needed, by their places in the list.
    pub(super) waived: Vec<usize>,
}

/// What became of one file.
pub(super) enum Done {
    /// A report.
    Report(Box<Scored>),
    /// No report.
    Unreadable(FileError),
    /// The program failed on it.
    Bug(FileError),
}

/// What every file of a run shares.
pub(super) struct Job<'a> {
    pub(super) cards: Cards<'a>,
    pub(super) declared: &'a Declared,
    pub(super) limits: &'a Limits,
    /// The terms, but for the path of the report.
    pub(super) terms: Terms<'a>,
    /// A format that gives files back is wanted.
    pub(super) originals: bool,
    /// Score to show the cheapest way to.
    pub(super) target: Option<Points>,
}

impl Job<'_> {
    /// Read, understand, judge and score one file.
    fn run(&self, found: &Found) -> Done {
        let outcome = catch_unwind(AssertUnwindSafe(|| self.check(found)));
        outcome.unwrap_or_else(|_| {
            let message = match self.cards.lang {
                Lang::Zh => "程序出错,这个文件没有评分;请把文件和版本号报告给开发者",
                Lang::En => "the program failed on this file; please report it with the file and the version",
            };
            Done::Bug(FileError::unreadable(&found.path, "bug", message.to_string()))
        })
    }

    fn check(&self, found: &Found) -> Done {
        match self.score(found) {
            Ok(scored) => Done::Report(Box::new(scored)),
            Err(error) => {
                let (kind, message) = (error.kind().word(), error.say(self.cards.lang));
                Done::Unreadable(FileError::unreadable(&found.path, kind, message))
            }
        }
    }

    fn score(&self, found: &Found) -> Result<Scored, ReadError> {
        let bytes = files::bytes(&found.place, self.limits)?;
        let input = Input { name: &found.path, bytes: &bytes };
        let source = reading::read(input, self.limits)?;
        // What was converted before it was read is another file.
        let given_back = self.originals && read::format_of(&input) == Some(source.format);
        let terms = Terms { path: found.path.trim_start_matches("./"), ..self.terms };
        let checked = crate::check_source(source, self.cards.packs, self.declared, &terms);
        let (report, scorecard) = (&checked.report, &checked.scorecard);
        let mut card = self.cards.card(&found.path, &hex(&Sha256::digest(&bytes)), report, scorecard);
        let target = self.target.filter(|_| scorecard.score.is_some());
        card.original = given_back.then(|| Original::new(bytes, report));
        card.target = target.map(|points| self.cards.target(&cheapest(scorecard, points)));
        Ok(Scored {
            card,
            known: Known { score: scorecard.score.map(Points::number), findings: scorecard.known() },
            waived: scorecard.results.iter().filter_map(|r| r.waived).collect(),
        })
    }
}

/// Run a job over files; `each` gets every result in order, as soon as it and all before it are there.
pub(super) fn run(job: &Job<'_>, found: &[Found], threads: usize, mut each: impl FnMut(Done)) {
    let threads = threads.clamp(1, found.len().max(1));
    let next = AtomicUsize::new(0);
    // A result that comes early waits here; the bound keeps a slow file from filling the memory.
    let (sender, receiver) = mpsc::sync_channel::<(usize, Done)>(threads * 4);
    let sender = Mutex::new(Some(sender));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let sender = sender.lock().ok().and_then(|s| s.clone());
            let next = &next;
            let work = move || {
                let Some(sender) = sender else { return };
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(file) = found.get(at) else { return };
                    if sender.send((at, job.run(file))).is_err() {
                        return;
                    }
                }
            };
            // A thread that cannot start leaves its work to the others; with none, this thread does it below.
            let _ = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        }
        if let Ok(mut sender) = sender.lock() {
            sender.take();
        }
        let mut waiting = std::collections::BTreeMap::new();
        let mut due = 0;
        for (at, done) in receiver {
            waiting.insert(at, done);
            while let Some(done) = waiting.remove(&due) {
                each(done);
                due += 1;
            }
        }
        for file in found.iter().skip(due) {
            each(job.run(file));
        }
    });
}
