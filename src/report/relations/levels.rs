//! Two levels and the change between them: `由50件增加到71件,增长42%` · `45.88%,提高26.33个百分点`.
//!
//! Comes in: a passage. Goes out: `order` and `growth_base` relations where both levels are stated, or
//! where the level before follows from what is stated.

use super::change::{direction, growth, is_amount, is_direct, is_old_level, relation};
use super::passage::{Passage, Term};
use super::percent::{compare, shown};
use super::relation::{Check, Kind, Relation, plain};
use super::words;
use crate::report::figures::Bounds;
use rust_decimal::Decimal;

/// 由A提高至B, where B is term `n`: the two levels, and whether the verb goes up.
fn from_to<'p, 'a>(passage: &'p Passage<'a>, n: usize) -> Option<([&'p Term<'a>; 2], bool)> {
    let (a, b) = (passage.terms.get(n.checked_sub(1)?)?, passage.terms.get(n)?);
    let (raw, between) = (a.raw_label(), passage.between(a, b));
    let from = raw.rfind(['由', '从'])?;
    let near = raw.get(from..)?.chars().count() <= 12 && between.chars().count() <= 14;
    let level = ["到", "至", "为", "成"].iter().find_map(|w| between.rfind(w));
    let verb = between.get(..level?)?;
    let (up, down) = (words::has_any(verb, words::UP), words::has_any(verb, words::DOWN));
    (near && up != down && a.like(b) && a.spot.clause == b.spot.clause).then_some(([a, b], up))
}

/// The numbers go the way the verb says.
pub(super) fn order(passage: &Passage, n: usize) -> Option<Relation> {
    let ([old, new], up) = from_to(passage, n)?;
    let (before, after) = (old.figure.normalised(), new.figure.normalised());
    let sign = if before < after { '<' } else { '>' };
    (before != after).then(|| Relation {
        kind: Kind::Order,
        check: Check::of(up == (before < after)),
        spans: vec![old.figure.span, new.figure.span],
        quote: passage.quote(old, new),
        claimed: plain(after),
        computed: plain(after - before),
        arithmetic: format!("{}{sign}{}", plain(before), plain(after)),
    })
}

/// Change `n` against the two levels stated before it.
pub(super) fn stated(passage: &Passage, n: usize, sign: Decimal) -> Option<Relation> {
    let change = &passage.terms[n];
    // `63件增加23件,增长36.5%`: both changes are of the same levels.
    let mut last = n.checked_sub(1)?;
    while direction(passage.terms[last].raw_label()).is_some() {
        last = last.checked_sub(1).filter(|last| last + 3 >= n)?;
    }
    let direct = (last..n).all(|k| is_direct(&passage.between(&passage.terms[k], &passage.terms[k + 1])));
    let pair = from_to(passage, last).map(|(pair, _)| pair);
    let pair = pair.or_else(|| last_year(passage, last)).or_else(|| two_years(passage, last));
    let [old, new] = pair.filter(|_| direct)?;
    let first = if old.from < new.from { old } else { new };
    let (x, y) = (old.figure.normalised(), new.figure.normalised());
    let points = new.figure.is_percent() && change.figure.measure.ends_with("百分点");
    if points || (change.like(new) && !new.figure.is_percent() && is_amount(passage, change)) {
        let worked = difference(old.figure.bounds(), new.figure.bounds(), sign)?;
        let check = Check::of(worked.meets(change.figure.bounds()));
        let sum = format!("{}-{}={}", plain(y), plain(x), plain(y - x));
        return Some(relation(passage, first, change, check, plain((y - x) * sign), sum));
    }
    if !change.figure.is_percent() {
        return None;
    }
    let check = match compare(change.figure, range(old.figure.bounds(), new.figure.bounds(), sign)?) {
        // `提高26.33%` of a rate is loose speech for points.
        Check::DoesNotHold if new.figure.is_percent() => Check::CannotTell,
        check => check,
    };
    let computed = shown(growth(x, y, sign)?, change.figure);
    let sum = format!("({}-{})\u{f7}{}={computed}%", plain(y.max(x)), plain(y.min(x)), plain(x));
    Some(relation(passage, first, change, check, computed, sum))
}

/// `71件,比上年的50件增长42%`: term `n` is the level before, the one in front of it the new one.
fn last_year<'p, 'a>(passage: &'p Passage<'a>, n: usize) -> Option<[&'p Term<'a>; 2]> {
    let (new, old) = (passage.terms.get(n.checked_sub(1)?)?, passage.terms.get(n)?);
    let same = old.like(new) && old.spot.sentence == new.spot.sentence;
    (same && is_old_level(old.raw_label())).then_some([old, new])
}

/// `2021年办理120件,2020年办理100件`: both levels, the older one first.
fn two_years<'p, 'a>(passage: &'p Passage<'a>, n: usize) -> Option<[&'p Term<'a>; 2]> {
    let (a, b) = (passage.terms.get(n.checked_sub(1)?)?, passage.terms.get(n)?);
    let year = |t: &Term| {
        let label = t.raw_label();
        let (year, rest) = (label.get(..4)?.parse::<u16>().ok()?, label.get(4..)?);
        (rest.starts_with('年') && (1990..2100).contains(&year)).then_some(year)
    };
    let (first, second) = (year(a)?, year(b)?);
    let same = a.like(b) && a.spot.segment == b.spot.segment && first != second;
    same.then_some(if first < second { [a, b] } else { [b, a] })
}

/// All differences that two printed levels allow.
fn difference(old: Bounds, new: Bounds, sign: Decimal) -> Option<Bounds> {
    let (a, b) = (new.low - old.high?, new.high? - old.low);
    let (low, high) = if sign.is_sign_positive() { (a, b) } else { (-b, -a) };
    Some(Bounds { low, high: Some(high) })
}

/// All growth rates that two printed levels allow.
fn range(old: Bounds, new: Bounds, sign: Decimal) -> Option<Bounds> {
    let (a, b) = (growth(old.high?, new.low, sign)?, growth(old.low, new.high?, sign)?);
    Some(Bounds { low: a.min(b), high: Some(a.max(b)) })
}

/// The level before must be possible: no share above 100 %, no count below nothing.
pub(super) fn before(passage: &Passage, new: &Term, change: &Term, sign: Decimal) -> Option<Relation> {
    let points = new.figure.is_percent() && change.figure.measure.ends_with("百分点");
    let same = !new.figure.is_percent() && new.like(change) && is_amount(passage, change);
    if !points && !same {
        return None;
    }
    let (y, d) = (new.figure.normalised(), change.figure.normalised());
    let base = y - sign * d;
    let possible = base >= Decimal::ZERO && (!points || base <= Decimal::ONE_HUNDRED);
    let exact = new.figure.qualifier.is_none() && change.figure.qualifier.is_none();
    let check = match (possible, exact) {
        (true, _) => Check::Holds,
        (false, true) => Check::DoesNotHold,
        (false, false) => Check::CannotTell,
    };
    let operator = if sign.is_sign_positive() { '-' } else { '+' };
    let sum = format!("{}{operator}{}={}", plain(y), plain(d), plain(base));
    Some(relation(passage, new, change, check, plain(base), sum))
}
