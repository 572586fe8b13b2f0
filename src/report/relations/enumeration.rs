//! Marks that number items inside running text: `一是`, `第一,`, `1.`, `(一)`.
//!
//! Comes in: a paragraph. Goes out: the marks in order. Knows nothing of headings or levels.

use crate::report::figures::numeral;
use crate::text::Glyphs;

/// One numbered item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// First character of the number.
    pub(super) at: usize,
    /// One past the mark.
    pub(super) end: usize,
    pub(super) family: Family,
    pub(super) number: u64,
}

/// How an item is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// 一是
    Is,
    /// 第一,
    Ordinal,
    /// 一、
    Numeral,
    /// (一)
    Bracketed,
    /// 1. and 1、
    Digit,
    /// (1)
    BracketedDigit,
}

/// All marks at the start of the paragraph or behind a full mark.
pub(super) fn marks(glyphs: &Glyphs) -> Vec<Mark> {
    let begins = |i: usize| i == 0 || "。;:,!?".contains(glyphs.before(i));
    (0..glyphs.len()).filter(|&i| begins(i)).filter_map(|i| mark(glyphs, i)).collect()
}

/// The mark at `i`.
pub(super) fn mark(glyphs: &Glyphs, i: usize) -> Option<Mark> {
    let (open, ordinal) = (glyphs.at(i) == '(', glyphs.at(i) == '第');
    let at = if open || ordinal { i + 1 } else { i };
    let digits = glyphs.at(at).is_ascii_digit();
    let end = if digits {
        (at..at + 4).find(|&n| !glyphs.at(n).is_ascii_digit())?
    } else {
        numeral::run_end(glyphs, at).min(at + 4)
    };
    let number =
        if digits { glyphs.words(at, end).parse().ok()? } else { numeral::value(glyphs.slice(at, end))? };
    let family = match (open, ordinal, digits, glyphs.at(end)) {
        (true, _, true, ')') => Family::BracketedDigit,
        (true, _, false, ')') => Family::Bracketed,
        (false, true, false, ',' | '、' | ':') => Family::Ordinal,
        (false, false, false, '是') => Family::Is,
        (false, false, false, '、') => Family::Numeral,
        (false, false, true, '.' | '、') => Family::Digit,
        _ => return None,
    };
    (1..=99).contains(&number).then_some(Mark { at: i, end: end + 1, family, number })
}

/// How many items of one numbering follow each other from the first of `marks`, which must be number one.
pub(super) fn run(marks: &[Mark]) -> Vec<Mark> {
    let Some(first) = marks.first().filter(|m| m.number == 1) else { return Vec::new() };
    let mut out = vec![*first];
    for mark in marks.iter().skip(1).filter(|m| m.family == first.family) {
        if mark.number != out.len() as u64 + 1 {
            break;
        }
        out.push(*mark);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn marks_are_found_behind_full_marks() {
        let text = "开展三类清理。一是甲;二是乙,1.子2、丑。三是丙,统一是要求";
        let glyphs = Glyphs::of(text, Span::new(0, text.len()));
        let found = marks(&glyphs);
        let is: Vec<u64> = found.iter().filter(|m| m.family == Family::Is).map(|m| m.number).collect();
        assert_eq!(is, [1, 2, 3]);
        assert_eq!(run(&found).len(), 3);
    }

    #[test]
    fn every_way_of_numbering() {
        for (text, family) in [
            ("第一,甲", Family::Ordinal),
            ("(二)乙", Family::Bracketed),
            ("3.丙", Family::Digit),
            ("(4)丁", Family::BracketedDigit),
            ("五、戊", Family::Numeral),
        ] {
            let glyphs = Glyphs::of(text, Span::new(0, text.len()));
            assert_eq!(mark(&glyphs, 0).map(|m| m.family), Some(family), "{text}");
        }
    }
}
