//! From checked nodes to conditions and exemptions.

use super::compile::{text, texts};
use super::condition::{self, Condition};
use super::error::PackError;
use super::node::Node;
use super::rule::Exemption;
use crate::report::{IssuerKind, Level};
use crate::text::Words;

pub(super) fn condition(file: &str, node: &Node, errors: &mut Vec<PackError>) -> Condition {
    let years = node.get("report_year").and_then(|n| {
        let parsed = n.text().and_then(condition::years);
        if parsed.is_none() {
            let typed = n.text().unwrap_or("");
            let message = (
                format!("看不懂报告年度条件“{typed}”"),
                format!("“{typed}” is no condition on the report year"),
            );
            let help = (
                "写法:\">=2019\"、\"<=2018\"、\"2021-2025\" 或 \"2020\"",
                "write it as \">=2019\", \"<=2018\", \"2021-2025\" or \"2020\"",
            );
            errors.push(PackError::new(file, n.at, message, help));
        }
        parsed
    });
    let listed = |key: &str| texts(node.get(key)).into_iter().map(|(t, _)| t).collect::<Vec<_>>();
    Condition {
        years,
        levels: listed("level")
            .iter()
            .filter_map(|w| Level::ALL.into_iter().find(|l| l.word() == w))
            .collect(),
        issuer_kinds: listed("issuer_kind")
            .iter()
            .filter_map(|w| IssuerKind::ALL.into_iter().find(|k| k.word() == w))
            .collect(),
    }
}

pub(super) fn exemptions(file: &str, node: &Node, errors: &mut Vec<PackError>) -> Vec<Exemption> {
    let list = node.get("exempt").map_or(&[][..], Node::list);
    list.iter()
        .map(|n| {
            let why = text(n, "why");
            let en = text(n, "why_en");
            Exemption {
                rules: texts(n.get("rules")).into_iter().map(|(t, _)| t).collect(),
                whom: condition(file, n, errors),
                why: Words { en: if en.is_empty() { why.clone() } else { en }, zh: why },
            }
        })
        .collect()
}
