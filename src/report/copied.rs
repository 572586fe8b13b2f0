//! Clauses of the plan that stand, almost word for word, among the measures: a plan that promises what is done.
//!
//! Comes in: a report. Goes out: how many clauses the plan has, and which of them are copied from where. Knows nothing
//! of whether that is good.

use std::collections::{BTreeMap, BTreeSet};

use super::{PartKind, Report, clauses, number};
use crate::text::Span;

/// The clauses of a plan, and those of them that stand among the measures too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Clauses long enough to be compared.
    pub clauses: usize,
    /// Clause of the plan and clause of the measures, folded, in order.
    pub pairs: Vec<(Span, Span)>,
}

/// Fewest characters of a clause that is compared: shorter ones are set phrases.
const CHARS: usize = 16;
/// Most clauses of each part that are compared.
const CLAUSES: usize = 600;
/// Share of the neighbouring characters of a clause, in percent, that must stand in the other.
const SAME: usize = 85;

/// Compare the plan with the measures.
pub fn copied(report: &Report) -> Copied {
    let plan = clauses_of(report, PartKind::Plan);
    // A plan inside the measures is no copy of itself.
    let planned = report.parts.get(PartKind::Plan);
    let mut measures = clauses_of(report, PartKind::Measures);
    measures.retain(|(clause, _)| !planned.holds(*clause));
    let mut places: BTreeMap<[char; 2], Vec<usize>> = BTreeMap::new();
    for (index, (_, pairs)) in measures.iter().enumerate() {
        for pair in pairs {
            places.entry(*pair).or_default().push(index);
        }
    }
    let pairs = plan.iter().filter_map(|(span, pairs)| {
        let mut common = vec![0usize; measures.len()];
        for index in pairs.iter().filter_map(|p| places.get(p)).flatten() {
            common[*index] += 1;
        }
        let (at, most) = common.into_iter().enumerate().max_by_key(|(i, n)| (*n, std::cmp::Reverse(*i)))?;
        (most * 100 >= pairs.len() * SAME).then(|| (*span, measures[at].0))
    });
    Copied { clauses: plan.len(), pairs: pairs.collect() }
}

/// The clauses of a part that are long enough, with their neighbouring characters.
fn clauses_of(report: &Report, kind: PartKind) -> Vec<(Span, BTreeSet<[char; 2]>)> {
    let part = report.parts.get(kind);
    let announces = |clause: &Span| part.heading.is_some_and(|h| clause.overlaps(h));
    let clauses = part.spans.iter().flat_map(|s| clauses(&report.text, *s));
    clauses
        .filter(|clause| !announces(clause))
        .filter_map(|clause| {
            let words = report.text.slice(clause);
            let words: Vec<char> = words
                .get(number(words).map_or(0, |n| n.len)..)?
                .chars()
                .filter(|c| c.is_alphanumeric())
                .collect();
            let pairs = words.windows(2).filter_map(|w| <[char; 2]>::try_from(w).ok()).collect();
            (words.len() >= CHARS).then_some((clause, pairs))
        })
        .take(CLAUSES)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Input, Limits, read};

    fn of(measures: &str, plan: &str) -> Copied {
        let text = format!(
            "临江县2024年法治政府建设情况报告\n一、主要举措和成效\n{measures}\n二、2025年主要安排\n{plan}"
        );
        let source = read(Input { name: "a.txt", bytes: text.as_bytes() }, &Limits::default()).unwrap();
        copied(&super::super::build(source, &super::super::Declared::default()))
    }

    #[test]
    fn a_copied_clause_is_found_with_its_source() {
        let done = "一是加强执法队伍建设,组织行政执法人员参加业务培训和资格考试。";
        let found = of(
            done,
            "(一)加强执法队伍建设,组织行政执法人员参加业务培训和资格考试。充实司法所力量,年底前每所配齐三名工作人员。",
        );
        assert_eq!((found.clauses, found.pairs.len()), (2, 1));
    }

    #[test]
    fn a_plan_inside_the_measures_is_no_copy_of_itself() {
        let text = "临江县2017年法治政府建设情况报告\n一、主要举措和成效\n全县办理行政复议案件20件。\n工作中还存在一些不足:执法力量薄弱。2018年,我县将加强行政执法培训,充实法制机构人员。";
        let source = read(Input { name: "a.txt", bytes: text.as_bytes() }, &Limits::default()).unwrap();
        let found = copied(&super::super::build(source, &super::super::Declared::default()));
        assert_eq!((found.clauses, found.pairs.len()), (1, 0));
    }

    #[test]
    fn the_same_subject_in_other_words_is_no_copy() {
        let found = of(
            "一是组织行政执法人员培训3期,评查案卷120卷,通报问题20个。",
            "(一)分领域轮训行政执法人员,全年不少于60学时,每季度评查一次案卷。",
        );
        assert_eq!((found.clauses, found.pairs.len()), (1, 0));
    }
}
