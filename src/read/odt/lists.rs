//! Lists of an OpenDocument text: what the levels look like, and counting.

use std::collections::{BTreeMap, HashMap};

use crate::read::numerals::Numeral;
use crate::read::xml::Tag;

/// Levels of a list.
const LEVELS: u8 = 10;
/// More lists than a document has.
const MOST: usize = 20_000;
/// Name under which the numbering of headings is kept; no style can have it.
const OUTLINE: &str = "\u{0}";

/// One level of a list style.
#[derive(Clone, Debug)]
struct Level {
    numeral: Numeral,
    prefix: String,
    suffix: String,
    /// The whole number with `%1%` for the number of the first level, as newer programs write it.
    pattern: Option<String>,
    start: u32,
    /// How many levels are shown.
    shown: u8,
}

/// All list styles of a document.
#[derive(Debug, Default)]
pub(super) struct ListStyles {
    by_name: HashMap<String, BTreeMap<u8, Level>>,
    at: Option<String>,
}

impl ListStyles {
    pub(super) fn note(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "list-style" => {
                let name = tag.get("name").unwrap_or_default();
                self.by_name.insert(name.clone(), BTreeMap::new());
                self.at = Some(name);
            }
            "outline-style" => self.at = Some(OUTLINE.to_string()),
            "list-level-style-number" | "outline-level-style" => self.level(tag),
            _ => {}
        }
    }

    fn level(&mut self, tag: &Tag<'_>) {
        let level =
            tag.number("level").and_then(|l| u8::try_from(l).ok()).filter(|l| (1..=LEVELS).contains(l));
        let (Some(name), Some(level)) = (&self.at, level) else { return };
        let format = tag.get("num-format").unwrap_or_default();
        let short = |name: &str| tag.get(name).unwrap_or_default().chars().take(64).collect::<String>();
        let style = Level {
            numeral: numeral(&format),
            prefix: short("num-prefix"),
            suffix: short("num-suffix"),
            pattern: tag.get("num-list-format").map(|p| p.chars().take(64).collect()),
            start: tag.number("start-value").map_or(1, clamp),
            shown: tag
                .number("display-levels")
                .and_then(|n| u8::try_from(n).ok())
                .unwrap_or(1)
                .clamp(1, level),
        };
        self.by_name.entry(name.clone()).or_default().insert(level, style);
    }
}

/// The numeral of a number format; the format shows its first number.
fn numeral(format: &str) -> Numeral {
    match format.chars().next() {
        None => Numeral::None,
        Some('a') => Numeral::LowerLetter,
        Some('A') => Numeral::UpperLetter,
        Some('i') => Numeral::LowerRoman,
        Some('I') => Numeral::UpperRoman,
        Some('一') => Numeral::Chinese,
        Some('壹' | '壱') => Numeral::ChineseLegal,
        Some('甲') => Numeral::HeavenlyStem,
        Some('子') => Numeral::EarthlyBranch,
        Some('①') => Numeral::Circled,
        Some('⑴') => Numeral::Bracketed,
        Some('⒈') => Numeral::Stopped,
        Some('㈠') => Numeral::ChineseBracketed,
        Some('\u{ff11}') => Numeral::DecimalWide,
        Some(_) => Numeral::Decimal,
    }
}

fn clamp(value: i64) -> u32 {
    u32::try_from(value.clamp(0, 1_000_000)).unwrap_or(0)
}

/// Which list counts: lists that continue each other count together.
pub(super) type ListKey = usize;

/// The counters of all lists at one point of the document.
#[derive(Debug, Default)]
pub(super) struct Counters {
    given: HashMap<ListKey, [Option<u32>; LEVELS as usize]>,
    keys: ListKey,
    by_id: HashMap<String, ListKey>,
    by_style: HashMap<String, ListKey>,
}

impl Counters {
    /// A list begins that is not inside another.
    pub(super) fn begin(&mut self, tag: &Tag<'_>, style: Option<&str>) -> ListKey {
        let continued = tag.get("continue-list").and_then(|id| self.by_id.get(&id).copied());
        let goes_on = tag.get("continue-numbering").as_deref() == Some("true");
        let same_style = style.filter(|_| goes_on).and_then(|s| self.by_style.get(s).copied());
        let key = continued.or(same_style).unwrap_or_else(|| self.fresh());
        if let Some(id) = tag.get("id").filter(|_| self.by_id.len() < MOST) {
            self.by_id.insert(id, key);
        }
        if let Some(style) = style.filter(|_| self.by_style.len() < MOST) {
            self.by_style.insert(style.to_string(), key);
        }
        key
    }

    /// The counters of a list that is known by a name.
    pub(super) fn named(&mut self, name: &str) -> ListKey {
        if let Some(key) = self.by_id.get(name) {
            return *key;
        }
        let key = self.fresh();
        if self.by_id.len() <= MOST {
            self.by_id.insert(name.to_string(), key);
        }
        key
    }

    /// The counters of headings that are not in a list.
    pub(super) fn outline(&mut self) -> ListKey {
        self.named(OUTLINE)
    }

    fn fresh(&mut self) -> ListKey {
        self.keys += 1;
        self.keys
    }

    /// Count an item and give its number; `level` counts from 1, `start` restarts the counting.
    pub(super) fn next(
        &mut self,
        styles: &ListStyles,
        style: Option<&str>,
        key: ListKey,
        level: u8,
        start: Option<i64>,
    ) -> String {
        let level = level.clamp(1, LEVELS);
        let Some(levels) = styles.by_name.get(style.unwrap_or(OUTLINE)) else { return String::new() };
        let given = self.given.entry(key).or_default();
        let here = &mut given[usize::from(level) - 1];
        let first = levels.get(&level).map_or(1, |l| l.start);
        *here = Some(match start {
            Some(value) => clamp(value),
            None => here.map_or(first, |before| before.saturating_add(1)),
        });
        given.iter_mut().skip(level.into()).for_each(|deeper| *deeper = None);
        let value = |n: u8| {
            let style = levels.get(&n)?;
            let given = given.get(usize::from(n).checked_sub(1)?).copied().flatten();
            Some(style.numeral.write(given.unwrap_or(style.start)))
        };
        levels.get(&level).map(|own| own.write(level, value)).unwrap_or_default()
    }
}

impl Level {
    fn write(&self, level: u8, value: impl Fn(u8) -> Option<String>) -> String {
        if self.numeral == Numeral::None && self.pattern.is_none() {
            return String::new();
        }
        let mut out = self.pattern.as_ref().map_or_else(
            || {
                let shown: Vec<String> = (level + 1 - self.shown..=level).filter_map(&value).collect();
                format!("{}{}{}", self.prefix, shown.join("."), self.suffix)
            },
            |pattern| {
                // Every second part stands between two percent signs.
                let parts = pattern.split('%').enumerate();
                let number = |part: &str| part.parse().ok().and_then(&value);
                parts
                    .map(|(n, part)| if n % 2 == 1 { number(part).unwrap_or_default() } else { part.into() })
                    .collect()
            },
        );
        if out.ends_with(|c: char| c.is_ascii()) && !out.ends_with(' ') {
            out.push(' ');
        }
        out
    }
}
