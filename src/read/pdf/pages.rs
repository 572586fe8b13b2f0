//! From the glyphs of pages to text for the layout, and to the verdict whether there is a text at all.

use hayro_cmap::BfString;

use super::FORMAT;
use super::geometry::Turn;
use super::glyphs::{Glyph, Seen};
use crate::read::layout::{Fragment, Pages};
use crate::read::{ReadError, decode, notices};
use crate::text::Warning;

/// Fewer ideographs than this are stamps and page numbers, not a text.
const LEAST_IDEOGRAPHS: u64 = 10;
/// From this many characters on, a file without ideographs has a text layer, of a kind nobody can read.
const LEAST_TEXT: u64 = 200;

/// What the pages so far have given.
#[derive(Default)]
pub(super) struct Gathered {
    pages: Pages,
    ideographs: u64,
    others: u64,
    unknown: u64,
    /// Ideographs that are no everyday ones are told from those that are by a sample.
    sample: String,
    without_text: Vec<u32>,
    damaged: Vec<u32>,
    recognised: Vec<u32>,
    hidden: bool,
}

impl Gathered {
    /// Take the next page.
    pub(super) fn page(&mut self, number: u32, seen: &Seen) {
        let (visible, ideographs) = self.choose(number, seen);
        let shown = || seen.glyphs.iter().filter(|g| g.invisible != visible);
        let turn = main_turn(shown());
        let (width, height) = seen.page;
        self.pages.begin(number, if matches!(turn, Turn::None | Turn::Half) { width } else { height });
        for glyph in shown().filter(|g| g.turn == Some(turn)) {
            self.put(glyph, turn, seen.page);
        }
        self.unknown += seen.unknown;
        if seen.damaged {
            self.damaged.push(number);
        } else if ideographs < LEAST_IDEOGRAPHS && seen.looks_scanned() {
            self.without_text.push(number);
        }
    }

    /// Whether the visible text of a page is its text, or the invisible one that recognition puts under a
    /// scan; and how many ideographs that has.
    fn choose(&mut self, number: u32, seen: &Seen) -> (bool, u64) {
        let count = |invisible: bool| {
            let text = seen.glyphs.iter().filter(|g| g.invisible == invisible);
            text.map(|g| ideographs(&g.text)).sum::<u64>()
        };
        let (visible, invisible) = (count(false), count(true));
        if visible >= LEAST_IDEOGRAPHS || invisible < LEAST_IDEOGRAPHS {
            self.hidden |= invisible >= LEAST_IDEOGRAPHS;
            return (true, visible);
        }
        self.recognised.push(number);
        (false, invisible)
    }

    fn put(&mut self, glyph: &Glyph, turn: Turn, page: (f32, f32)) {
        let mut one = [0; 4];
        let text: &str = match &glyph.text {
            BfString::Char(c) => c.encode_utf8(&mut one),
            BfString::String(s) => s,
        };
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            if is_ideograph(c) {
                self.ideographs += 1;
                if self.sample.len() < 60_000 {
                    self.sample.push(c);
                }
            } else {
                self.others += 1;
            }
        }
        let (x, y) = turn.upright((glyph.x, glyph.y), page);
        self.pages.put(&Fragment { x, y, width: glyph.advance, height: glyph.size, text });
    }

    /// Stretches of text on the pages before the last one.
    pub(super) fn stretches(&self) -> u64 {
        self.pages.stretches()
    }

    /// The text for the layout and what to say about it, or why there is none.
    pub(super) fn finish(self) -> Result<(Pages, Vec<Warning>), ReadError> {
        let known = self.ideographs + self.others;
        if self.unknown > LEAST_IDEOGRAPHS && self.unknown * 2 > known {
            let what = (
                "字体没有字符对照表,多数字符不知是什么字",
                "fonts without a character map, most characters are unknown",
            );
            return Err(ReadError::garbled(FORMAT, what));
        }
        if self.ideographs < LEAST_IDEOGRAPHS || self.ideographs * 5 < known {
            if known < LEAST_TEXT {
                return Err(ReadError::NoTextLayer { format: FORMAT });
            }
            let what = ("文字层里几乎没有汉字", "hardly any Chinese characters in the text layer");
            return Err(ReadError::garbled(FORMAT, what));
        }
        decode::refuse_mojibake(&self.sample, FORMAT)?;
        let mut warnings: Vec<Warning> =
            notices::pages_without_text(&self.without_text).into_iter().collect();
        warnings.extend(notices::pages_unreadable(&self.damaged));
        if !self.recognised.is_empty() {
            warnings.push(recognised(self.recognised.len()));
        }
        warnings.extend(self.hidden.then(notices::hidden_text));
        if self.unknown > 0 {
            warnings.push(Warning::new(
                "unmapped_characters",
                format!("{} 个字符的字体没有对照表,以 \u{fffd} 代替", self.unknown),
                format!("{} characters of fonts without a map are shown as \u{fffd}", self.unknown),
            ));
        }
        Ok((self.pages, warnings))
    }
}

fn recognised(pages: usize) -> Warning {
    Warning::new(
        "ocr_layer",
        format!("{pages} 页是扫描图像,文字来自识别(OCR),可能有错字"),
        format!("{pages} pages are scans; their text was recognised by a program and may have errors"),
    )
}

/// The direction in which most of a page is written.
fn main_turn<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> Turn {
    let mut counts = [0u32; Turn::ALL.len()];
    for turn in glyphs.filter_map(|g| g.turn) {
        counts[turn as usize] += 1;
    }
    // The first of equals is upright.
    Turn::ALL.into_iter().rev().max_by_key(|t| counts[*t as usize]).unwrap_or(Turn::None)
}

fn ideographs(text: &BfString) -> u64 {
    match text {
        BfString::Char(c) => u64::from(is_ideograph(*c)),
        BfString::String(s) => s.chars().filter(|c| is_ideograph(*c)).count() as u64,
    }
}

/// Ideographs, and the radicals that fonts map them to.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
