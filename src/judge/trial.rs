//! Running an example of a rule: the smallest report around its text, through the real stages.

use std::collections::BTreeSet;

use super::verdict::{Outcome, Verdict};
use crate::pack::{Example, Expect, Packs, Rule, Slot};
use crate::read::{self, Input, Limits};
use crate::report::{self, Declared, PartKind, Report};

/// What an example got.
#[derive(Debug)]
pub struct Trial {
    /// The verdict of the rule.
    pub verdict: Verdict,
    /// Whether it is what the author said.
    pub right: bool,
}

/// Text for the parts that an example says nothing about: enough to be a part, and about nothing.
const FILLER: &str = "这一部分另文详述,此处从略不写。";

/// Judge an example by its rule. `None` when the packs do not hold the rule or the text cannot be read.
pub fn trial(packs: &Packs, rule: &str, example: &Example) -> Option<Trial> {
    let at = packs.rules().position(|(_, _, r)| r.id == rule)?;
    let verdict = super::judge(&understood(example)?, packs).into_iter().nth(at)?;
    let right = got(&verdict) == example.expect;
    Some(Trial { verdict, right })
}

/// The verdict on an example, and the alternatives that it matched as (signal of the rule, alternative).
pub(super) fn verdict_and_hits(
    packs: &Packs,
    rule: &Rule,
    example: &Example,
) -> Option<(Verdict, Vec<(usize, u16)>)> {
    let report = understood(example)?;
    let facts = super::facts::facts(&report, packs);
    let hits = (0..rule.signals.len()).flat_map(|offset| {
        let hits = facts.signals.get(rule.first_signal + offset).cloned().unwrap_or_default();
        hits.into_iter().map(move |h| (offset, h.alternative))
    });
    let hits = hits.collect();
    let at = packs.rules().position(|(_, _, r)| r.id == rule.id)?;
    let verdict = super::judge(&report, packs).into_iter().nth(at)?;
    Some((verdict, hits))
}

/// The report around an example, understood with what the example declares.
fn understood(example: &Example) -> Option<Report> {
    let text = report_text(example);
    let source =
        read::read(Input { name: "example.txt", bytes: text.as_bytes() }, &Limits::default()).ok()?;
    let whole = example.report.is_some();
    let declared = Declared {
        year: (!whole).then_some(example.year),
        level: (!whole).then_some(example.level),
        issuer_kind: (!whole).then_some(example.issuer_kind),
        published: example.published,
    };
    Some(report::build(source, &declared))
}

/// The outcome in the words of examples.
pub fn got(verdict: &Verdict) -> Expect {
    match verdict.outcome {
        Outcome::Met => Expect::Met,
        Outcome::Partly(_) => Expect::Partly,
        Outcome::Unmet => Expect::Unmet,
        Outcome::NotApplicable => Expect::NotApplicable,
        Outcome::Undecided => Expect::Undecided,
    }
}

/// The smallest report that holds the example's text at its place.
pub fn report_text(example: &Example) -> String {
    if let Some(report) = &example.report {
        return report.clone();
    }
    let year = example.year;
    let title =
        example.title.clone().unwrap_or_else(|| format!("临江县人民政府关于{year}年法治政府建设情况的报告"));
    let mut lines = vec![title];
    let own = |slot: Slot| if example.slot == slot { Some(example.text.clone()) } else { None };
    lines.extend(own(Slot::Front));
    lines.extend(own(Slot::Opening));
    let numerals = ["一", "二", "三", "四", "五"];
    let shown =
        [PartKind::Duties, PartKind::Measures, PartKind::Shortcomings, PartKind::Plan, PartKind::Other];
    let shown =
        shown.into_iter().filter(|k| *k != PartKind::Other || example.slot == Slot::Part(PartKind::Other));
    for (numeral, kind) in numerals.iter().zip(shown) {
        let here = example.slot == Slot::Part(kind);
        let heading = example.heading.clone().filter(|_| here).unwrap_or_else(|| heading(kind, year));
        lines.push(format!("{numeral}、{heading}"));
        lines.push(own(Slot::Part(kind)).unwrap_or_else(|| FILLER.to_string()));
    }
    lines.extend(own(Slot::Tail));
    lines.join("\n")
}

fn heading(kind: PartKind, year: i16) -> String {
    match kind {
        PartKind::Duties => "党政主要负责人履行推进法治建设第一责任人职责情况".to_string(),
        PartKind::Measures => format!("{year}年度推进法治政府建设的主要举措和成效"),
        PartKind::Shortcomings => "存在的不足和原因".to_string(),
        PartKind::Plan => format!("{}年度推进法治政府建设的主要安排", year + 1),
        PartKind::Other => "其他需要报告的情况".to_string(),
    }
}

/// Signals of a rule that no example of it ever hits: nothing shows that they can match at all.
pub fn silent_signals(packs: &Packs, rule: &Rule) -> Vec<String> {
    let hits = rule.examples.iter().filter_map(|e| verdict_and_hits(packs, rule, e));
    let seen: BTreeSet<usize> = hits.flat_map(|(_, hits)| hits).map(|(signal, _)| signal).collect();
    let silent = rule.signals.iter().enumerate().filter(|(offset, _)| !seen.contains(offset));
    silent.map(|(_, s)| s.name.clone()).collect()
}
