//! What was guessed, and how far that can move the score: the score becomes an interval.
//!
//! A guess never changes the score itself. `down` is what the score could lose if the guess is wrong, `up` what it
//! could gain.

use super::RuleResult;
use super::points::Points;
use super::tree::{Tree, weight};
use crate::judge::{Outcome, Reason};
use crate::pack::Packs;
use crate::report::{Basis, NOTE_KINDS, Report};
use crate::text::Words;

/// One guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncertainty {
    /// A fixed word.
    pub kind: &'static str,
    /// What was guessed.
    pub words: Words,
    /// Points that the score could lose.
    pub down: Points,
    /// Points that the score could gain.
    pub up: Points,
}

/// Everything that was guessed about a report.
pub(super) fn uncertainties(report: &Report, packs: &Packs, results: &[RuleResult]) -> Vec<Uncertainty> {
    let mut out = Vec::new();
    let listed = |kind, zh: &str, en: &str| Uncertainty {
        kind,
        words: Words::new(zh, en),
        down: Points(0),
        up: Points(0),
    };
    if report.source.warnings.iter().any(|w| w.kind == "malformed_bytes") {
        out.push(listed("encoding", "有字节无法解码,个别文字可能有误", "some bytes could not be decoded"));
    }
    let noted = |kind: &str| report.notes.iter().any(|n| n.kind == kind);
    if noted("lost-line-breaks") {
        out.push(listed(
            "line-breaks",
            "正文没有换行,段落按序数还原",
            "the text has no line breaks; paragraphs were told by the numbers of headings",
        ));
    }
    if noted("traditional-characters") {
        out.push(listed(
            "traditional-characters",
            "正文用繁体字,按对应的简体字比对",
            "the text is in traditional characters and was compared as simplified",
        ));
    }
    match (&report.metadata.report_year, packs.newest_year()) {
        (Some(year), _) if year.basis == Basis::Inferred => out.push(listed(
            "report-year",
            "标题没有年度,报告年度由正文推断",
            "the report year was concluded from the text, not the title",
        )),
        (None, Some(year)) => out.push(listed(
            "report-year",
            &format!("报告年度不明,按{year}年度适用的规则评"),
            &format!("the report year is not known; judged by the rules for {year}"),
        )),
        _ => {}
    }
    if report.metadata.level.as_ref().is_some_and(|l| l.basis == Basis::Inferred) {
        out.push(listed(
            "level",
            "层级由正文用语或发布机构推断",
            "the level was concluded from the wording or the publishing body",
        ));
    }
    out.extend(undecided(results));
    out.extend(not_known(packs, results));
    out.extend(resting_on_notes(report, packs, results));
    out
}

fn undecided(results: &[RuleResult]) -> Option<Uncertainty> {
    let open = results.iter().filter(|r| r.verdict.outcome == Outcome::Undecided);
    let up: Points = open.clone().map(|r| r.possible).sum();
    let count = open.count();
    (count > 0).then(|| Uncertainty {
        kind: "undecided",
        words: Words::new(format!("{count} 条规则未能判定"), format!("{count} rules could not be decided")),
        down: Points(0),
        up,
    })
}

/// Rules that may or may not bind the issuer, and would not be met: the score if they all did.
fn not_known(packs: &Packs, results: &[RuleResult]) -> Option<Uncertainty> {
    let unknown = |r: &RuleResult| matches!(r.verdict.reason, Reason::NotKnown(_));
    let count = results.iter().filter(|r| unknown(r)).count();
    if count == 0 {
        return None;
    }
    let mut counted = results.iter().map(|r| r.verdict.outcome != Outcome::NotApplicable || unknown(r));
    let tree = Tree::new(packs, |_| counted.next().unwrap_or(false));
    let with: Points = results.iter().zip(&tree.rules).map(|(r, p)| p.share(r.verdict.outcome.share())).sum();
    let now: Points = results.iter().map(|r| r.score).sum();
    Some(Uncertainty {
        kind: "applicability",
        words: Words::new(
            format!("{count} 条规则不知是否适用,没有计入"),
            format!("{count} rules may or may not apply and were left out"),
        ),
        down: Points((now - with).0.max(0)),
        up: Points(0),
    })
}

/// Rules whose authors say that they rest on a remark which the report stage left here.
fn resting_on_notes<'a>(
    report: &'a Report,
    packs: &'a Packs,
    results: &'a [RuleResult],
) -> impl Iterator<Item = Uncertainty> + 'a {
    let noted = |kind: &str| report.notes.iter().any(|n| n.kind == kind);
    NOTE_KINDS.iter().filter(move |(kind, _)| noted(kind)).filter_map(move |(kind, doc)| {
        let resting = packs.rules().zip(results).filter(|((_, _, rule), r)| {
            rule.rests_on.contains(kind) && weight(packs.profile(), rule) > 0 && r.possible.0 > 0
        });
        let (down, up) = resting.fold((Points(0), Points(0)), |(down, up), (_, r)| match r.verdict.outcome {
            Outcome::Met => (down + r.score, up),
            Outcome::Partly(_) | Outcome::Unmet => (down, up + r.lost()),
            Outcome::NotApplicable | Outcome::Undecided => (down, up),
        });
        (down.0 > 0 || up.0 > 0).then(|| Uncertainty { kind, words: (*doc).into(), down, up })
    })
}
