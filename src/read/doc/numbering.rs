//! Automatic numbers as they are displayed.
//!
//! Comes in: which list and level a paragraph uses, one paragraph after another. Goes out: the text of its
//! number. Uses of one list count together, unless a use starts anew.

use std::collections::{BTreeMap, BTreeSet};

use super::lists::{LEVELS, Level, Lists};
use crate::read::numerals;

/// Number formats, as the file counts them.
mod format {
    pub(super) const BULLET: u8 = 23;
    pub(super) const NONE: u8 = 255;
}

/// What stands before a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Nothing, or only a bullet.
    None,
    Number(String),
    /// A number of a kind that is not known here.
    Unknown,
}

/// The counts so far.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: Lists,
    /// Where the structures of the file could not be read.
    damaged: bool,
    counts: BTreeMap<u32, [Option<u32>; LEVELS]>,
    /// Uses and levels whose own start value was spent.
    started: BTreeSet<(u16, usize)>,
}

impl Numbering {
    pub(super) fn new(lists: Option<Lists>) -> Self {
        let damaged = lists.is_none();
        Numbering { lists: lists.unwrap_or_default(), damaged, ..Numbering::default() }
    }

    /// The number of the next paragraph that uses an override (from 1) at a level. A style may stand for a level.
    pub(super) fn next(&mut self, list: u16, level: Option<u8>, style: u16) -> Label {
        if list == 0 || list > 0xf800 {
            return Label::None;
        }
        let Some(at) = self.lists.overrides.get(usize::from(list) - 1).map(|o| o.list) else {
            return Label::Unknown;
        };
        let Some(number) = self.lists.all.iter().position(|l| l.id == at) else {
            return if self.damaged { Label::Unknown } else { Label::None };
        };
        let of_style = || self.lists.all[number].level_of_style(style);
        let level = usize::from(level.or_else(of_style).unwrap_or(0)).min(LEVELS - 1);
        let levels: Vec<Level> = (0..=level).map_while(|l| self.level(list, number, l)).collect();
        let Some(own) = levels.get(level) else { return Label::Unknown };
        self.count(list, number, level, own);
        let counts = self.counts.get(&at).copied().unwrap_or_default();
        label(&levels, own, &counts)
    }

    /// The definition of a level as a use has it.
    fn level(&self, list: u16, number: usize, level: usize) -> Option<Level> {
        let uses = self.lists.overrides.get(usize::from(list) - 1)?;
        let replaced = uses.levels.iter().find(|(l, _, _)| *l == level).and_then(|(_, _, own)| own.clone());
        replaced.or_else(|| self.lists.all[number].levels.get(level).cloned())
    }

    fn count(&mut self, list: u16, number: usize, level: usize, own: &Level) {
        let uses = self.lists.overrides.get(usize::from(list) - 1);
        let start =
            uses.and_then(|u| u.levels.iter().find(|(l, _, _)| *l == level)).and_then(|(_, start, _)| *start);
        let fresh = start.is_some() && self.started.insert((list, level));
        let definition = &self.lists.all[number];
        let counts = self.counts.entry(definition.id).or_default();
        counts[level] = Some(match counts[level] {
            Some(count) if !fresh => count.saturating_add(1),
            _ => start.unwrap_or(own.start),
        });
        for (below, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let limit = definition.levels.get(below).and_then(|l| l.restarts_after);
            if limit.is_none_or(|limit| level < usize::from(limit)) {
                *count = None;
            }
        }
        // A level above that was never used shows its start.
        for (above, count) in counts.iter_mut().enumerate().take(level) {
            count.get_or_insert_with(|| definition.levels.get(above).map_or(1, |l| l.start));
        }
    }
}

fn label(levels: &[Level], own: &Level, counts: &[Option<u32>; LEVELS]) -> Label {
    if own.format == format::BULLET {
        return Label::None;
    }
    let mut units: Vec<u16> = Vec::new();
    for (position, unit) in (1..).zip(&own.text) {
        if !own.places.contains(&position) {
            units.push(*unit);
            continue;
        }
        let at = usize::from(*unit);
        let (Some(level), Some(Some(count))) = (levels.get(at), counts.get(at)) else {
            return Label::Unknown;
        };
        let kind = if own.legal && level.format != format::NONE { 0 } else { level.format };
        let Some(text) = numeral(*count, kind) else { return Label::Unknown };
        units.extend(text.encode_utf16());
    }
    let text = String::from_utf16_lossy(&units);
    if text.trim().is_empty() { Label::None } else { Label::Number(text.trim().to_string()) }
}

/// A count in one of the number formats.
fn numeral(n: u32, kind: u8) -> Option<String> {
    Some(match kind {
        0 | 15 | 40 => n.to_string(),
        1 => numerals::roman(n, true),
        2 => numerals::roman(n, false),
        3 => numerals::letters(n, true),
        4 => numerals::letters(n, false),
        10 | 17 | 36 => numerals::chinese_digits(n),
        11 | 33 | 35 | 37 | 39 => numerals::chinese(n),
        14 | 19 => numerals::full_width(n),
        18 | 28 => numerals::circled(n),
        22 => format!("{n:02}"),
        26 => numerals::dotted(n),
        27 => numerals::bracketed(n),
        29 => numerals::bracketed_chinese(n),
        30 => numerals::stems(n),
        31 => numerals::branches(n),
        16 | 34 | 38 => numerals::chinese_legal(n),
        57 => format!("- {n} -"),
        format::NONE => String::new(),
        _ => return None,
    })
}
