//! Which item of the plan takes up which shortcoming.
//!
//! Comes in: the items of two parts. Goes out: an [`Answer`] for every shortcoming. Two things tie an item of the plan
//! to a shortcoming: words of substance that both use, and a remedy of the kind that the shortcoming calls for (people
//! lack skill: train them). One tie touches it; two answer it, unless both are short words that may meet by chance. A
//! word that names the subject of the item counts twice. Words that stand in every such report tie nothing.

mod item;
mod words;

use item::{Item, Ties};
pub use words::GENRE;

use super::{Part, PartKind, Report};
use crate::text::Span;

/// How far a shortcoming is taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Degree {
    /// Nothing in the plan is about it.
    None,
    /// An item touches it.
    Partial,
    /// An item takes up the core of it.
    Direct,
}

/// A shortcoming and the item of the plan that comes closest to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The shortcoming, folded.
    pub shortcoming: Span,
    /// The item of the plan, folded; none when nothing is about it.
    pub plan: Option<Span>,
    /// How far.
    pub degree: Degree,
}

/// Most items of a part that are compared.
const ITEMS: usize = 30;

/// An answer for every shortcoming; empty when one of the two parts is missing.
pub fn answers(report: &Report) -> Vec<Answer> {
    let [shortcomings, plan] = [PartKind::Shortcomings, PartKind::Plan].map(|k| report.parts.get(k));
    if !plan.found() {
        return Vec::new();
    }
    let items: Vec<Item> = taken(plan).map(|span| Item::new(span, report.text.slice(span))).collect();
    taken(shortcomings).map(|span| best(span, &Item::new(span, report.text.slice(span)), &items)).collect()
}

fn taken(part: &Part) -> impl Iterator<Item = Span> {
    part.items.iter().copied().take(ITEMS)
}

/// The item of the plan with the strongest ties; the earlier of two equal ones.
fn best(shortcoming: Span, lack: &Item, plan: &[Item]) -> Answer {
    let mut out = Answer { shortcoming, plan: None, degree: Degree::None };
    let mut strongest = Ties::default();
    for item in plan {
        let ties = lack.ties(item);
        if ties > strongest {
            strongest = ties;
            out.plan = Some(item.span);
            out.degree = if ties.answer { Degree::Direct } else { Degree::Partial };
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn degree(lack: &str, plan: &[&str]) -> (Degree, Option<usize>) {
        let items: Vec<Item> = (0..).zip(plan).map(|(i, p)| Item::new(Span::new(i, i), p)).collect();
        let span = Span::new(0, 0);
        let answer = best(span, &Item::new(span, lack), &items);
        (answer.degree, answer.plan.map(|s| s.start as usize))
    }

    #[test]
    fn a_subject_and_a_remedy_answer() {
        let plan = ["压实主体责任。", "充实镇街综合执法人员,组织轮训4期。"];
        assert_eq!(degree("镇街综合执法力量薄弱。", &plan), (Degree::Direct, Some(1)));
        assert_eq!(
            degree("规范性文件备案审查不及时。", &["落实规范性文件备案审查,按月通报及时率。"]),
            (Degree::Direct, Some(0))
        );
    }

    #[test]
    fn the_subject_of_an_item_answers() {
        let plan = ["推进数据归集和共享应用。", "抓好数据共享。"];
        assert_eq!(degree("数据共享不充分。", &plan), (Degree::Direct, Some(1)));
        assert_eq!(degree("普法针对性不强。", &["提升普法实效。"]), (Degree::Direct, Some(0)));
    }

    #[test]
    fn one_tie_only_touches() {
        assert_eq!(degree("数据不准。", &["全面推进归集,数据一月一更新。"]), (Degree::Partial, Some(0)));
        assert_eq!(
            degree("干部法治意识不强。", &["组织旁听庭审,开展学法考试。"]),
            (Degree::Partial, Some(0))
        );
        assert_eq!(
            degree("几类清单没有调整,进度不一。", &["开展三类清理,公布清单,按进度推进。"]),
            (Degree::Partial, Some(0))
        );
    }

    #[test]
    fn words_of_the_genre_tie_nothing() {
        let plan = ["深入推进法治政府建设,全面落实各项工作任务。"];
        assert_eq!(degree("法治政府建设工作推进不平衡,任务落实不到位。", &plan), (Degree::None, None));
    }

    #[test]
    fn the_number_of_an_item_ties_nothing() {
        assert_eq!(degree("三是调解组织不健全。", &["三是优化窗口布局。"]), (Degree::None, None));
    }
}
