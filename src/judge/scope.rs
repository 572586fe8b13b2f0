//! Whether a rule binds the issuer of a report, from conditions and exemptions alone.
//!
//! Comes in: metadata. Goes out: [`Scope`]. Knows nothing of what the report says.

use std::borrow::Cow;

use crate::pack::condition::{Applies, Aspect, Condition};
use crate::pack::{self, Pack, PackPart, Packs, Rule};
use crate::report::{Basis, Found, Metadata};
use crate::text::Words;

/// Whether a rule binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// It does.
    Binds,
    /// The report does not say what the condition asks.
    Unknown(Aspect),
    /// A condition fails: in which aspect, and what it asks.
    Outside(Aspect, Condition),
    /// The pack says that this class of issuers is not bound, and why.
    Exempt(Words),
}

/// The metadata by which rules bind: a report that does not say its year is held to the newest rules, because leaving
/// out every rule that depends on the year would score the few that remain.
pub(super) fn binding<'a>(metadata: &'a Metadata, packs: &Packs) -> Cow<'a, Metadata> {
    match (&metadata.report_year, packs.newest_year()) {
        (None, Some(value)) => {
            let report_year = Some(Found { value, span: None, basis: Basis::Inferred });
            Cow::Owned(Metadata { report_year, ..metadata.clone() })
        }
        _ => Cow::Borrowed(metadata),
    }
}

/// Conditions of pack, part and rule, and the pack's exemptions.
pub fn scope(pack: &Pack, part: &PackPart, rule: &Rule, metadata: &Metadata) -> Scope {
    let named = |pattern: &String| pack::matches(&format!("{}/{pattern}", pack.id), &rule.id);
    let exempt = pack.exempt.iter().filter(|e| e.rules.iter().any(named));
    let conditions = [&pack.applies, &part.applies, &rule.applies];
    let judged = |c: &Condition| c.judge(metadata);
    let mut applies = conditions.into_iter().fold(Applies::Yes, |all, c| all.and(judged(c)));
    for exemption in exempt {
        match exemption.whom.judge(metadata) {
            Applies::Yes => return Scope::Exempt(exemption.why.clone()),
            Applies::Unknown(aspect) => applies = applies.and(Applies::Unknown(aspect)),
            Applies::No(_) => {}
        }
    }
    match applies {
        Applies::Yes => Scope::Binds,
        Applies::Unknown(aspect) => Scope::Unknown(aspect),
        Applies::No(aspect) => {
            let failing = conditions.into_iter().find(|c| judged(c) == Applies::No(aspect));
            Scope::Outside(aspect, failing.cloned().unwrap_or_default())
        }
    }
}
