//! The piece table: character positions to bytes of the main stream.
//!
//! Comes in: the table and the main stream. Goes out: the text as UTF-16 units and where each unit stands.
//! A piece has one byte a character (Western) or two (everything else).

use std::ops::Range;

use encoding_rs::WINDOWS_1252;

use super::bytes::{offset_at, u8_at, u16_at};

/// A run of characters that stand together in the file.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Character positions.
    pub(super) characters: Range<usize>,
    /// Offset of the first byte.
    start: usize,
    wide: bool,
    /// Changes to the formatting of the whole piece, as a range of the piece structure.
    pub(super) changes: Range<usize>,
}

/// The text of all stories: pieces without gaps, in order.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pub(super) all: Vec<Piece>,
}

impl Piece {
    /// The offset of a character that lies in the piece.
    pub(super) fn offset(&self, character: usize) -> usize {
        self.start + (character - self.characters.start) * if self.wide { 2 } else { 1 }
    }

    /// The character at an offset, at most the end of the piece.
    pub(super) fn character(&self, offset: usize) -> usize {
        let into = offset.saturating_sub(self.start) / if self.wide { 2 } else { 1 };
        self.characters.start + into.min(self.characters.len())
    }
}

impl Pieces {
    /// Read the table; `None` when it does not fit the file.
    pub(super) fn of(structure: &[u8], main: &[u8]) -> Option<Pieces> {
        let (table, changes) = split(structure)?;
        let count = table.len().checked_sub(4)? / 12;
        let mut all = Vec::with_capacity(count);
        let mut total = 0usize;
        for n in 0..count {
            let characters = offset_at(table, 4 * n)?..offset_at(table, 4 * n + 4)?;
            let entry = 4 * (count + 1) + 8 * n;
            let place = offset_at(table, entry + 2)?;
            let wide = place & 0x4000_0000 == 0;
            let start = if wide { place & 0x3fff_ffff } else { (place & 0x3fff_ffff) / 2 };
            let length = characters.end.checked_sub(characters.start)?;
            total += length;
            let end = start.checked_add(length.checked_mul(if wide { 2 } else { 1 })?)?;
            // Every character has bytes of its own; more of them than bytes are a trap.
            if end > main.len() || total > main.len() {
                return None;
            }
            let change = u16_at(table, entry + 6)?;
            let changes = changes.get(usize::from(change >> 1)).filter(|_| change & 1 == 1).cloned();
            all.push(Piece { characters, start, wide, changes: changes.unwrap_or(0..0) });
        }
        Some(Pieces { all })
    }

    /// The piece that holds a character, by number.
    pub(super) fn at(&self, character: usize) -> Option<&Piece> {
        let after = self.all.partition_point(|p| p.characters.start <= character);
        let piece = self.all.get(after.checked_sub(1)?)?;
        piece.characters.contains(&character).then_some(piece)
    }

    /// One past the last character.
    pub(super) fn end(&self) -> usize {
        self.all.last().map_or(0, |p| p.characters.end)
    }

    /// The UTF-16 units of a range of characters, which must lie inside the table.
    pub(super) fn units(&self, range: Range<usize>, main: &[u8]) -> Vec<u16> {
        let mut out = Vec::with_capacity(range.len().min(main.len()));
        let first = self.all.partition_point(|p| p.characters.end <= range.start);
        for piece in self.all.iter().skip(first).take_while(|p| p.characters.start < range.end) {
            let part = piece.characters.start.max(range.start)..piece.characters.end.min(range.end);
            out.extend(part.map(|c| {
                let at = piece.offset(c);
                if piece.wide { u16_at(main, at).unwrap_or(0) } else { western(u8_at(main, at).unwrap_or(0)) }
            }));
        }
        out
    }
}

/// A byte of a Western piece.
fn western(byte: u8) -> u16 {
    if byte < 0x80 {
        return u16::from(byte);
    }
    let (text, _, _) = WINDOWS_1252.decode(std::slice::from_ref(&byte));
    text.encode_utf16().next().unwrap_or(u16::from(byte))
}

/// The table itself, and the ranges of the changes before it.
fn split(structure: &[u8]) -> Option<(&[u8], Vec<Range<usize>>)> {
    let mut changes = Vec::new();
    let mut at = 0;
    loop {
        match u8_at(structure, at)? {
            1 => {
                let length = usize::from(u16_at(structure, at + 1)?);
                changes.push(at + 3..at + 3 + length);
                at += 3 + length;
            }
            2 => {
                let length = offset_at(structure, at + 1)?;
                return Some((structure.get(at + 5..(at + 5).checked_add(length)?)?, changes));
            }
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_past_all_bytes_is_the_end_of_the_piece() {
        for wide in [false, true] {
            let piece = Piece { characters: 7..9, start: 0, wide, changes: 0..0 };
            assert_eq!(piece.character(usize::MAX), 9);
            assert_eq!(piece.character(piece.offset(8)), 8);
        }
    }
}
