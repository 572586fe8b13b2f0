//! What a relation between figures is.
//!
//! Knows nothing of how relations are found.

use crate::text::{Lang, Span, Speak, Words};
use rust_decimal::Decimal;

/// Something the text asserts about its own figures, and whether it is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What is asserted.
    pub kind: Kind,
    /// Whether it is so.
    pub check: Check,
    /// The figures or words that take part, in order.
    pub spans: Vec<Span>,
    /// The stretch of text that asserts it.
    pub quote: Span,
    /// The number as stated.
    pub claimed: String,
    /// The number as worked out; empty where there is nothing to work out.
    pub computed: String,
    /// The sum as a person would write it: `323+198=521`.
    pub arithmetic: String,
}

/// Kinds of assertions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Parts must add up to the total.
    PartsTotal,
    /// A part of a base is a stated share of it.
    Rate,
    /// A part is not more than its whole.
    Subset,
    /// Parts that need not exhaust the whole: their sum is not more.
    SubsetSum,
    /// A growth rate must have a base.
    GrowthBase,
    /// A count word announces as many things as are listed.
    CountList,
    /// The same quantity stated in several places.
    CrossMention,
    /// A list closed by 等 has not more entries than the number after it says.
    OpenList,
    /// 由…提高至…: the numbers go the way the word says.
    Order,
    /// 分别为: as many values as things.
    Alignment,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 10] = [
        Kind::PartsTotal,
        Kind::Rate,
        Kind::Subset,
        Kind::SubsetSum,
        Kind::GrowthBase,
        Kind::CountList,
        Kind::CrossMention,
        Kind::OpenList,
        Kind::Order,
        Kind::Alignment,
    ];

    /// The fixed word for a kind.
    pub fn word(self) -> &'static str {
        match self {
            Kind::PartsTotal => "parts_total",
            Kind::Rate => "rate",
            Kind::Subset => "subset",
            Kind::SubsetSum => "subset_sum",
            Kind::GrowthBase => "growth_base",
            Kind::CountList => "count_list",
            Kind::CrossMention => "cross_mention",
            Kind::OpenList => "open_list",
            Kind::Order => "order",
            Kind::Alignment => "alignment",
        }
    }
}

/// Whether an assertion is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Check {
    /// It is.
    Holds,
    /// It cannot be, whatever the rounding.
    DoesNotHold,
    /// The text does not say enough, or the bases differ.
    CannotTell,
}

impl Check {
    /// All verdicts.
    pub const ALL: [Check; 3] = [Check::Holds, Check::DoesNotHold, Check::CannotTell];

    /// The fixed word for a verdict.
    pub fn word(self) -> &'static str {
        match self {
            Check::Holds => "holds",
            Check::DoesNotHold => "does_not_hold",
            Check::CannotTell => "cannot_tell",
        }
    }

    /// `Holds` or `DoesNotHold`.
    pub(super) fn of(so: bool) -> Check {
        if so { Check::Holds } else { Check::DoesNotHold }
    }
}

impl Speak for Relation {
    fn say(&self, lang: Lang) -> String {
        let (zh, en) = match self.kind {
            Kind::PartsTotal => ("分项与总数", "parts against their total"),
            Kind::Rate => ("比率与件数", "a rate against its figures"),
            Kind::Subset => ("部分与整体", "a part against its whole"),
            Kind::SubsetSum => ("所列部分与总数", "listed parts against the total"),
            Kind::GrowthBase => ("增减幅度与基数", "a change against its base"),
            Kind::CountList => ("数量词与所列各项", "a count word against its list"),
            Kind::CrossMention => ("同一数量前后各处", "one quantity in several places"),
            Kind::OpenList => ("列举与总数", "a list with “等” against its number"),
            Kind::Order => ("增减方向与数字", "the direction of a change"),
            Kind::Alignment => ("所列事项与数值", "things against their values"),
        };
        let words = match self.check {
            Check::Holds => Words::new(format!("{zh}相符"), format!("{en}: agrees")),
            Check::DoesNotHold => {
                Words::new(format!("{zh}不符,请核对"), format!("{en}: does not agree, check the figures"))
            }
            Check::CannotTell => Words::new(format!("{zh}无法核对"), format!("{en}: cannot be checked")),
        };
        match self.arithmetic.as_str() {
            "" => words.say(lang),
            sum => format!("{}({sum})", words.say(lang)),
        }
    }
}

/// A decimal without needless zeros.
pub(super) fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}
