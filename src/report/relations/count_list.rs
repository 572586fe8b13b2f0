//! Count words against the list beside them: `三清单(甲、乙、丙)` · `3项,分别为甲、乙、丙` · `甲、乙、丙三级`.
//!
//! Comes in: a passage. Goes out: `count_list` relations. A list that does not fit is only reported
//! where nothing but the list can be meant.

use super::count_words::CountWord;
use super::list_before::listed_before;
use super::lists::{LONGEST, List};
use super::passage::Passage;
use super::relation::{Check, Kind, Relation};
use crate::text::Glyphs;

/// Largest number whose list is checked for being wrong; longer ones are seldom complete.
const MOST_CHECKED: u64 = 12;
/// A list that is off by more belongs to something else.
const MOST_OFF: u64 = 3;

/// A count word with the list that it may announce.
pub(super) struct Claim<'w> {
    pub(super) word: &'w CountWord,
    pub(super) list: List,
    /// The list may have as many names as the word says.
    pub(super) holds: bool,
    /// Nothing but this list can be meant.
    pub(super) sure: bool,
    /// One past the last character of both.
    pub(super) end: usize,
}

/// All count words of a passage that stand beside a list.
pub(super) fn find(passage: &Passage, out: &mut Vec<Relation>) {
    let glyphs = &passage.glyphs;
    for word in &passage.count_words {
        let claim = in_brackets(glyphs, word).or_else(|| named_after(glyphs, word));
        let claim = claim.or_else(|| listed_before(glyphs, word));
        let found = claim.and_then(|claim| judge(glyphs, &claim));
        out.extend(found.or_else(|| shared_suffix(glyphs, word)));
    }
}

/// `三清单(甲、乙、丙)`.
fn in_brackets<'w>(glyphs: &Glyphs, word: &'w CountWord) -> Option<Claim<'w>> {
    let open = word.head_end;
    let close = closing(glyphs, open).filter(|_| glyphs.at(open) == '(')?;
    if (open + 1..close).any(|i| ",;。:".contains(glyphs.at(i)) || glyphs.at(i).is_ascii_digit()) {
        return None;
    }
    let list = List::of(glyphs, open + 1, close);
    let many = list.items.len() > 1;
    let holds = if word.value == 1 { !many && !is_remark(glyphs, open + 1) } else { list.may_be(word.value) };
    let shares = shares_head(glyphs, word, &list);
    let sure = many && (shares || (!word.quoted && word.counts_things(glyphs)));
    Some(Claim { word, list, holds, sure, end: close })
}

/// A bracket that says something about the word and lists nothing.
fn is_remark(glyphs: &Glyphs, from: usize) -> bool {
    const REMARKS: &[&str] = &["以下", "简称", "下称", "见", "详见", "试行", "暂行", "含", "不含", "即"];
    glyphs.starts_with_any(from, REMARKS)
}

/// The bracket that closes the one at `from`.
fn closing(glyphs: &Glyphs, from: usize) -> Option<usize> {
    let mut depth = 0;
    for i in from..glyphs.len().min(from + LONGEST) {
        match glyphs.at(i) {
            '(' => depth += 1,
            ')' if depth == 1 => return Some(i),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// `3项,分别为甲、乙、丙`.
fn named_after<'w>(glyphs: &Glyphs, word: &'w CountWord) -> Option<Claim<'w>> {
    const NAMELY: &[&str] = &["分别为", "分别是", "即", "分别为:", "分别是:"];
    if !matches!(glyphs.at(word.head_end), ',' | ':') {
        return None;
    }
    let (_, length) = glyphs.longest(word.head_end + 1, NAMELY)?;
    let from = word.head_end + 1 + length;
    let end = (from..glyphs.len().min(from + LONGEST)).find(|&i| ",。;:".contains(glyphs.at(i)))?;
    if (from..end).any(|i| glyphs.at(i).is_ascii_digit() && !is_date(glyphs, i)) {
        return None;
    }
    let list = List::of(glyphs, from, end);
    let many = list.items.len() > 1;
    let holds = many && list.may_be(word.value);
    // Behind a comma the list may go on.
    let sure = many && "。;".contains(glyphs.at(end)) && word.counts_things(glyphs);
    Some(Claim { word, list, holds, sure, end })
}

/// Whether the digit at `i` belongs to a month, day or year.
pub(super) fn is_date(glyphs: &Glyphs, i: usize) -> bool {
    let end = (i..i + 5).find(|&i| !glyphs.at(i).is_ascii_digit()).unwrap_or(i);
    "年月日".contains(glyphs.at(end))
}

/// Whether the end of the counted noun comes back in at least half of the names.
fn shares_head(glyphs: &Glyphs, word: &CountWord, list: &List) -> bool {
    let head: Vec<char> = word.head(glyphs).chars().collect();
    let Some(tail) = head.len().checked_sub(2).and_then(|at| head.get(at..)) else { return false };
    let holds = |&&(a, b): &&(usize, usize)| glyphs.slice(a, b).windows(2).any(|w| w == tail);
    list.items.iter().filter(holds).count() * 2 >= list.items.len()
}

/// `“三化”水平…科学化、民主化、法治化`: a list further on whose names all end as the word says.
fn shared_suffix(glyphs: &Glyphs, word: &CountWord) -> Option<Relation> {
    let suffix = glyphs.at(word.number_end);
    let named = word.quoted && word.head_end == word.number_end + 2 && word.value >= 2 && suffix == '化';
    if !named {
        return None;
    }
    let ends = (word.head_end..glyphs.len().min(word.head_end + 300))
        .filter(|&i| glyphs.at(i) == suffix && ",。;、".contains(glyphs.at(i + 1)));
    let run: Vec<usize> = ends.skip_while(|&i| glyphs.at(i + 1) != '、').take(word.value as usize).collect();
    let (&first, &last) = (run.first()?, run.last()?);
    let inner = run.iter().take(run.len() - 1).all(|&i| glyphs.at(i + 1) == '、');
    let whole = inner && glyphs.at(last + 1) != '、' && run.len() as u64 == word.value;
    whole.then(|| Relation {
        kind: Kind::CountList,
        check: Check::Holds,
        spans: vec![glyphs.span(word.from, word.head_end), glyphs.span(first.saturating_sub(2), last + 1)],
        quote: glyphs.span(word.from, word.head_end),
        claimed: word.value.to_string(),
        computed: word.value.to_string(),
        arithmetic: format!("{0}={0}", word.value),
    })
}

fn judge(glyphs: &Glyphs, claim: &Claim) -> Option<Relation> {
    let Claim { word, list, holds, sure, end } = claim;
    let (from, to) = (list.items.first()?.0, list.items.last()?.1);
    let count = list.items.len() as u64;
    let near = (2..=MOST_CHECKED).contains(&word.value) && word.value.abs_diff(count) <= MOST_OFF;
    let (check, computed, sign) = match (list.open, holds, *sure && near) {
        (false, true, _) => (Check::Holds, word.value, '='),
        (false, false, true) => (Check::DoesNotHold, count, '\u{2260}'),
        _ => return None,
    };
    Some(Relation {
        kind: Kind::CountList,
        check,
        spans: vec![glyphs.span(word.from, word.head_end), glyphs.span(from, to)],
        quote: glyphs.span(from.min(word.from), to.max(*end).max(word.head_end)),
        claimed: word.value.to_string(),
        computed: computed.to_string(),
        arithmetic: format!("{computed}{sign}{}", word.value),
    })
}
