//! What was found about one rule.

use std::collections::BTreeMap;

use crate::pack::condition::{Aspect, Condition};
use crate::pack::{Cause, Rule, RuleKind};
use crate::text::{Lang, Place, Span, Speak, Words};

/// The outcome of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Met.
    Met,
    /// Met in part; the share is in ten-thousandths.
    Partly(u16),
    /// Not met.
    Unmet,
    /// Not applicable; leaves the denominator.
    NotApplicable,
    /// Could not be decided; never a pass and never a fail.
    Undecided,
}

/// A whole share, in ten-thousandths.
pub const WHOLE: u16 = 10_000;

impl Outcome {
    /// Part of a whole, rounded half up to ten-thousandths; both ends are outcomes of their own.
    pub fn partly(hit: i64, of: i64) -> Outcome {
        if of <= 0 || hit >= of {
            return Outcome::Met;
        }
        let share = (hit * i64::from(WHOLE) * 2 + of) / (of * 2);
        match u16::try_from(share).unwrap_or(0) {
            0 => Outcome::Unmet,
            share => Outcome::Partly(share.min(WHOLE - 1)),
        }
    }

    /// The share of its points that a rule with this outcome earns, in ten-thousandths.
    pub fn share(self) -> u16 {
        match self {
            Outcome::Met => WHOLE,
            Outcome::Partly(share) => share,
            Outcome::Unmet | Outcome::NotApplicable | Outcome::Undecided => 0,
        }
    }

    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Met => "met",
            Outcome::Partly(_) => "partly",
            Outcome::Unmet => "unmet",
            Outcome::NotApplicable => "not_applicable",
            Outcome::Undecided => "undecided",
        }
    }

    /// The Chinese word.
    pub fn title(self) -> &'static str {
        match self {
            Outcome::Met => "满足",
            Outcome::Partly(_) => "部分满足",
            Outcome::Unmet => "不满足",
            Outcome::NotApplicable => "不适用",
            Outcome::Undecided => "未判定",
        }
    }
}

/// Why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The signals were seen, or not.
    Signals,
    /// The script's message, with its values.
    Said {
        /// The message as the author wrote it.
        message: String,
        /// Values for `{name}` in it.
        values: BTreeMap<String, Vec<String>>,
    },
    /// A condition does not hold: in which aspect, and what it asks.
    OutOfScope(Aspect, Condition),
    /// The pack exempts this class of issuers.
    Exempt(Words),
    /// The report does not say whether it is bound.
    NotKnown(Aspect),
    /// The script gave no ruling.
    Undecided(Cause),
}

/// A place that bears a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// In the source text.
    pub span: Span,
}

/// What was found about one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The rule.
    pub rule: String,
    /// The outcome.
    pub outcome: Outcome,
    /// Why.
    pub reason: Reason,
    /// Where, in the source text, in order.
    pub evidence: Vec<Evidence>,
    /// Places that came close, with what they lack.
    pub near_misses: Vec<(Span, Words)>,
}

impl Verdict {
    pub(super) fn new(rule: &Rule, outcome: Outcome, reason: Reason) -> Verdict {
        Verdict { rule: rule.id.clone(), outcome, reason, evidence: Vec::new(), near_misses: Vec::new() }
    }

    /// Where the verdict points first.
    pub fn place(&self) -> Place {
        self.evidence.first().map_or(Place::Whole, |e| Place::Span(e.span))
    }

    /// The message a person reads.
    pub fn message(&self, rule: &Rule, lang: Lang) -> String {
        let written = match &self.reason {
            Reason::Signals => String::new(),
            Reason::Said { message, values } => fill(rule, message, values, lang),
            Reason::OutOfScope(aspect, condition) => return out_of_scope(*aspect, condition, lang),
            Reason::Exempt(why) => return why.say(lang),
            Reason::NotKnown(aspect) => return not_known(*aspect, lang),
            Reason::Undecided(cause) => return cause.say(lang),
        };
        if written.is_empty() { default_message(self.outcome, rule, lang) } else { written }
    }
}

/// A message with its values, each in the language of the message where the rule gives it in both.
fn fill(rule: &Rule, message: &str, values: &BTreeMap<String, Vec<String>>, lang: Lang) -> String {
    let said =
        |list: &[String]| list.iter().map(|v| rule.message(v, lang)).collect::<Vec<_>>().join(lang.comma());
    values.iter().fold(rule.message(message, lang).to_string(), |text, (name, list)| {
        text.replace(&format!("{{{name}}}"), &said(list))
    })
}

/// Work that a report does not mention is not evidenced; that is not the same as not done.
fn default_message(outcome: Outcome, rule: &Rule, lang: Lang) -> String {
    let title = rule.title.say(lang);
    let work = rule.kind == RuleKind::Work;
    match (outcome, lang) {
        (Outcome::Met, Lang::Zh) => "已见".to_string(),
        (Outcome::Met, Lang::En) => "seen".to_string(),
        (_, Lang::Zh) if work => format!("未见证据:{title}"),
        (_, Lang::En) if work => format!("not evidenced: {title}"),
        (_, Lang::Zh) => format!("未见:{title}"),
        (_, Lang::En) => format!("not found: {title}"),
    }
}

fn aspect(aspect: Aspect, lang: Lang) -> &'static str {
    match (aspect, lang) {
        (Aspect::Year, Lang::Zh) => "报告年度",
        (Aspect::Year, Lang::En) => "the report year",
        (Aspect::Level, Lang::Zh) => "发文机关层级",
        (Aspect::Level, Lang::En) => "the level of the issuer",
        (Aspect::IssuerKind, Lang::Zh) => "发文机关类型",
        (Aspect::IssuerKind, Lang::En) => "the kind of issuer",
    }
}

/// Short: a report carries it once for every rule of another period.
fn out_of_scope(which: Aspect, condition: &Condition, lang: Lang) -> String {
    let years = condition.years.map(|(from, to)| match (from, to) {
        (i16::MIN, to) => format!("≤{to}"),
        (from, i16::MAX) => format!("≥{from}"),
        (from, to) if from == to => from.to_string(),
        (from, to) => format!("{from}-{to}"),
    });
    let levels = condition.levels.iter().map(|l| if lang == Lang::Zh { l.title() } else { l.word() });
    let asked = match which {
        Aspect::Year => years.unwrap_or_default(),
        Aspect::Level => levels.collect::<Vec<_>>().join("/"),
        Aspect::IssuerKind => condition.issuer_kinds.iter().map(|k| k.word()).collect::<Vec<_>>().join("/"),
    };
    match lang {
        Lang::Zh if asked.starts_with(['≤', '≥']) => format!("不适用:{}应{asked}", aspect(which, lang)),
        Lang::Zh => format!("不适用:{}应为{asked}", aspect(which, lang)),
        Lang::En => format!("not applicable: {} is not {asked}", aspect(which, lang)),
    }
}

fn not_known(which: Aspect, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}不明,不知是否适用;可在命令行写明后再评", aspect(which, lang)),
        Lang::En => format!(
            "{} is not known, so the rule may not apply; declare it on the command line",
            aspect(which, lang)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_round_half_up_and_never_become_whole_or_nothing_by_rounding() {
        assert_eq!(Outcome::partly(1, 3), Outcome::Partly(3333));
        assert_eq!(Outcome::partly(2, 3), Outcome::Partly(6667));
        assert_eq!(Outcome::partly(3, 3), Outcome::Met);
        assert_eq!(Outcome::partly(0, 3), Outcome::Unmet);
        assert_eq!(Outcome::partly(99_999, 100_000), Outcome::Partly(9_999));
    }
}
