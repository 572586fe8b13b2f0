//! What scripts hold of the ties between the plan and the rest: which shortcomings it answers, what it copies.

use std::sync::Arc;

use super::facts::Facts;
use crate::report::Degree;

/// `report.answers`.
#[derive(Clone)]
pub(crate) struct AnswersView {
    pub(crate) facts: Arc<Facts>,
}

/// `report.copied`.
#[derive(Clone)]
pub(crate) struct CopiedView {
    pub(crate) facts: Arc<Facts>,
}

impl AnswersView {
    /// Shortcomings that were compared with a plan.
    pub(crate) fn count(&self) -> i64 {
        self.facts.answers.len() as i64
    }

    /// Shortcomings of one degree.
    pub(crate) fn of(&self, degree: Degree) -> i64 {
        self.facts.answers.iter().filter(|a| a.degree == degree).count() as i64
    }

    /// Every shortcoming with the item of the plan that takes it up: `“甲”→“乙”`.
    pub(crate) fn pairs(&self) -> String {
        let named = self.facts.answers.iter().filter(|a| a.degree != Degree::None);
        join(named.map(|a| format!("“{}”→“{}”", a.lack, a.plan)))
    }

    /// The shortcomings that no item takes up.
    pub(crate) fn open(&self) -> String {
        let open = self.facts.answers.iter().filter(|a| a.degree == Degree::None);
        join(open.map(|a| format!("“{}”", a.lack)))
    }
}

fn join(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join("、")
}
