//! A mandated part that is taken out, or emptied, lowers the score, is named, and fails the gate.

use lawcheck::Checked;
use lawcheck::judge::Outcome;
use lawcheck::pack::Packs;
use lawcheck::report::{Part, PartKind, Report, Status};
use lawcheck::text::Span;

use crate::reports::{check, packs, samples};

/// The parts that the law prescribes for the report year, with the rule that asks for each.
fn mandated(year: i16) -> Vec<(PartKind, &'static str)> {
    let mut out = vec![(PartKind::Measures, "annual-report/contents/measures-present")];
    if year >= 2019 {
        out.push((PartKind::Duties, "annual-report/contents/duties-present"));
        out.push((PartKind::Shortcomings, "annual-report/contents/shortcomings-present"));
        out.push((PartKind::Plan, "annual-report/contents/plan-present"));
    }
    out
}

/// Source spans of a part; what lies inside another part's own section stays there.
fn source_spans(report: &Report, part: &Part) -> Vec<Span> {
    part.spans.iter().map(|s| report.text.to_source(*s)).collect()
}

fn without(text: &str, spans: &[Span]) -> String {
    let mut out = String::new();
    let mut at = 0;
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    for span in sorted {
        out.push_str(&text[at.min(span.start as usize)..span.start as usize]);
        at = at.max(span.end as usize);
    }
    out.push_str(&text[at..]);
    out
}

/// The text without what stands under the heading of a part.
fn emptied(checked: &Checked, part: &Part) -> Option<String> {
    let report = &checked.report;
    let heading = report.text.to_source(part.heading?);
    let spans = source_spans(report, part).into_iter().map(|s| Span { start: s.start.max(heading.end), ..s });
    Some(without(report.source.text(), &spans.collect::<Vec<_>>()))
}

fn assert_fails(before: &Checked, text: &str, packs: &Packs, rule: &str, what: &str) {
    let after = check(text.as_bytes(), packs);
    assert!(after.scorecard.score < before.scorecard.score, "{what}: the score did not fall");
    assert!(!after.scorecard.passed(), "{what}: the gate passed");
    let result = after.scorecard.results.iter().find(|r| r.verdict.rule == rule).expect("the rule ran");
    assert_eq!(result.verdict.outcome, Outcome::Unmet, "{what}: {rule} is not named");
}

#[test]
fn a_part_that_is_taken_out_is_missed() {
    let packs = packs();
    let mut tried = 0;
    for sample in samples() {
        let before = check(sample.text.as_bytes(), &packs);
        let Some(year) = before.report.year().filter(|_| before.report.look_alike.is_none()) else {
            continue;
        };
        for (kind, rule) in mandated(year) {
            let part = before.report.parts.get(kind);
            // Thematic headings are the body itself; a part inside another is cut there.
            if !part.found() || part.thematic {
                continue;
            }
            let text = without(before.report.source.text(), &source_spans(&before.report, part));
            assert_fails(&before, &text, &packs, rule, &format!("{} without {}", sample.name, kind.word()));
            tried += 1;
        }
    }
    assert!(tried >= 20, "only {tried} parts were taken out");
}

#[test]
fn a_heading_with_nothing_under_it_is_not_a_part() {
    let packs = packs();
    let mut tried = 0;
    for sample in samples() {
        let before = check(sample.text.as_bytes(), &packs);
        let Some(year) = before.report.year().filter(|_| before.report.look_alike.is_none()) else {
            continue;
        };
        for (kind, rule) in mandated(year) {
            let part = before.report.parts.get(kind);
            if part.status != Status::OwnHeading || part.thematic {
                continue;
            }
            let Some(text) = emptied(&before, part) else { continue };
            assert_fails(
                &before,
                &text,
                &packs,
                rule,
                &format!("{} with empty {}", sample.name, kind.word()),
            );
            tried += 1;
        }
    }
    assert!(tried >= 18, "only {tried} parts were emptied");
}
