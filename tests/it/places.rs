//! A finding names the place that the user of the file sees: page, paragraph, cell; in the printed table and in JSON.

use lawcheck::pack::Packs;
use lawcheck::read::{Input, Limits};
use lawcheck::report::Declared;
use lawcheck::text::Lang;
use lawcheck::write::{Cards, Run, Style, Summary, head, writer};
use serde_json::Value;

use crate::forge::docx::{Docx, p};
use crate::forge::{Report, doc, escape, odt, ofd, pdf, word};
use crate::reports::packs;

const RULE: &str = "integrity/left-overs/no-placeholders";
/// A blank that nobody filled in.
const BLANK: &str = "全县办理行政处罚案件××件。";
/// The same in a row of a table.
const ROWS: [[&str; 2]; 2] = [["指标名称", "2021年"], ["行政处罚案件", "××件"]];
const REPORT: Report<'static> = &[
    (None, "甲县人民政府关于2021年法治政府建设情况的报告"),
    (None, "2021年\u{ff0c}我县推进依法行政。现将有关情况报告如下。"),
    (Some(1), "一、主要举措和成效"),
    (None, "全年办理行政复议案件67件\u{ff0c}全部办结。"),
    (Some(1), "二、存在的不足"),
    (None, "基层执法力量不足\u{ff0c}主要原因是编制少。"),
];

/// What a format says of the blanks: the places in JSON, and the printed lines about them.
fn places(name: &str, bytes: &[u8], packs: &Packs) -> (Vec<Value>, Vec<String>) {
    let checked =
        lawcheck::check(Input { name, bytes }, packs, &Declared::default(), &Limits::default()).unwrap();
    let head = head(packs, "2026-11-22", Lang::En);
    let cards = Cards { packs, head: &head, waivers: &[], lang: Lang::En, text: false };
    let card = cards.card(name, "", &checked.report, &checked.scorecard);
    let run = Run {
        head: head.clone(),
        summary: Summary { reports: 1, failed: 1, ..Summary::default() },
        reports: vec![card],
        errors: Vec::new(),
        findings: Vec::new(),
    };
    let write = |format: &str| {
        let mut out = Vec::new();
        let style = Style { lang: Lang::En, width: 200, ..Style::default() };
        writer(format).unwrap().write(&run, style, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let json: Value = serde_json::from_str(&write("json")).unwrap();
    let results = json["reports"][0]["results"].as_array().unwrap();
    let found = results.iter().find(|r| r["rule"] == RULE).unwrap();
    let printed = write("table");
    let lines = printed.lines().filter(|l| l.contains('×')).map(|l| l.trim().to_string()).collect();
    (found["evidence"].as_array().unwrap().clone(), lines)
}

/// Page, paragraph and cell in JSON, for every blank.
fn facts(evidence: &[Value]) -> Vec<(Option<u64>, Option<u64>, Option<&str>)> {
    evidence.iter().map(|e| (e["page"].as_u64(), e["paragraph"].as_u64(), e["cell"].as_str())).collect()
}

fn says(lines: &[String], words: &str) {
    assert!(lines.iter().any(|l| l.contains(words)), "{words}: {lines:?}");
}

/// The report, then further paragraphs up to the second page, then the blank.
fn long() -> Vec<(Option<u8>, &'static str)> {
    let filler =
        (None, "县政府常务会议学法12次\u{ff0c}行政机关负责人出庭应诉率达到100%\u{ff0c}各项工作有序推进。");
    let first = REPORT.iter().take(4).copied();
    let rest = REPORT.iter().skip(4).copied();
    first.chain(std::iter::repeat_n(filler, 24)).chain([(None, BLANK)]).chain(rest).collect()
}

#[test]
fn a_finding_in_word_names_paragraph_cell_and_page() {
    let body = |range: std::ops::Range<usize>| REPORT[range].iter().map(|(_, t)| p(t)).collect::<String>();
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p(text));
    let row = |row: &[&str; 2]| format!("<w:tr>{}</w:tr>", row.map(cell).concat());
    let table = format!("<w:tbl>{}</w:tbl>", ROWS.iter().map(row).collect::<String>());
    let broken = format!("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>{}", p(BLANK));
    let file = |page: &str| Docx::new([&body(0..4), page, &table, &body(4..6)].concat()).build();
    let packs = packs();
    let (json, lines) = places("a.docx", &file(&broken), &packs);
    assert_eq!(facts(&json), [(Some(2), Some(6), None), (Some(2), Some(10), Some("T1R2C2"))]);
    assert_eq!(json[0]["page_is_estimate"], true);
    says(&lines, "about page 2, paragraph 6");
    says(&lines, "about page 2, cell T1R2C2");
    // Without a break that Word left, the page is not known and not made up.
    let (json, lines) = places("a.docx", &file(&p(BLANK)), &packs);
    assert_eq!(facts(&json), [(None, Some(5), None), (None, Some(9), Some("T1R2C2"))]);
    says(&lines, "at paragraph 5 ");
}

#[test]
fn a_finding_in_word_97_and_opendocument_names_paragraph_and_cell() {
    let packs = packs();
    let texts: Vec<String> = REPORT.iter().map(|(_, t)| format!("{t}\r")).collect();
    let cell = |text| doc::Block { runs: vec![(text, vec![])], changes: word::change::in_table(), style: 0 };
    let end = || doc::Block { runs: vec![("\u{7}", vec![])], changes: word::change::row_end(), style: 0 };
    let cells: Vec<String> = ROWS.iter().flatten().map(|t| format!("{t}\u{7}")).collect();
    let mut blocks: Vec<doc::Block<'_>> = texts.iter().take(4).map(|t| doc::plain(0, t)).collect();
    for row in cells.chunks(2) {
        blocks.extend(row.iter().map(|t| cell(t.as_str())));
        blocks.push(end());
    }
    blocks.extend(texts.iter().skip(4).map(|t| doc::plain(0, t)));
    let (json, lines) = places("a.doc", &doc::Doc { blocks, ..doc::Doc::default() }.bytes(), &packs);
    assert_eq!(facts(&json).iter().map(|f| f.2).collect::<Vec<_>>(), [Some("T1R2C2")]);
    says(&lines, "cell T1R2C2, paragraph");

    let row = |row: &[&str; 2]| {
        let cell = |t: &str| format!("<table:table-cell>{}</table:table-cell>", odt::p(t));
        format!("<table:table-row>{}</table:table-row>", row.map(cell).concat())
    };
    let body =
        |range: std::ops::Range<usize>| REPORT[range].iter().map(|(_, t)| odt::p(t)).collect::<String>();
    let table = format!("<table:table>{}</table:table>", ROWS.iter().map(row).collect::<String>());
    let file = odt::build("", &[body(0..4), odt::p(&escape(BLANK)), table, body(4..6)].concat());
    let (json, lines) = places("a.odt", &file, &packs);
    assert_eq!(facts(&json), [(None, Some(5), None), (None, Some(9), Some("T1R2C2"))]);
    says(&lines, "cell T1R2C2, paragraph 9");
}

#[test]
fn a_finding_on_fixed_pages_names_page_and_cell() {
    let packs = packs();
    for (name, bytes) in [("a.pdf", pdf::report(&long())), ("a.ofd", ofd::lines(&long()))] {
        let (json, lines) = places(name, &bytes, &packs);
        assert!(matches!(facts(&json)[..], [(Some(2..), None, None)]), "{name}: {json:?}");
        assert_eq!(json[0].get("page_is_estimate"), None, "{name}");
        says(&lines, &format!("at page {} ", json[0]["page"]));
    }
    let mut paper = pdf::Paper::new();
    let mut page = String::new();
    let mut put = |x: f32, y: f32, text: &str| {
        paper.text(x, y, 12.0, text);
        page += &ofd::line(x / 2.84, y / 2.84, text);
    };
    let mut y = 100.0;
    let before = REPORT.iter().take(4).map(|(_, text)| [*text, ""]);
    let after = REPORT.iter().skip(4).map(|(_, text)| [*text, ""]);
    for [name, value] in before.chain(ROWS).chain(after) {
        put(90.0, y, name);
        put(340.0, y, value);
        y += 24.0;
    }
    for (name, bytes) in [("a.pdf", paper.finish()), ("a.ofd", ofd::build(&[page]))] {
        let (json, lines) = places(name, &bytes, &packs);
        assert_eq!(facts(&json), [(Some(1), None, Some("T1R2C2"))], "{name}");
        says(&lines, "page 1, cell T1R2C2");
    }
}
