//! Property changes: a code and an operand each.

use super::bytes::{u8_at, u16_at};

/// One change of one property.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change<'a> {
    pub(super) code: u16,
    pub(super) operand: &'a [u8],
}

impl Change<'_> {
    pub(super) fn byte(&self) -> u8 {
        u8_at(self.operand, 0).unwrap_or(0)
    }

    pub(super) fn word(&self) -> u16 {
        u16_at(self.operand, 0).unwrap_or(0)
    }
}

pub(super) const DELETED: u16 = 0x0800;
pub(super) const INSERTED: u16 = 0x0801;
pub(super) const HIDDEN: u16 = 0x083c;
pub(super) const CHARACTER_STYLE: u16 = 0x4a30;
pub(super) const SYMBOL: u16 = 0x6a09;
pub(super) const LIST_LEVEL: u16 = 0x260a;
pub(super) const LIST: u16 = 0x460b;
pub(super) const OUTLINE_LEVEL: u16 = 0x2640;
pub(super) const IN_TABLE: u16 = 0x2416;
pub(super) const ROW_END: u16 = 0x2417;
pub(super) const TABLE_DEPTH: u16 = 0x6649;
pub(super) const INNER_CELL_END: u16 = 0x244b;
pub(super) const INNER_ROW_END: u16 = 0x244c;
/// The changes stand in the data stream, because there are many.
pub(super) const ELSEWHERE: u16 = 0x6646;

const TABLE_DEFINITION: u16 = 0xd608;
const TAB_STOPS: u16 = 0xc615;

/// The changes in a list of them, up to the first that does not fit.
pub(super) fn changes(list: &[u8]) -> impl Iterator<Item = Change<'_>> {
    let mut rest = list;
    std::iter::from_fn(move || {
        let code = u16_at(rest, 0)?;
        let after = rest.get(2..)?;
        let (skip, length) = operand(code, after)?;
        let operand = after.get(skip..skip + length)?;
        rest = after.get(skip + length..)?;
        Some(Change { code, operand })
    })
}

/// How many bytes of length come first, and how long the operand is.
fn operand(code: u16, after: &[u8]) -> Option<(usize, usize)> {
    Some(match code >> 13 {
        0 | 1 => (0, 1),
        2 | 4 | 5 => (0, 2),
        3 => (0, 4),
        7 => (0, 3),
        _ if code == TABLE_DEFINITION => (2, usize::from(u16_at(after, 0)?).saturating_sub(1)),
        _ => match (code, usize::from(u8_at(after, 0)?)) {
            (TAB_STOPS, 255) => (1, long_tab_stops(after)?),
            (_, length) => (1, length),
        },
    })
}

/// Two lists, each with a count in front: four bytes a stop removed, three a stop added.
fn long_tab_stops(after: &[u8]) -> Option<usize> {
    let removed = 1 + 4 * usize::from(u8_at(after, 1)?);
    Some(removed + 1 + 3 * usize::from(u8_at(after, 1 + removed)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operands_of_every_length_are_stepped_over() {
        let list =
            [0x0a, 0x26, 2, 0x0b, 0x46, 5, 0, 0x08, 0xd6, 3, 0, 9, 9, 0x49, 0x66, 1, 0, 0, 0, 0x16, 0x24];
        let codes: Vec<u16> = changes(&list).map(|c| c.code).collect();
        assert_eq!(codes, [LIST_LEVEL, LIST, TABLE_DEFINITION, TABLE_DEPTH]);
        assert_eq!(changes(&list).nth(1).map(|c| c.word()), Some(5));
    }
}
