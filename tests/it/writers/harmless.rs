//! Words of a report stay words in every format.

use lawcheck::write::Style;

use super::fixed::{QUOTES, TITLE, fixed_run};
use super::{bytes, text};

const SIGNS: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '\n', '|'];

#[test]
fn html_shows_markup_of_a_report_as_text() {
    let page = text("html", &fixed_run());
    let body = page.split_once("<body>").unwrap().1;
    assert!(
        !body.contains("<script") && !body.contains("<img"),
        "markup of the report became markup of the page"
    );
    assert!(body.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;"));
    assert!(body.contains("&lt;img src=x onerror=alert(1)&gt;"));
}

#[test]
fn html_names_nothing_outside_itself() {
    let page = text("html", &fixed_run());
    for word in ["src=\"", "href=\"h", "url(", "@import", "<link", "<base", "<iframe", "<form"] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn csv_cells_are_never_formulas() {
    let table = text("csv", &fixed_run());
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let mut cells = 0;
    for row in reader.records() {
        for cell in &row.unwrap() {
            cells += 1;
            assert!(!cell.starts_with(SIGNS), "{cell:?}");
        }
    }
    assert_eq!(cells, 22 * 14);
    assert!(table.contains("'=HYPERLINK"));
}

#[test]
fn markdown_tables_keep_their_columns() {
    let comment = text("markdown", &fixed_run());
    let mut columns = None;
    for row in comment.lines() {
        if !row.starts_with('|') {
            columns = None;
            continue;
        }
        let bars = row.replace("\\|", "").matches('|').count();
        assert_eq!(*columns.get_or_insert(bars), bars, "{row}");
    }
    assert!(!comment.contains("<script") && !comment.contains("<img"));
    assert!(!comment.contains("@SUM") && !comment.contains("`c`"));
}

#[test]
fn github_commands_are_only_our_own() {
    let out = text("github", &fixed_run());
    for row in out.split('\n').filter(|r| !r.is_empty()) {
        let ours = ["::error file=", "::warning file=", "::notice file=", "::notice title=lawcheck::"];
        assert!(ours.iter().any(|o| row.starts_with(o)), "{row}");
        assert!(!row.contains('\r'));
    }
    // Three findings, an undecided rule, the gate; the look-alike; the unreadable file; the waiver; the counts.
    assert_eq!(out.lines().count(), 9);
    assert!(out.contains("file=drafts/甲%2C乙 1.txt,line=1"));
    assert!(out.contains("%250A"), "a percent sign of the report is escaped");
}

#[test]
fn junit_holds_the_words_as_they_are() {
    let xml = text("junit", &fixed_run());
    let report = quick_junit::Report::deserialize_from_str(&xml).unwrap();
    let skipped: usize = report.test_suites.iter().map(|s| s.skipped).sum();
    assert_eq!((report.tests, report.failures, report.errors, skipped), (10, 4, 3, 2));
    assert!(!xml.contains("<script") && !xml.contains("]]>") && xml.contains("&lt;script&gt;"));
}

#[test]
fn word_files_hold_the_words_as_they_are() {
    let file = bytes("docx", &fixed_run(), Style::default());
    let read = docx_rs::read_docx(&file).unwrap().json();
    assert!(read.contains(&serde_json::Value::from(TITLE).to_string()));
    assert!(read.contains(&serde_json::Value::from(format!("第1行 “{}”", QUOTES[0])).to_string()));
}
