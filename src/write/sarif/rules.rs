//! The tool with its rules, and the run's own properties.

use serde_json::{Value as Json, json};

use crate::write::phrase::basis;
use crate::write::{Head, RuleRef, Run, Style};

/// Results that are about a file as a whole have rules of their own, after those of the packs.
pub(super) const LOOK_ALIKE: &str = "lawcheck/look-alike";
/// A state of the run: a file skipped, a waiver expired, a pack changed.
pub(super) const RUN: &str = "lawcheck/run";
/// A file that gave no report.
pub(super) const UNREADABLE: &str = "lawcheck/unreadable";

/// The level of a severity.
pub(super) fn level(severity: &str) -> &'static str {
    match severity {
        "error" => "error",
        "warning" => "warning",
        _ => "note",
    }
}

/// The program, its rules and the packs they come from.
pub(super) fn tool(head: &Head, style: Style) -> Json {
    let mut rules: Vec<Json> = head.rules().map(|(_, _, r)| rule(r, style)).collect();
    rules.push(own(LOOK_ALIKE, style.pick("文件是年度报告", "The file is an annual report")));
    rules.push(own(UNREADABLE, style.pick("文件可以读取", "The file can be read")));
    rules.push(own(
        RUN,
        style.pick("评分没有遗漏和过期的设置", "Nothing is left out of the run and no setting is stale"),
    ));
    let packs: Vec<Json> = head
        .packs
        .iter()
        .map(|p| {
            json!({
                "name": p.id, "fullName": p.title, "version": p.version, "semanticVersion": p.version,
                "properties": { "sha256": p.sha256 },
            })
        })
        .collect();
    json!({
        "driver": {
            "name": head.tool.name,
            "version": head.tool.version,
            "semanticVersion": head.tool.version,
            "rules": rules,
        },
        "extensions": packs,
    })
}

fn rule(rule: &RuleRef, style: Style) -> Json {
    let rests_on = basis(&rule.basis, style);
    let label = style.pick("依据:", "Basis: ");
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.title },
        "help": {
            "text": format!("{}\n{label}{rests_on}", rule.advice),
            "markdown": format!("{}\n\n{label}{rests_on}", rule.advice),
        },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": {
            "tags": [rule.kind],
            "problem.severity": if rule.severity == "info" { "recommendation" } else { rule.severity },
            "weight": rule.weight,
        },
    })
}

fn own(id: &str, title: &str) -> Json {
    json!({ "id": id, "shortDescription": { "text": title }, "defaultConfiguration": { "level": "error" } })
}

/// Profile, day and counts.
pub(super) fn properties(run: &Run) -> Json {
    json!({ "profile": run.head.profile, "as_of": run.head.as_of, "summary": run.summary })
}
