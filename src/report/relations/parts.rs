//! Do the parts add up? `parts_total`, `subset_sum` and `subset` from breakdowns.
//!
//! Comes in: breakdowns. Goes out: relations. A sum that falls short is only reported where the text
//! says that the parts are all there is.

use super::breakdown::{Breakdown, Closure};
use super::passage::{Passage, Term};
use super::relation::{Check, Kind, Relation, plain};
use super::typo;
use super::words;
use crate::report::figures::{Bounds, Multiplier};
use crate::text::Span;
use rust_decimal::Decimal;

/// The relations of one breakdown.
pub(super) fn judge(passage: &Passage, breakdown: &Breakdown, out: &mut Vec<Relation>) {
    let parts = &breakdown.parts;
    if parts.len() == 1 || are_stages(passage, parts) {
        out.extend(parts.iter().filter_map(|part| subset(passage, breakdown, part)));
        return;
    }
    let total = breakdown.total.figure.bounds();
    // What follows the parts may be a statement of its own, unless 其他 ends the list.
    let least = if breakdown.closure == Closure::Certain { parts.len() } else { 2 };
    let fits = (least..=parts.len()).rev().find(|&n| {
        let (sum, all) = (sum(&parts[..n]), n == parts.len());
        is_known(&parts[..n]) && sum.meets(total) && (all || sum.is_exact() && total.is_exact())
    });
    if let Some(n) = fits {
        out.push(relation(passage, breakdown.total, &parts[..n], Kind::PartsTotal, Check::Holds));
        return;
    }
    match unequal(passage, breakdown) {
        Some((kind, check)) => out.push(relation(passage, breakdown.total, parts, kind, check)),
        // Whatever the parts are, none of them is more than the whole.
        None => {
            let each = parts.iter().filter_map(|part| subset(passage, breakdown, part));
            out.extend(each.filter(|r| r.check == Check::DoesNotHold));
        }
    }
}

/// Whether the parts are stages of the same cases (`其中受理131件,审结120件`), not classes of them.
fn are_stages(passage: &Passage, parts: &[&Term]) -> bool {
    let stage = |t: &&Term| words::final_stage(&passage.label(t)).map(|(word, _)| word);
    let same = parts.iter().all(|t| stage(t) == stage(&parts[0]));
    !same && parts.iter().all(|t| stage(t).is_some())
}

/// A part is not more than its whole.
fn subset(passage: &Passage, breakdown: &Breakdown, part: &Term) -> Option<Relation> {
    let (whole, figure) = (breakdown.total.figure.bounds(), part.figure.bounds());
    let most = breakdown.rivals.iter().fold(whole, |sum, t| sum.plus(t.figure.bounds()));
    let check = if !whole.below(figure) {
        Check::Holds
    } else if most.below(figure) && !passage.is_carried(part) {
        Check::DoesNotHold
    } else {
        return None;
    };
    Some(whole_and_part(passage, breakdown.total, part, check))
}

/// `whole ≥ part` as a relation.
pub(super) fn whole_and_part(passage: &Passage, whole: &Term, part: &Term, check: Check) -> Relation {
    let (w, p) = (plain(whole.figure.normalised()), plain(part.figure.total().unwrap_or_default()));
    let sign = if check == Check::DoesNotHold { '>' } else { '\u{2264}' };
    Relation {
        kind: Kind::Subset,
        check,
        spans: vec![whole.figure.span, part.figure.span],
        quote: passage.quote(whole, part),
        arithmetic: format!("{p}{sign}{w}"),
        claimed: w,
        computed: p,
    }
}

fn sum(parts: &[&Term]) -> Bounds {
    parts.iter().fold(Bounds::exactly(Decimal::ZERO), |sum, t| sum.plus(t.figure.bounds()))
}

fn is_known(parts: &[&Term]) -> bool {
    parts.iter().all(|t| t.figure.bounds().high.is_some())
}

/// What a sum that is not the total means; nothing where the parts are no classes of one thing.
fn unequal(passage: &Passage, breakdown: &Breakdown) -> Option<(Kind, Check)> {
    let Breakdown { total, parts, closure, rivals } = breakdown;
    if !is_known(parts) {
        return Some((Kind::PartsTotal, Check::CannotTell));
    }
    // A figure of the same kind before the total: the parts may belong to both.
    let summed = words::has_any(&passage.raw_label(total), &["共", "合计", "总", "累计"]);
    let closure = if rivals.is_empty() || summed { *closure } else { Closure::Open };
    let (whole, parts_sum) = (total.figure.bounds(), sum(parts));
    let wrong = match closure {
        Closure::Certain => true,
        Closure::Likely => is_slip(total, parts, 8),
        Closure::Perhaps => is_slip(total, parts, 9) && covers(total, parts, 8),
        Closure::Open => false,
    };
    if wrong {
        return Some((Kind::PartsTotal, Check::DoesNotHold));
    }
    let stage = |t: &&Term| words::last_stage(&passage.label(t)).map(|(word, _)| word);
    let one_stage = parts.iter().all(|t| stage(t) == stage(&parts[0]));
    // Classes may overlap, so that a larger sum proves nothing.
    (one_stage && !whole.below(parts_sum)).then_some((Kind::SubsetSum, Check::Holds))
}

/// Whether the sum is so near, or one digit away, that the parts were meant to be all. `tenths` of the
/// larger one are near enough.
pub(super) fn is_slip(total: &Term, parts: &[&Term], tenths: i64) -> bool {
    let Some((sum, whole)) = sum_and_whole(total, parts) else { return false };
    let one_digit = || {
        let mend = |t: &&Term| {
            let value = t.figure.normalised();
            t.figure.multiplier == Multiplier::One && typo::is_one_slip(value, value + whole - sum)
        };
        typo::is_one_slip(whole, sum) || parts.iter().any(mend)
    };
    covers(total, parts, tenths) || (covers(total, parts, 3) && one_digit())
}

/// Whether the smaller of sum and total is at least so many tenths of the larger.
fn covers(total: &Term, parts: &[&Term], tenths: i64) -> bool {
    sum_and_whole(total, parts).is_some_and(|(sum, whole)| {
        sum.min(whole) * Decimal::TEN >= sum.max(whole) * Decimal::from(tenths)
    })
}

fn sum_and_whole(total: &Term, parts: &[&Term]) -> Option<(Decimal, Decimal)> {
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, t| Some(sum + t.figure.total()?))?;
    let whole = total.figure.normalised();
    (!sum.is_zero() && !whole.is_zero()).then_some((sum, whole))
}

/// Parts against a total as a relation.
pub(super) fn relation(
    passage: &Passage,
    total: &Term,
    parts: &[&Term],
    kind: Kind,
    check: Check,
) -> Relation {
    let known = parts.iter().try_fold(Decimal::ZERO, |sum, t| Some(sum + t.figure.total()?));
    let computed = known.map_or(String::new(), plain);
    let claimed = plain(total.figure.normalised());
    let addends: Vec<String> = parts.iter().map(|t| addend(t)).collect();
    let sign = match (kind, check) {
        (Kind::SubsetSum, _) => "\u{2264}",
        (_, Check::DoesNotHold) => "\u{2260}",
        (_, Check::CannotTell) => "?",
        (_, Check::Holds) if computed == claimed => "",
        (_, Check::Holds) => "\u{2248}",
    };
    let end = if sign.is_empty() { String::new() } else { format!("{sign}{claimed}") };
    let terms = std::iter::once(total).chain(parts.iter().copied());
    let (first, last) = (first_of(total, parts), last_of(total, parts));
    let mut spans: Vec<Span> = terms.map(|t| t.figure.span).collect();
    spans.sort();
    Relation {
        kind,
        check,
        spans,
        quote: passage.quote(first, last),
        arithmetic: format!("{}={computed}{end}", addends.join("+")),
        claimed,
        computed,
    }
}

fn first_of<'p, 'a>(total: &'p Term<'a>, parts: &[&'p Term<'a>]) -> &'p Term<'a> {
    parts.first().filter(|p| p.from < total.from).copied().unwrap_or(total)
}

fn last_of<'p, 'a>(total: &'p Term<'a>, parts: &[&'p Term<'a>]) -> &'p Term<'a> {
    parts.last().filter(|p| p.from > total.from).copied().unwrap_or(total)
}

fn addend(term: &Term) -> String {
    let value = plain(term.figure.normalised());
    match term.figure.multiplier {
        Multiplier::One => value,
        Multiplier::Times(n) => format!("{value}\u{d7}{n}"),
        Multiplier::Unknown => format!("{value}\u{d7}?"),
    }
}
