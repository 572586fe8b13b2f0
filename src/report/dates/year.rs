//! Dates against the report year: figures that stop before the year does, results of another year.
//!
//! Comes in: the characters of one paragraph and the report year. Goes out: findings. Plans, goals,
//! periods of validity and the history of a matter name other years by right.

use super::finding::{Finding, FindingKind};
use super::mention::{DateMention, is_year, mention, mentions};
use crate::text::{Glyphs, Span};

/// Periods that end before the report year does.
pub(super) fn early_ends(glyphs: &Glyphs, year: i16, out: &mut Vec<Finding>) {
    for i in 0..glyphs.len() {
        let found = match glyphs.at(i) {
            '截' => cut_off(glyphs, i, year),
            '1' => first_months(glyphs, i, year),
            _ => None,
        };
        out.extend(found.map(|span| Finding { kind: FindingKind::PeriodEndEarly, span, reading: None }));
    }
}

/// `截至12月15日`, `截止到11月底`.
fn cut_off(glyphs: &Glyphs, i: usize, year: i16) -> Option<Span> {
    let (_, length) = glyphs.longest(i, &["截至", "截止", "截至到", "截止到", "截止至"])?;
    let (date, end) = mention(glyphs, i + length)?;
    (date.year.is_none_or(|y| y == year) && is_early(glyphs, &date, end)).then(|| glyphs.span(i, end))
}

fn is_early(glyphs: &Glyphs, date: &DateMention, end: usize) -> bool {
    match (date.month, date.day) {
        (Some(12), Some(day)) => day < 31,
        // 12月, 12月底, 12月末.
        (Some(12), None) => glyphs.starts_with_any(end, &["初", "上旬", "中旬"]),
        (Some(_), _) => true,
        (None, _) => false,
    }
}

/// `1-11月`, `1月至11月`, `1至9月`.
fn first_months(glyphs: &Glyphs, i: usize, year: i16) -> Option<Span> {
    let before = glyphs.before(i);
    let starts = !before.is_ascii_digit() && !matches!(before, '-' | '.' | '/' | '至');
    let (_, length) = glyphs
        .longest(i, &["1-", "1至", "1到", "1~", "1月-", "1月至", "1月到", "1月~"])
        .filter(|_| starts)?;
    let (date, end) = mention(glyphs, i + length)?;
    let whole =
        date.day.is_none() && date.year.is_none() && !glyphs.ends_with_any(i, &["去年", "上年", "上一年"]);
    let stated =
        i.checked_sub(5).filter(|_| before == '年').and_then(|y| glyphs.words(y, y + 4).parse().ok());
    let this_year = stated.is_none_or(|y: i16| y == year);
    (whole && this_year && (2..12).contains(&date.month?)).then(|| glyphs.span(i, end))
}

/// Results and documents of another year.
pub(super) fn outside(glyphs: &Glyphs, year: i16, out: &mut Vec<Finding>) {
    let titles = titles(glyphs);
    let mut push = |from: usize, to: usize| {
        let in_title = titles.iter().any(|&(a, b)| a < from && from < b);
        if !in_title {
            out.push(Finding {
                kind: FindingKind::DateOutsideYear,
                span: glyphs.span(from, to),
                reading: None,
            });
        }
    };
    for date in mentions(glyphs) {
        let (from, to) = (glyphs.index(date.span.start), glyphs.index(date.span.end));
        if date.year.zip(date.month).is_some_and(|(y, _)| y > year) && is_event(glyphs, from, to) {
            push(from, to);
        }
    }
    for (from, to, stated) in fused_dates(glyphs).into_iter().chain(document_years(glyphs)) {
        if stated > year {
            push(from, to);
        }
    }
}

/// Something done on a day, not a deadline, a goal or a period.
fn is_event(glyphs: &Glyphs, from: usize, to: usize) -> bool {
    const LATER: &[&str] =
        &["前", "底前", "之前", "以前", "底", "起施行", "起实施", "施行", "实施", "起", "到期"];
    const GOAL: &[&str] =
        &["到", "至", "-", "~", "力争", "预计", "计划于", "拟于", "将于", "定于", "延至", "延期至"];
    !glyphs.starts_with_any(to, LATER) && !glyphs.ends_with_any(from, GOAL)
}

/// `2022127日`: a date after the year although its marks are lost.
fn fused_dates(glyphs: &Glyphs) -> Vec<(usize, usize, i16)> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < glyphs.len() {
        let end = (i..glyphs.len()).find(|&n| !glyphs.at(n).is_ascii_digit()).unwrap_or(glyphs.len());
        let digits = glyphs.words(i, end.min(i + 9));
        let year = digits.get(..4).and_then(|y| y.parse().ok()).filter(|y: &i16| is_year(*y));
        if let Some(year) = year.filter(|_| (6..=8).contains(&digits.len()) && glyphs.at(end) == '日') {
            out.push((i, end + 1, year));
        }
        i = end.max(i + 1);
    }
    out
}

/// `〔2022〕2号`, also with a lost bracket.
fn document_years(glyphs: &Glyphs) -> Vec<(usize, usize, i16)> {
    let mut out = Vec::new();
    for i in (0..glyphs.len()).filter(|&i| glyphs.at(i) == '[') {
        let year = glyphs.words(i + 1, i + 5).parse().ok();
        let Some(year) = year.filter(|y: &i16| is_year(*y)) else { continue };
        let end = (i + 5..i + 12).find(|&n| !glyphs.at(n).is_ascii_digit() && !"]第".contains(glyphs.at(n)));
        if let Some(end) = end.filter(|&end| end > i + 5 && ("号),。;".contains(glyphs.at(end)))) {
            out.push((i, end + usize::from(glyphs.at(end) == '号'), year));
        }
    }
    out
}

/// The stretches in title marks.
fn titles(glyphs: &Glyphs) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut open = None;
    for i in 0..glyphs.len() {
        match glyphs.at(i) {
            '《' => open = open.or(Some(i)),
            '》' => out.extend(open.take().map(|from| (from, i))),
            _ => {}
        }
    }
    out
}
