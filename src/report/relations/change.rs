//! Words of change: which way, from what, and of what figure.
//!
//! Comes in: a passage. Goes out: the pieces of a statement of growth. Judges nothing.

use super::passage::{Passage, Term};
use super::relation::{Check, Kind, Relation};
use super::words;
use rust_decimal::Decimal;

/// Figures looked back over for what grew.
const REACH: usize = 4;

/// Up or down, where a label ends in such a word. 增加到 and 降至 state a level, not a change.
pub(super) fn direction(label: &str) -> Option<Decimal> {
    let label = ["达到", "率为", "幅为", "度为", "幅达", "率达"]
        .iter()
        .find_map(|w| label.strip_suffix(w))
        .unwrap_or(label);
    let label = label.trim_end_matches(['了', '约', '达', '率', '近', '超', '幅', '度']);
    let ends = |words: &[&str]| words.iter().any(|w| label.ends_with(w));
    if ends(words::UP) {
        Some(Decimal::ONE)
    } else if ends(words::DOWN) {
        Some(Decimal::NEGATIVE_ONE)
    } else {
        None
    }
}

/// Whether nothing but words of comparison stands between a figure and its change.
pub(super) fn is_direct(between: &str) -> bool {
    const WORDS: &[&str] = &[
        "与",
        "和",
        "上一年度",
        "上年度",
        "上一年",
        "上年",
        "去年",
        "同期",
        "相比",
        "同比",
        "环比",
        "比",
        "较",
        "的",
        "了",
        "约",
        "达",
        "率",
        "到",
        "近",
        "为",
        "均",
        "有所",
        "一年",
        "之",
        "数",
        "增幅",
        "降幅",
        "度",
        ",",
        "(",
        "、",
    ];
    let mut rest = between;
    while !rest.is_empty() {
        let year = rest.strip_prefix("20").and_then(|r| r.get(2..)).and_then(|r| r.strip_prefix('年'));
        let mut words = WORDS.iter().chain(words::UP).chain(words::DOWN);
        match year.or_else(|| words.find_map(|w| rest.strip_prefix(w))) {
            Some(shorter) => rest = shorter,
            None => return false,
        }
    }
    true
}

/// `比上年的`, `较2020年`: the figure behind such a label is the level before.
pub(super) fn is_old_level(label: &str) -> bool {
    let label = label.trim_end_matches(['的', '为', '同', '期']);
    let against = label.strip_prefix(['比', '较', '从', '由']).or_else(|| label.strip_prefix("与"));
    against.is_some_and(|period| {
        let named = words::has_any(period, &["上年", "去年", "上一年", "20"]);
        named && period.chars().count() <= 6 && period.ends_with(['年', '度'])
    })
}

/// The nearest figure before change `n` that is itself no change, with only comparison in between.
pub(super) fn grown<'p, 'a>(passage: &'p Passage<'a>, n: usize) -> Option<&'p Term<'a>> {
    let change = &passage.terms[n];
    let before = passage.terms.get(n.saturating_sub(REACH)..n)?;
    let level = |t: &&Term| t.spot.depth <= change.spot.depth && direction(t.raw_label()).is_none();
    let subject = before.iter().rev().find(level)?;
    let first = before.iter().find(|t| t.from > subject.from).unwrap_or(change);
    // A figure of last year has not grown into anything.
    let label = subject.raw_label();
    let other = before
        .iter()
        .any(|t| t.from < subject.from && t.like(subject) && t.spot.sentence == subject.spot.sentence);
    let dated = other && label.starts_with("20");
    let old = dated || is_old_level(label) || words::has_any(label, &["去年", "上年", "上一年", "同期"]);
    let direct = is_direct(&passage.between(subject, first)) && !old;
    (subject.spot.sentence == change.spot.sentence && direct).then_some(subject)
}

/// Whether a figure of change is a plain amount: `增加12件,`, not `增加12件指导案例`.
pub(super) fn is_amount(passage: &Passage, change: &Term) -> bool {
    "。,;、)\0".contains(passage.glyphs.at(change.to))
}

/// Growth from `old` to `new` in percent, counted in the direction of `sign`.
pub(super) fn growth(old: Decimal, new: Decimal, sign: Decimal) -> Option<Decimal> {
    ((new - old) * sign * Decimal::ONE_HUNDRED).checked_div(old)
}

/// A growth relation from the first to the last term it speaks of.
pub(super) fn relation(
    passage: &Passage,
    first: &Term,
    last: &Term,
    check: Check,
    computed: String,
    sum: String,
) -> Relation {
    Relation {
        kind: Kind::GrowthBase,
        check,
        spans: vec![first.figure.span, last.figure.span],
        quote: passage.quote(first, last),
        claimed: last.figure.value.to_string(),
        computed,
        arithmetic: sum,
    }
}
