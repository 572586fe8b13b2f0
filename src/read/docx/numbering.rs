//! List definitions: what the levels of a list look like.
//!
//! Comes in: the numbering part. Goes out: levels by list. Counting is done in `counters`.

use std::collections::{BTreeMap, HashMap};

use super::parts::Part;
use super::styles::Styles;
use crate::read::numerals::Numeral;
use crate::read::xml::{Event, Tag};
use crate::read::{Limits, ReadError};

/// More lists than Word can keep.
const MOST: usize = 20_000;
/// Levels of a list.
pub(super) const LEVELS: u8 = 9;

/// One level of a list.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub(super) start: u32,
    pub(super) numeral: Numeral,
    /// A mark instead of a number.
    pub(super) bullet: bool,
    /// The pattern, with `%1` for the number of the first level.
    pub(super) text: String,
    /// From 1: the level whose use restarts this one; 0 for never.
    pub(super) restart: Option<u32>,
    /// All levels are shown in decimal.
    pub(super) legal: bool,
    /// The paragraph style that stands for this level.
    pub(super) style: Option<String>,
    /// A blank or a tab stands between number and words.
    pub(super) gap: bool,
}

impl Default for Level {
    fn default() -> Level {
        Level {
            start: 1,
            numeral: Numeral::Decimal,
            bullet: false,
            text: String::new(),
            restart: None,
            legal: false,
            style: None,
            gap: true,
        }
    }
}

/// A definition that several lists may share.
#[derive(Debug, Default)]
struct Definition {
    levels: BTreeMap<u8, Level>,
    /// The numbering style that holds the levels instead.
    link: Option<String>,
}

/// A list: a definition and what it changes.
#[derive(Debug, Default)]
struct List {
    definition: i64,
    starts: BTreeMap<u8, u32>,
    levels: BTreeMap<u8, Level>,
}

/// All lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<i64, Definition>,
    lists: HashMap<u32, List>,
}

impl Numbering {
    pub(super) fn read(part: &Part, limits: &Limits) -> Result<Numbering, ReadError> {
        let mut out = Numbering::default();
        let mut xml = part.read(limits);
        let mut at = At::default();
        while let Some(event) = xml.next()? {
            let Event::Open(tag) = event else { continue };
            match tag.name() {
                "Fallback" | "rPr" | "pPr" => drop(xml.skip()?),
                _ if out.lists.len() >= MOST || out.definitions.len() >= MOST => break,
                _ => out.note(&tag, &mut at),
            }
        }
        Ok(out)
    }

    fn note(&mut self, tag: &Tag<'_>, at: &mut At) {
        let id = |name: &str| tag.number(name).unwrap_or(-1);
        match tag.name() {
            "abstractNum" => *at = At { definition: Some(id("abstractNumId")), ..At::default() },
            "num" => *at = At { list: u32::try_from(id("numId")).ok(), ..At::default() },
            "lvl" | "lvlOverride" => at.level = u8::try_from(id("ilvl")).ok().filter(|l| *l < LEVELS),
            _ => {}
        }
        if let Some(list) = at.list {
            let list = self.lists.entry(list).or_default();
            match (tag.name(), at.level) {
                ("abstractNumId", _) => list.definition = id("val"),
                ("startOverride", Some(level)) => drop(list.starts.insert(level, clamp(id("val")))),
                ("lvl", Some(level)) => drop(list.levels.insert(level, Level::default())),
                (_, Some(level)) => {
                    if let Some(level) = list.levels.get_mut(&level) {
                        level.note(tag);
                    }
                }
                _ => {}
            }
        } else if let Some(definition) = at.definition {
            let definition = self.definitions.entry(definition).or_default();
            match at.level {
                Some(level) => definition.levels.entry(level).or_default().note(tag),
                None if tag.name() == "numStyleLink" => definition.link = tag.get("val"),
                None => {}
            }
        }
    }

    /// The definition that counts for a list; several lists may count together.
    pub(super) fn definition_of(&self, list: u32, styles: &Styles) -> Option<i64> {
        let mut id = self.lists.get(&list)?.definition;
        for _ in 0..4 {
            let definition = self.definitions.get(&id)?;
            let Some(link) = definition.link.as_deref().filter(|_| definition.levels.is_empty()) else {
                break;
            };
            let through = styles.list_of_numbering_style(link).and_then(|list| self.lists.get(&list))?;
            id = through.definition;
        }
        Some(id)
    }

    /// A level of a list, with what the list changes.
    pub(super) fn level(&self, list: u32, definition: i64, level: u8) -> Option<&Level> {
        let own = self.lists.get(&list).and_then(|l| l.levels.get(&level));
        own.or_else(|| self.definitions.get(&definition)?.levels.get(&level))
    }

    /// The level that a style stands for.
    pub(super) fn level_of_style(&self, definition: i64, style: &str) -> Option<u8> {
        let levels = &self.definitions.get(&definition)?.levels;
        levels.iter().find(|(_, l)| l.style.as_deref() == Some(style)).map(|(level, _)| *level)
    }

    /// The numbers at which a list starts anew when it is first used.
    pub(super) fn starts(&self, list: u32) -> Option<&BTreeMap<u8, u32>> {
        self.lists.get(&list).map(|l| &l.starts)
    }
}

/// Where in the part reading is.
#[derive(Default)]
struct At {
    definition: Option<i64>,
    list: Option<u32>,
    level: Option<u8>,
}

impl Level {
    fn note(&mut self, tag: &Tag<'_>) {
        let value = || tag.get("val").unwrap_or_default();
        match tag.name() {
            "start" => self.start = clamp(tag.number("val").unwrap_or(1)),
            "numFmt" => {
                let name = value();
                self.bullet = name == "bullet";
                self.numeral = numeral(&name);
            }
            "lvlText" => self.text = value().chars().take(64).collect(),
            "lvlRestart" => self.restart = tag.number("val").and_then(|v| u32::try_from(v).ok()),
            "isLgl" => self.legal = tag.is_on(),
            "pStyle" => self.style = Some(value()),
            "suff" => self.gap = value() != "nothing",
            _ => {}
        }
    }
}

fn clamp(value: i64) -> u32 {
    u32::try_from(value.clamp(0, 1_000_000)).unwrap_or(0)
}

/// The numeral of a number format name.
fn numeral(name: &str) -> Numeral {
    match name {
        "none" => Numeral::None,
        "decimalZero" => Numeral::DecimalZero,
        "decimalFullWidth" | "decimalFullWidth2" => Numeral::DecimalWide,
        "upperRoman" => Numeral::UpperRoman,
        "lowerRoman" => Numeral::LowerRoman,
        "upperLetter" => Numeral::UpperLetter,
        "lowerLetter" => Numeral::LowerLetter,
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => Numeral::Chinese,
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => Numeral::ChineseDigits,
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => Numeral::ChineseLegal,
        "ideographTraditional" => Numeral::HeavenlyStem,
        "ideographZodiac" => Numeral::EarthlyBranch,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Numeral::Circled,
        "decimalEnclosedParen" => Numeral::Bracketed,
        "decimalEnclosedFullstop" => Numeral::Stopped,
        "ideographEnclosedCircle" => Numeral::ChineseCircled,
        _ => Numeral::Decimal,
    }
}
