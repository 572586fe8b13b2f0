//! Verdicts to a scorecard. The only arithmetic on points.
//!
//! Comes in: verdicts in pack order. Goes out: [`Scorecard`], whose numbers can be redone by hand from what it holds.
//! Knows nothing of output formats.

mod baseline;
mod fingerprint;
mod gate;
mod points;
mod target;
mod terms;
mod tree;
mod uncertainty;
mod waiver;

pub use baseline::{Against, Baseline, Known, KnownFinding, SCHEMA as BASELINE_SCHEMA, Standing};
pub use fingerprint::fingerprint;
pub use gate::Failure;
pub use points::{Points, allocate};
pub use target::{Way, cheapest};
pub use terms::{State, Terms};
pub use tree::{Tree, share, weight};
pub use uncertainty::Uncertainty;
pub use waiver::{WAIVERS, Waiver, WaiverFault, WaiverFaultKind, lint as lint_waivers, waivers};

use crate::judge::{Outcome, Verdict};
use crate::pack::{Model, Packs, Rule, Severity};
use crate::report::Report;
use crate::text::Words;

/// The score of one report, with everything it was made of.
#[derive(Clone, Debug)]
pub struct Scorecard {
    /// The score; none for a look-alike, which is not scored.
    pub score: Option<Points>,
    /// From what the score could fall to, to what it could rise to, if what was guessed is wrong.
    pub interval: Option<(Points, Points)>,
    /// What was guessed.
    pub uncertainties: Vec<Uncertainty>,
    /// Grade.
    pub grade: Option<Words>,
    /// Why the report does not pass; empty when it does.
    pub failures: Vec<Failure>,
    /// What would fail it, had the run not been told to let it through.
    pub allowed: Vec<Failure>,
    /// The score on record in the baseline.
    pub known_score: Option<Points>,
    /// Findings of the baseline that are gone.
    pub fixed: Vec<KnownFinding>,
    /// Points by pack and part.
    pub sections: Vec<Section>,
    /// One result a rule, in pack order.
    pub results: Vec<RuleResult>,
    /// The score by every model.
    pub models: Vec<(Model, Points)>,
}

/// Points of one part of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Pack id.
    pub pack: String,
    /// Folder of the part.
    pub part: String,
    /// Its name.
    pub title: Words,
    /// Earned.
    pub score: Points,
    /// To earn; 0 when nothing in it applies.
    pub possible: Points,
}

/// A verdict with its points.
#[derive(Clone, Debug)]
pub struct RuleResult {
    /// The verdict.
    pub verdict: Verdict,
    /// Weight in its part.
    pub weight: u32,
    /// Earned.
    pub score: Points,
    /// To earn.
    pub possible: Points,
    /// How grave the finding is; none when there is nothing to find fault with.
    pub finding: Option<Severity>,
    /// Stable identity of the finding.
    pub fingerprint: String,
    /// The waiver that covers the finding, by its place in the list.
    pub waived: Option<usize>,
    /// Where the finding stands against the baseline.
    pub standing: Option<Standing>,
}

impl RuleResult {
    /// Whether the finding counts for the gate: neither waived nor known before.
    pub fn counts(&self) -> bool {
        self.finding.is_some() && self.waived.is_none() && self.standing != Some(Standing::Kept)
    }

    /// Points lost.
    pub fn lost(&self) -> Points {
        self.possible - self.score
    }
}

impl Scorecard {
    /// Whether the report passes the gate.
    pub fn passed(&self) -> bool {
        self.score.is_some() && self.failures.is_empty()
    }

    /// The identities of its findings.
    pub fn known(&self) -> Vec<KnownFinding> {
        let known = |r: &RuleResult| KnownFinding {
            rule: r.verdict.rule.clone(),
            fingerprint: r.fingerprint.clone(),
        };
        self.results.iter().filter(|r| r.finding.is_some()).map(known).collect()
    }
}

/// Add up the verdicts of a report. Verdicts come in the order of [`Packs::rules`].
pub fn tally(report: &Report, packs: &Packs, verdicts: Vec<Verdict>, terms: &Terms<'_>) -> Scorecard {
    let mut applicable = verdicts.iter().map(|v| v.outcome != Outcome::NotApplicable);
    let tree = Tree::new(packs, |_| applicable.next().unwrap_or(false));
    let profile = packs.profile();
    let results: Vec<RuleResult> = packs
        .rules()
        .zip(verdicts)
        .zip(&tree.rules)
        .map(|(((_, _, rule), verdict), possible)| {
            result(report, rule, verdict, weight(profile, rule), *possible)
        })
        .collect();
    let sections = sections(packs, &tree, &results);
    let weighted: Points = results.iter().map(|r| r.score).sum();
    let scored = report.look_alike.is_none();
    let uncertainties = uncertainty::uncertainties(report, packs, &results);
    let mut card = Scorecard {
        score: scored.then_some(weighted),
        interval: None,
        uncertainties,
        grade: None,
        failures: Vec::new(),
        allowed: Vec::new(),
        known_score: None,
        fixed: Vec::new(),
        sections,
        models: models(weighted, &results),
        results,
    };
    waiver::apply(terms, &mut card);
    baseline::apply(terms, &mut card);
    gate::apply(report, packs, terms, &mut card);
    card.interval = card.score.map(|score| interval(score, &card.uncertainties));
    card
}

/// The score moved by every guess at once, inside 0 to 100.
fn interval(score: Points, guesses: &[Uncertainty]) -> (Points, Points) {
    let down: Points = guesses.iter().map(|u| u.down).sum();
    let up: Points = guesses.iter().map(|u| u.up).sum();
    ((score - down).max(Points(0)), (score + up).min(Points::ALL))
}

fn result(report: &Report, rule: &Rule, verdict: Verdict, weight: u32, possible: Points) -> RuleResult {
    RuleResult {
        weight,
        score: possible.share(verdict.outcome.share()),
        possible,
        finding: finding(rule, verdict.outcome),
        fingerprint: fingerprint(report, rule, &verdict),
        waived: None,
        standing: None,
        verdict,
    }
}

/// A rule that is met in part is never an error: the content is there.
fn finding(rule: &Rule, outcome: Outcome) -> Option<Severity> {
    match outcome {
        Outcome::Unmet => Some(rule.severity),
        Outcome::Partly(_) => Some(rule.severity.min(Severity::Warning)),
        Outcome::Met | Outcome::NotApplicable | Outcome::Undecided => None,
    }
}

fn sections(packs: &Packs, tree: &Tree, results: &[RuleResult]) -> Vec<Section> {
    let mut results = results.iter();
    let mut out = Vec::new();
    for (pack, parts) in packs.packs().iter().zip(&tree.parts) {
        for (part, possible) in pack.parts.iter().zip(parts) {
            let score = results.by_ref().take(part.rules.len()).map(|r| r.score).sum();
            out.push(Section {
                pack: pack.id.clone(),
                part: part.id.clone(),
                title: part.title.clone(),
                score,
                possible: *possible,
            });
        }
    }
    out
}

/// The score by every model, so that no single one misleads.
fn models(weighted: Points, results: &[RuleResult]) -> Vec<(Model, Points)> {
    let counted: Vec<&RuleResult> =
        results.iter().filter(|r| r.weight > 0 && r.verdict.outcome != Outcome::NotApplicable).collect();
    let whole: i64 = counted.iter().map(|r| i64::from(r.weight) * 10_000).sum();
    let earned: i64 =
        counted.iter().map(|r| i64::from(r.weight) * i64::from(r.verdict.outcome.share())).sum();
    let met = counted.iter().filter(|r| r.verdict.outcome == Outcome::Met).count() as i64;
    Model::ALL
        .into_iter()
        .map(|model| {
            let points = match model {
                Model::Weighted => weighted,
                Model::Flat => Points::ratio(earned, whole),
                Model::ShareOfRules => Points::ratio(met, counted.len() as i64),
                Model::GateOnly => Points(0),
            };
            (model, points)
        })
        .collect()
}
