//! A Word file that comes back with comments: the comments surround the words of the findings, and nothing else changes.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::{Command, Output};

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use zip::ZipArchive;

use super::real::REPORT;
use crate::forge::docx::{self, Docx};
use crate::forge::package::pack;

const MAIN: &str = "word/document.xml";
const NAMED: [&str; 3] = ["[Content_Types].xml", MAIN, "word/_rels/document.xml.rels"];

/// A report, its words cut into short runs.
fn report() -> Docx {
    let lines: Vec<_> = REPORT.lines().filter(|line| !line.is_empty()).map(|line| (None, line)).collect();
    docx::typed(&lines).with("theme", "theme1.xml", "<a:theme xmlns:a=\"x\"/>")
}

fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = Vec::new();
    for n in 0..zip.len() {
        let mut entry = zip.by_index(n).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        out.push((entry.name().unwrap().into_owned(), bytes));
    }
    out
}

fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(n, _)| n == name);
    String::from_utf8(found.unwrap().1).unwrap()
}

fn score(folder: &Path, paths: &[&str]) -> Output {
    let args = ["--format", "docx", "--output", "out.docx", "--format", "json", "--output", "out.json"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_lawcheck"));
    let done = command.arg("score").args(paths).args(args).current_dir(folder).output().unwrap();
    assert!(folder.join("out.docx").is_file(), "{}", String::from_utf8_lossy(&done.stderr));
    done
}

fn written(folder: &Path) -> Vec<u8> {
    std::fs::read(folder.join("out.docx")).unwrap()
}

/// The words between the marks of each comment.
fn surrounded(main: &str) -> BTreeMap<u32, String> {
    let mut reader = Reader::from_str(main);
    reader.config_mut().expand_empty_elements = true;
    let (mut out, mut open) = (BTreeMap::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                let id = tag.attributes().flatten().find(|a| a.key.0 == "w:id");
                let id: u32 = id.and_then(|a| a.value.parse().ok()).unwrap_or(0);
                match tag.name().0 {
                    "w:commentRangeStart" => open.push(id),
                    "w:commentRangeEnd" => open.retain(|o| *o != id),
                    _ => {}
                }
            }
            Event::Text(text) => {
                open.iter().for_each(|id| out.entry(*id).or_insert_with(String::new).push_str(&text));
            }
            Event::Eof => return out,
            _ => {}
        }
    }
}

/// The words of each comment, a line a paragraph.
fn said(comments: &str) -> BTreeMap<u32, String> {
    let comment = |text: &str| {
        let id = text.split_once("w:id=\"")?.1.split('"').next()?.parse().ok()?;
        let words: Vec<&str> = text.split("<w:t xml:space=\"preserve\">").skip(1).collect();
        let lines: Vec<&str> = words.iter().filter_map(|w| w.split("</w:t>").next()).collect();
        Some((id, lines.join("\n")))
    };
    comments.split("<w:comment ").skip(1).filter_map(comment).collect()
}

#[test]
fn findings_are_comments_around_their_words_and_nothing_else_changes() {
    let folder = tempfile::tempdir().unwrap();
    let before = report().build();
    std::fs::write(folder.path().join("a.docx"), &before).unwrap();
    let done = score(folder.path(), &["a.docx"]);
    assert!(!String::from_utf8_lossy(&done.stderr).contains("not_annotated"));
    let after = written(folder.path());
    let (old, new) = (parts(&before), parts(&after));
    assert_eq!(new.len(), old.len() + 1);
    for ((name, bytes), (same, now)) in old.iter().zip(&new) {
        assert_eq!((name, bytes == now), (same, !NAMED.contains(&name.as_str())));
    }
    let surrounded = surrounded(&part(&after, MAIN));
    let said = said(&part(&after, "word/comments.xml"));
    let run: Value = serde_json::from_slice(&std::fs::read(folder.path().join("out.json")).unwrap()).unwrap();
    let card = &run["reports"][0];
    let titles: BTreeMap<&str, &str> = run["packs"].as_array().unwrap().iter().flat_map(rules).collect();
    let results = card["results"].as_array().unwrap();
    let findings: Vec<&Value> =
        results.iter().filter(|r| r.get("finding").is_some_and(Value::is_string)).collect();
    assert_eq!((said.len(), surrounded.len()), (findings.len() + 1, findings.len() + 1));
    let score = format!("得分 {}", card["score"]);
    assert!(
        said[&0].starts_with(&score) && surrounded[&0].contains("法治政府建设情况的报告"),
        "{}",
        said[&0]
    );
    let mut quoted = 0;
    for finding in findings {
        let title = titles[finding["rule"].as_str().unwrap()];
        let (id, words) = said.iter().find(|(_, words)| words.starts_with(&format!("{title}["))).unwrap();
        assert!(words.contains("怎样得回") && words.contains("依据"), "{words}");
        let Some(quote) = finding["evidence"].get(0).and_then(|e| e["quote"].as_str()) else { continue };
        let plain = |text: &str| text.split_whitespace().collect::<String>();
        let (start, inside) = (plain(quote.trim_end_matches('…')), plain(&surrounded[id]));
        assert!(
            inside == start || quote.ends_with('…') && inside.starts_with(&start),
            "{inside} for {quote}"
        );
        quoted += 1;
    }
    assert!(quoted >= 5, "{quoted}");
}

/// Id and title of every rule of a pack.
fn rules(pack: &Value) -> Vec<(&str, &str)> {
    let parts = pack["parts"].as_array().unwrap();
    let rules = parts.iter().flat_map(|part| part["rules"].as_array().unwrap());
    rules.map(|rule| (rule["id"].as_str().unwrap(), rule["title"].as_str().unwrap())).collect()
}

#[test]
fn what_else_happened_in_the_run_stands_in_the_comment_at_the_title() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.docx"), report().build()).unwrap();
    std::fs::write(folder.path().join("scan.txt"), "").unwrap();
    score(folder.path(), &["a.docx", "scan.txt"]);
    let said = said(&part(&written(folder.path()), "word/comments.xml"));
    let naming: Vec<&u32> =
        said.iter().filter(|(_, words)| words.contains("scan.txt")).map(|(id, _)| id).collect();
    assert_eq!(naming, [&0]);
}

#[test]
fn several_reports_and_other_formats_give_a_scorecard() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.docx", "b.docx"] {
        std::fs::write(folder.path().join(name), report().build()).unwrap();
    }
    std::fs::write(folder.path().join("c.txt"), REPORT).unwrap();
    for paths in [["a.docx", "b.docx"].as_slice(), &["c.txt"]] {
        let done = score(folder.path(), paths);
        assert!(part(&written(folder.path()), MAIN).contains("评分表"));
        assert!(!String::from_utf8_lossy(&done.stderr).contains("not_annotated"));
    }
}

#[test]
fn a_file_that_takes_no_comments_is_named_with_the_reason() {
    let signed = {
        let mut all = parts(&report().build());
        all.push(("_xmlsignatures/origin.sigs".to_string(), Vec::new()));
        let all: Vec<(&str, &[u8])> = all.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
        pack(&all)
    };
    let folder = tempfile::tempdir().unwrap();
    for (bytes, why) in [(signed, "签名"), (report().flat(), "XML")] {
        std::fs::write(folder.path().join("a.docx"), bytes).unwrap();
        let said = String::from_utf8(score(folder.path(), &["a.docx"]).stderr).unwrap();
        let note = said.lines().find(|line| line.starts_with("a.docx: not_annotated: "));
        assert!(note.is_some_and(|note| note.contains(why)), "{said}");
        assert!(part(&written(folder.path()), MAIN).contains("评分表"));
    }
}
