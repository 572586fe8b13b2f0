//! Counting: the number that Word puts before a paragraph.

use std::collections::{HashMap, HashSet};

use super::numbering::{LEVELS, Level, Numbering};
use super::styles::{ListRef, Styles};
use crate::read::numerals::Numeral;

/// The counters of all lists at one point of the document.
pub(super) struct Counters<'d> {
    numbering: &'d Numbering,
    styles: &'d Styles,
    /// By definition: the number last given on each level.
    given: HashMap<i64, [Option<u32>; LEVELS as usize]>,
    begun: HashSet<u32>,
}

impl<'d> Counters<'d> {
    pub(super) fn new(numbering: &'d Numbering, styles: &'d Styles) -> Counters<'d> {
        Counters { numbering, styles, given: HashMap::new(), begun: HashSet::new() }
    }

    /// Count a paragraph with this style and list, and give its number; empty for none.
    pub(super) fn next(&mut self, style: Option<&str>, own: ListRef) -> String {
        let inherited = self.styles.list(style);
        // List 0 switches numbering off.
        let Some(list) = own.num.or(inherited.num).filter(|list| *list != 0) else { return String::new() };
        let Some(definition) = self.numbering.definition_of(list, self.styles) else { return String::new() };
        let by_style =
            || self.styles.ids(style).iter().find_map(|id| self.numbering.level_of_style(definition, id));
        let level = own.level.or_else(by_style).or(inherited.level).unwrap_or(0).min(LEVELS - 1);
        self.count(list, definition, level);
        self.write(list, definition, level)
    }

    fn count(&mut self, list: u32, definition: i64, level: u8) {
        let numbering = self.numbering;
        let first = self.start(list, definition, level);
        let given = self.given.entry(definition).or_default();
        if self.begun.insert(list) {
            for changed in numbering.starts(list).into_iter().flat_map(|starts| starts.keys()) {
                given[usize::from(*changed)] = None;
            }
        }
        let here = &mut given[usize::from(level)];
        *here = Some(here.map_or(first, |before| before.saturating_add(1)));
        for deeper in level + 1..LEVELS {
            let restart = numbering.level(list, definition, deeper).and_then(|l| l.restart);
            if restart.is_none_or(|by| u32::from(level) < by) {
                given[usize::from(deeper)] = None;
            }
        }
    }

    fn start(&self, list: u32, definition: i64, level: u8) -> u32 {
        let changed = self.numbering.starts(list).and_then(|starts| starts.get(&level)).copied();
        changed.unwrap_or_else(|| self.numbering.level(list, definition, level).map_or(1, |l| l.start))
    }

    fn write(&self, list: u32, definition: i64, level: u8) -> String {
        let Some(own) = self.numbering.level(list, definition, level) else { return String::new() };
        if own.bullet {
            // A bullet is no number; words that stand in its place are shown.
            let words = own.text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            return if words { own.text.clone() } else { String::new() };
        }
        let mut out = String::new();
        let mut pattern = own.text.chars().peekable();
        while let Some(c) = pattern.next() {
            let which = if c == '%' { pattern.peek().and_then(|d| d.to_digit(10)) } else { None };
            match which.and_then(|d| u8::try_from(d).ok()).and_then(|d| d.checked_sub(1)) {
                Some(shown) => {
                    pattern.next();
                    if shown <= level {
                        out.push_str(&self.value(list, definition, shown, own));
                    }
                }
                None => out.push(c),
            }
        }
        if own.gap && out.ends_with(|c: char| c.is_ascii()) {
            out.push(' ');
        }
        out
    }

    fn value(&self, list: u32, definition: i64, shown: u8, own: &Level) -> String {
        let given = self.given.get(&definition).and_then(|g| g[usize::from(shown)]);
        let value = given.unwrap_or_else(|| self.start(list, definition, shown));
        let numeral = self.numbering.level(list, definition, shown).map_or(Numeral::Decimal, |l| l.numeral);
        let legal = own.legal && numeral != Numeral::None;
        if legal { Numeral::Decimal.write(value) } else { numeral.write(value) }
    }
}
