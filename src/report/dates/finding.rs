//! What can be wrong with a date or a number, and how it is said.

use crate::text::{Lang, Span, Speak, Words};

/// Something wrong with a date or a number, with its place in the folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub kind: FindingKind,
    /// The damaged words.
    pub span: Span,
    /// What was probably meant, where that can be told.
    pub reading: Option<String>,
}

/// Kinds of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// No such day, or 年 or 月 is missing.
    DamagedDate,
    /// A document number without a bracket, 号 or number.
    DamagedDocumentNumber,
    /// Two numbers with nothing between them.
    FusedNumbers,
    /// The figures end before the year does.
    PeriodEndEarly,
    /// A result dated outside the report year.
    DateOutsideYear,
}

impl FindingKind {
    /// The fixed word of a kind.
    pub fn word(self) -> &'static str {
        match self {
            FindingKind::DamagedDate => "damaged-date",
            FindingKind::DamagedDocumentNumber => "damaged-document-number",
            FindingKind::FusedNumbers => "fused-numbers",
            FindingKind::PeriodEndEarly => "period-end-early",
            FindingKind::DateOutsideYear => "date-outside-year",
        }
    }
}

impl Speak for Finding {
    fn say(&self, lang: Lang) -> String {
        let words = match self.kind {
            FindingKind::DamagedDate => Words::new(
                "日期残缺或不存在,请对照原件改正",
                "this date is damaged or does not exist; correct it from the original",
            ),
            FindingKind::DamagedDocumentNumber => Words::new(
                "文号残缺,请补全括号、序号和“号”字",
                "this document number is damaged; restore its brackets, number and “号”",
            ),
            FindingKind::FusedNumbers => Words::new(
                "两个数字连在一起,请补上漏掉的标点或文字",
                "two numbers run together; restore what stood between them",
            ),
            FindingKind::PeriodEndEarly => Words::new(
                "统计截止早于年底,请换用全年数据",
                "these figures end before the year does; use figures of the whole year",
            ),
            FindingKind::DateOutsideYear => Words::new(
                "日期不在报告年度内,请核对是否应写入本年度",
                "this date lies outside the report year; check whether it belongs in this report",
            ),
        };
        match (&self.reading, lang) {
            (Some(reading), Lang::Zh) => format!("{}(疑为“{reading}”)", words.zh),
            (Some(reading), Lang::En) => format!("{} (perhaps “{reading}”)", words.en),
            (None, lang) => words.say(lang),
        }
    }
}
