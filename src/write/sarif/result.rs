//! Results and the files they are about.

use std::io;

use serde_json::{Value as Json, json};

use super::place::{brief, file, location, uri};
use super::rules::{LOOK_ALIKE, RUN, UNREADABLE, level};
use crate::write::lines::ResultLine;
use crate::write::{Card, FileError, Run, Style};

/// Places of a rule that is met.
const PASS_PLACES: usize = 2;

/// Every file of the run, reports first.
pub(super) fn artifacts(run: &Run) -> Vec<Json> {
    let reports = run.reports.iter().map(|card| {
        json!({
            "location": { "uri": uri(&card.path) },
            "hashes": { "sha-256": card.sha256 },
            "properties": {
                "format": card.format, "score": card.score, "grade": card.grade, "passed": card.passed,
                "failures": card.failures,
            },
        })
    });
    let unreadable = run.troubles().map(|e| json!({ "location": { "uri": uri(&e.path) } }));
    reports.chain(unreadable).collect()
}

/// Every result of the run, one after the other.
pub(super) fn results(
    run: &Run,
    style: Style,
    each: &mut dyn FnMut(Json) -> io::Result<()>,
) -> io::Result<()> {
    let rules = run.head.rules().count();
    for (index, card) in run.reports.iter().enumerate() {
        if card.look_alike.is_some() {
            each(look_alike(card, index, rules, style))?;
            continue;
        }
        for (rule, result) in card.results.iter().enumerate() {
            each(one(card, index, rule, result))?;
        }
    }
    let unreadable = run.errors.iter().map(|e| (e, UNREADABLE, rules + 1));
    let states = run.findings.iter().map(|e| (e, RUN, rules + 2));
    for ((error, rule, at), index) in unreadable.chain(states).zip(run.reports.len()..) {
        each(trouble(error, index, rule, at))?;
    }
    Ok(())
}

fn one(card: &Card, index: usize, rule: usize, result: &ResultLine) -> Json {
    let mut out = json!({
        "ruleId": result.rule,
        "ruleIndex": rule,
        "kind": kind(result),
        "level": result.finding.map_or("none", level),
        "message": { "text": result.message },
    });
    if result.finding.is_some() {
        let places: Vec<Json> =
            result.evidence.iter().map(|line| location(&card.path, index, line)).collect();
        out["locations"] = if places.is_empty() { json!([file(&card.path, index)]) } else { json!(places) };
        out["partialFingerprints"] = json!({ "lawcheck/v1": result.fingerprint });
        out["properties"] = json!({ "score": result.score, "possible": result.possible });
        if !result.near_misses.is_empty() {
            out["relatedLocations"] = near(card, index, result);
        }
    } else {
        let places: Vec<Json> =
            result.evidence.iter().take(PASS_PLACES).map(|l| brief(index, Some(l))).collect();
        out["locations"] = if places.is_empty() { json!([brief(index, None)]) } else { json!(places) };
    }
    if let Some(standing) = result.standing {
        out["baselineState"] = json!(if standing == "kept" { "unchanged" } else { "new" });
    }
    if let Some(waived) = &result.waived {
        out["suppressions"] =
            json!([{ "kind": "external", "status": "accepted", "justification": waived.reason }]);
    }
    out
}

/// Places that came close, each with what it lacks.
fn near(card: &Card, index: usize, result: &ResultLine) -> Json {
    let one = |near: &crate::write::NearLine| {
        let mut place = location(&card.path, index, &near.place);
        place["message"] = json!({ "text": near.lacks });
        place
    };
    result.near_misses.iter().map(one).collect()
}

fn kind(result: &ResultLine) -> &'static str {
    match (result.outcome, result.finding) {
        ("not_applicable", _) => "notApplicable",
        ("undecided", _) => "open",
        (_, Some(_)) => "fail",
        _ => "pass",
    }
}

fn look_alike(card: &Card, index: usize, rule: usize, style: Style) -> Json {
    let words = style.pick("不是年度报告,没有评分:", "not an annual report, not scored: ");
    let reason = card.look_alike_reason.clone().unwrap_or_default();
    json!({
        "ruleId": LOOK_ALIKE, "ruleIndex": rule, "kind": "fail", "level": "error",
        "message": { "text": format!("{words}{reason}") },
        "locations": [file(&card.path, index)],
    })
}

fn trouble(error: &FileError, index: usize, rule: &str, at: usize) -> Json {
    json!({
        "ruleId": rule, "ruleIndex": at, "kind": "fail", "level": level(error.severity),
        "message": { "text": error.message },
        "locations": [file(&error.path, index)],
        "properties": { "kind": error.kind },
    })
}
