//! The formats on the command line.

use std::path::Path;
use std::process::{Command, Output};

use lawcheck::write::WEIGHTS;
use rust_xlsxwriter::Workbook;
use serde_json::Value;

use super::real::REPORT;

/// Run the program in a folder.
fn lawcheck(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lawcheck")).args(args).current_dir(folder).output().unwrap()
}

/// A folder with two reports and a file that is none.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.txt", "b.txt"] {
        std::fs::write(folder.path().join(name), REPORT).unwrap();
    }
    std::fs::write(folder.path().join("empty.txt"), "").unwrap();
    folder
}

fn json(folder: &Path, name: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

#[test]
fn one_run_writes_several_formats_each_to_its_place() {
    let folder = folder();
    let here = folder.path();
    let args = [
        "score", ".", "--format", "ndjson", "--format", "json", "--output", "all.json", "--format", "html",
        "--output", "all.html",
    ];
    let done = lawcheck(here, &args);
    assert_eq!(done.status.code(), Some(4), "{}", String::from_utf8_lossy(&done.stderr));
    let all = json(here, "all.json");
    assert_eq!(all["summary"]["reports"], 2);
    let lines: Vec<Value> =
        String::from_utf8(done.stdout).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["results"], all["reports"][0]["results"]);
    assert!(std::fs::read_to_string(here.join("all.html")).unwrap().contains("<mark"));
}

#[test]
fn the_settings_file_names_several_outputs() {
    let folder = folder();
    let here = folder.path();
    let settings = "outputs:\n  - { format: json, output: x.json }\n  - { format: csv, output: x.csv }\n";
    std::fs::write(here.join("lawcheck.yaml"), settings).unwrap();
    let done = lawcheck(here, &["score", "a.txt"]);
    assert!(done.stdout.is_empty());
    assert_eq!(json(here, "x.json")["summary"]["reports"], 1);
    assert!(here.join("x.csv").is_file());
}

#[test]
fn a_limit_that_the_settings_cannot_raise_names_their_file() {
    let folder = folder();
    std::fs::write(folder.path().join("lawcheck.yaml"), "limits: { pages: 2001 }\n").unwrap();
    let done = lawcheck(folder.path(), &["score", "a.txt", "--lang", "en"]);
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(2));
    assert!(
        said.contains("lawcheck.yaml: limit pages can only be lowered: at most 2000, not 2001"),
        "{said}"
    );
}

#[test]
fn two_formats_on_standard_output_are_refused_before_anything_is_read() {
    let folder = folder();
    let done = lawcheck(folder.path(), &["score", ".", "--format", "json", "--format", "csv"]);
    assert_eq!((done.status.code(), done.stdout.len()), (Some(2), 0));
}

/// A workbook as somebody left it: ids, weights as they were, weights as they are now.
fn edited(path: &Path, rows: &[(&str, f64, f64)]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(WEIGHTS.sheets[0]).unwrap();
    let column = |c: u32| u16::try_from(c).unwrap();
    sheet.write_string(WEIGHTS.profile.0, column(WEIGHTS.profile.1), "national").unwrap();
    for ((id, was, now), row) in rows.iter().zip(WEIGHTS.first..) {
        sheet.write_string(row, column(WEIGHTS.id), *id).unwrap();
        sheet.write_number(row, column(WEIGHTS.was), *was).unwrap();
        sheet.write_number(row, column(WEIGHTS.now), *now).unwrap();
    }
    book.save(path).unwrap();
}

#[test]
fn edited_weights_become_a_profile_that_scores_with_them() {
    let folder = folder();
    let here = folder.path();
    let rows = [
        ("annual-report", 60.0, 60.0),
        ("annual-report/publication", 20.0, 31.0),
        ("annual-report/contents/causes-given", 6.0, 0.0),
    ];
    edited(&here.join("book.xlsx"), &rows);
    let made = lawcheck(here, &["packs", "weights", "--from", "book.xlsx", "--output", "new.yaml"]);
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    lawcheck(here, &["score", "a.txt", "--profile", "new.yaml", "--format", "json", "--output", "x.json"]);
    let run = json(here, "x.json");
    let parts = run["packs"][0]["parts"].as_array().unwrap();
    let part = parts.iter().find(|p| p["id"].as_str().unwrap().ends_with("publication")).unwrap();
    assert_eq!(part["weight"], 31);
    let results = run["reports"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|r| r["rule"] == "annual-report/contents/causes-given").unwrap();
    assert_eq!((&result["weight"], result.get("possible")), (&Value::from(0), None));
}

#[test]
fn wrong_weights_are_named_by_cell_all_at_once() {
    let folder = folder();
    let here = folder.path();
    edited(&here.join("book.xlsx"), &[("annual-report", 60.0, 101.0), ("annual-report/contents", 45.0, 0.5)]);
    let done = lawcheck(here, &["packs", "weights", "--from", "book.xlsx"]);
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(said.contains("权重 D6") && said.contains("权重 D7"), "{said}");
    edited(&here.join("book.xlsx"), &[("annual-report/no/such", 1.0, 2.0)]);
    let done = lawcheck(here, &["packs", "weights", "--from", "book.xlsx"]);
    assert!(String::from_utf8(done.stderr).unwrap().contains("annual-report/no/such"));
}

#[test]
fn a_file_that_is_no_workbook_is_an_input_that_cannot_be_read() {
    let folder = folder();
    let done = lawcheck(folder.path(), &["packs", "weights", "--from", "a.txt"]);
    assert_eq!(done.status.code(), Some(4));
}
