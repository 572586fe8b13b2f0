//! The head of a Word file: where everything else is.

use std::ops::Range;

use super::bytes::{offset_at, u16_at, u32_at};

/// Word 97 and later, and the same file under WPS.
const WORD_97: u16 = 0xa5ec;
/// Word 6 and 95.
const WORD_6: u16 = 0xa5dc;
/// First version with this layout.
const FIRST_VERSION: u16 = 0xc1;

/// Counts of the seven stories, in the order in which their text stands in the file.
const STORIES: usize = 7;

/// What the head says.
#[derive(Debug)]
pub(super) struct Fib<'a> {
    bytes: &'a [u8],
    /// Offset of the first pair of offset and length.
    pairs: usize,
    counts: [usize; STORIES],
}

/// Which kind of Word file it is.
#[derive(Debug)]
pub(super) enum Head<'a> {
    Word97(Fib<'a>),
    Old,
    Encrypted,
    Unknown,
}

/// Structures of the table stream, by their place in the list of pairs.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Styles = 1,
    CharacterRuns = 12,
    ParagraphRuns = 13,
    Pieces = 33,
    Lists = 73,
    ListOverrides = 74,
}

/// A stretch of text of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Story {
    Main = 0,
    Footnotes = 1,
    Endnotes = 5,
    TextBoxes = 6,
}

/// Parse the start of the main stream.
pub(super) fn head(bytes: &[u8]) -> Head<'_> {
    parse(bytes).unwrap_or(Head::Unknown)
}

fn parse(bytes: &[u8]) -> Option<Head<'_>> {
    let magic = u16_at(bytes, 0)?;
    let version = u16_at(bytes, 2)?;
    if magic == WORD_6 || magic == WORD_97 && version < FIRST_VERSION {
        return Some(Head::Old);
    }
    if magic != WORD_97 {
        return None;
    }
    if u16_at(bytes, 10)? & 0x0100 != 0 {
        return Some(Head::Encrypted);
    }
    let words = 34 + 2 * usize::from(u16_at(bytes, 32)?);
    let longs = words + 2;
    let pairs = longs + 4 * usize::from(u16_at(bytes, words)?) + 2;
    let mut counts = [0; STORIES];
    // Main text, footnotes, headers, (unused), comments, endnotes, text boxes.
    for (count, field) in counts.iter_mut().zip([3, 4, 5, 6, 7, 8, 9]) {
        *count = offset_at(bytes, longs + 4 * field)?;
    }
    Some(Head::Word97(Fib { bytes, pairs, counts }))
}

impl Fib<'_> {
    /// The name of the stream with the tables.
    pub(super) fn table_stream(&self) -> &'static str {
        let flags = u16_at(self.bytes, 10).unwrap_or(0);
        if flags & 0x0200 == 0 { "/0Table" } else { "/1Table" }
    }

    /// The bytes of a structure; empty where the file has none.
    pub(super) fn part<'t>(&self, part: Part, table: &'t [u8]) -> &'t [u8] {
        let range = self.range(part);
        table.get(range).unwrap_or(&[])
    }

    /// Where a structure stands in the table stream.
    pub(super) fn range(&self, part: Part) -> Range<usize> {
        let at = self.pairs + 8 * part as usize;
        let start = u32_at(self.bytes, at).unwrap_or(0) as usize;
        let length = u32_at(self.bytes, at + 4).unwrap_or(0) as usize;
        start..start.saturating_add(length)
    }

    /// The character positions of a story.
    pub(super) fn story(&self, story: Story) -> Range<usize> {
        let number = story as usize;
        let start = self.counts.iter().take(number).fold(0usize, |sum, n| sum.saturating_add(*n));
        start..start.saturating_add(self.counts[number])
    }
}
