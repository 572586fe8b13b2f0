//! Automatic numbers as they are displayed.
//!
//! Comes in: which list and level a paragraph uses, one paragraph after another. Goes out: the text of its
//! number. Uses of one list count together, unless a use starts anew.

use std::collections::{BTreeMap, BTreeSet};

use super::lists::{LEVELS, Level, Lists};
use crate::read::numerals::Numeral;

/// The number format that is a sign and no number.
const BULLET: u8 = 23;

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
    if own.format == BULLET {
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
        let numeral = match numeral(level.format) {
            None => return Label::Unknown,
            Some(own_numeral) if !own.legal || own_numeral == Numeral::None => own_numeral,
            Some(_) => Numeral::Decimal,
        };
        units.extend(numeral.write(*count).encode_utf16());
    }
    let mut text = String::from_utf16_lossy(&units).trim().to_string();
    if own.gap && text.ends_with(|c: char| c.is_ascii()) {
        text.push(' ');
    }
    if text.is_empty() { Label::None } else { Label::Number(text) }
}

/// The numerals of a number format.
fn numeral(kind: u8) -> Option<Numeral> {
    Some(match kind {
        0 | 15 | 40 => Numeral::Decimal,
        1 => Numeral::UpperRoman,
        2 => Numeral::LowerRoman,
        3 => Numeral::UpperLetter,
        4 => Numeral::LowerLetter,
        10 | 17 | 36 => Numeral::ChineseDigits,
        11 | 33 | 35 | 37 | 39 => Numeral::Chinese,
        14 | 19 => Numeral::DecimalWide,
        16 | 34 | 38 => Numeral::ChineseLegal,
        18 | 28 => Numeral::Circled,
        22 => Numeral::DecimalZero,
        26 => Numeral::Stopped,
        27 => Numeral::Bracketed,
        29 => Numeral::ChineseBracketed,
        30 => Numeral::HeavenlyStem,
        31 => Numeral::EarthlyBranch,
        255 => Numeral::None,
        _ => return None,
    })
}
