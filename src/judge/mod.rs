//! A report against packs: a verdict for every rule.
//!
//! Comes in: [`Report`] and [`Packs`]. Goes out: [`Verdict`]s in pack order, each with its evidence. Pure: no
//! files, no clock, no threads. Knows nothing of points.

mod evidence;
mod facts;
mod lead;
mod quality;
mod scope;
mod trial;
mod units;
mod verdict;
mod zones;

use std::borrow::Cow;
use std::sync::Arc;

pub use quality::{Quality, mutate, quality};
pub use scope::{Scope, scope};
pub use trial::{Trial, got, report_text, silent_signals, trial};
pub use verdict::{Evidence, Outcome, Reason, Verdict, WHOLE};

use crate::pack::condition::Aspect;
use crate::pack::{self, Facts, Pack, PackPart, Packs, Rule, RuleKind, Ruling, RulingKind, engine};
use crate::report::{Metadata, Report};

/// Judge a report by every rule of the packs, in pack order.
pub fn judge(report: &Report, packs: &Packs) -> Vec<Verdict> {
    engine::start_report();
    let facts = Arc::new(facts::facts(report, packs));
    let judging = Judging { report, packs, facts, metadata: scope::binding(&report.metadata, packs) };
    packs.rules().map(|(pack, part, rule)| judging.verdict(pack, part, rule)).collect()
}

struct Judging<'a> {
    report: &'a Report,
    packs: &'a Packs,
    facts: Arc<Facts>,
    metadata: Cow<'a, Metadata>,
}

impl Judging<'_> {
    fn verdict(&self, pack: &Pack, part: &PackPart, rule: &Rule) -> Verdict {
        match scope(pack, part, rule, &self.metadata) {
            Scope::Exempt(why) => Verdict::new(rule, Outcome::NotApplicable, Reason::Exempt(why)),
            Scope::Outside(aspect, condition) => {
                Verdict::new(rule, Outcome::NotApplicable, Reason::OutOfScope(aspect, condition))
            }
            Scope::Unknown(aspect) => if_unknown(self.ruled(rule), rule, aspect),
            Scope::Binds => self.ruled(rule),
        }
    }

    fn ruled(&self, rule: &Rule) -> Verdict {
        match pack::run(self.packs, rule, &self.facts) {
            None => self.without_script(rule),
            Some(Ok(ruling)) => self.ruling(rule, &ruling),
            Some(Err(cause)) => Verdict::new(rule, Outcome::Undecided, Reason::Undecided(cause)),
        }
    }

    /// Met when every signal is seen where it should be.
    fn without_script(&self, rule: &Rule) -> Verdict {
        let seen =
            |offset: usize| self.facts.signals.get(rule.first_signal + offset).is_some_and(|h| !h.is_empty());
        let missing = (0..rule.signals.len()).any(|offset| !seen(offset));
        let outcome = if missing { Outcome::Unmet } else { Outcome::Met };
        let mut verdict = Verdict::new(rule, outcome, Reason::Signals);
        self.attach(rule, &[], &mut verdict);
        verdict
    }

    fn ruling(&self, rule: &Rule, ruling: &Ruling) -> Verdict {
        let outcome = match ruling.kind {
            RulingKind::Met => Outcome::Met,
            RulingKind::Partly(hit, of) => Outcome::partly(hit, of),
            RulingKind::Unmet => Outcome::Unmet,
            RulingKind::NotApplicable => Outcome::NotApplicable,
        };
        let reason = Reason::Said { message: ruling.message.clone(), values: ruling.values.clone() };
        let mut verdict = Verdict::new(rule, outcome, reason);
        self.attach(rule, &ruling.at, &mut verdict);
        verdict
    }

    fn attach(&self, rule: &Rule, at: &[pack::Pointer], verdict: &mut Verdict) {
        let finder = evidence::Finder { report: self.report, facts: &self.facts, packs: self.packs };
        verdict.evidence = finder.evidence(rule, at);
        let open = matches!(verdict.outcome, Outcome::Unmet | Outcome::Partly(_));
        if open && verdict.evidence.is_empty() {
            verdict.near_misses = finder.near_misses(rule);
        }
    }
}

/// Where the report does not say whether the rule binds it, a rule that is met counts, and one that is not does not.
fn if_unknown(verdict: Verdict, rule: &Rule, aspect: Aspect) -> Verdict {
    match verdict.outcome {
        Outcome::Met | Outcome::Undecided | Outcome::NotApplicable => verdict,
        Outcome::Partly(_) | Outcome::Unmet if rule.kind == RuleKind::Gate => verdict,
        Outcome::Partly(_) | Outcome::Unmet => Verdict {
            evidence: verdict.evidence,
            ..Verdict::new(rule, Outcome::NotApplicable, Reason::NotKnown(aspect))
        },
    }
}
