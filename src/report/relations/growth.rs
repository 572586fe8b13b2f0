//! Growth: `71件,同比增长20.3%` needs a whole number last year; `262件,同比下降2.6%,减少7件` needs one base for both.
//!
//! Comes in: a passage. Goes out: `growth_base` and `order` relations.

use super::change::{direction, grown, growth, is_amount, is_direct, relation};
use super::levels;
use super::passage::{Passage, Term};
use super::percent::{compare, rounded, shown};
use super::relation::{Check, Relation, plain};
use crate::report::figures::{Bounds, is_counted};
use rust_decimal::{Decimal, RoundingStrategy};

/// All growth relations of a passage.
pub(super) fn find(passage: &Passage, out: &mut Vec<Relation>) {
    for n in 1..passage.terms.len() {
        out.extend(levels::order(passage, n));
        let Some(sign) = direction(passage.terms[n].raw_label()) else { continue };
        let found = levels::stated(passage, n, sign)
            .or_else(|| stated_difference(passage, n, sign))
            .or_else(|| unstated_base(passage, n, sign));
        out.extend(found);
    }
}

/// A rate and a difference of the same figure must fit one base.
fn stated_difference(passage: &Passage, n: usize, sign: Decimal) -> Option<Relation> {
    let (first, last) = (passage.terms.get(n.checked_sub(1)?)?, &passage.terms[n]);
    let (rate, difference) = if first.figure.is_percent() { (first, last) } else { (last, first) };
    let new = grown(passage, n - 1)?;
    let same_way = direction(first.raw_label()) == Some(sign) && is_direct(&passage.between(first, last));
    if !rate.figure.is_percent() || !same_way || !difference.like(new) || !is_amount(passage, difference) {
        return None;
    }
    let (y, d) = (new.figure.normalised(), difference.figure.normalised());
    let value = (d * Decimal::ONE_HUNDRED).checked_div(y - d * sign)?;
    let worked = rates(new.figure.bounds(), difference.figure.bounds(), sign)?;
    let check = compare(rate.figure, worked);
    let computed = shown(value, rate.figure);
    let operator = if sign.is_sign_positive() { '-' } else { '+' };
    let sum = format!("{d}\u{f7}({y}{operator}{d})={computed}%", d = plain(d), y = plain(y));
    let claimed = rate.figure.value.to_string();
    Some(Relation { claimed, ..relation(passage, new, last, check, computed, sum) })
}

/// All rates that a level and its difference allow; nothing where the level before would be none.
fn rates(new: Bounds, difference: Bounds, sign: Decimal) -> Option<Bounds> {
    let rate = |y: Decimal, d: Decimal| {
        let base = y - d * sign;
        (base > Decimal::ZERO).then(|| (d * Decimal::ONE_HUNDRED).checked_div(base)).flatten()
    };
    let (ys, ds) = ([new.low, new.high?], [difference.low, difference.high?]);
    let all = ys.iter().flat_map(|y| ds.iter().map(|d| rate(*y, *d))).collect::<Option<Vec<_>>>()?;
    Some(Bounds { low: *all.iter().min()?, high: all.iter().max().copied() })
}

/// A growth rate alone: some whole base must give it.
fn unstated_base(passage: &Passage, n: usize, sign: Decimal) -> Option<Relation> {
    let change = &passage.terms[n];
    let new = grown(passage, n)?;
    let y = new.figure.normalised();
    if new.figure.is_percent() || change.like(new) {
        return levels::before(passage, new, change, sign);
    }
    // Of `13件15人` either may have grown.
    let double = new.raw_label().is_empty();
    if !change.figure.is_percent() || !is_counted(new.figure.measure) || y.is_zero() || double {
        return None;
    }
    let factor = Decimal::ONE + sign * change.figure.value / Decimal::ONE_HUNDRED;
    let centre = y.checked_div(factor).filter(Decimal::is_sign_positive)?;
    let operator = if sign.is_sign_positive() { '+' } else { '-' };
    let quotient = shown(centre, change.figure);
    let sum = format!("{}\u{f7}(1{operator}{}%)={quotient}", plain(y), change.figure.value);
    if change.figure.qualifier.is_some() || !new.figure.bounds().is_exact() {
        // A rounded count always has a whole base within its rounding.
        let check = if change.figure.qualifier.is_some() { Check::CannotTell } else { Check::Holds };
        return Some(relation(passage, new, change, check, quotient, sum));
    }
    let (base, check) = whole_base(y, centre, change, sign)?;
    let rate = growth(base, y, sign).map_or(String::new(), |g| shown(g, change.figure));
    let sum = format!("{sum}; {}\u{2192}{}: {rate}%", plain(base), plain(y));
    Some(relation(passage, new, change, check, plain(base), sum))
}

/// The whole number nearest to `centre` from which the growth rounds as printed; else the nearest one.
fn whole_base(y: Decimal, centre: Decimal, change: &Term, sign: Decimal) -> Option<(Decimal, Check)> {
    let near = centre.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    let mut other = Check::DoesNotHold;
    for step in [0, 1, -1, 2, -2] {
        let base = near + Decimal::from(step);
        let Some(value) = (base > Decimal::ZERO).then(|| growth(base, y, sign)).flatten() else { continue };
        if rounded(value, change.figure) == change.figure.value {
            return Some((base, Check::Holds));
        }
        if compare(change.figure, Bounds::exactly(value)) != Check::DoesNotHold {
            other = Check::CannotTell;
        }
    }
    (near > Decimal::ZERO).then_some((near, other))
}
