//! `xlsx`: the reviewer's workbook.
//!
//! An overview with a row a report, the weights, and a sheet a report with a row a rule. Scores are formulas down the
//! whole tree of weights, so that an edited weight recomputes everything, to the hundredth as the program itself would.
//! Every value is stored beside its formula, for programs that only look.

mod formats;
mod formulas;
mod names;
mod numbers;
mod overview;
mod places;
mod report;
mod weights;
mod working;

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::{Run, Style, Writer, phrase};
use formats::Formats;

pub use places::{WEIGHTS, WeightsTable};

pub(super) struct Xlsx;

impl Writer for Xlsx {
    fn format(&self) -> &'static str {
        "xlsx"
    }

    fn about(&self) -> &'static str {
        "评审工作簿:总览、权重、每份报告一张表,改权重即重算"
    }

    fn binary(&self) -> bool {
        true
    }

    fn write(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&workbook(run, style).map_err(io::Error::other)?)
    }
}

fn workbook(run: &Run, style: Style) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The day of the run, not the clock: the same run gives the same bytes.
    let day =
        ExcelDateTime::parse_from_str(&run.head.as_of).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    let title = style.pick("法治政府建设年度报告评分", "Annual report scores");
    book.set_properties(
        &DocProperties::new().set_title(title).set_author("lawcheck").set_creation_datetime(&day),
    );
    book.set_default_format(&formats::base(), 20, 72)?;
    let formats = Formats::new();
    let cells = weights::Cells::of(&run.head, style);
    let shared = report::Book { head: &run.head, cells: &cells, formats: &formats, style };
    let cards = phrase::ranked(&run.reports);
    let sheets = names::sheets(&cards, style);
    overview::overview(run, &cards, &sheets, &formats, style, book.add_worksheet())?;
    weights::weights(&run.head, &formats, style, book.add_worksheet())?;
    for (card, name) in cards.iter().zip(&sheets) {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        report::report(shared, card, sheet)?;
    }
    book.save_to_buffer()
}
