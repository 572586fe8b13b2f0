//! Files written by hand, one habit of the writers each.

use super::*;
use crate::text::{BlockKind, CellRef};

fn read(body: &str) -> Source {
    let file = format!("{{\\rtf1\\ansi\\ansicpg936\\deff0{{\\fonttbl{{\\f0\\fcharset134 a;}}}}{body}}}");
    Rtf.read(&Input { name: "a.rtf", bytes: file.as_bytes() }, &Limits::default()).unwrap()
}

fn texts(source: &Source) -> Vec<&str> {
    source.blocks().iter().map(|b| source.slice(b.span)).collect()
}

fn kinds(source: &Source) -> Vec<&'static str> {
    source.warnings.iter().map(|w| w.kind).collect()
}

#[test]
fn pairs_are_put_together_across_runs_and_line_ends() {
    let source = read("\\'b7\\'a8\\'d6\r\n{\\b \\'ce}\\'d5\\'fe\\'b8\\'ae\\par");
    assert_eq!(texts(&source), ["法治政府"]);
}

#[test]
fn stand_ins_of_any_length_are_not_doubled() {
    let source =
        read("\\uc2\\u27861\\'b7\\'a8\\uc1\\u27835?\\uc0\\u25919\\u24220 {\\uc1\\u-10174?\\u-8265?}\\par");
    assert_eq!(texts(&source), ["法治政府\u{20bb7}"]);
}

#[test]
fn what_is_no_text_of_the_document_is_passed_over() {
    let source = read(
        "{\\info{\\title t}}{\\*\\generator g;}{\\header h\\par}{\\pict\\bin4 }}}}ffff}{\\*\\unknown{\\b u}}\
         {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}{\\*\\annotation c}x\\par",
    );
    assert_eq!(texts(&source), ["1x"]);
}

#[test]
fn hidden_and_deleted_text_is_left_out_and_said() {
    let source = read("a{\\v b}{\\deleted c}{\\revised d}\\par e{\\deleted\\par}f\\par");
    assert_eq!(texts(&source), ["ad", "ef"]);
    assert_eq!(kinds(&source), ["tracked_changes", "hidden_text"]);
    assert!(read("a\\v  \\v0 b\\par").warnings.is_empty());
}

#[test]
fn automatic_numbers_stand_before_the_words() {
    let source = read(
        "{\\listtext\\pard\\plain \\u19968?\\u12289?\\tab}\\ilvl0\\ls1 {\\dbch \\u20030?\\u25514?}\\par",
    );
    assert_eq!(texts(&source), ["一、举措"]);
    let block = &source.blocks()[0];
    assert_eq!(source.slice(block.auto_number.unwrap()), "一、");
}

#[test]
fn headings_are_known_by_style_and_by_outline_level() {
    let source = read(
        "{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0 heading 1;}{\\*\\cs9 x;}{\\s4\\sbasedon1 y;}}\
         \\pard\\s1 A\\par\\pard\\s4 B\\par\\pard\\outlinelevel2 C\\par\\pard D\\par",
    );
    let found: Vec<BlockKind> = source.blocks().iter().map(|b| b.kind).collect();
    let heading = BlockKind::Heading;
    assert_eq!(found, [heading(1), heading(1), heading(3), BlockKind::Paragraph]);
}

#[test]
fn cells_know_their_place_also_in_nested_tables() {
    let source = read(
        "\\trowd\\cellx1\\cellx2\\pard\\intbl a\\cell b\\par c\\cell\\row\
         \\trowd\\pard\\intbl d\\par\\pard\\intbl\\itap2 e\\nestcell f\\nestcell\
         {\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1 g\\cell h\\cell\\row\\pard i\\par",
    );
    let cell = |table, row, column| BlockKind::Cell(CellRef { table, row, column });
    let found: Vec<(&str, BlockKind)> =
        source.blocks().iter().map(|b| (source.slice(b.span), b.kind)).collect();
    assert_eq!(
        found,
        [
            ("a", cell(1, 1, 1)),
            ("b", cell(1, 1, 2)),
            ("c", cell(1, 1, 2)),
            ("d", cell(1, 2, 1)),
            ("e", cell(2, 1, 1)),
            ("f", cell(2, 1, 2)),
            ("g", cell(1, 2, 1)),
            ("h", cell(1, 2, 2)),
            ("i", BlockKind::Paragraph),
        ]
    );
}

#[test]
fn notes_and_boxes_do_not_stand_inside_sentences() {
    let source = read(
        "a{\\super\\chftn{\\*\\footnote\\chftn\\pard n}}b\
         {\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt t\\par}}{\\shprslt{\\*\\do{\\dptxbxtext t}}}}c\\par",
    );
    let found: Vec<(&str, BlockKind)> =
        source.blocks().iter().map(|b| (source.slice(b.span), b.kind)).collect();
    assert_eq!(found, [("abc", BlockKind::Paragraph), ("t", BlockKind::TextBox), ("n", BlockKind::Note)]);
}

#[test]
fn a_cut_file_gives_its_text_and_says_so() {
    let cut = |bytes: &[u8]| Rtf.read(&Input { name: "a.rtf", bytes }, &Limits::default());
    let source = cut(b"{\\rtf1\\ansi a\\par{\\b b").unwrap();
    assert_eq!((texts(&source), kinds(&source)), (vec!["a", "b"], vec!["truncated"]));
    assert_eq!(cut(b"{\\rtf1\\ansi{\\fonttbl{\\f0").unwrap_err().kind().word(), "corrupt");
}

#[test]
fn depth_is_limited() {
    let deep = format!("{{\\rtf1 {}", "{".repeat(100_000));
    let error = Rtf.read(&Input { name: "a.rtf", bytes: deep.as_bytes() }, &Limits::default()).unwrap_err();
    assert_eq!(error.kind().word(), "limit_exceeded");
}

const PIECES: [&[u8]; 20] = [
    b"{",
    b"}",
    b"\\*",
    b"\\u",
    b"-1",
    b"\\'b7",
    b"\\bin2",
    b"\\cell",
    b"\\row",
    b"\\par",
    b"x",
    b"\xb7",
    b"\\footnote",
    b"\\shptxt",
    b"\\stylesheet",
    b"\\s1",
    b";",
    b"\\itap9",
    b"\\nestcell",
    b"\\",
];

proptest::proptest! {
    #[test]
    fn no_order_of_words_makes_it_panic(tail in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..60)) {
        let bytes = [&b"{\\rtf1"[..], &tail.concat()].concat();
        let _ = Rtf.read(&Input { name: "a.rtf", bytes: &bytes }, &Limits::default());
    }
}
