//! Waivers: findings that somebody has answered for, until a day.
//!
//! A waiver never changes the score and never hides a result; it only keeps the finding from failing the gate.
//! Without a reason or an expiry it is refused. Expired, unknown and unused ones are findings of their own.

use jiff::civil::Date;

use super::{Scorecard, Terms};
use crate::pack::{self, Field, Kind, Node, PackError, PackErrors, Packs, Position, Severity, Shape};
use crate::text::{Lang, Speak};

/// One waiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// Rule id, a final `*` stands for anything.
    pub rule: String,
    /// Path of the report, `*` stands for anything.
    pub report: String,
    /// Why.
    pub reason: String,
    /// Who asked for it.
    pub owner: String,
    /// Who agreed.
    pub approver: String,
    /// Last day on which it holds.
    pub expires: Date,
    /// Where it stands in its file.
    pub at: Position,
}

static WAIVER: Shape = Shape {
    name: ("豁免", "waiver"),
    doc: ("一条豁免", "one waiver"),
    fields: &[
        Field {
            key: "rule",
            kind: Kind::Text,
            required: true,
            doc: ("规则编号,可用 * 结尾", "rule id, may end with *"),
        },
        Field {
            key: "report",
            kind: Kind::Text,
            required: false,
            doc: ("报告路径,可用 *;默认所有报告", "path of the report, may have *; default all reports"),
        },
        Field { key: "reason", kind: Kind::Text, required: true, doc: ("理由", "why") },
        Field { key: "owner", kind: Kind::Text, required: true, doc: ("提出人", "who asks for it") },
        Field { key: "approver", kind: Kind::Text, required: true, doc: ("批准人", "who agreed") },
        Field {
            key: "expires",
            kind: Kind::Text,
            required: true,
            doc: ("到期日 \"YYYY-MM-DD\"", "last day \"YYYY-MM-DD\""),
        },
    ],
};

/// The keys of a waivers file.
pub static WAIVERS: Shape = Shape {
    name: ("豁免文件", "waivers file"),
    doc: ("哪些问题由谁担保到哪一天", "which findings somebody answers for, until when"),
    fields: &[Field {
        key: "waivers",
        kind: Kind::Maps(&WAIVER),
        required: true,
        doc: ("豁免的列表", "the list of waivers"),
    }],
};

/// Read a waivers file; every fault of it with its place.
pub fn waivers(file: &str, text: &str) -> Result<Vec<Waiver>, PackErrors> {
    let node = pack::parse(file, text).map_err(|e| PackErrors(vec![e]))?;
    let mut errors = Vec::new();
    pack::check_shape(file, &node, &WAIVERS, &mut errors);
    let list = node.get("waivers").map_or(&[][..], Node::list);
    let out = list.iter().filter_map(|n| waiver(file, n, &mut errors)).collect();
    if errors.is_empty() { Ok(out) } else { Err(PackErrors::sorted(errors)) }
}

fn waiver(file: &str, node: &Node, errors: &mut Vec<PackError>) -> Option<Waiver> {
    let text = |key: &str| node.get(key).and_then(Node::text).unwrap_or("").trim().to_string();
    let expires = node.get("expires")?;
    let Ok(date) = expires.text().unwrap_or("").parse() else {
        let typed = expires.text().unwrap_or("");
        let message = (format!("到期日“{typed}”写法有误"), format!("“{typed}” is no day of expiry"));
        let help = ("写法:\"2027-03-31\"", "write it as \"2027-03-31\"");
        errors.push(PackError::new(file, expires.at, message, help));
        return None;
    };
    let report = text("report");
    Some(Waiver {
        rule: text("rule"),
        report: if report.is_empty() { "*".to_string() } else { report },
        reason: text("reason"),
        owner: text("owner"),
        approver: text("approver"),
        expires: date,
        at: node.at,
    })
}

impl Waiver {
    /// Whether it covers a rule in a report on a day.
    pub fn covers(&self, rule: &str, path: &str, day: Date) -> bool {
        day <= self.expires && self.names(rule, path)
    }

    /// Whether it names a rule in a report, expired or not.
    pub fn names(&self, rule: &str, path: &str) -> bool {
        pack::matches(&self.rule, rule) && wild(&self.report, path)
    }
}

/// Whether a path fits a pattern in which `*` stands for any characters.
fn wild(pattern: &str, path: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('*') else { return pattern == path };
    let Some(rest) = path.strip_prefix(head) else { return false };
    // The star takes as little as it can, then as much as it must.
    rest.char_indices()
        .map(|(at, _)| at)
        .chain([rest.len()])
        .any(|at| wild(tail, rest.get(at..).unwrap_or("")))
}

/// Mark the findings that a waiver covers.
pub(super) fn apply(terms: &Terms<'_>, card: &mut Scorecard) {
    for result in card.results.iter_mut().filter(|r| r.finding.is_some()) {
        let covers = |w: &Waiver| w.covers(&result.verdict.rule, terms.path, terms.day);
        result.waived = terms.waivers.iter().position(covers);
    }
}

/// What is wrong with a waiver on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaiverFault {
    /// Its place in the list.
    pub index: usize,
    /// What.
    pub kind: WaiverFaultKind,
}

/// Kinds of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaiverFaultKind {
    /// Its day has passed.
    Expired,
    /// No rule of the run has this id.
    UnknownRule,
    /// Nothing in the run needed it.
    Unused,
}

impl WaiverFaultKind {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            WaiverFaultKind::Expired => "waiver-expired",
            WaiverFaultKind::UnknownRule => "waiver-unknown-rule",
            WaiverFaultKind::Unused => "waiver-unused",
        }
    }

    /// How grave it is.
    pub fn severity(self) -> Severity {
        match self {
            WaiverFaultKind::Expired | WaiverFaultKind::UnknownRule => Severity::Error,
            WaiverFaultKind::Unused => Severity::Warning,
        }
    }
}

impl Speak for WaiverFaultKind {
    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (WaiverFaultKind::Expired, Lang::Zh) => "豁免已到期;请整改,或重新批准并改到期日",
            (WaiverFaultKind::Expired, Lang::En) => {
                "the waiver has expired; mend the finding or have it approved anew"
            }
            (WaiverFaultKind::UnknownRule, Lang::Zh) => "豁免的规则不存在;请核对编号",
            (WaiverFaultKind::UnknownRule, Lang::En) => "no rule has this id; check it",
            (WaiverFaultKind::Unused, Lang::Zh) => "豁免没有用上;问题已解决的请删去",
            (WaiverFaultKind::Unused, Lang::En) => {
                "nothing needed this waiver; delete it if the finding is mended"
            }
        }
        .to_string()
    }
}

/// Faults that show without any report: expired, or naming no rule.
pub fn lint(waivers: &[Waiver], packs: &Packs, day: Date) -> Vec<WaiverFault> {
    let mut out = Vec::new();
    for (index, waiver) in waivers.iter().enumerate() {
        if day > waiver.expires {
            out.push(WaiverFault { index, kind: WaiverFaultKind::Expired });
        }
        if !packs.rules().any(|(_, _, r)| pack::matches(&waiver.rule, &r.id)) {
            out.push(WaiverFault { index, kind: WaiverFaultKind::UnknownRule });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "waivers:\n  - { rule: a/b/c, report: drafts/*, reason: 试, owner: 甲, approver: 乙, expires: \"2027-03-31\" }\n";

    #[test]
    fn a_waiver_holds_until_its_day_for_its_rule_and_reports() {
        let waiver = &waivers("w.yaml", GOOD).unwrap()[0];
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert!(waiver.covers("a/b/c", "drafts/x.txt", day("2027-03-31")));
        assert!(!waiver.covers("a/b/c", "drafts/x.txt", day("2027-04-01")));
        assert!(!waiver.covers("a/b/d", "drafts/x.txt", day("2027-03-31")));
        assert!(!waiver.covers("a/b/c", "final/x.txt", day("2027-03-31")));
    }

    #[test]
    fn without_reason_or_expiry_it_is_refused() {
        for (cut, key) in [("reason: 试, ", "reason"), (", expires: \"2027-03-31\"", "expires")] {
            let error = waivers("w.yaml", &GOOD.replace(cut, "")).unwrap_err();
            assert!(error.0[0].message.zh.contains(key), "{error}");
        }
        let error = waivers("w.yaml", &GOOD.replace("2027-03-31", "2027年3月31日")).unwrap_err();
        assert_eq!(error.0.len(), 1);
    }

    #[test]
    fn stars_stand_for_anything() {
        for (pattern, path, fits) in [
            ("*", "a/b.txt", true),
            ("a/*", "a/b.txt", true),
            ("a/*.txt", "a/b/c.txt", true),
            ("a/*.txt", "a/b.docx", false),
            ("*/2024/*", "x/2024/y.txt", true),
            ("*/2024/*", "x/2023/y.txt", false),
            ("a/b.txt", "a/b.txt", true),
            ("a/b", "a/b.txt", false),
        ] {
            assert_eq!(wild(pattern, path), fits, "{pattern} {path}");
        }
    }
}
