//! The workbook, read back as a spreadsheet program reads it.

use std::io::Cursor;

use calamine::{Data, DataType as _, Reader as _, Xlsx};
use lawcheck::write::{Run, Style, WEIGHTS};

use super::fixed::{QUOTES, fixed_run};
use super::{bytes, real};

fn open(run: &Run) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes("xlsx", run, Style::default()))).unwrap()
}

#[test]
fn there_is_a_sheet_for_overview_weights_and_every_report() {
    let book = open(&fixed_run());
    assert_eq!(book.sheet_names(), ["总览", "权重", "01 甲县人民政府", "02 甲县人民政府"]);
}

#[test]
fn words_of_a_report_are_text_and_never_formulas() {
    let mut book = open(&fixed_run());
    for name in book.sheet_names() {
        for (row, column, formula) in book.worksheet_formula(&name).unwrap().used_cells() {
            assert!(
                !formula.contains("HYPERLINK") && !formula.contains("alert"),
                "{name} {row} {column}: {formula}"
            );
        }
    }
    let sheet = book.worksheet_range("01 甲县人民政府").unwrap();
    let evidence = sheet.get_value((5, 10)).and_then(Data::as_string).unwrap();
    assert!(evidence.starts_with(&format!("第1行 “{}”", QUOTES[0])), "{evidence}");
}

#[test]
fn stored_values_are_the_scores_of_the_program() {
    let packs = real::packs();
    let run = real::run(&packs, &[real::REPORT]);
    let card = &run.reports[0];
    let mut book = open(&run);
    let name = book.sheet_names()[2].clone();
    let sheet = book.worksheet_range(&name).unwrap();
    let number = |row: u32, column: u32| sheet.get_value((row, column)).and_then(Data::as_f64).unwrap();
    assert_eq!(number(2, 2).to_string(), card.score.unwrap().to_string());
    for (result, row) in card.results.iter().zip(5..) {
        assert_eq!(number(row, 6).to_string(), result.possible.to_string(), "{}", result.rule);
        assert_eq!(number(row, 7).to_string(), result.score.to_string(), "{}", result.rule);
    }
    let formulas = book.worksheet_formula(&name).unwrap();
    let score = formulas.get_value((2, 2)).unwrap();
    assert!(score.starts_with("ROUND(SUM("), "the score is a live formula: {score}");
}

#[test]
fn weights_stand_where_they_are_read_back() {
    let run = fixed_run();
    let mut book = open(&run);
    let sheet = book.worksheet_range(WEIGHTS.sheets[0]).unwrap();
    let text = |row, column| sheet.get_value((row, column)).and_then(Data::as_string).unwrap_or_default();
    assert_eq!(text(WEIGHTS.profile.0, WEIGHTS.profile.1), "national");
    let ids: Vec<String> = (0..9).map(|k| text(WEIGHTS.first + k, WEIGHTS.id)).collect();
    assert_eq!(
        ids,
        [
            "demo",
            "demo/first",
            "demo/first/met",
            "demo/first/partly",
            "demo/first/unmet",
            "demo/second",
            "demo/second/note",
            "demo/second/out",
            "demo/second/open",
        ]
    );
    for row in WEIGHTS.first..WEIGHTS.first + 9 {
        assert_eq!(text(row, WEIGHTS.was), text(row, WEIGHTS.now));
    }
    assert_eq!(text(WEIGHTS.first, WEIGHTS.now), "60");
}
