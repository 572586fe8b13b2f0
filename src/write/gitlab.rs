//! `gitlab`: the code quality report of a merge request.
//!
//! One entry a finding. Only the documented fields, so that every version of GitLab reads it.

use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::lines::ResultLine;
use super::phrase::findings;
use super::{Card, FileError, Run, Style, Writer};
use crate::text::hex;

pub(super) struct Gitlab;

/// One entry.
#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

impl Writer for Gitlab {
    fn format(&self) -> &'static str {
        "gitlab"
    }

    fn about(&self) -> &'static str {
        "GitLab 合并请求的代码质量报告"
    }

    fn write(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
        let reports = run.reports.iter().flat_map(|card| issues(card, style));
        let all: Vec<Issue> = reports.chain(run.troubles().map(unreadable)).collect();
        serde_json::to_writer(&mut *out, &all)?;
        writeln!(out)
    }
}

fn issues(card: &Card, style: Style) -> Vec<Issue> {
    if let Some(kind) = card.look_alike {
        let what = card.look_alike_reason.clone().unwrap_or_default();
        let words =
            format!("{}{what}", style.pick("不是年度报告,没有评分:", "not an annual report, not scored: "));
        return vec![issue(&card.path, "lawcheck/look-alike", kind, "critical", words, 1)];
    }
    let undecided = card.results.iter().filter(|r| r.outcome == "undecided");
    findings(card).into_iter().chain(undecided).map(|r| finding(card, r)).collect()
}

fn finding(card: &Card, result: &ResultLine) -> Issue {
    let severity = match result.finding {
        Some(_) if result.excused() => "info",
        Some("error") => "critical",
        Some("warning") => "major",
        Some(_) => "minor",
        None => "info",
    };
    let line = result.evidence.first().or(result.near_misses.first().map(|n| &n.place)).map_or(1, |p| p.line);
    let words = format!("{}: {}", result.title, result.message);
    issue(&card.path, &result.rule, &result.fingerprint, severity, words, line)
}

fn unreadable(error: &FileError) -> Issue {
    let severity = match error.severity {
        "error" => "blocker",
        "warning" => "major",
        _ => "info",
    };
    issue(&error.path, &format!("lawcheck/{}", error.kind), error.kind, severity, error.message.clone(), 1)
}

/// GitLab shows two entries with the same fingerprint once, so the file goes into it.
fn issue(
    path: &str,
    check: &str,
    identity: &str,
    severity: &'static str,
    description: String,
    begin: u32,
) -> Issue {
    let mut hash = Sha256::new();
    for part in [path, check, identity] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digest = hash.finalize();
    Issue {
        description,
        check_name: check.to_string(),
        fingerprint: hex(digest.get(..16).unwrap_or(&digest)),
        severity,
        location: Location { path: path.trim_start_matches("./").to_string(), lines: Lines { begin } },
    }
}
