//! No output repeats the report's text, and none grows faster than its share.

use super::{real, text};

/// Rules of a full shelf.
const RULES: usize = 150;
/// Bytes a report may take in `json`: 1,000 reports stay under 60 MB.
const JSON: usize = 60_000;
/// Bytes a report may take in `sarif`: 1,000 reports stay under 90 MB.
const SARIF: usize = 90_000;

/// Bytes that remarks on a longer text may add.
const LONGER: usize = 6_000;

/// Bytes that one more report adds to a format.
fn added(format: &str) -> usize {
    let packs = real::packs();
    let one = text(format, &real::run(&packs, &[real::REPORT])).len();
    let two = text(format, &real::run(&packs, &[real::REPORT, real::REPORT])).len();
    two - one
}

#[test]
fn a_report_with_all_rules_stays_within_its_share() {
    let packs = real::packs();
    let rules = packs.rules().count();
    let run = real::run(&packs, &[real::REPORT]);
    // Only the results grow with the shelf; the rest of a report is there once.
    let results = serde_json::to_vec(&run.reports[0].results).unwrap().len();
    let full = |added: usize, growing: usize| added - growing + growing * RULES.max(rules) / rules;
    let json = full(added("json"), results);
    assert!(json < JSON, "{json} bytes a report");
    let sarif = added("sarif");
    let sarif = full(sarif, sarif);
    assert!(sarif < SARIF, "{sarif} bytes a report");
}

#[test]
fn a_longer_report_makes_no_longer_result() {
    let packs = real::packs();
    let filler = "全县各级各部门认真学习贯彻有关会议精神,扎实推进各项工作落到实处。\n\n".repeat(400);
    let long = real::REPORT.replace("二、党政", &format!("{filler}二、党政"));
    for format in ["json", "ndjson", "sarif", "csv", "junit", "github", "gitlab", "markdown", "table"] {
        let short = text(format, &real::run(&packs, &[real::REPORT])).len();
        let long = text(format, &real::run(&packs, &[&long])).len();
        assert!(long < short + LONGER, "{format}: {short} bytes became {long}");
    }
}
