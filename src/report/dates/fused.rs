//! Numbers that run together: `92.48%10627项`, `98.5.3%`.
//!
//! Comes in: the characters of one paragraph. Goes out: findings. Two counts of one noun (`13件15人`,
//! `2期133人次`) are usual and no finding.

use super::finding::{Finding, FindingKind};
use crate::text::Glyphs;

/// All fused numbers of a paragraph.
pub(super) fn find(glyphs: &Glyphs, out: &mut Vec<Finding>) {
    let mut i = 0;
    while i < glyphs.len() {
        if !glyphs.at(i).is_ascii_digit() {
            i += 1;
            continue;
        }
        let (end, points) = number_end(glyphs, i);
        let to = match glyphs.at(end) {
            '%' | '\u{2030}' if glyphs.at(end + 1).is_ascii_digit() => Some(number_end(glyphs, end + 1).0),
            '%' if points > 1 => Some(end),
            _ => None,
        };
        // Behind a letter it is an address, not a percentage.
        let to = to.filter(|&to| !glyphs.at(to).is_ascii_alphanumeric() && !is_in_token(glyphs, i));
        if let Some(to) = to {
            let to = to + usize::from(!"。,;、)\0".contains(glyphs.at(to)));
            out.push(Finding { kind: FindingKind::FusedNumbers, span: glyphs.span(i, to), reading: None });
        }
        i = to.unwrap_or(end).max(i + 1);
    }
}

/// One past a number, and how many points it holds.
fn number_end(glyphs: &Glyphs, from: usize) -> (usize, usize) {
    let (mut end, mut points) = (from, 0);
    loop {
        match glyphs.at(end) {
            '0'..='9' => end += 1,
            '.' if glyphs.at(end + 1).is_ascii_digit() => (end, points) = (end + 1, points + 1),
            _ => return (end, points),
        }
    }
}

fn is_in_token(glyphs: &Glyphs, i: usize) -> bool {
    let before = glyphs.before(i);
    before.is_ascii_alphabetic() || matches!(before, '/' | '%' | '=' | '&' | '?' | '_')
}
