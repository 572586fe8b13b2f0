//! Sums without 其中: `区直323人、街道198人,共521人` · `公布6项;出台1项,其余5项` · a total and parts that just add up.
//!
//! Comes in: a passage. Goes out: `parts_total` relations.

use super::passage::{Passage, Term};
use super::relation::{Check, Kind, Relation};
use super::slip::is_slip;
use super::sums::{sum, sum_relation};
use super::words;
use rust_decimal::Decimal;

/// Figures looked back or forward over for parts.
const REACH: usize = 12;

/// All sums of a passage that are not broken down by 其中.
pub(super) fn find(passage: &Passage, out: &mut Vec<Relation>) {
    let mut taken = 0;
    for n in 0..passage.terms.len() {
        let found = total_after(passage, n).or_else(|| remainder(passage, n));
        if let Some(found) = found {
            out.push(found);
        } else if n >= taken
            && let Some((end, found)) = plain_sum(passage, n)
        {
            taken = end;
            out.push(found);
        }
    }
}

/// Like figures of the same sentence just before term `n`, with nothing else counted between.
fn run_before<'p, 'a>(passage: &'p Passage<'a>, n: usize) -> Vec<&'p Term<'a>> {
    let it = &passage.terms[n];
    let mut run: Vec<&Term> = Vec::new();
    for term in passage.terms.get(n.saturating_sub(REACH)..n).unwrap_or(&[]).iter().rev() {
        if term.spot.sentence != it.spot.sentence {
            break;
        }
        if term.figure.is_percent() || term.spot.depth > it.spot.depth {
            continue;
        }
        if !term.like(it) || term.is_change {
            break;
        }
        run.push(term);
    }
    run.reverse();
    run
}

/// Parts first, then 共 or 合计 and the total.
fn total_after(passage: &Passage, n: usize) -> Option<Relation> {
    let total = &passage.terms[n];
    let raw = total.raw_label();
    if !matches!(raw, "共" | "共计" | "合计" | "总计" | "总共" | "合共" | "总数为" | "合计为")
    {
        return None;
    }
    let run = run_before(passage, n);
    let fits = (0..run.len().saturating_sub(1)).find(|&k| sum(&run[k..]).meets(total.figure.bounds()));
    if let Some(k) = fits {
        return Some(sum_relation(passage, total, &run[k..], Kind::PartsTotal, Check::Holds));
    }
    let named = |t: &&Term| !t.label().is_empty() && t.last_stage.is_none() && t.figure.total().is_some();
    let near = run.len() >= 2 && run.iter().all(named) && is_slip(total, &run, 7);
    near.then(|| sum_relation(passage, total, &run, Kind::PartsTotal, Check::DoesNotHold))
}

/// 其余: what is left of an earlier figure after another one.
fn remainder(passage: &Passage, n: usize) -> Option<Relation> {
    let rest = &passage.terms[n];
    if !words::has_any(rest.raw_label(), &["其余", "剩余", "余下"]) {
        return None;
    }
    let run = run_before(passage, n);
    let among = run.first().is_some_and(|t| passage.glyphs.words(t.from, rest.from).contains("其中"));
    let [first, .., last] = run[..] else { return None };
    if among || passage.is_carried(rest) {
        return None;
    }
    let fits =
        |whole: &Term, parts: &[&Term]| sum(parts).plus(rest.figure.bounds()).meets(whole.figure.bounds());
    for (k, whole) in run.iter().enumerate() {
        let all = run.get(k + 1..).unwrap_or(&[]);
        let parts = if !all.is_empty() && fits(whole, all) {
            all
        } else if k + 1 < run.len() && fits(whole, &[last]) {
            std::slice::from_ref(run.last()?)
        } else {
            continue;
        };
        let parts: Vec<&Term> = parts.iter().copied().chain([rest]).collect();
        return Some(sum_relation(passage, whole, &parts, Kind::PartsTotal, Check::Holds));
    }
    (run.len() == 2)
        .then(|| sum_relation(passage, first, &[last, rest], Kind::PartsTotal, Check::DoesNotHold))
}

/// A first figure that the next ones exactly add up to; says nothing when they do not.
fn plain_sum(passage: &Passage, n: usize) -> Option<(usize, Relation)> {
    let total = &passage.terms[n];
    let begins = n == 0 || passage.terms[n - 1].spot.segment != total.spot.segment;
    let big = total.figure.normalised() >= Decimal::from(20) && total.figure.bounds().is_exact();
    if !begins || !big || !total.like(total) {
        return None;
    }
    let mut parts: Vec<&Term> = Vec::new();
    let mut sum = Decimal::ZERO;
    for term in passage.terms.iter().skip(n + 1).take(REACH) {
        let same = term.spot.sentence == total.spot.sentence && term.spot.depth == total.spot.depth;
        let other = term.raw_label().contains("其中") || term.last_stage.is_some() || term.is_change;
        if !same || !term.like(total) || other {
            break;
        }
        sum += term.figure.total()?;
        parts.push(term);
        if sum == total.figure.normalised() && parts.len() >= 2 {
            let found = sum_relation(passage, total, &parts, Kind::PartsTotal, Check::Holds);
            return Some((n + parts.len() + 1, found));
        }
    }
    None
}
