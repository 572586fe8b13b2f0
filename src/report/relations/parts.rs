//! Do the parts add up? `parts_total`, `subset_sum` and `subset` from breakdowns.
//!
//! Comes in: breakdowns. Goes out: relations. A sum that falls short is only reported where the text
//! says that the parts are all there is.

use super::breakdown::Breakdown;
use super::closure::Closure;
use super::passage::{Passage, Term};
use super::relation::{Check, Kind, Relation};
use super::slip::{covers, is_slip};
use super::sums::{sum, sum_relation, whole_and_part};
use super::words;

/// The relations of one breakdown.
pub(super) fn judge(passage: &Passage, breakdown: &Breakdown, out: &mut Vec<Relation>) {
    let parts = &breakdown.parts;
    if parts.len() == 1 || are_stages(parts) {
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
        out.push(sum_relation(passage, breakdown.total, &parts[..n], Kind::PartsTotal, Check::Holds));
        return;
    }
    if let Some((kind, check)) = unequal(breakdown) {
        out.push(sum_relation(passage, breakdown.total, parts, kind, check));
        return;
    }
    // Whatever the parts are, none of them is more than the whole.
    let each = parts.iter().filter_map(|part| subset(passage, breakdown, part));
    out.extend(each.filter(|r| r.check == Check::DoesNotHold));
}

/// Whether the parts are stages of the same cases (`其中受理131件,审结120件`), not classes of them.
fn are_stages(parts: &[&Term]) -> bool {
    let stage = |t: &&Term| t.final_stage.map(|(word, _)| word);
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

fn is_known(parts: &[&Term]) -> bool {
    parts.iter().all(|t| t.figure.bounds().high.is_some())
}

/// What a sum that is not the total means; nothing where the parts are no classes of one thing.
fn unequal(breakdown: &Breakdown) -> Option<(Kind, Check)> {
    let Breakdown { total, parts, closure, rivals } = breakdown;
    if !is_known(parts) {
        return Some((Kind::PartsTotal, Check::CannotTell));
    }
    // A figure of the same kind before the total: the parts may belong to both.
    let summed = words::has_any(total.raw_label(), words::SUMMED);
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
    let stage = |t: &&Term| t.last_stage.map(|(word, _)| word);
    let one_stage = parts.iter().all(|t| stage(t) == stage(&parts[0]));
    // Classes may overlap, so that a larger sum proves nothing.
    (one_stage && !whole.below(parts_sum)).then_some((Kind::SubsetSum, Check::Holds))
}
