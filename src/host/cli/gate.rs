//! Options of `score` that choose rules and set the gate, over those of the profile.

use anyhow::{Error, Result};
use jiff::civil::Date;

use super::args::ScoreArgs;
use crate::host::fault::usage;
use crate::host::shelf::Shelf;
use crate::pack::{Build, Gate, Packs, fail_on, matches};
use crate::report::{Declared, IssuerKind, Level};

/// Compiled packs of the run, with the rules and the gate that the options ask for.
pub(super) fn packs(args: &ScoreArgs, build: Build) -> Result<Packs> {
    let mut shelf = Shelf::new();
    for folder in &args.packs {
        shelf.add_pack(folder)?;
    }
    let profile = shelf.profile(args.profile.as_deref().unwrap_or("national"))?;
    let mut packs = shelf.load(&profile, build)?;
    for pattern in args.only.iter().chain(&args.skip).chain(&args.veto) {
        if !packs.rules().any(|(_, _, r)| matches(pattern, &r.id)) {
            return Err(usage((
                format!("没有规则符合“{pattern}”;用 lawcheck packs list 查看编号"),
                format!("no rule fits “{pattern}”; lawcheck packs list shows the ids"),
            )));
        }
    }
    packs.select(|id| {
        let wanted = args.only.is_empty() || args.only.iter().any(|p| matches(p, id));
        wanted && !args.skip.iter().any(|p| matches(p, id))
    });
    let mut gate = packs.profile().gate.clone();
    set(&mut gate, args, &packs)?;
    packs.profile_mut().gate = gate;
    Ok(packs)
}

fn set(gate: &mut Gate, args: &ScoreArgs, packs: &Packs) -> Result<()> {
    if let Some(minimum) = args.fail_under {
        gate.minimum = percent("--fail-under", minimum)?;
    }
    if let Some(word) = &args.fail_on {
        gate.fail_on = match word.as_str() {
            "never" => None,
            word => Some(
                fail_on(word)
                    .ok_or_else(|| unknown("--fail-on", word, &["error", "warning", "info", "never"]))?,
            ),
        };
    }
    for floor in &args.floor {
        let misspelt = || {
            usage((
                format!("--floor 应写成 规则包=百分数,这里是“{floor}”"),
                format!("write --floor as PACK=percent, not “{floor}”"),
            ))
        };
        let (pack, number) = floor.split_once('=').ok_or_else(misspelt)?;
        if !packs.packs().iter().any(|p| p.id == pack) {
            let known: Vec<&str> = packs.packs().iter().map(|p| p.id.as_str()).collect();
            return Err(usage((
                format!("--floor:没有规则包“{pack}”;可用:{}", known.join("、")),
                format!("--floor: no pack “{pack}”; known: {}", known.join(", ")),
            )));
        }
        let number = number.parse().map_err(|_| misspelt())?;
        gate.floors.insert(pack.to_string(), percent("--floor", number)?);
    }
    gate.veto.extend(args.veto.iter().cloned());
    if let Some(most) = args.max_drop {
        gate.max_drop = Some(percent("--max-drop", most)?);
        if args.baseline.is_none() {
            return Err(usage((
                "--max-drop 要同 --baseline 里的得分相比;请加 --baseline",
                "--max-drop compares with the scores in --baseline; add --baseline",
            )));
        }
    }
    Ok(())
}

fn percent(option: &str, number: u32) -> Result<u32> {
    if number > 100 {
        return Err(usage((
            format!("{option} 应在 0 到 100 之间,这里是 {number}"),
            format!("{option} must be between 0 and 100, not {number}"),
        )));
    }
    Ok(number)
}

/// What the user says of the reports.
pub(super) fn declared(args: &ScoreArgs) -> Result<Declared> {
    let issuer_kind = args.issuer_kind.as_deref().map(|w| {
        let known = IssuerKind::ALL.into_iter().find(|k| k.word() == w);
        known.ok_or_else(|| unknown("--issuer-kind", w, &IssuerKind::ALL.map(IssuerKind::word)))
    });
    if let Some(year) = args.year.filter(|y| !(1990..=2100).contains(y)) {
        return Err(usage((
            format!("--year 应是四位年份,这里是 {year}"),
            format!("--year must be a year of four digits, not {year}"),
        )));
    }
    Ok(Declared {
        year: args.year,
        level: level(args.level.as_deref())?,
        issuer_kind: issuer_kind.transpose()?,
        published: args.published.as_deref().map(|d| date("--published", d)).transpose()?,
    })
}

/// A level by its word.
pub(super) fn level(typed: Option<&str>) -> Result<Option<Level>> {
    let known = |w: &str| {
        let level = Level::ALL.into_iter().find(|l| l.word() == w);
        level.ok_or_else(|| unknown("--level", w, &Level::ALL.map(Level::word)))
    };
    typed.map(known).transpose()
}

fn date(option: &str, text: &str) -> Result<Date> {
    text.parse().map_err(|_| {
        usage((
            format!("{option} 应写成 YYYY-MM-DD,这里是“{text}”"),
            format!("write {option} as YYYY-MM-DD, not “{text}”"),
        ))
    })
}

/// A word that an option does not know.
pub(super) fn unknown(option: &str, word: &str, known: &[&str]) -> Error {
    usage((
        format!("{option} 不能是“{word}”;可用:{}", known.join("、")),
        format!("{option} cannot be “{word}”; known: {}", known.join(", ")),
    ))
}

/// The day of the run.
pub(super) fn as_of(typed: Option<&str>) -> Result<Date> {
    typed.map_or_else(|| Ok(jiff::ZonedDateTime::now().date()), |text| date("--as-of", text))
}
