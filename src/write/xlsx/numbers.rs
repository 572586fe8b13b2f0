//! The values of the formulas, as they are when the workbook is opened.
//!
//! Comes in: weights and outcomes of one report. Goes out: every number of the working, so that a program that does not
//! compute, or computes only what changed, shows the truth.

use crate::score::{Points, allocate};
use crate::write::{Card, Head};

/// A division of hundredths by weights: what each gets, and how that came about.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Share {
    /// Weight that counts.
    pub(super) counts: u64,
    /// Whole hundredths.
    pub(super) floor: u64,
    /// Remainder.
    pub(super) rest: u64,
    /// Hundredths.
    pub(super) points: u64,
}

/// The working of one report.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// By rule.
    pub(super) rules: Vec<Share>,
    /// By part.
    pub(super) parts: Vec<Share>,
    /// By pack.
    pub(super) packs: Vec<Share>,
}

impl Numbers {
    pub(super) fn of(head: &Head, card: &Card) -> Numbers {
        let applies = |outcome: &str| outcome != "not_applicable";
        let mut counted =
            card.results.iter().map(|r| if applies(r.outcome) { u64::from(r.weight) } else { 0 });
        let rules: Vec<Vec<Vec<u64>>> = head
            .packs
            .iter()
            .map(|pack| {
                pack.parts.iter().map(|part| counted.by_ref().take(part.rules.len()).collect()).collect()
            })
            .collect();
        let parts: Vec<Vec<u64>> = head
            .packs
            .iter()
            .zip(&rules)
            .map(|(pack, rules)| {
                pack.parts.iter().zip(rules).map(|(part, r)| if_any(r, part.weight)).collect()
            })
            .collect();
        let shares: Vec<u64> =
            head.packs.iter().zip(&parts).map(|(pack, parts)| if_any(parts, pack.share)).collect();
        let mut out = Numbers { packs: divide(10_000, &shares), ..Numbers::default() };
        for ((pack, weights), rules) in out.packs.iter().zip(&parts).zip(&rules) {
            let divided = divide(pack.points, weights);
            for (part, weights) in divided.iter().zip(rules) {
                out.rules.extend(divide(part.points, weights));
            }
            out.parts.extend(divided);
        }
        out
    }
}

fn if_any(below: &[u64], weight: u32) -> u64 {
    if below.iter().any(|w| *w > 0) { u64::from(weight) } else { 0 }
}

fn divide(total: u64, weights: &[u64]) -> Vec<Share> {
    let sum: u64 = weights.iter().sum();
    let given = allocate(Points(i64::try_from(total).unwrap_or(0)), weights);
    let part = |w: u64| (total * w).checked_div(sum).unwrap_or(0);
    let rest = |w: u64| (total * w).checked_rem(sum).unwrap_or(0);
    let share = |(w, given): (&u64, Points)| Share {
        counts: *w,
        floor: part(*w),
        rest: rest(*w),
        points: u64::try_from(given.0).unwrap_or(0),
    };
    weights.iter().zip(given).map(share).collect()
}
