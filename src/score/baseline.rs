//! The baseline: findings known at an earlier run, by what they are and where they point, not by count or line.
//!
//! With a baseline only what is new fails the gate. A finding that was mended while another of the same rule came up
//! is a swap, and a swap is new.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::points::Points;
use super::{Scorecard, Terms};
use crate::pack::Packs;

/// Findings of an earlier run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// Name and version of this shape.
    pub schema: String,
    /// Digests of the packs of that run, by id.
    pub packs: BTreeMap<String, String>,
    /// Reports by path.
    pub reports: BTreeMap<String, Known>,
}

/// What was known of a report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// Its score then; null for a report that was not scored.
    pub score: Option<f64>,
    /// Its findings then.
    pub findings: Vec<KnownFinding>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownFinding {
    /// Rule id.
    pub rule: String,
    /// Its identity.
    pub fingerprint: String,
}

/// The shape that is written and read.
pub const SCHEMA: &str = "lawcheck.baseline/1";

/// Where a finding stands against the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Known.
    Kept,
    /// Not known.
    New,
    /// Not known, while another of the same rule is gone.
    Swapped,
}

impl Standing {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Kept => "kept",
            Standing::New => "new",
            Standing::Swapped => "swapped",
        }
    }
}

/// A report held against the baseline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Against {
    /// The standing of each finding, in the order given.
    pub standings: Vec<Standing>,
    /// Known findings that are gone and not swapped.
    pub fixed: Vec<KnownFinding>,
}

impl Baseline {
    /// Packs of the run that are not those on record, and packs on record that the run lacks.
    pub fn changed<'a>(&'a self, packs: &'a Packs) -> Vec<&'a str> {
        let now: BTreeMap<&str, &str> =
            packs.packs().iter().map(|p| (p.id.as_str(), p.sha256.as_str())).collect();
        let known = self.packs.iter().filter(|(id, sha256)| now.get(id.as_str()) != Some(&sha256.as_str()));
        let new = now.keys().filter(|id| !self.packs.contains_key(**id)).copied();
        known.map(|(id, _)| id.as_str()).chain(new).collect()
    }
}

/// Mark the findings of a report as known or not.
pub(super) fn apply(terms: &Terms<'_>, card: &mut Scorecard) {
    let Some(baseline) = terms.baseline else { return };
    let unknown = Known::default();
    let known = baseline.reports.get(terms.path).unwrap_or(&unknown);
    let against = known.against(&card.known());
    let findings = card.results.iter_mut().filter(|r| r.finding.is_some());
    for (result, standing) in findings.zip(against.standings) {
        result.standing = Some(standing);
    }
    card.fixed = against.fixed;
    card.known_score = known.score.map(|s| Points((s * 100.0).round() as i64));
}

impl Known {
    /// Hold the findings of a run against what was known.
    pub fn against(&self, now: &[KnownFinding]) -> Against {
        let is_known = |f: &KnownFinding| self.findings.contains(f);
        let mut gone: Vec<KnownFinding> =
            self.findings.iter().filter(|f| !now.contains(f)).cloned().collect();
        let standings = now
            .iter()
            .map(|finding| {
                if is_known(finding) {
                    return Standing::Kept;
                }
                match gone.iter().position(|g| g.rule == finding.rule) {
                    Some(at) => {
                        gone.remove(at);
                        Standing::Swapped
                    }
                    None => Standing::New,
                }
            })
            .collect();
        Against { standings, fixed: gone }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(rule: &str, fingerprint: &str) -> KnownFinding {
        KnownFinding { rule: rule.to_string(), fingerprint: fingerprint.to_string() }
    }

    #[test]
    fn a_swap_is_neither_kept_nor_fixed() {
        let known =
            Known { score: None, findings: vec![finding("a", "1"), finding("b", "2"), finding("c", "3")] };
        let now = [finding("a", "1"), finding("b", "9"), finding("d", "4")];
        let against = known.against(&now);
        assert_eq!(against.standings, [Standing::Kept, Standing::Swapped, Standing::New]);
        assert_eq!(against.fixed, [finding("c", "3")]);
    }
}
