//! Numbers in digits: decimals and thousands separators.
//!
//! Comes in: characters and a place. Goes out: an exact decimal. Knows no units and no dates.

use crate::text::Glyphs;
use rust_decimal::Decimal;

/// A number in digits and where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: Decimal,
    pub(super) end: usize,
    /// One past the whole part, where there is a fraction.
    pub(super) point: Option<usize>,
}

/// Longest number taken; anything longer is an identifier. Sums and shares of such numbers cannot overflow.
const MOST_DIGITS: usize = 12;

/// The number at `from`, which must be a digit.
pub(super) fn read(glyphs: &Glyphs, from: usize) -> Option<Number> {
    let mut digits = String::new();
    let mut end = take_digits(glyphs, from, &mut digits);
    if end - from <= 3 {
        end = take_groups(glyphs, end, &mut digits);
    }
    let mut point = None;
    if glyphs.at(end) == '.' && glyphs.at(end + 1).is_ascii_digit() {
        point = Some(end);
        digits.push('.');
        end = take_digits(glyphs, end + 1, &mut digits);
    }
    if digits.len() > MOST_DIGITS {
        return None;
    }
    let value = Decimal::from_str_exact(&digits).ok()?;
    Some(Number { value, end, point })
}

fn take_digits(glyphs: &Glyphs, from: usize, into: &mut String) -> usize {
    let mut end = from;
    while glyphs.at(end).is_ascii_digit() {
        into.push(glyphs.at(end));
        end += 1;
    }
    end
}

/// Groups of exactly three digits behind a comma or a blank: `393,538`, `24 064`.
fn take_groups(glyphs: &Glyphs, from: usize, into: &mut String) -> usize {
    let mut end = from;
    let mark = glyphs.at(end);
    let goes_on =
        |end: usize| matches!(mark, ',' | ' ') && glyphs.at(end) == mark && whole_group(glyphs, end + 1);
    while into.len() <= MOST_DIGITS && goes_on(end) {
        end = take_digits(glyphs, end + 1, into);
    }
    end
}

fn whole_group(glyphs: &Glyphs, from: usize) -> bool {
    (from..from + 3).all(|i| glyphs.at(i).is_ascii_digit()) && !glyphs.at(from + 3).is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn number(text: &str) -> (String, usize) {
        let glyphs = Glyphs::of(text, Span::new(0, text.len()));
        let number = read(&glyphs, 0).unwrap();
        (number.value.to_string(), number.end)
    }

    #[test]
    fn separators_and_fractions() {
        assert_eq!(number("393,538件"), ("393538".into(), 7));
        assert_eq!(number("24 064件"), ("24064".into(), 6));
        assert_eq!(number("1,234,567.80元"), ("1234567.80".into(), 12));
        assert_eq!(number("0.50天"), ("0.50".into(), 4));
    }

    #[test]
    fn a_comma_between_statements_is_not_a_separator() {
        assert_eq!(number("12,3456件"), ("12".into(), 2));
        assert_eq!(number("2021,100件"), ("2021".into(), 4));
        assert_eq!(number("5.件"), ("5".into(), 1));
    }

    #[test]
    fn identifiers_are_too_long() {
        let text = "11500234008646033件";
        let glyphs = Glyphs::of(text, Span::new(0, text.len()));
        assert_eq!(read(&glyphs, 0), None);
    }
}
