//! Word 97 files: text, looks, tables, stories, and what else OLE files are.

use lawcheck::read::OLD_WORD;
use lawcheck::text::{BlockKind, CellRef};

use super::{REPORT, kinds, lines, open, texts, word};
use crate::forge::doc::{Block, Doc, file, ole, plain};
use crate::forge::word::change;

fn warnings(source: &lawcheck::text::Source) -> Vec<&str> {
    source.warnings.iter().map(|w| w.kind).collect()
}

#[test]
fn paragraphs_and_heading_levels_are_read() {
    let source = open("a.wps", &file(&REPORT)).unwrap();
    assert_eq!((source.format, lines(&source)), ("doc", texts(&REPORT)));
    let expected: Vec<BlockKind> =
        REPORT.iter().map(|(level, _)| level.map_or(BlockKind::Paragraph, BlockKind::Heading)).collect();
    assert_eq!(kinds(&source), expected);
    assert_eq!(source.blocks()[3].origin.paragraph, Some(4));
    assert!(source.warnings.is_empty());
}

#[test]
fn western_and_wide_pieces_give_one_text() {
    let source =
        open("a.doc", &file(&[(None, "GDP 100"), (None, "增长5%。"), (None, "A\u{b}\u{3000}\u{3000}乙")]))
            .unwrap();
    assert_eq!(lines(&source), ["GDP 100", "增长5%。", "A", "乙"]);
}

#[test]
fn changes_are_read_as_accepted() {
    let run = |text, changes| (text, changes);
    let blocks = vec![
        Block {
            runs: vec![
                run("办理案件", vec![]),
                run("58", change::deleted()),
                run("67", change::inserted()),
                run("件", vec![]),
                run("\r", change::deleted()),
            ],
            ..Block::default()
        },
        Block {
            runs: vec![run("、审结61件。", vec![]), run("密", change::hidden()), run("\r", vec![])],
            ..Block::default()
        },
    ];
    let source = open("a.doc", &Doc { blocks, ..Doc::default() }.bytes()).unwrap();
    assert_eq!(lines(&source), ["办理案件67件、审结61件。"]);
    assert_eq!(warnings(&source), ["tracked_changes", "hidden_text"]);
}

#[test]
fn cells_have_rows_and_columns() {
    let cell = |text, changes| Block { runs: vec![(text, vec![])], changes, style: 0 };
    let blocks = vec![
        plain(0, "前。\r"),
        cell("指标\u{7}", change::in_table()),
        cell("数量\u{7}", change::in_table()),
        cell("\u{7}", change::row_end()),
        cell("复议\r", change::in_table()),
        cell("诉讼\u{7}", change::in_table()),
        cell("67件\u{7}", change::in_table()),
        cell("\u{7}", change::row_end()),
        plain(0, "后。\r"),
    ];
    let source = open("a.doc", &Doc { blocks, ..Doc::default() }.bytes()).unwrap();
    assert_eq!(lines(&source), ["前。", "指标", "数量", "复议", "诉讼", "67件", "后。"]);
    let places: Vec<Option<(u32, u32)>> =
        source.blocks().iter().map(|b| b.origin.cell.map(|c| (c.row, c.column))).collect();
    assert_eq!(places, [None, Some((1, 1)), Some((1, 2)), Some((2, 1)), Some((2, 1)), Some((2, 2)), None]);
    assert_eq!(source.blocks()[1].kind, BlockKind::Cell(CellRef { table: 1, row: 1, column: 1 }));
}

#[test]
fn a_report_inside_one_cell_is_no_table() {
    let texts: Vec<String> = texts(&REPORT).iter().map(|t| format!("{t}\r")).collect();
    let block = |text| Block { runs: vec![(text, vec![])], changes: change::in_table(), style: 0 };
    let mut blocks: Vec<Block<'_>> = texts.iter().map(|t| block(t.as_str())).collect();
    blocks.push(block("\u{7}"));
    blocks.push(Block { runs: vec![("\u{7}", vec![])], changes: change::row_end(), style: 0 });
    let source = open("a.doc", &Doc { blocks, ..Doc::default() }.bytes()).unwrap();
    assert_eq!(kinds(&source), [BlockKind::Paragraph; 10]);
    assert_eq!(source.blocks()[0].origin.cell.map(|c| c.row), Some(1));
}

#[test]
fn notes_stay_and_headers_and_comments_go() {
    let blocks = vec![
        plain(0, "全年办理案件67件\u{2}。\r"),
        plain(0, "\u{2} 来源为年报。\r"),
        plain(0, "页眉文字\r"),
        plain(0, "批注文字\r"),
        plain(0, "\u{2} 尾注。\r"),
        plain(0, "框中文字。\r"),
    ];
    let source =
        open("a.doc", &Doc { blocks, stories: vec![1, 1, 1, 0, 1, 1, 1], ..Doc::default() }.bytes()).unwrap();
    assert_eq!(lines(&source), ["全年办理案件67件。", "来源为年报。", "尾注。", "框中文字。"]);
    assert_eq!(kinds(&source), [BlockKind::Paragraph, BlockKind::Note, BlockKind::Note, BlockKind::TextBox]);
}

#[test]
fn fields_show_their_result() {
    let text = "见\u{13} HYPERLINK \"http://a\" \u{14}实施条例\u{15}第\u{13} PAGE \u{14}3\u{15}条。\r";
    let source = open("a.doc", &Doc { blocks: vec![plain(0, text)], ..Doc::default() }.bytes()).unwrap();
    assert_eq!(lines(&source), ["见实施条例第3条。"]);
}

#[test]
fn what_is_no_word_file_is_named() {
    let (main, table) = Doc { blocks: vec![plain(0, "甲\r")], ..Doc::default() }.streams();
    assert_eq!(word(open("a.docx", &ole(&[("EncryptedPackage", &[0; 100])]))), "encrypted");
    let flagged = Doc { blocks: vec![plain(0, "甲\r")], flags: 0x0100, ..Doc::default() };
    assert_eq!(word(open("a.doc", &flagged.bytes())), "encrypted");
    assert_eq!(word(open("a.doc", &ole(&[("WordDocument", &main)]))), "corrupt");
    assert_eq!(word(open("a.doc", &ole(&[("WordDocument", &[7; 2048]), ("1Table", &table)]))), "corrupt");
    assert_eq!(
        word(open("a.doc", &Doc { blocks: vec![plain(0, "\u{1}\r")], ..Doc::default() }.bytes())),
        "no_text_layer"
    );
    for (stream, name) in [("Workbook", "Excel"), ("PowerPoint Document", "PowerPoint"), ("Else", "OLE")] {
        let error = open("a.doc", &ole(&[(stream, &[0; 100])])).unwrap_err();
        assert_eq!(error.kind().word(), "unsupported_format");
        assert!(error.to_string().contains(name), "{error}");
    }
    let mut old = main;
    old[..4].copy_from_slice(&[0xdc, 0xa5, 0x68, 0]);
    let error = open("a.doc", &ole(&[("WordDocument", &old)])).unwrap_err();
    assert!(error.to_string().contains(OLD_WORD.0), "{error}");
}
