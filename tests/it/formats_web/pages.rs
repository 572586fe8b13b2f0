//! Pages that hold a report.

use encoding_rs::GB18030;
use lawcheck::text::{BlockKind, CellRef};

use super::{REPORT, kinds, lines, open, texts};
use crate::forge::html::{LAYOUTS, Layout, around, page};
use crate::forge::mhtml::{Transfer, message};

fn property<'a>(source: &'a lawcheck::text::Source, name: &str) -> Option<&'a str> {
    source.properties.iter().find(|p| p.name == name).map(|p| p.value.as_str())
}

#[test]
fn every_layout_gives_the_report_and_nothing_else() {
    for layout in LAYOUTS {
        let source = open("a.html", page(layout, &REPORT).as_bytes()).unwrap();
        let without_blanks =
            |lines: Vec<&str>| -> Vec<String> { lines.iter().map(|l| l.replace(' ', "")).collect() };
        assert_eq!(without_blanks(lines(&source)), without_blanks(texts(&REPORT)), "{layout:?}");
        let headings = source.blocks().iter().filter(|b| matches!(b.kind, BlockKind::Heading(2))).count();
        assert_eq!(headings, if layout == Layout::Pasted { 4 } else { 3 }, "{layout:?}");
        let numbers: Vec<Option<u32>> = source.blocks().iter().map(|b| b.origin.paragraph).collect();
        assert_eq!(numbers, (1..=10).map(Some).collect::<Vec<_>>(), "{layout:?}");
    }
}

#[test]
fn the_information_table_is_kept_beside_the_text() {
    let read = |layout| open("a.html", page(layout, &REPORT).as_bytes()).unwrap();
    let line = read(Layout::Divs);
    assert_eq!(property(&line, "来源"), Some("区司法局"));
    assert_eq!(property(&line, "发布时间"), Some("2024-01-31 10:00"));
    let table = read(Layout::Tables);
    assert_eq!(property(&table, "索引号"), Some("115/2024"));
    assert_eq!(property(&table, "发文字号"), Some("某府〔2024〕3号"));
    let list = read(Layout::Breaks);
    assert_eq!(property(&list, "发布机构"), Some("区司法局"));
}

#[test]
fn fields_of_the_head_fill_what_the_page_does_not_show() {
    let text = page(Layout::Divs, &REPORT).replace(
        "</head>",
        "<meta name=PubDate content='2024-02-01'><meta name=ContentSource content=某局></head>",
    );
    let shown = open("a.html", text.as_bytes()).unwrap();
    assert_eq!(property(&shown, "发布时间"), Some("2024-01-31 10:00"));
    let bare = text.replace("发布时间: 2024-01-31 10:00", "");
    assert_eq!(property(&open("a.html", bare.as_bytes()).unwrap(), "发布时间"), Some("2024-02-01"));
}

#[test]
fn the_bytes_decide_the_encoding_and_not_the_label() {
    let text = page(Layout::Divs, &REPORT);
    let expected = texts(&REPORT);
    for label in ["utf-8", "gb2312", "big5", "unicode", "iso-8859-1"] {
        let labelled = text.replace("<head>", &format!("<head><meta charset={label}>"));
        for (name, bytes) in
            [("UTF-8", labelled.clone().into_bytes()), ("GB18030", GB18030.encode(&labelled).0.into_owned())]
        {
            let source = open("a.html", &bytes).unwrap();
            assert_eq!((source.encoding, lines(&source)), (Some(name), expected.clone()), "{label}");
        }
    }
}

#[test]
fn archives_and_disguised_pages_are_read_by_content() {
    let text = page(Layout::Divs, &REPORT);
    let gb = GB18030.encode(&text).0.into_owned();
    for transfer in [Transfer::QuotedPrintable, Transfer::Base64] {
        let source = open("a.doc", &message(&gb, "gb2312", transfer)).unwrap();
        assert_eq!((source.format, lines(&source)), ("mhtml", texts(&REPORT)));
    }
    let bare = page(Layout::Bare, &REPORT);
    let source = open("a.doc", &GB18030.encode(&bare).0).unwrap();
    assert_eq!((source.format, source.encoding, lines(&source)), ("html", Some("GB18030"), texts(&REPORT)));
    let plain = GB18030.encode(&texts(&REPORT).join("\r\n")).0.into_owned();
    let source = open("a.doc", &plain).unwrap();
    assert_eq!((source.format, lines(&source)), ("txt", texts(&REPORT)));
}

#[test]
fn inner_titles_in_angle_brackets_stay_text() {
    let text = "学习<法治政府建设实施纲要>、贯彻<意见>。\n一、<条例>的实施情况";
    let source = open("a.txt", text.as_bytes()).unwrap();
    assert_eq!((source.format, lines(&source).concat()), ("txt", text.replace('\n', "")));
}

#[test]
fn hidden_text_is_not_the_report() {
    let hidden = "<style>.x,#y{display:none}.x.on{display:block}@media print{.main{display:none}}</style>\
        <p style='DISPLAY: none'>甲。</p><p hidden>甲。</p><p class='a x'>甲。</p><p id=y>甲。</p>\
        <font style='display:none'>甲。</font><p style='mso-hide:all'>甲。</p><template><p>甲。</p></template>\
        <noscript>甲。</noscript><select><option>甲。</select><p class='x on'>乙。</p>";
    let text = page(Layout::Divs, &REPORT).replace("<div class=con>", &format!("<div class=con>{hidden}"));
    let source = open("a.html", text.as_bytes()).unwrap();
    assert!(!source.text().contains('甲') && source.text().contains('乙'), "{}", source.text());
}

#[test]
fn data_tables_keep_their_cells() {
    let table = "<table><tr><th>指标<th>数量<tr><td>行政复议<td>67件</table>";
    let mut report = REPORT.to_vec();
    report.insert(5, (None, table));
    let source = open("a.html", page(Layout::Divs, &report).as_bytes()).unwrap();
    let cells: Vec<(&str, BlockKind)> =
        lines(&source).into_iter().zip(kinds(&source)).skip(5).take(4).collect();
    let cell = |row, column| BlockKind::Cell(CellRef { table: 1, row, column });
    let expected =
        [("指标", cell(1, 1)), ("数量", cell(1, 2)), ("行政复议", cell(2, 1)), ("67件", cell(2, 2))];
    assert_eq!(cells, expected);
    assert_eq!(source.blocks()[8].origin.cell, Some(CellRef { table: 1, row: 2, column: 2 }));
}

#[test]
fn numbers_of_lists_and_entities_are_shown() {
    let list = "<ol style='list-style-type:cjk-ideographic'><li>&#21152;强领导。<li>&#x5145;实队伍。</ol>\
        <ol start=3><li>规范执法。<li>4.公开信息。</ol>";
    let mut report = REPORT.to_vec();
    report.insert(4, (None, list));
    let source = open("a.html", page(Layout::Divs, &report).as_bytes()).unwrap();
    let numbers: Vec<Option<&str>> =
        source.blocks()[4..8].iter().map(|b| b.auto_number.map(|n| source.slice(n))).collect();
    assert_eq!(lines(&source)[4..8], ["一、加强领导。", "二、充实队伍。", "3. 规范执法。", "4.公开信息。"]);
    assert_eq!(numbers, [Some("一、"), Some("二、"), Some("3. "), None]);
}

#[test]
fn a_short_report_beside_long_teasers_is_found() {
    let report: String = REPORT[1..].iter().map(|p| format!("<p>{}</p>", p.1)).collect();
    let teasers: String = (0..40)
        .map(|n| format!("<div class=item><a href=/{n}>政策解读第{n}期</a><p>为深入贯彻有关决定精神、推进相关工作。</p></div>"))
        .collect();
    let title = REPORT[0].1;
    let main = format!("<h1>{title}</h1><div>{report}</div><div class=policy>{teasers}</div>");
    let source = open("a.html", around(title, &main).as_bytes()).unwrap();
    assert_eq!(lines(&source), texts(&REPORT));
}
