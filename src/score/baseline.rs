//! The baseline: findings known at an earlier run, by what they are and where they point, not by count or line.
//!
//! With a baseline only what is new fails the gate. A finding that was mended while another of the same rule came up
//! is a swap, and a swap is new.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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
