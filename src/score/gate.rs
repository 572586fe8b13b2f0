//! The gate: what makes a report fail, each reason by name.

use super::points::Points;
use super::terms::{State, Terms};
use super::{RuleResult, Scorecard};
use crate::judge::Outcome;
use crate::pack::{Gate, Model, Packs, Severity, matches};
use crate::report::Report;
use crate::text::{Lang, Speak};

/// A reason why a report does not pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The document is not the annual report.
    LookAlike,
    /// Below the lowest score.
    BelowMinimum {
        /// The score by the deciding model.
        score: Points,
        /// The lowest that passes.
        minimum: u32,
    },
    /// Findings at or above the severity that fails.
    Findings {
        /// The rules.
        rules: Vec<String>,
        /// The severity of the gate.
        severity: Severity,
    },
    /// Rules that could not be decided.
    Undecided {
        /// The rules.
        rules: Vec<String>,
    },
    /// A pack is below its floor.
    Floor {
        /// The pack.
        pack: String,
        /// What it reached, in percent.
        percent: i64,
        /// What it should reach.
        floor: u32,
    },
    /// A rule with a veto is not met.
    Veto {
        /// The rule.
        rule: String,
    },
    /// Too far below the last run.
    Drop {
        /// The score now.
        score: Points,
        /// The score on record.
        known: Points,
        /// The most it may fall.
        most: u32,
    },
}

impl Failure {
    /// The state of which it is a case, if a switch can let it through.
    fn state(&self) -> Option<State> {
        match self {
            Failure::LookAlike => Some(State::LookAlike),
            Failure::Undecided { .. } => Some(State::Undecided),
            _ => None,
        }
    }
}

impl Speak for Failure {
    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Failure::LookAlike, Lang::Zh) => "不是法治政府建设年度报告,没有评分".to_string(),
            (Failure::LookAlike, Lang::En) => "not an annual report, not scored".to_string(),
            (Failure::BelowMinimum { score, minimum }, Lang::Zh) => format!("得分 {score} 低于 {minimum}"),
            (Failure::BelowMinimum { score, minimum }, Lang::En) => {
                format!("score {score} is below {minimum}")
            }
            (Failure::Findings { rules, severity }, Lang::Zh) => {
                format!("有 {} 个“{}”及以上级别的问题({})", rules.len(), severity.title(), some(rules))
            }
            (Failure::Findings { rules, severity }, Lang::En) => {
                format!(
                    "findings of severity {} or above: {} ({})",
                    severity.word(),
                    rules.len(),
                    some(rules)
                )
            }
            (Failure::Undecided { rules }, Lang::Zh) => {
                format!("有 {} 条规则未能判定({})", rules.len(), some(rules))
            }
            (Failure::Undecided { rules }, Lang::En) => {
                format!("rules that could not be decided: {} ({})", rules.len(), some(rules))
            }
            (Failure::Floor { pack, percent, floor }, Lang::Zh) => {
                format!("规则包 {pack} 得分率 {percent}%,低于 {floor}%")
            }
            (Failure::Floor { pack, percent, floor }, Lang::En) => {
                format!("pack {pack} reached {percent} %, below {floor} %")
            }
            (Failure::Veto { rule }, Lang::Zh) => format!("一票否决的规则未满足:{rule}"),
            (Failure::Veto { rule }, Lang::En) => format!("a rule with a veto is not met: {rule}"),
            (Failure::Drop { score, known, most }, Lang::Zh) => {
                format!("得分 {score} 比上次的 {known} 低 {most} 分以上")
            }
            (Failure::Drop { score, known, most }, Lang::En) => {
                format!("score {score} is more than {most} below {known} of the last run")
            }
        }
    }
}

/// The first few of a list.
fn some(rules: &[String]) -> String {
    const SHOWN: usize = 3;
    let mut out = rules.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    if rules.len() > SHOWN {
        out.push_str(", …");
    }
    out
}

/// Fill in what the gate says, the grade, and the gate-only model.
pub(super) fn apply(report: &Report, packs: &Packs, terms: &Terms<'_>, card: &mut Scorecard) {
    let gate = &packs.profile().gate;
    if report.look_alike.is_some() {
        card.failures.push(Failure::LookAlike);
    } else {
        card.failures.extend(of_rules(packs, card));
        let points = deciding(packs, card);
        card.failures.extend(of_score(gate, points, card.known_score));
        card.grade = packs.profile().grade(points.0).cloned();
        card.score = Some(points);
    }
    let allowed = |f: &Failure| f.state().is_some_and(|s| terms.allow.contains(&s));
    (card.allowed, card.failures) = card.failures.drain(..).partition(allowed);
}

/// What the rules say, whatever the score.
fn of_rules(packs: &Packs, card: &Scorecard) -> Vec<Failure> {
    let gate = &packs.profile().gate;
    let mut out = Vec::new();
    let rules = |fails: &dyn Fn(&RuleResult) -> bool| -> Vec<String> {
        card.results.iter().filter(|r| fails(r)).map(|r| r.verdict.rule.clone()).collect()
    };
    let undecided = rules(&|r| r.verdict.outcome == Outcome::Undecided);
    if !undecided.is_empty() {
        out.push(Failure::Undecided { rules: undecided });
    }
    if let Some(severity) = gate.fail_on {
        let found = rules(&|r| r.counts() && r.finding >= Some(severity));
        if !found.is_empty() {
            out.push(Failure::Findings { rules: found, severity });
        }
    }
    out.extend(floors(packs, card));
    out.extend(vetoes(&gate.veto, &card.results));
    out
}

/// The score by the model that decides; the gate-only model is known only now.
fn deciding(packs: &Packs, card: &mut Scorecard) -> Points {
    let passes_rules = card.failures.is_empty();
    for (model, points) in &mut card.models {
        if *model == Model::GateOnly && passes_rules {
            *points = Points::ALL;
        }
    }
    card.models.iter().find(|(m, _)| *m == packs.profile().model).map_or(Points(0), |(_, p)| *p)
}

fn of_score(gate: &Gate, score: Points, known: Option<Points>) -> Vec<Failure> {
    let mut out = Vec::new();
    if score < Points(i64::from(gate.minimum) * 100) {
        out.push(Failure::BelowMinimum { score, minimum: gate.minimum });
    }
    if let (Some(most), Some(known)) = (gate.max_drop, known)
        && known - score > Points(i64::from(most) * 100)
    {
        out.push(Failure::Drop { score, known, most });
    }
    out
}

fn floors(packs: &Packs, card: &Scorecard) -> Vec<Failure> {
    let sum = |pack: &str, of: fn(&super::Section) -> Points| -> Points {
        card.sections.iter().filter(|s| s.pack == pack).map(of).sum()
    };
    let gate = &packs.profile().gate;
    gate.floors
        .iter()
        .filter_map(|(pack, floor)| {
            let (score, possible) = (sum(pack, |s| s.score), sum(pack, |s| s.possible));
            let percent = (score.0 * 100).checked_div(possible.0)?;
            let below = percent < i64::from(*floor);
            below.then(|| Failure::Floor { pack: pack.clone(), percent, floor: *floor })
        })
        .collect()
}

/// A veto is lifted by a waiver, which somebody answers for, and not by the baseline.
fn vetoes(patterns: &[String], results: &[RuleResult]) -> Vec<Failure> {
    let vetoed = |r: &&RuleResult| {
        r.verdict.outcome == Outcome::Unmet
            && r.waived.is_none()
            && patterns.iter().any(|p| matches(p, &r.verdict.rule))
    };
    results.iter().filter(vetoed).map(|r| Failure::Veto { rule: r.verdict.rule.clone() }).collect()
}
