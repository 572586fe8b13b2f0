//! `csv`: one row a rule and report, for spreadsheets and statistics.
//!
//! Column names are fixed and English, like the names in JSON. The file begins with a byte order mark, without which
//! Excel garbles Chinese. Text that a spreadsheet would take for a formula is made text.

use std::io::{self, Write};

use super::escape::inert;
use super::lines::ResultLine;
use super::phrase::{field, issuers, place, points, year};
use super::{Card, FileError, Head, Run, Stream, Style, Writer, stream};

pub(super) struct Csv;

/// What Excel needs to see UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

const COLUMNS: [&str; 22] = [
    "path",
    "sha256",
    "title",
    "issuers",
    "level",
    "report_year",
    "score",
    "grade",
    "passed",
    "rule",
    "rule_title",
    "outcome",
    "share",
    "weight",
    "points",
    "possible",
    "severity",
    "finding",
    "message",
    "places",
    "place",
    "quote",
];

impl Writer for Csv {
    fn format(&self) -> &'static str {
        "csv"
    }

    fn about(&self) -> &'static str {
        "每份报告每条规则一行,供电子表格和统计使用"
    }

    fn write(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
        stream::whole(self, run, style, out)
    }

    fn stream(&self) -> Option<&dyn Stream> {
        Some(self)
    }
}

impl Stream for Csv {
    fn start(&self, _head: &Head, _style: Style, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(BYTE_ORDER_MARK.as_bytes())?;
        rows(out, std::iter::once(COLUMNS.map(ToString::to_string)))
    }

    fn report(&self, _head: &Head, card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
        let same = report(card);
        rows(out, card.results.iter().map(|r| result(&same, r, style)))
    }

    fn error(&self, _head: &Head, error: &FileError, _style: Style, out: &mut dyn Write) -> io::Result<()> {
        let mut row: [String; 22] = Default::default();
        row[0] = inert(&error.path).into_owned();
        row[8] = "false".to_string();
        row[11] = error.kind.to_string();
        row[17] = error.severity.to_string();
        row[18] = inert(&error.message).into_owned();
        rows(out, std::iter::once(row))
    }
}

fn rows(out: &mut dyn Write, rows: impl Iterator<Item = [String; 22]>) -> io::Result<()> {
    let mut csv = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    for row in rows {
        csv.write_record(&row)?;
    }
    csv.flush()
}

/// The columns that are the same in all rows of a report.
fn report(card: &Card) -> [String; 9] {
    let text = |name| inert(field(card, name).unwrap_or_default()).into_owned();
    [
        inert(&card.path).into_owned(),
        card.sha256.clone(),
        text("title"),
        inert(&issuers(card).unwrap_or_default()).into_owned(),
        text("level"),
        year(card).map(|y| y.to_string()).unwrap_or_default(),
        card.score.map(points).unwrap_or_default(),
        inert(card.grade.as_deref().unwrap_or_default()).into_owned(),
        card.passed.to_string(),
    ]
}

fn result(same: &[String; 9], result: &ResultLine, style: Style) -> [String; 22] {
    let first = result.evidence.first();
    let [path, sha256, title, issuers, level, year, score, grade, passed] = same.clone();
    [
        path,
        sha256,
        title,
        issuers,
        level,
        year,
        score,
        grade,
        passed,
        inert(&result.rule).into_owned(),
        inert(&result.title).into_owned(),
        result.outcome.to_string(),
        result.share.to_string(),
        result.weight.to_string(),
        points(result.score),
        points(result.possible),
        result.severity.to_string(),
        result.finding.unwrap_or_default().to_string(),
        inert(&result.message).into_owned(),
        result.evidence.len().to_string(),
        first.map(|p| place(p, style)).unwrap_or_default(),
        inert(first.map_or("", |p| &p.quote)).into_owned(),
    ]
}
