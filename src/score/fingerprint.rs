//! A stable identity for a finding: the same fault on the same words, wherever the lines have moved.

use sha2::{Digest, Sha256};

use crate::judge::{Reason, Verdict};
use crate::pack::Rule;
use crate::report::Report;
use crate::text::{fold_str, hex};

/// Most places that go into the identity.
const PLACES: usize = 3;

/// The identity of a verdict: rule, message as the author wrote it, and the folded words it points at.
/// Line numbers, blanks and width do not matter.
pub fn fingerprint(report: &Report, rule: &Rule, verdict: &Verdict) -> String {
    let mut hash = Sha256::new();
    hash.update(rule.id.as_bytes());
    hash.update([0]);
    if let Reason::Said { message, .. } = &verdict.reason {
        hash.update(message.as_bytes());
    }
    for evidence in verdict.evidence.iter().take(PLACES) {
        hash.update([0]);
        hash.update(fold_str(report.source.slice(evidence.span)).as_bytes());
    }
    let digest = hash.finalize();
    hex(digest.get(..8).unwrap_or(&digest))
}
