//! What programs rely on: links that lead somewhere, lines that stand alone, the same bytes every time.

use std::collections::BTreeSet;

use lawcheck::text::Lang;
use lawcheck::write::{Style, WRITERS};
use serde_json::Value;

use super::fixed::{QUOTES, fixed_run};
use super::{bytes, text};

#[test]
fn every_format_writes_the_same_bytes_twice_in_both_languages() {
    let run = fixed_run();
    for writer in WRITERS {
        for lang in [Lang::Zh, Lang::En] {
            let style = Style { lang, ..Style::default() };
            let made = bytes(writer.format(), &run, style);
            assert!(!made.is_empty());
            assert_eq!(made, bytes(writer.format(), &run, style), "{}", writer.format());
        }
    }
}

#[test]
fn names_of_formats_are_unique() {
    let names: BTreeSet<&str> = WRITERS.iter().map(|w| w.format()).collect();
    assert_eq!(names.len(), WRITERS.len());
}

#[test]
fn a_stream_writes_what_the_whole_run_gives() {
    let run = fixed_run();
    let style = Style::default();
    for writer in WRITERS {
        let Some(stream) = writer.stream() else { continue };
        let mut out = Vec::new();
        stream.start(&run.head, style, &mut out).unwrap();
        for card in &run.reports {
            stream.report(&run.head, card, style, &mut out).unwrap();
        }
        for error in run.troubles() {
            stream.error(&run.head, error, style, &mut out).unwrap();
        }
        stream.end(&run.summary, style, &mut out).unwrap();
        assert_eq!(out, bytes(writer.format(), &run, style), "{}", writer.format());
    }
}

/// Values of an attribute, in order.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let mark = format!(" {attribute}=\"");
    page.split(mark.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn html_links_lead_to_places_on_the_page() {
    let page = text("html", &fixed_run());
    let ids = values(&page, "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an anchor stands twice");
    let links = values(&page, "href");
    for link in &links {
        assert!(unique.contains(link.trim_start_matches('#')), "{link} leads nowhere");
    }
    // Both ways: from the evidence of the second finding to the words, and from the words back.
    assert!(links.contains(&"#r1-m2-1") && links.contains(&"#r1-f2") && links.contains(&"#r1-n2-1"));
}

#[test]
fn html_marks_overlapping_words_without_losing_any() {
    let page = text("html", &fixed_run());
    let anchor = format!("id=\"r1-p{}\"", QUOTES[0].len() + 1);
    let paragraph = page.split(anchor.as_str()).nth(1).and_then(|p| p.split("</p>").next()).unwrap();
    let mut words = String::new();
    let mut inside = true;
    for c in paragraph.split_once('>').unwrap().1.chars() {
        match c {
            '<' => inside = false,
            '>' => inside = true,
            c if inside => words.push(c),
            _ => {}
        }
    }
    // The line number, the words with the number of the near miss inside, the numbers of the findings.
    assert_eq!(words, "2@SUM2(A1:A9)123");
    assert_eq!(paragraph.matches("<mark").count(), 3);
}

#[test]
fn ndjson_has_a_line_for_every_file() {
    let out = text("ndjson", &fixed_run());
    let lines: Vec<Value> = out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let paths: Vec<&str> = lines.iter().map(|l| l["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["drafts/甲,乙 1.txt", "drafts/plan.txt", "scan.pdf", "waivers.yaml"]);
    assert!(lines.iter().all(|l| l["run"]["profile"] == "national" && l["run"]["as_of"] == "2026-11-22"));
    assert_eq!(
        (&lines[0]["score"], &lines[2]["error"]["kind"]),
        (&Value::from(40.0), &Value::from("no_text_layer"))
    );
}

#[test]
fn gitlab_has_the_documented_fields_and_no_fingerprint_twice() {
    let issues: Vec<Value> = serde_json::from_str(&text("gitlab", &fixed_run())).unwrap();
    assert_eq!(issues.len(), 7);
    let mut seen = BTreeSet::new();
    for issue in &issues {
        let keys: Vec<&str> = issue.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, ["check_name", "description", "fingerprint", "location", "severity"]);
        assert!(
            ["info", "minor", "major", "critical", "blocker"].contains(&issue["severity"].as_str().unwrap())
        );
        assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() >= 1);
        assert!(!issue["location"]["path"].as_str().unwrap().starts_with('.'));
        assert!(seen.insert(issue["fingerprint"].as_str().unwrap()));
    }
}

#[test]
fn a_comment_fits_however_many_reports_there_are() {
    let mut run = fixed_run();
    let card = run.reports[0].clone();
    run.reports =
        (0..500).map(|i| lawcheck::write::Card { path: format!("{i}.txt"), ..card.clone() }).collect();
    let comment = text("markdown", &run);
    assert!(comment.chars().count() < 60_000);
    assert_eq!(comment.matches("<details>").count(), comment.matches("</details>").count());
    assert!(comment.contains("份报告的明细放不下"));
}
