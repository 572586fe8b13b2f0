//! `lawcheck packs weights`: the tree of weights, or an edited workbook back into a profile.
//!
//! Comes in: the sheet of weights of a workbook that `score --format xlsx` wrote. Goes out: the profile that the run
//! used, with the weights that somebody changed.

use std::io::Cursor;

use anyhow::{Context as _, Result};
use calamine::{Data, DataType as _, Range, Reader as _, Xlsx};

use super::args::WeightsArgs;
use super::exit::Exit;
use super::{gate, outputs, terminal};
use crate::host::fault::{InputError, UsageError, usage};
use crate::host::files::{self, Place};
use crate::host::shelf::Shelf;
use crate::pack::{Build, Packs, Profile, matches, plain, profile_file};
use crate::read::Limits;
use crate::report::Level;
use crate::text::{Lang, Speak, Words};
use crate::write::{WEIGHTS, weight_tree};

/// Most rows that are read; a workbook with more is not ours.
const ROWS: u32 = 20_000;

/// A row whose weight was changed.
struct Change {
    id: String,
    weight: u32,
    cell: String,
}

pub(super) fn weights(args: &WeightsArgs, lang: Lang) -> Result<Exit> {
    match &args.from {
        Some(book) => from_book(book, args, lang),
        None => tree(args, lang),
    }
}

/// The tree of weights as a report of one year and level meets it.
fn tree(args: &WeightsArgs, lang: Lang) -> Result<Exit> {
    let mut shelf = Shelf::new();
    for folder in &args.packs {
        shelf.add_pack(folder)?;
    }
    let profile = shelf.profile(args.profile.as_deref().unwrap_or("national"))?;
    let packs = shelf.load(&profile, Build::Quick)?;
    let year = match args.year {
        Some(year) => year,
        None => gate::as_of(None)?.year() - 1,
    };
    let level = gate::level(args.level.as_deref())?.unwrap_or(Level::County);
    let out = weight_tree(&packs, year, level, lang);
    terminal::print(lang.typeset(&out).as_bytes())
}

fn from_book(book: &str, args: &WeightsArgs, lang: Lang) -> Result<Exit> {
    let (sheet, name) = sheet(book)?;
    let mut shelf = Shelf::new();
    for folder in &args.packs {
        shelf.add_pack(folder)?;
    }
    let base = match &args.profile {
        Some(profile) => shelf.profile(profile)?,
        None => text(&sheet, WEIGHTS.profile.0, WEIGHTS.profile.1),
    };
    let packs = shelf.load(&base, Build::Quick).with_context(|| {
        UsageError(Words::new(
            format!("工作簿是按评分方案“{base}”评的;用的若是自己的方案文件,请用 --profile 写明"),
            format!("the workbook was scored with the profile “{base}”; if that is a file of yours, name it with --profile"),
        ))
    })?;
    let mut profile = packs.profile().clone();
    let changes = changes(&sheet, &name)?;
    for change in &changes {
        apply(&mut profile, &packs, change)?;
    }
    profile.title = format!("{}(权重调整)", profile.title);
    let written = profile_file(&profile);
    let count = changes.len();
    let done = Words::new(
        format!("改动 {count} 处,以评分方案“{base}”为底"),
        format!("{count} changes, on the profile “{base}”"),
    );
    terminal::say(&done.say(lang), lang);
    match &args.output {
        Some(path) => outputs::save(path, written.as_bytes()).map(|()| Exit::Passed),
        None => terminal::print(written.as_bytes()),
    }
}

/// The sheet of weights and its name.
fn sheet(path: &str) -> Result<(Range<Data>, String)> {
    let unreadable =
        |why: Words| InputError(Words::new(format!("{path}: {}", why.zh), format!("{path}: {}", why.en)));
    let place = Place::File(path.into());
    let bytes = files::bytes(&place, &Limits::default()).map_err(|e| unreadable(Words::of(&e)))?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| {
        unreadable(Words::new(
            "不是可以读取的 xlsx 工作簿",
            format!("no xlsx workbook that can be read ({e})"),
        ))
    })?;
    let names = book.sheet_names();
    let Some(name) = names.into_iter().find(|n| WEIGHTS.sheets.contains(&n.as_str())) else {
        let [zh, en] = WEIGHTS.sheets;
        let words = Words::new(
            format!("没有名为“{zh}”的表;请用 lawcheck score --format xlsx 生成的工作簿"),
            format!("no sheet “{en}”; use a workbook of lawcheck score --format xlsx"),
        );
        return Err(unreadable(words).into());
    };
    let range = book.worksheet_range(&name).map_err(|e| {
        unreadable(Words::new(
            format!("表“{name}”读不了"),
            format!("the sheet “{name}” cannot be read ({e})"),
        ))
    })?;
    Ok((range, name))
}

fn text(sheet: &Range<Data>, row: u32, column: u32) -> String {
    sheet.get_value((row, column)).and_then(Data::as_string).unwrap_or_default().trim().to_string()
}

/// Rows whose weight is not what it was. All faults are named at once.
fn changes(sheet: &Range<Data>, name: &str) -> Result<Vec<Change>> {
    let mut out = Vec::new();
    let mut faults = Vec::new();
    for row in WEIGHTS.first..WEIGHTS.first + ROWS {
        let id = text(sheet, row, WEIGHTS.id);
        if id.is_empty() {
            break;
        }
        let cell = format!("{name} D{}", row + 1);
        let most = if id.contains('/') { 1_000 } else { 100 };
        match (number(sheet, row, WEIGHTS.was), number(sheet, row, WEIGHTS.now)) {
            (was, Some(now)) if now <= most => {
                if was != Some(now) {
                    out.push(Change { id, weight: now, cell });
                }
            }
            _ => {
                let is = text(sheet, row, WEIGHTS.now);
                faults.push((
                    format!("{cell} 应是 0 到 {most} 的整数,这里是“{is}”"),
                    format!("{cell} must be a whole number from 0 to {most}, not “{is}”"),
                ));
            }
        }
    }
    if !faults.is_empty() {
        let (zh, en): (Vec<String>, Vec<String>) = faults.into_iter().unzip();
        return Err(usage((zh.join("\n"), en.join("\n"))));
    }
    Ok(out)
}

/// A whole number that is not negative.
fn number(sheet: &Range<Data>, row: u32, column: u32) -> Option<u32> {
    let value = sheet.get_value((row, column))?;
    if let Some(whole) = value.get_int() {
        return u32::try_from(whole).ok();
    }
    // Spreadsheet programs store whole numbers as fractions, too.
    let text = value.get_float()?.to_string();
    text.parse().ok()
}

fn apply(profile: &mut Profile, packs: &Packs, change: &Change) -> Result<()> {
    let Change { id, weight, cell } = change;
    if packs.packs().iter().any(|p| p.id == *id) {
        match profile.packs.iter_mut().find(|(known, _)| known == id) {
            Some((_, share)) => *share = *weight,
            None => profile.packs.push((id.clone(), *weight)),
        }
    } else if packs.rules().any(|(_, _, rule)| rule.id == *id) {
        if let Some(pattern) = profile.skip.iter().find(|s| matches(s, id)) {
            return Err(usage((
                format!(
                    "{cell}: 评分方案不用规则“{id}”(skip: {pattern}),改权重不起作用;请先从方案里删去这一项"
                ),
                format!(
                    "{cell}: the profile does not use the rule “{id}” (skip: {pattern}), so its weight does nothing; drop that entry first"
                ),
            )));
        }
        profile.weights.insert(id.clone(), *weight);
    } else if packs.rules().any(|(pack, part, _)| format!("{}/{}", pack.id, plain(&part.id)) == *id) {
        profile.parts.insert(id.clone(), *weight);
    } else {
        return Err(usage((
            format!("{cell}: 没有“{id}”;评分时用过 --pack 的,这里也要写上"),
            format!("{cell}: no “{id}”; name the --pack folders of the run here, too"),
        )));
    }
    Ok(())
}
