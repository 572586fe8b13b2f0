//! Dates that cannot be: `2月30日`, `414日`, `2021729日`, `20212025年`, `2021年月日`.
//!
//! Comes in: the characters of one paragraph. Goes out: findings, with what was probably meant.

use super::finding::{Finding, FindingKind};
use super::mention::is_year;
use crate::text::Glyphs;
use jiff::civil::Date;

/// All damaged dates of a paragraph.
pub(super) fn find(glyphs: &Glyphs, out: &mut Vec<Finding>) {
    let mut i = 0;
    while i < glyphs.len() {
        if !glyphs.at(i).is_ascii_digit() {
            out.extend(lost_digits(glyphs, i));
            i += 1;
            continue;
        }
        let end = (i..glyphs.len()).find(|&n| !glyphs.at(n).is_ascii_digit()).unwrap_or(glyphs.len());
        if !is_part_of_token(glyphs, i) {
            out.extend(damaged(glyphs, i, end));
        }
        i = end;
    }
}

fn is_part_of_token(glyphs: &Glyphs, i: usize) -> bool {
    let before = glyphs.before(i);
    before.is_ascii_alphabetic()
        || (matches!(before, '.' | '/' | '-' | ':' | '[')
            && i >= 2
            && glyphs.at(i - 2).is_ascii_alphanumeric())
}

/// The finding for the digits `from..end`, by what follows them.
fn damaged(glyphs: &Glyphs, from: usize, end: usize) -> Option<Finding> {
    let digits = glyphs.words(from, end);
    let finding = |to: usize, reading: Option<String>| {
        Some(Finding { kind: FindingKind::DamagedDate, span: glyphs.span(from, to), reading })
    };
    match glyphs.at(end) {
        '月' => impossible_day(glyphs, from, end).or_else(|| {
            let month = digits.get(4..)?;
            let lost_year_mark = starts_with_year(&digits) && is_month(month);
            lost_year_mark.then(|| finding(end + 1, Some(format!("{}年{month}月", digits.get(..4)?))))?
        }),
        '日' => {
            day_without_month(glyphs, from, end, &digits).and_then(|reading| finding(end + 1, Some(reading)))
        }
        '年' => two_years(&digits).and_then(|reading| finding(end + 1, Some(format!("{reading}年")))),
        ')' if glyphs.before(from) == '(' => {
            two_years(&digits).and_then(|reading| finding(end, Some(reading)))
        }
        _ => None,
    }
}

/// `2月30日`, `13月5日`, with the year where it stands before.
fn impossible_day(glyphs: &Glyphs, from: usize, month_end: usize) -> Option<Finding> {
    let day_from = month_end + 1;
    let day_end = (day_from..day_from + 5).find(|&n| !glyphs.at(n).is_ascii_digit())?;
    if day_end == day_from || !matches!(glyphs.at(day_end), '日' | '号') {
        return None;
    }
    let number = |a: usize, b: usize| glyphs.words(a, b).parse::<i16>().ok();
    let (month, day) = (number(from, month_end)?, number(day_from, day_end)?);
    let year_from =
        from.checked_sub(5).filter(|&y| glyphs.at(from - 1) == '年' && !glyphs.before(y).is_ascii_digit());
    let year = year_from.and_then(|y| number(y, y + 4)).filter(|y| is_year(*y));
    let possible =
        |m: i16, d: i16| Date::new(year.unwrap_or(2000), i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok();
    if month_end - from > 2 || possible(month, day).is_some() {
        return None;
    }
    let from = if year.is_some() { year_from? } else { from };
    Some(Finding { kind: FindingKind::DamagedDate, span: glyphs.span(from, day_end + 1), reading: None })
}

/// `414日` and `2021729日`: the reading with 月 put back. Days that are counted (`120日内`) are no dates.
fn day_without_month(glyphs: &Glyphs, from: usize, end: usize, digits: &str) -> Option<String> {
    const COUNTED_BEFORE: &[&str] = &[
        "共", "达", "满", "近", "约", "超", "超过", "第", "累计", "计", "每", "连续", "历时", "为期", "用时",
    ];
    const COUNTED_AFTER: &[&str] = &["内", "以内", "之内", "以上", "以下", "左右", "游", "均", "常", "龄"];
    if starts_with_year(digits) && digits.len() > 5 {
        let (month, day) = split(digits.get(4..)?)?;
        return Some(format!("{}年{month}月{day}日", digits.get(..4)?));
    }
    let counted =
        glyphs.ends_with_any(from, COUNTED_BEFORE) || glyphs.starts_with_any(end + 1, COUNTED_AFTER);
    if !(3..=4).contains(&digits.len()) || counted {
        return None;
    }
    split(digits).map(|(month, day)| format!("{month}月{day}日"))
}

/// Month and day written without a mark between them; the shorter month first.
fn split(digits: &str) -> Option<(&str, &str)> {
    let mut cuts = (1..=2).filter_map(|at| Some((digits.get(..at)?, digits.get(at..)?)));
    cuts.find(|(month, day)| {
        let possible = || Date::new(2000, month.parse().ok()?, day.parse().ok()?).ok();
        day.len() <= 2 && !month.starts_with('0') && possible().is_some()
    })
}

fn is_month(digits: &str) -> bool {
    digits.len() <= 2 && digits.parse().is_ok_and(|m: u8| (1..=12).contains(&m))
}

fn starts_with_year(digits: &str) -> bool {
    digits.get(..4).and_then(|y| y.parse::<u16>().ok()).is_some_and(is_year)
}

/// `20212025年`: two years that lost the dash between them.
fn two_years(digits: &str) -> Option<String> {
    if digits.len() != 8 {
        return None;
    }
    let (first, second) = (digits.get(..4)?, digits.get(4..)?);
    let (a, b): (u64, u64) = (first.parse().ok()?, second.parse().ok()?);
    (is_year(a) && is_year(b) && a < b && b - a <= 30).then(|| format!("{first}-{second}"))
}

/// `2021年月日`, `4月日召开`: marks whose digits are gone.
fn lost_digits(glyphs: &Glyphs, i: usize) -> Option<Finding> {
    const OTHER_WORDS: &[&str] = &["日均", "日常", "日益", "日报", "日产", "日前", "日起"];
    let before = glyphs.before(i);
    let month_gone = glyphs.at(i) == '年'
        && glyphs.at(i + 1) == '月'
        && before.is_ascii_digit()
        && (glyphs.at(i + 2) == '日' || glyphs.at(i + 2).is_ascii_digit());
    let day_gone = glyphs.at(i) == '月'
        && glyphs.at(i + 1) == '日'
        && before.is_ascii_digit()
        && !glyphs.starts_with_any(i + 1, OTHER_WORDS);
    if !month_gone && !day_gone {
        return None;
    }
    let from = (0..i).rev().take_while(|&n| glyphs.at(n).is_ascii_digit()).last()?;
    let mut to = i + 2;
    if month_gone {
        to = (to..to + 3).find(|&n| !glyphs.at(n).is_ascii_digit())?;
        to += usize::from(glyphs.at(to) == '日');
    }
    Some(Finding { kind: FindingKind::DamagedDate, span: glyphs.span(from, to), reading: None })
}
