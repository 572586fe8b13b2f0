//! Rates by their name: `调解530件,成功522件,成功率98.5%`.
//!
//! Comes in: a passage and its breakdowns. Goes out: `rate` relations. Where the words of the rate
//! name another base than the figures beside it, there is no relation or no verdict.

use super::breakdown::Breakdown;
use super::passage::{Passage, Term};
use super::percent::{compare, ratio, rounded, shown};
use super::quality::quality;
use super::relation::{Check, Kind, Relation, plain};
use super::share::share;
use super::words;
use rust_decimal::Decimal;

/// Figures looked back over for part and base.
const REACH: usize = 8;

/// All rates of a passage.
pub(super) fn find(passage: &Passage, breakdowns: &[Breakdown], out: &mut Vec<Relation>) {
    let rates = passage.terms.iter().enumerate().filter(|(_, t)| t.figure.is_percent() && !t.is_change);
    for (n, _) in rates {
        let found =
            share(passage, breakdowns, n).or_else(|| named_rate(passage, n)).or_else(|| quality(passage, n));
        out.extend(found);
    }
}

/// Counted figures of the same sentence before term `n`, the nearest first.
pub(super) fn counts_before<'p, 'a>(passage: &'p Passage<'a>, n: usize) -> Vec<&'p Term<'a>> {
    let rate = &passage.terms[n];
    let before = passage.terms.get(n.saturating_sub(REACH)..n).unwrap_or(&[]);
    let counts = |t: &&Term| {
        t.spot.sentence == rate.spot.sentence
            && t.spot.depth <= rate.spot.depth
            && !matches!(t.figure.measure, "%" | "百分点" | "个百分点")
            && !t.is_change
    };
    before.iter().rev().filter(counts).collect()
}

/// 成功率 after a figure that ends in 成功 and one before it.
fn named_rate(passage: &Passage, n: usize) -> Option<Relation> {
    let rate = &passage.terms[n];
    let label = rate.label();
    let stem = label.strip_suffix('率')?;
    let (prefix, keys) = words::rate_keys(stem)?;
    let counts = counts_before(passage, n);
    let at = counts.iter().position(|t| is_part_of_rate(t.label(), keys))?;
    let part = counts[at];
    let before = || counts[at + 1..].iter().filter(|t| t.like(part));
    let base = before().find(|whole| is_base(passage, whole, part));
    let whole = base.or_else(|| before().next())?;
    let near = at == 0 && part.spot.segment == rate.spot.segment;
    let strict = near && base.is_some() && !words::has_any(prefix, words::OTHER_BASE);
    Some(relation(passage, whole, part, rate, strict))
}

fn is_part_of_rate(label: &str, keys: &[&str]) -> bool {
    let label = label.trim_end_matches(['的', '了', '数']);
    let name = label.strip_suffix("案件").unwrap_or(label);
    keys.iter().any(|k| name.ends_with(k))
}

/// Whether the earlier figure is what the later one was counted out of.
fn is_base(passage: &Passage, whole: &Term, part: &Term) -> bool {
    let (w, p) = (whole.label(), part.label());
    let earlier = match (whole.last_stage, part.final_stage) {
        (Some((_, a)), Some((_, b))) => a < b,
        (None, _) => true,
        _ => false,
    };
    // 调解成功 is counted out of what was 调解, not out of what was received.
    let verb = p.strip_suffix("成功").unwrap_or("");
    let shared = verb.is_empty() || w.contains(verb) || w.contains("纠纷");
    earlier && shared && !passage.is_carried(part) && p.chars().count() <= 12
}

/// A rate of two figures. Where it is not `strict`, the base is a guess and proves nothing false.
pub(super) fn relation(passage: &Passage, whole: &Term, part: &Term, rate: &Term, strict: bool) -> Relation {
    let worked = ratio(part.figure.bounds(), whole.figure.bounds());
    let check = match worked.map(|w| compare(rate.figure, w)) {
        Some(Check::DoesNotHold) if !strict => Check::CannotTell,
        Some(check) => check,
        None => Check::CannotTell,
    };
    let (p, w) = (part.figure.normalised(), whole.figure.normalised());
    let value = (p * Decimal::ONE_HUNDRED).checked_div(w);
    let computed = value.map_or(String::new(), |v| shown(v, rate.figure));
    let claimed = rate.figure.value.to_string();
    let sign = match check {
        Check::Holds if value.is_some_and(|v| rounded(v, rate.figure) == v) => "",
        Check::Holds => "\u{2248}",
        Check::DoesNotHold => "\u{2260}",
        Check::CannotTell => "?",
    };
    let tail = if sign.is_empty() { String::new() } else { format!("{sign}{claimed}%") };
    Relation {
        kind: Kind::Rate,
        check,
        spans: vec![whole.figure.span, part.figure.span, rate.figure.span],
        quote: passage.quote(whole, rate),
        arithmetic: format!("{}\u{f7}{}={computed}%{tail}", plain(p), plain(w)),
        claimed,
        computed,
    }
}
