//! `junit`: a suite a report, a case a rule, for the test page of a pipeline.
//!
//! What does not apply is skipped; what could not be decided, a file that could not be read and a document that is not
//! the annual report are errors, never passes.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::lines::ResultLine;
use super::phrase::{basis, place};
use super::{Card, FileError, Run, Style, Writer};

pub(super) struct Junit;

impl Writer for Junit {
    fn format(&self) -> &'static str {
        "junit"
    }

    fn about(&self) -> &'static str {
        "JUnit XML:一份报告一个测试集,一条规则一个用例"
    }

    fn write(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
        let mut report = Report::new("lawcheck");
        report.add_test_suites(run.reports.iter().map(|card| suite(card, style)));
        report.add_test_suites(run.troubles().map(unreadable));
        let xml = report.to_string().map_err(io::Error::other)?;
        // The common schema counts skipped cases by suite only; build servers that check it refuse the total.
        let xml = xml.replacen(&format!(" skipped=\"{}\"", report.skipped), "", 1);
        out.write_all(xml.as_bytes())
    }
}

fn suite(card: &Card, style: Style) -> TestSuite {
    let mut suite = TestSuite::new(card.path.as_str());
    if let Some(score) = card.score {
        suite.add_property(("score", score.to_string().as_str()));
        suite.add_property(("grade", card.grade.as_deref().unwrap_or_default()));
    }
    suite.add_property(("passed", card.passed.to_string().as_str()));
    if let Some(kind) = card.look_alike {
        let words = card.look_alike_reason.clone().unwrap_or_default();
        suite.add_test_case(error(&card.path, style.pick("文种", "kind of document"), kind, words));
        return suite;
    }
    suite.add_test_cases(card.results.iter().map(|r| case(r, style)));
    if !card.passed {
        let mut gate = TestCaseStatus::non_success(NonSuccessKind::Failure);
        gate.set_type("gate").set_message(card.failures.join(style.pick(";", "; ")));
        let mut case = TestCase::new(style.pick("门槛", "gate"), gate);
        case.set_classname("lawcheck/gate");
        suite.add_test_case(case);
    }
    suite
}

fn case(result: &ResultLine, style: Style) -> TestCase {
    let mut status = match (result.outcome, result.finding) {
        ("not_applicable", _) => TestCaseStatus::skipped(),
        (_, Some(_)) if result.excused() => TestCaseStatus::skipped(),
        ("undecided", _) => TestCaseStatus::non_success(NonSuccessKind::Error),
        (_, Some(_)) => TestCaseStatus::non_success(NonSuccessKind::Failure),
        _ => TestCaseStatus::success(),
    };
    if result.outcome != "met" {
        status.set_message(result.message.as_str());
    }
    if let Some(severity) = result.finding.filter(|_| !result.excused()) {
        status.set_type(severity).set_description(details(result, style));
    } else if result.outcome == "undecided" {
        status.set_type("undecided");
    }
    let mut case = TestCase::new(&*result.title, status);
    case.set_classname(result.rule.as_str());
    case
}

fn details(result: &ResultLine, style: Style) -> String {
    let mut lines: Vec<String> =
        result.evidence.iter().map(|line| format!("{} “{}”", place(line, style), line.quote)).collect();
    for near in &result.near_misses {
        let at = place(&near.place, style);
        lines.push(format!(
            "{} {at} “{}”,{}",
            style.pick("最接近:", "closest:"),
            near.place.quote,
            near.lacks
        ));
    }
    lines.push(format!("{} {}", style.pick("依据:", "basis:"), basis(&result.basis, style)));
    lines.push(format!("{} {}", style.pick("怎样改:", "what to do:"), result.advice));
    lines.join("\n")
}

fn unreadable(file: &FileError) -> TestSuite {
    let name = if file.path.is_empty() { "lawcheck" } else { file.path.as_str() };
    let mut suite = TestSuite::new(name);
    if file.severity == "error" {
        suite.add_test_case(error(name, name, file.kind, file.message.clone()));
    } else {
        let mut status = TestCaseStatus::skipped();
        status.set_type(file.kind).set_message(file.message.as_str());
        let mut case = TestCase::new(name, status);
        case.set_classname(name);
        suite.add_test_case(case);
    }
    suite
}

fn error(class: &str, name: &str, kind: &str, words: String) -> TestCase {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
    status.set_type(kind).set_message(words);
    let mut case = TestCase::new(name, status);
    case.set_classname(class);
    case
}
