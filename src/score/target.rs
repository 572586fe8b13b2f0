//! The cheapest way to a target: the smallest set of open rules that reaches it.

use super::Scorecard;
use super::points::Points;
use crate::judge::Outcome;

/// Rules to meet, with what each gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The target.
    pub target: Points,
    /// Rule indexes into the results, dearest first, with their points.
    pub steps: Vec<(usize, Points)>,
    /// The score after all steps.
    pub reached: Points,
}

/// The smallest set of open rules that lifts the weighted score to the target; when even all of them do not, all of
/// them. A rule that does not apply is no step: meeting it gives nothing.
pub fn cheapest(card: &Scorecard, target: Points) -> Way {
    let mut open: Vec<(usize, Points)> = card
        .results
        .iter()
        .enumerate()
        .filter(|(_, r)| {
            matches!(r.verdict.outcome, Outcome::Unmet | Outcome::Partly(_) | Outcome::Undecided)
        })
        .map(|(i, r)| (i, r.lost()))
        .filter(|(_, lost)| lost.0 > 0)
        .collect();
    // The fewest steps are the dearest ones; among equals the order of the packs decides.
    open.sort_by_key(|(i, lost)| (std::cmp::Reverse(*lost), *i));
    let mut reached: Points = card.results.iter().map(|r| r.score).sum();
    let mut steps = Vec::new();
    for (rule, points) in open {
        if reached >= target {
            break;
        }
        reached += points;
        steps.push((rule, points));
    }
    Way { target, steps, reached }
}
