//! Document numbers that lost a piece: `〔202174号`, `〔202114)`, `〔2021〕74)`, `2021〕74号`, `中发202133号`.
//!
//! Comes in: the characters of one folded paragraph, where 〔〕 are square brackets. Goes out: findings.

use super::finding::{Finding, FindingKind};
use super::mention::is_year;
use crate::text::Glyphs;

/// All damaged document numbers of a paragraph.
pub(super) fn find(glyphs: &Glyphs, out: &mut Vec<Finding>) {
    let mut i = 0;
    while i < glyphs.len() {
        if !glyphs.at(i).is_ascii_digit() || glyphs.before(i).is_ascii_digit() {
            i += 1;
            continue;
        }
        let end = digits_end(glyphs, i);
        let found = match glyphs.before(i) {
            '[' => after_bracket(glyphs, i, end),
            _ => bare(glyphs, i, end),
        };
        out.extend(found);
        i = end;
    }
}

fn digits_end(glyphs: &Glyphs, from: usize) -> usize {
    (from..glyphs.len()).find(|&n| !glyphs.at(n).is_ascii_digit()).unwrap_or(glyphs.len())
}

/// The year at the front of the digits `from..end`.
fn year_in(glyphs: &Glyphs, from: usize, end: usize) -> Option<u64> {
    let year = glyphs.words(from, end.min(from + 4)).parse().ok()?;
    (end - from >= 4 && is_year(year)).then_some(year)
}

fn finding(glyphs: &Glyphs, from: usize, to: usize, reading: Option<String>) -> Finding {
    Finding { kind: FindingKind::DamagedDocumentNumber, span: glyphs.span(from, to), reading }
}

fn reading(year: u64, number: &str) -> Option<String> {
    (!number.is_empty()).then(|| format!("\u{3014}{year}\u{3015}{number}号"))
}

/// Digits behind an opening bracket.
fn after_bracket(glyphs: &Glyphs, from: usize, end: usize) -> Option<Finding> {
    let closed = glyphs.at(end) == ']';
    let Some(year) = year_in(glyphs, from, end) else {
        // `〔202〕14号`: the year lost a digit; `[1]` is a note.
        let number_end = digits_end(glyphs, end + 1);
        let numbered = closed && number_end > end + 1 && glyphs.at(number_end) == '号';
        return numbered.then(|| finding(glyphs, from - 1, number_end + 1, None));
    };
    if !closed {
        let number = glyphs.words(from + 4, end);
        let ends = end + usize::from(glyphs.at(end) == '号');
        let plausible = (1..=4).contains(&number.len()) && (ends > end || ends_word(glyphs, end));
        return plausible.then(|| finding(glyphs, from - 1, ends, reading(year, &number)));
    }
    if end - from > 4 {
        return Some(finding(glyphs, from - 1, end + 1, None));
    }
    let at = end + 1 + usize::from(glyphs.at(end + 1) == '第');
    let number_end = digits_end(glyphs, at);
    let number = glyphs.words(at, number_end);
    match glyphs.at(number_end) {
        '号' if !number.is_empty() => None,
        '号' => Some(finding(glyphs, from - 1, number_end + 1, None)),
        _ if !number.is_empty() && ends_word(glyphs, number_end) => {
            Some(finding(glyphs, from - 1, number_end, reading(year, &number)))
        }
        _ => None,
    }
}

fn ends_word(glyphs: &Glyphs, i: usize) -> bool {
    "),。;、》>\0".contains(glyphs.at(i))
}

/// Digits with no opening bracket: `2021〕74号`, `中发202133号`, `中发2021 33号`.
fn bare(glyphs: &Glyphs, from: usize, end: usize) -> Option<Finding> {
    /// Last characters of the words that document numbers begin with.
    const DOCUMENT_WORDS: &str = "发办函字文规令通报复议呈批组委政府党法司局";
    let year = year_in(glyphs, from, end)?;
    let whole_year = end - from == 4;
    let number_end = digits_end(glyphs, end + 1);
    let number = glyphs.words(end + 1, number_end);
    let numbered = !number.is_empty() && glyphs.at(number_end) == '号';
    if whole_year && numbered && glyphs.at(end) == ']' {
        return Some(finding(glyphs, from, number_end + 1, reading(year, &number)));
    }
    let before = if glyphs.before(from) == '(' { glyphs.before(from - 1) } else { glyphs.before(from) };
    if !DOCUMENT_WORDS.contains(before) || before == '\0' {
        return None;
    }
    if whole_year && numbered && glyphs.at(end) == ' ' {
        return Some(finding(glyphs, from, number_end + 1, reading(year, &number)));
    }
    let number = glyphs.words(from + 4, end);
    let joined = (1..=4).contains(&number.len()) && !number.starts_with('0') && glyphs.at(end) == '号';
    joined.then(|| finding(glyphs, from, end + 1, reading(year, &number)))
}
