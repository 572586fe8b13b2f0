//! Dates as they stand: `2021年3月1日`, `12月15日`, `2021年度`, `2021-03-01`, `二〇二一年三月`.
//!
//! Comes in: the characters of one paragraph. Goes out: possible dates. What is impossible is left to
//! the search for damage.

use crate::report::figures::numeral;
use crate::text::{Glyphs, Span};
use jiff::civil::Date;

/// A date or a piece of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The words.
    pub span: Span,
    /// The year, where it is written.
    pub year: Option<i16>,
    /// The month, where it is written.
    pub month: Option<i8>,
    /// The day, where it is written.
    pub day: Option<i8>,
}

impl DateMention {
    /// The calendar date, where year, month and day are written.
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?).ok()
    }
}

/// All dates of a paragraph.
pub(super) fn mentions(glyphs: &Glyphs) -> Vec<DateMention> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < glyphs.len() {
        match pieces(glyphs, i) {
            Some((pieces, end)) => {
                out.extend(possible(glyphs, pieces, i, end));
                i = end;
            }
            None => i = skip(glyphs, i),
        }
    }
    out
}

/// One past the number at `i`, so that its middle is not read as a date.
fn skip(glyphs: &Glyphs, i: usize) -> usize {
    let end = (i..glyphs.len()).find(|&n| !is_digit(glyphs.at(n))).unwrap_or(glyphs.len());
    end.max(i + 1)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || numeral::is_numeral(c)
}

/// The date that begins at `i`, and where it ends.
pub(super) fn mention(glyphs: &Glyphs, i: usize) -> Option<(DateMention, usize)> {
    let (pieces, end) = pieces(glyphs, i)?;
    Some((possible(glyphs, pieces, i, end)?, end))
}

fn possible(glyphs: &Glyphs, (year, month, day): Pieces, from: usize, end: usize) -> Option<DateMention> {
    // Without a year, a leap year: 29 February is allowed.
    let known = month.is_none_or(|m| Date::new(year.unwrap_or(2000), m, day.unwrap_or(1)).is_ok());
    known.then(|| DateMention { span: glyphs.span(from, end), year, month, day })
}

fn pieces(glyphs: &Glyphs, i: usize) -> Option<(Pieces, usize)> {
    if !is_digit(glyphs.at(i)) || is_digit(glyphs.before(i)) {
        return None;
    }
    dashed(glyphs, i).or_else(|| written(glyphs, i))
}

type Pieces = (Option<i16>, Option<i8>, Option<i8>);

/// `2021-03-01`, `2021/3/1`, `2021.3.1`.
fn dashed(glyphs: &Glyphs, i: usize) -> Option<(Pieces, usize)> {
    let (year, mark) = digits(glyphs, i, 4)?;
    let sign = glyphs.at(mark);
    if !matches!(sign, '-' | '/' | '.') || !is_year(year) {
        return None;
    }
    let (month, second) = digits(glyphs, mark + 1, 2)?;
    let (day, end) = digits(glyphs, second + 1, 2).filter(|_| glyphs.at(second) == sign)?;
    let pieces = (i16::try_from(year).ok(), i8::try_from(month).ok(), i8::try_from(day).ok());
    Some((pieces, end))
}

/// 年, 月, 日 in this order, each of them optional but not all.
fn written(glyphs: &Glyphs, i: usize) -> Option<(Pieces, usize)> {
    let (mut year, mut month, mut day) = (None, None, None);
    let mut end = i;
    if let Some((value, mark)) =
        year_number(glyphs, i).filter(|&(v, mark)| is_year(v) && glyphs.at(mark) == '年')
    {
        year = i16::try_from(value).ok();
        end = mark + 1 + usize::from(glyphs.at(mark + 1) == '度');
    }
    if let Some((value, mark)) = number(glyphs, end).filter(|&(_, mark)| glyphs.at(mark) == '月') {
        month = Some(i8::try_from(value).ok()?);
        end = mark + 1 + usize::from(glyphs.at(mark + 1) == '份');
        if let Some((value, mark)) =
            number(glyphs, end).filter(|&(_, mark)| matches!(glyphs.at(mark), '日' | '号'))
        {
            day = Some(i8::try_from(value).ok()?);
            end = mark + 1;
        }
    }
    (year.is_some() || month.is_some()).then_some(((year, month, day), end))
}

/// Whether a number can be the year of something a report speaks of.
pub(super) fn is_year(value: impl TryInto<u16>) -> bool {
    value.try_into().is_ok_and(|year| (1900..=2099).contains(&year))
}

fn digits(glyphs: &Glyphs, i: usize, most: usize) -> Option<(u64, usize)> {
    let end = (i..=i + most).find(|&n| !glyphs.at(n).is_ascii_digit())?;
    Some((glyphs.words(i, end).parse().ok()?, end))
}

/// A month or a day, in digits or as a numeral.
fn number(glyphs: &Glyphs, i: usize) -> Option<(u64, usize)> {
    digits(glyphs, i, 2).or_else(|| numeral::read(glyphs, i).map(|n| (n.value, n.end)))
}

/// A year in digits or digit by digit: 二〇二一.
fn year_number(glyphs: &Glyphs, i: usize) -> Option<(u64, usize)> {
    digits(glyphs, i, 4).or_else(|| {
        let digits: Vec<u64> = (i..i + 4).map_while(|n| numeral::digit(glyphs.at(n))).collect();
        (digits.len() == 4).then(|| (digits.iter().fold(0, |sum, d| sum * 10 + d), i + 4))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(Option<i16>, Option<i8>, Option<i8>)> {
        let glyphs = Glyphs::of(text, Span::new(0, text.len()));
        mentions(&glyphs).iter().map(|m| (m.year, m.month, m.day)).collect()
    }

    #[test]
    fn dates_in_every_way_of_writing() {
        for (text, want) in [
            ("2021年3月1日起", (Some(2021), Some(3), Some(1))),
            ("截至12月15日", (None, Some(12), Some(15))),
            ("2020年度述法", (Some(2020), None, None)),
            ("发布于2022-03-23", (Some(2022), Some(3), Some(23))),
            ("2021/03/29", (Some(2021), Some(3), Some(29))),
            ("二〇二一年三月五日", (Some(2021), Some(3), Some(5))),
            ("二〇三五年远景目标", (Some(2035), None, None)),
            ("十二月三十一日", (None, Some(12), Some(31))),
            ("2024年2月29日", (Some(2024), Some(2), Some(29))),
            ("3月份", (None, Some(3), None)),
        ] {
            assert_eq!(read(text), [want], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_dates() {
        for text in ["2023年2月29日", "13月5日", "3个月", "414日", "12345热线", "3年内", "2021〕5号", "0.5天"]
        {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
