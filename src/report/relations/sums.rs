//! Sums and comparisons as relations, with the arithmetic written out.
//!
//! Comes in: terms and a verdict. Goes out: a relation. Judges nothing.

use super::passage::{Passage, Term};
use super::relation::{Check, Kind, Relation, plain};
use crate::report::figures::{Bounds, Multiplier};
use crate::text::Span;
use rust_decimal::Decimal;

/// The range of a sum.
pub(super) fn sum(terms: &[&Term]) -> Bounds {
    terms.iter().fold(Bounds::exactly(Decimal::ZERO), |sum, t| sum.plus(t.figure.bounds()))
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

/// Parts against a total as a relation.
pub(super) fn sum_relation(
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
