//! Definitions of automatic numbering.
//!
//! Comes in: the list structures. Goes out: for every list its levels, and what a use of it overrides. Knows
//! the layout only; counting is elsewhere.

use super::bytes::{offset_at, u8_at, u16_at, u32_at};

/// Levels of a list.
pub(super) const LEVELS: usize = 9;

/// Longest text around a number; more is damage.
const MAX_TEXT: usize = 255;

/// One level.
#[derive(Clone, Debug, Default)]
pub(super) struct Level {
    pub(super) start: u32,
    /// Number format, as the file counts them.
    pub(super) format: u8,
    /// All numbers in Arabic.
    pub(super) legal: bool,
    /// Something stands between number and words.
    pub(super) gap: bool,
    /// The level above which this one starts again; `None`: any.
    pub(super) restarts_after: Option<u8>,
    /// The text, in which a place for the number of level n is the character n.
    pub(super) text: Vec<u16>,
    /// Which characters of the text are such places, from 1.
    pub(super) places: Vec<u8>,
}

/// One list.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub(super) id: u32,
    /// Styles that stand for a level.
    styles: [u16; LEVELS],
    pub(super) levels: Vec<Level>,
}

/// A use of a list by paragraphs.
#[derive(Clone, Debug, Default)]
pub(super) struct Override {
    pub(super) list: u32,
    /// Level, start value if it is overridden, and level definition if it is replaced.
    pub(super) levels: Vec<(usize, Option<u32>, Option<Level>)>,
}

/// All lists of a document.
#[derive(Debug, Default)]
pub(super) struct Lists {
    pub(super) all: Vec<List>,
    pub(super) overrides: Vec<Override>,
}

impl Lists {
    /// Read both structures. The levels follow the list structure in the table stream, outside its length.
    pub(super) fn of(lists: &[u8], after: &[u8], overrides: &[u8]) -> Option<Lists> {
        let mut all = definitions(lists).unwrap_or_default();
        let mut at = 0;
        for (list, simple) in &mut all {
            for _ in 0..if *simple { 1 } else { LEVELS } {
                let (level, length) = level(after.get(at..)?)?;
                list.levels.push(level);
                at += length;
            }
        }
        let overrides = if overrides.is_empty() { Vec::new() } else { uses(overrides)? };
        Some(Lists { all: all.into_iter().map(|(list, _)| list).collect(), overrides })
    }
}

impl List {
    /// The level that a style stands for.
    pub(super) fn level_of_style(&self, style: u16) -> Option<u8> {
        self.styles.iter().position(|s| *s == style).map(|level| level as u8)
    }
}

fn definitions(bytes: &[u8]) -> Option<Vec<(List, bool)>> {
    const SIZE: usize = 28;
    let count = usize::from(u16_at(bytes, 0)?);
    let mut out = Vec::new();
    for entry in bytes.get(2..)?.chunks_exact(SIZE).take(count) {
        let mut styles = [0xfff; LEVELS];
        for (n, style) in styles.iter_mut().enumerate() {
            *style = u16_at(entry, 8 + 2 * n)?;
        }
        let simple = u8_at(entry, 26)? & 1 == 1;
        out.push((List { id: u32_at(entry, 0)?, styles, levels: Vec::new() }, simple));
    }
    Some(out)
}

/// A level and its length in bytes.
fn level(bytes: &[u8]) -> Option<(Level, usize)> {
    const HEAD: usize = 28;
    let flags = u8_at(bytes, 5)?;
    let changes = usize::from(u8_at(bytes, 24)?) + usize::from(u8_at(bytes, 25)?);
    let text_at = HEAD + changes;
    let length = usize::from(u16_at(bytes, text_at)?);
    if length > MAX_TEXT {
        return None;
    }
    let text = bytes.get(text_at + 2..text_at + 2 + 2 * length)?;
    let level = Level {
        start: u32_at(bytes, 0)?,
        format: u8_at(bytes, 4)?,
        legal: flags & 4 != 0,
        gap: u8_at(bytes, 15)? != 2,
        restarts_after: if flags & 8 != 0 { u8_at(bytes, 26) } else { None },
        text: text.as_chunks::<2>().0.iter().map(|c| u16::from_le_bytes(*c)).collect(),
        places: bytes.get(6..15)?.iter().copied().take_while(|p| *p > 0).collect(),
    };
    Some((level, text_at + 2 + 2 * length))
}

fn uses(bytes: &[u8]) -> Option<Vec<Override>> {
    const SIZE: usize = 16;
    let count = offset_at(bytes, 0)?;
    let fixed = bytes.get(4..4 + count.checked_mul(SIZE)?)?;
    let mut at = 4 + fixed.len();
    let mut out = Vec::with_capacity(count);
    for entry in fixed.chunks_exact(SIZE) {
        let mut one = Override { list: u32_at(entry, 0)?, levels: Vec::new() };
        at += 4;
        for _ in 0..u8_at(entry, 12)? {
            let flags = u32_at(bytes, at + 4)?;
            let start = if flags & 0x10 != 0 { u32_at(bytes, at) } else { None };
            at += 8;
            let mut replaced = None;
            if flags & 0x20 != 0 {
                let (level, length) = level(bytes.get(at..)?)?;
                replaced = Some(level);
                at += length;
            }
            one.levels.push(((flags & 0xf) as usize, start, replaced));
        }
        out.push(one);
    }
    Some(out)
}
