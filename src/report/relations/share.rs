//! Shares: `受理4955件,占总数的79.9%` · `151件中,…140件,占92.7%`.
//!
//! Comes in: a passage, its breakdowns and a percentage. Goes out: a `rate` relation.

use super::breakdown::Breakdown;
use super::passage::{Passage, Term};
use super::percent::{compare, ratio};
use super::rate::{counts_before, relation};
use super::relation::{Check, Relation};
use super::sums::sum;

/// Breakdowns looked back over for the one that holds a part.
const NEAREST: usize = 4;

/// 占总数的…%: the figure before it against the total it is part of.
pub(super) fn share(passage: &Passage, breakdowns: &[Breakdown], n: usize) -> Option<Relation> {
    let rate = &passage.terms[n];
    let part = passage.terms.get(n.checked_sub(1)?)?;
    let between = passage.between(part, rate);
    let phrase = between.trim_start_matches([',', '(', '、']).strip_prefix('占')?;
    if part.figure.is_percent() || part.spot.sentence != rate.spot.sentence {
        return None;
    }
    let strict = !has_base_noun(phrase);
    let before = breakdowns.partition_point(|b| b.total.from < part.from);
    let owns = |b: &&Breakdown| b.parts.iter().any(|p| p.from == part.from);
    let nearest = breakdowns.get(before.saturating_sub(NEAREST)..before)?;
    if let Some(breakdown) = nearest.iter().rev().find(owns) {
        let strict = strict && !is_share_of_parts(breakdown, part, rate);
        return Some(relation(passage, breakdown.total, part, rate, strict));
    }
    let earlier: Vec<&Term> =
        counts_before(passage, n).into_iter().filter(|t| t.from < part.from && t.like(part)).collect();
    if let Some(whole) = earlier.iter().find(|t| passage.glyphs.at(t.to) == '中') {
        return Some(relation(passage, whole, part, rate, strict));
    }
    // Without 其中 the base is a guess: one that fits confirms, none that does not accuses.
    let guess =
        |whole: &&Term| Some(relation(passage, whole, part, rate, false)).filter(|r| r.check == Check::Holds);
    earlier.iter().find_map(guess)
}

/// Whether the rate was worked out over the parts listed and not over the total.
fn is_share_of_parts(breakdown: &Breakdown, part: &Term, rate: &Term) -> bool {
    ratio(part.figure.bounds(), sum(&breakdown.parts))
        .is_some_and(|worked| compare(rate.figure, worked) != Check::DoesNotHold)
}

/// Whether 占… names a base of its own, such as 信访总量.
fn has_base_noun(phrase: &str) -> bool {
    const PLAIN: &[&str] = &[
        "总数", "总量", "全部", "案件", "总", "比例", "比重", "比", "最高", "最大", "的", "达到", "达", "为",
        "约", ",", "数",
    ];
    let mut rest = phrase;
    while let Some(shorter) = PLAIN.iter().find_map(|w| rest.strip_prefix(w)) {
        rest = shorter;
    }
    !rest.is_empty()
}
