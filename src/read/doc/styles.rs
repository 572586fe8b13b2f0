//! The style sheet: what a paragraph has when it says nothing itself.
//!
//! Comes in: the style structure. Goes out: outline level, list and visibility per style, resolved along the
//! chain of styles that one is based on.

use super::bytes::u16_at;
use super::sprm::{self, Change};

/// Built-in numbers: headings 1 to 9 and tables of contents 1 to 9.
const HEADINGS: std::ops::RangeInclusive<u16> = 1..=9;
const CONTENTS: std::ops::RangeInclusive<u16> = 19..=27;
/// Longest chain of styles.
const MAX_CHAIN: usize = 32;
/// Outline level of body text.
const BODY: u8 = 9;

/// Paragraph properties that may come from style or paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Properties {
    /// From 0; 9 is body text.
    pub(super) outline: Option<u8>,
    /// List override, from 1; 0 switches numbering off.
    pub(super) list: Option<u16>,
    pub(super) list_level: Option<u8>,
    pub(super) hidden: Option<bool>,
    pub(super) contents: bool,
}

#[derive(Debug)]
struct Style {
    base: u16,
    own: Properties,
}

/// All styles by number.
#[derive(Debug, Default)]
pub(super) struct Styles {
    all: Vec<Option<Style>>,
}

impl Properties {
    /// Apply one change of a paragraph.
    pub(super) fn apply(&mut self, change: &Change<'_>) {
        match change.code {
            sprm::OUTLINE_LEVEL => self.outline = Some(change.byte()),
            sprm::LIST => self.list = Some(change.word()),
            sprm::LIST_LEVEL => self.list_level = Some(change.byte()),
            _ => {}
        }
    }

    /// The heading level, from 1.
    pub(super) fn heading(&self) -> Option<u8> {
        self.outline.filter(|level| *level < BODY).map(|level| level + 1)
    }

    fn or(self, base: Properties) -> Properties {
        Properties {
            outline: self.outline.or(base.outline),
            list: self.list.or(base.list),
            list_level: self.list_level.or(base.list_level),
            hidden: self.hidden.or(base.hidden),
            contents: self.contents || base.contents,
        }
    }
}

impl Styles {
    /// Read the structure; what does not fit is left out.
    pub(super) fn of(structure: &[u8]) -> Styles {
        let Some(head) = u16_at(structure, 0).map(usize::from) else { return Styles::default() };
        let count = u16_at(structure, 2).unwrap_or(0);
        let base_size = usize::from(u16_at(structure, 4).unwrap_or(10));
        let mut at = 2 + head;
        let mut all = Vec::new();
        for _ in 0..count {
            let Some(length) = u16_at(structure, at).map(usize::from) else { break };
            let body = structure.get(at + 2..at + 2 + length).unwrap_or(&[]);
            all.push(style(body, base_size));
            at += 2 + length + length % 2;
        }
        Styles { all }
    }

    /// The properties of a style with all that it is based on.
    pub(super) fn resolved(&self, number: u16) -> Properties {
        let mut out = Properties::default();
        let mut next = number;
        for _ in 0..MAX_CHAIN {
            let Some(Some(style)) = self.all.get(usize::from(next)) else { break };
            out = out.or(style.own);
            next = style.base;
        }
        out
    }
}

/// One style: fixed part, name, then paragraph and character changes.
fn style(body: &[u8], base_size: usize) -> Option<Style> {
    let built_in = u16_at(body, 0)? & 0xfff;
    let kind_and_base = u16_at(body, 2)?;
    let groups = u16_at(body, 4)? & 0xf;
    let mut own = Properties { contents: CONTENTS.contains(&built_in), ..Properties::default() };
    if HEADINGS.contains(&built_in) {
        own.outline = Some(built_in as u8 - 1);
    }
    let name = usize::from(u16_at(body, base_size)?);
    let mut at = base_size + 2 + 2 * name + 2;
    let is_paragraph = kind_and_base & 0xf == 1;
    for group in 0..groups {
        at += at % 2;
        let Some(length) = u16_at(body, at).map(usize::from) else { break };
        let list = body.get(at + 2..at + 2 + length).unwrap_or(&[]);
        if is_paragraph && group == 0 {
            // The number of the style itself comes first.
            sprm::changes(list.get(2..).unwrap_or(&[])).for_each(|c| own.apply(&c));
        } else if let Some(hidden) = sprm::changes(list).filter(|c| c.code == sprm::HIDDEN).last() {
            own.hidden = Some(hidden.byte() & 1 == 1);
        }
        at += 2 + length;
    }
    Some(Style { base: kind_and_base >> 4, own })
}
