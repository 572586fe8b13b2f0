//! PDF files as a whole: made by the forge, read back.
#![expect(clippy::unwrap_used, reason = "what a test asks for and does not get has failed it")]

use lawcheck::read::{Input, Limit, Limits, ReadError, read};
use lawcheck::text::{BlockKind, Source};

use crate::forge::locked;
use crate::forge::pdf::{Paper, Setting, deflated, file, report, set, stream};

fn try_read(bytes: &[u8]) -> Result<Source, ReadError> {
    read(Input { name: "a.pdf", bytes }, &Limits::default())
}

fn texts(source: &Source) -> Vec<&str> {
    source.blocks().iter().map(|b| source.slice(b.span)).collect()
}

fn warnings(source: &Source) -> Vec<&'static str> {
    source.warnings.iter().map(|w| w.kind).collect()
}

fn refused(bytes: &[u8]) -> &'static str {
    try_read(bytes).unwrap_err().kind().word()
}

/// A report of several pages whose paragraphs end anywhere in a line.
fn long_report() -> Vec<String> {
    let facts = [
        "组织领导得到加强",
        "\u{ff0c}全年召开专题会议12次",
        "\u{ff0c}办理行政复议案件67件",
        "\u{ff0c}审结61件",
        "\u{ff0c}出庭应诉率达到98.5%",
        "\u{ff0c}制定《某某县行政执法公示办法\u{ff08}试行\u{ff09}》",
        "\u{ff0c}“放管服”改革向纵深推进",
    ];
    let mut out = vec!["某某县人民政府2021年法治政府建设年度报告".to_string()];
    for (n, number) in ["一", "二", "三", "四", "五", "六"].iter().enumerate() {
        out.push(format!("{number}、2021年度重点工作完成情况"));
        for m in 0..5 {
            let rotated = facts.iter().cycle().skip(n + m).take(6 + (n * 3 + m) % 5);
            let words: String = rotated.copied().collect();
            out.push(format!("{}\u{3002}", words.trim_start_matches('\u{ff0c}')));
        }
    }
    out
}

fn paragraphs(texts: &[String]) -> Vec<(Option<u8>, &str)> {
    texts.iter().map(|t| (None, t.as_str())).collect()
}

#[test]
fn lines_and_pages_become_paragraphs_again() {
    let expected = long_report();
    let settings = [
        Setting::default(),
        Setting { head: Some("某某县人民政府公报 2022年第3期"), ..Setting::default() },
        Setting { size: 10.5, measure: 40, ..Setting::default() },
        Setting { size: 12.0, measure: 17, columns: 2, ..Setting::default() },
    ];
    for setting in settings {
        let source = try_read(&set(&paragraphs(&expected), setting)).unwrap();
        assert_eq!(texts(&source), expected, "{} columns of {}", setting.columns, setting.measure);
        assert!(source.warnings.is_empty());
    }
}

#[test]
fn a_finding_names_the_page() {
    let expected = long_report();
    let source = try_read(&report(&paragraphs(&expected))).unwrap();
    let pages: Vec<u32> = source.blocks().iter().filter_map(|b| b.origin.page).collect();
    assert_eq!(pages.len(), expected.len());
    assert!(pages.is_sorted() && pages[0] == 1 && pages[pages.len() - 1] > 3);
    assert!(source.blocks().iter().all(|b| !b.origin.page_is_estimate));
}

#[test]
fn turned_pages_read_like_upright_ones() {
    for rotate in [90, 180, 270] {
        let mut paper = Paper::new();
        paper.entries = format!("/Rotate {rotate}");
        paper.text(100.0, 100.0, 16.0, "一、总体情况");
        paper.text(100.0, 130.0, 16.0, "全年办理案件67件\u{3002}");
        assert_eq!(texts(&try_read(&paper.finish()).unwrap()), ["一、总体情况", "全年办理案件67件\u{3002}"]);
    }
    // A table page whose content is turned, as some programs write it.
    let mut paper = Paper::new();
    paper.placed([0.0, 1.0, -1.0, 0.0, 100.0, 100.0], 16.0, "一、总体情况");
    paper.placed([0.0, 1.0, -1.0, 0.0, 130.0, 100.0], 16.0, "全年办理案件67件\u{3002}");
    assert_eq!(texts(&try_read(&paper.finish()).unwrap()), ["一、总体情况", "全年办理案件67件\u{3002}"]);
}

#[test]
fn a_watermark_is_not_in_the_text() {
    let expected = long_report();
    let mut paper = Paper::new();
    for (n, text) in (0u8..).zip(&expected[1..6]) {
        paper.text(90.0, 100.0 + 30.0 * f32::from(n), 12.0, &text.chars().take(30).collect::<String>());
    }
    paper.placed([0.7, 0.7, -0.7, 0.7, 150.0, 560.0], 60.0, "内部资料");
    assert!(!try_read(&paper.finish()).unwrap().text().contains("内部"));
}

#[test]
fn rows_of_a_table_are_cells() {
    let mut paper = Paper::new();
    let rows =
        [("指标", "2020年", "2021年"), ("行政复议受理", "58件", "67件"), ("行政诉讼应诉", "31件", "29件")];
    for (n, (name, before, after)) in (0u8..).zip(rows) {
        let y = 100.0 + 24.0 * f32::from(n);
        paper.text(90.0, y, 12.0, name);
        paper.text(260.0, y, 12.0, before);
        paper.text(400.0, y, 12.0, after);
    }
    let source = try_read(&paper.finish()).unwrap();
    assert_eq!(source.blocks().len(), 9);
    let cell = source.blocks().iter().find(|b| source.slice(b.span) == "67件").unwrap();
    assert!(matches!(cell.kind, BlockKind::Cell(at) if (at.row, at.column) == (2, 3)));
}

#[test]
fn recognised_text_under_a_scan_is_read_and_said() {
    let scan = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{1} EI Q 3 Tr";
    let mut paper = Paper::new();
    paper.raw(scan);
    paper.text(90.0, 100.0, 12.0, "一、开展的主要工作及成效概述");
    let source = try_read(&paper.finish()).unwrap();
    assert_eq!(
        (texts(&source), warnings(&source)),
        (vec!["一、开展的主要工作及成效概述"], vec!["ocr_layer"])
    );
}

#[test]
fn scans_are_refused_and_scanned_pages_named() {
    let scan = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{1} EI Q";
    let mut paper = Paper::new();
    paper.raw(scan);
    paper.text(280.0, 800.0, 10.0, "第1页");
    assert_eq!(refused(&paper.finish()), "no_text_layer");
    let mut paper = Paper::new();
    paper.text(90.0, 100.0, 12.0, "一、开展的主要工作及成效概述");
    paper.turn();
    paper.raw(scan);
    let source = try_read(&paper.finish()).unwrap();
    assert_eq!(warnings(&source), ["pages_without_text"]);
    assert!(source.warnings[0].words.zh.contains("第 2 页"));
}

#[test]
fn bombs_are_refused_before_they_unpack() {
    let spaces = vec![b' '; 60 << 20];
    let page = "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>";
    let objects = |bomb: Vec<u8>| {
        let rest = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", page];
        let mut all: Vec<Vec<u8>> = rest.iter().map(|o| o.as_bytes().to_vec()).collect();
        all.push(bomb);
        file(&all)
    };
    assert_eq!(refused(&objects(stream("", &spaces))), "limit_exceeded");
    let twice = deflated(&deflated(&spaces));
    let head = format!("<</Length {}/Filter[/FlateDecode/FlateDecode]>>stream\n", twice.len());
    let twice = [head.as_bytes(), &twice, b"\nendstream"].concat();
    assert_eq!(refused(&objects(twice)), "limit_exceeded");
}

#[test]
fn files_with_an_owner_password_are_read_and_their_bombs_found() {
    let text = "某某县人民政府年度报告正文";
    assert_eq!(refused(&locked::report(text, 60 << 20)), "limit_exceeded");
    let source = try_read(&locked::report(text, 0));
    assert_eq!(source.map(|s| s.text().to_string()), Ok(text.to_string()));
}

#[test]
fn drawings_that_draw_themselves_end() {
    // Each form draws the next one twice: a page of 2^40 steps in a file of forty objects.
    let mut objects: Vec<Vec<u8>> = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
    ]
    .iter()
    .map(|o| o.as_bytes().to_vec())
    .collect();
    objects.push(stream("", b"/F Do"));
    for next in 6..46 {
        let next = if next == 45 { 5 } else { next };
        let entries =
            format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F {next} 0 R>>>>");
        objects.push(stream(&entries, b"/F Do /F Do"));
    }
    assert_eq!(refused(&file(&objects)), "no_text_layer");
}

#[test]
fn loops_and_depth_in_the_page_tree_end() {
    let tree = |kids: &str| {
        let objects =
            ["<</Type/Catalog/Pages 2 0 R>>".to_string(), format!("<</Type/Pages/Count 1/Kids[{kids}]>>")];
        file(&objects.map(String::into_bytes))
    };
    assert_eq!(refused(&tree("2 0 R 2 0 R")), "corrupt");
    assert_eq!(refused(&tree(&"[".repeat(100_000))), "corrupt");
    assert_eq!(refused(&tree(&"<</Type/Page>>".repeat(2001))), "limit_exceeded");
}

#[test]
fn work_is_counted() {
    let mut limits = Limits::default();
    limits.lower(Limit::Work, 20_000);
    let file = report(&paragraphs(&long_report()));
    let error = read(Input { name: "a.pdf", bytes: &file }, &limits).unwrap_err();
    assert!(matches!(error, ReadError::Limit { limit: Limit::Work, .. }));
}

#[test]
fn a_file_cut_or_damaged_anywhere_gives_text_or_an_error() {
    let whole = report(&paragraphs(&long_report()));
    for end in (0..whole.len()).step_by(97) {
        if let Ok(source) = try_read(&whole[..end]) {
            assert!(source.format != "pdf" || warnings(&source).contains(&"truncated"), "cut at {end}");
        }
    }
    for at in (0..whole.len()).step_by(61) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x15;
        let _ = try_read(&damaged);
    }
}
