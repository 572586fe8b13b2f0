//! `lawcheck score`.

use std::io::IsTerminal as _;

use anyhow::{Context as _, Result, bail};
use jiff::civil::Date;

use super::args::ScoreArgs;
use super::exit::{Exit, OutputError};
use super::{config, terminal};
use crate::host::batch::{self, Done, Job};
use crate::host::files;
use crate::host::shelf::Shelf;
use crate::pack::{Build, Packs, fail_on, matches};
use crate::read::Limits;
use crate::report::{Declared, IssuerKind, Level};
use crate::score::Points;
use crate::text::{Lang, Speak};
use crate::write::{Card, FileError, Run, Style, Summary, WRITERS, head, writer};

/// More files than this are worth the slower build of the faster automaton.
const BATCH: usize = 50;

pub(super) fn score(typed: &ScoreArgs) -> Result<Exit> {
    let mut args = copy(typed);
    config::apply(&mut args)?;
    let args = &args;
    if args.paths.is_empty() {
        bail!("请写出要评分的文件或文件夹,例如:lawcheck score drafts/");
    }
    let lang: Lang = args.lang.map(Into::into).unwrap_or_default();
    let format = args.format.as_deref().unwrap_or("table");
    let writer = writer(format).with_context(|| {
        let known: Vec<&str> = WRITERS.iter().map(|w| w.format()).collect();
        format!("没有“{format}”这种输出格式;可用:{}", known.join("、"))
    })?;
    let declared = declared(args)?;
    let as_of = as_of(args)?;
    let limits = Limits::default();
    let listing = files::list(&args.paths, &limits);
    let build = if listing.found.len() > BATCH { Build::Batch } else { Build::Quick };
    let packs = packs(args, build)?;

    for path in &listing.skipped {
        terminal::say(&match lang {
            Lang::Zh => format!("跳过:{path}(扩展名不是支持的格式)"),
            Lang::En => format!("skipped: {path} (extension of no supported format)"),
        });
    }
    let mut results = Results::default();
    for (path, error) in &listing.missing {
        results.errors.push(FileError {
            path: path.clone(),
            kind: error.kind().word(),
            message: error.say(lang),
        });
    }
    if listing.found.is_empty() && results.errors.is_empty() {
        terminal::say(match lang {
            Lang::Zh => "没有找到任何报告;请检查路径和扩展名",
            Lang::En => "no report was found; check the paths and extensions",
        });
        return Ok(Exit::Input);
    }
    let threads = args.jobs.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let target = args.target.map(|t| Points(i64::from(t.min(100)) * 100));
    let job = Job { packs: &packs, declared: &declared, limits: &limits, lang, target };
    let progress =
        !args.no_progress && !args.quiet && listing.found.len() > BATCH && std::io::stderr().is_terminal();
    let total = listing.found.len();
    let mut count = 0;
    batch::run(&job, &listing.found, threads, |done| {
        results.take(done);
        count += 1;
        if progress && (count % 20 == 0 || count == total) {
            eprint_progress(count, total);
        }
    });
    for error in &results.errors {
        terminal::say(&format!("{}: {}: {}", error.path, error.kind, error.message));
    }
    let exit = results.exit();
    let run = results.run(&packs, as_of);
    let style = Style {
        lang,
        width: terminal::width(),
        colour: args.output.is_none() && terminal::colour(args.color.unwrap_or_default()),
        verbose: args.verbose,
        quiet: args.quiet,
    };
    let mut out = Vec::new();
    writer.write(&run, style, &mut out).map_err(|e| OutputError(format!("生成 {format} 失败:{e}")))?;
    match &args.output {
        None => {
            terminal::print(&out)?;
        }
        Some(path) => save(path, &out)?,
    }
    Ok(exit)
}

fn copy(args: &ScoreArgs) -> ScoreArgs {
    ScoreArgs {
        paths: args.paths.clone(),
        profile: args.profile.clone(),
        packs: args.packs.clone(),
        format: args.format.clone(),
        output: args.output.clone(),
        fail_on: args.fail_on.clone(),
        level: args.level.clone(),
        issuer_kind: args.issuer_kind.clone(),
        published: args.published.clone(),
        as_of: args.as_of.clone(),
        only: args.only.clone(),
        skip: args.skip.clone(),
        ..*args
    }
}

fn eprint_progress(count: usize, total: usize) {
    use std::io::Write as _;
    let _ = write!(std::io::stderr().lock(), "\r{count}/{total}{}", if count == total { "\n" } else { "" });
}

/// What the run gathered.
#[derive(Default)]
struct Results {
    reports: Vec<Card>,
    errors: Vec<FileError>,
    bugs: usize,
}

impl Results {
    fn take(&mut self, done: Done) {
        match done {
            Done::Report(card) => self.reports.push(*card),
            Done::Unreadable(error) => self.errors.push(error),
            Done::Bug(error) => {
                self.bugs += 1;
                self.errors.push(error);
            }
        }
    }

    fn exit(&self) -> Exit {
        let gate = if self.reports.iter().all(|r| r.passed) { Exit::Passed } else { Exit::Failed };
        let input = if self.errors.is_empty() { Exit::Passed } else { Exit::Input };
        let bug = if self.bugs == 0 { Exit::Passed } else { Exit::Bug };
        gate.max(input).max(bug)
    }

    fn run(self, packs: &Packs, as_of: Date) -> Run {
        let passed = self.reports.iter().filter(|r| r.passed).count();
        let summary = Summary {
            reports: self.reports.len(),
            passed,
            failed: self.reports.len() - passed,
            unreadable: self.errors.len(),
        };
        Run { head: head(packs, &as_of.to_string()), summary, reports: self.reports, errors: self.errors }
    }
}

fn packs(args: &ScoreArgs, build: Build) -> Result<Packs> {
    let mut shelf = Shelf::new();
    for folder in &args.packs {
        shelf.add_pack(folder)?;
    }
    let profile = shelf.profile(args.profile.as_deref().unwrap_or("national"))?;
    let mut packs = shelf.load(&profile, build)?;
    for pattern in args.only.iter().chain(&args.skip) {
        if !packs.rules().any(|(_, _, r)| matches(pattern, &r.id)) {
            bail!("没有规则符合“{pattern}”;用 lawcheck packs list 查看编号");
        }
    }
    packs.select(|id| {
        let wanted = args.only.is_empty() || args.only.iter().any(|p| matches(p, id));
        wanted && !args.skip.iter().any(|p| matches(p, id))
    });
    let gate = &mut packs.profile_mut().gate;
    if let Some(minimum) = args.fail_under {
        if minimum > 100 {
            bail!("--fail-under 应在 0 到 100 之间,这里是 {minimum}");
        }
        gate.minimum = minimum;
    }
    if let Some(word) = &args.fail_on {
        gate.fail_on = match word.as_str() {
            "never" => None,
            word => Some(
                fail_on(word)
                    .with_context(|| format!("--fail-on 不能是“{word}”;可用:error、warning、info、never"))?,
            ),
        };
    }
    Ok(packs)
}

fn declared(args: &ScoreArgs) -> Result<Declared> {
    let level = args.level.as_deref().map(|w| {
        Level::ALL
            .into_iter()
            .find(|l| l.word() == w)
            .with_context(|| format!("--level 不能是“{w}”;可用:province、city、county、township、department"))
    });
    let issuer_kind = args.issuer_kind.as_deref().map(|w| {
        IssuerKind::ALL.into_iter().find(|k| k.word() == w).with_context(|| {
            format!("--issuer-kind 不能是“{w}”;可用:party+government、government、department")
        })
    });
    if let Some(year) = args.year.filter(|y| !(1990..=2100).contains(y)) {
        bail!("--year 应是四位年份,这里是 {year}");
    }
    Ok(Declared {
        year: args.year,
        level: level.transpose()?,
        issuer_kind: issuer_kind.transpose()?,
        published: args.published.as_deref().map(|d| date("--published", d)).transpose()?,
    })
}

fn date(option: &str, text: &str) -> Result<Date> {
    text.parse().map_err(|_| anyhow::anyhow!("{option} 应写成 YYYY-MM-DD,这里是“{text}”"))
}

fn as_of(args: &ScoreArgs) -> Result<Date> {
    args.as_of.as_deref().map_or_else(|| Ok(jiff::ZonedDateTime::now().date()), |text| date("--as-of", text))
}

/// Write a file as a whole or not at all.
pub(super) fn save(path: &str, bytes: &[u8]) -> Result<()> {
    use std::io::Write as _;
    let target = std::path::Path::new(path);
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(std::path::Path::new("."));
    let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
        file.write_all(bytes)?;
        file.persist(target).map_err(|e| e.error)?;
        Ok(())
    });
    written.map_err(|e| OutputError(format!("写 {path} 失败:{e};请检查文件夹和权限")).into())
}
