//! Rules won and lost, and the score difference by rule.

use crate::Checked;
use crate::judge::Outcome;
use crate::score::Points;

/// A rule whose outcome or points changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleChange {
    /// Rule id.
    pub rule: String,
    /// Outcome in the older report.
    pub old: Outcome,
    /// Outcome in the newer report.
    pub new: Outcome,
    /// Points in the newer report less those in the older.
    pub points: Points,
}

impl RuleChange {
    /// Met now, and not before.
    pub fn won(&self) -> bool {
        self.new == Outcome::Met && matches!(self.old, Outcome::Unmet | Outcome::Partly(_))
    }

    /// Met before, and not now.
    pub fn lost(&self) -> bool {
        self.old == Outcome::Met && matches!(self.new, Outcome::Unmet | Outcome::Partly(_))
    }
}

/// Changes by rule, the dearest loss first, then the dearest gain.
pub(super) fn changes(old: &Checked, new: &Checked) -> Vec<RuleChange> {
    let before = &old.scorecard.results;
    let mut out: Vec<RuleChange> = new
        .scorecard
        .results
        .iter()
        .filter_map(|result| {
            let last = before.iter().find(|b| b.verdict.rule == result.verdict.rule)?;
            let change = RuleChange {
                rule: result.verdict.rule.clone(),
                old: last.verdict.outcome,
                new: result.verdict.outcome,
                points: result.score - last.score,
            };
            (change.old != change.new).then_some(change)
        })
        .collect();
    out.sort_by_key(|c| (c.points, c.rule.clone()));
    out
}
