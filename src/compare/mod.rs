//! This year's report against last year's.
//!
//! Comes in: two checked reports of one issuer, the older one first, scored by the same packs. Goes out:
//! [`Comparison`]: what was copied, what became of last year's plan, which figures stood still or jumped, which rules
//! were won and lost. Says what it sees and passes no judgement.

mod figures;
mod passages;
mod plan;
mod rules;

pub use figures::{FigureChange, Movement};
pub use passages::Recycled;
pub use plan::{Fate, FollowUp};
pub use rules::RuleChange;

use crate::Checked;
use crate::report::{PartKind, Report};
use crate::score::Points;
use crate::text::Span;

/// A place in one of the two reports, in its source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twin {
    /// In the older report.
    pub old: Span,
    /// In the newer report.
    pub new: Span,
}

/// What two reports show side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Whether both name the same place; none when one of them does not say.
    pub same_issuer: Option<bool>,
    /// Report years, older first.
    pub years: (Option<i16>, Option<i16>),
    /// Parts: how many items the older and the newer have, and which correspond.
    pub parts: Vec<PartMatch>,
    /// Passages of the newer report that stand in the older one.
    pub recycled: Vec<Recycled>,
    /// Share of the newer report's body that is recycled, per mille.
    pub recycled_share: u32,
    /// Shortcomings that are repeated, with their likeness per mille.
    pub repeated_shortcomings: Vec<(Twin, u32)>,
    /// What became of last year's plan.
    pub follow_ups: Vec<FollowUp>,
    /// Figures that did not change, or jumped.
    pub figures: Vec<FigureChange>,
    /// Rules whose outcome or points changed.
    pub rules: Vec<RuleChange>,
    /// Scores, older first.
    pub scores: (Option<Points>, Option<Points>),
}

/// One of the five contents in both reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartMatch {
    /// Which.
    pub kind: PartKind,
    /// Items in the older and the newer report.
    pub items: (usize, usize),
    /// Items that correspond, with their likeness per mille.
    pub matched: Vec<(Twin, u32)>,
}

/// From this likeness on, two items are the same item.
const SAME_ITEM: u32 = 450;
/// From this likeness on, a shortcoming is repeated rather than taken further.
const REPEATED: u32 = 700;

/// Compare two reports.
pub fn compare(old: &Checked, new: &Checked) -> Comparison {
    let (a, b) = (&old.report, &new.report);
    let parts: Vec<PartMatch> = PartKind::ALL.into_iter().map(|kind| part(a, b, kind)).collect();
    let shortcomings = &parts[PartKind::Shortcomings as usize].matched;
    let repeated_shortcomings =
        shortcomings.iter().copied().filter(|(_, likeness)| *likeness >= REPEATED).collect();
    let recycled = passages::recycled(a, b);
    Comparison {
        same_issuer: same_issuer(a, b),
        years: (a.year(), b.year()),
        recycled_share: passages::share(b, &recycled),
        recycled,
        repeated_shortcomings,
        follow_ups: plan::follow_ups(a, b),
        figures: figures::changes(a, b),
        rules: rules::changes(old, new),
        scores: (old.scorecard.score, new.scorecard.score),
        parts,
    }
}

/// The items of a part matched one to one, the likest first.
fn part(old: &Report, new: &Report, kind: PartKind) -> PartMatch {
    let (a, b) = (&old.parts.get(kind).items, &new.parts.get(kind).items);
    let left = passages::shingles(old, a);
    let right = passages::shingles(new, b);
    let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
    for (i, x) in left.iter().enumerate() {
        for (j, y) in right.iter().enumerate() {
            let likeness = x.likeness(y);
            if likeness >= SAME_ITEM {
                pairs.push((likeness, i, j));
            }
        }
    }
    pairs.sort_by_key(|(likeness, i, j)| (std::cmp::Reverse(*likeness), *i, *j));
    let (mut used_a, mut used_b) = (vec![false; a.len()], vec![false; b.len()]);
    let mut matched = Vec::new();
    for (likeness, i, j) in pairs {
        if !used_a[i] && !used_b[j] {
            (used_a[i], used_b[j]) = (true, true);
            let twin = Twin { old: old.text.to_source(a[i]), new: new.text.to_source(b[j]) };
            matched.push((twin, likeness));
        }
    }
    matched.sort_by_key(|(twin, _)| twin.new);
    PartMatch { kind, items: (a.len(), b.len()), matched }
}

/// Whether the two speak of the same place, as far as both name one.
fn same_issuer(old: &Report, new: &Report) -> Option<bool> {
    let place = |report: &Report| {
        let region = &report.metadata.region;
        region
            .county
            .clone()
            .or_else(|| region.city.clone())
            .or_else(|| report.metadata.issuers.first().map(|f| crate::text::fold_str(&f.value)))
    };
    Some(place(old)? == place(new)?)
}
