//! How fast each format is read: files and megabytes a second on one core, fixtures made by code.
//!
//! One sample report in every format; pdf is read in place, without the process of its own that the program starts.
#![expect(clippy::disallowed_methods, reason = "a bench reads the clock and files")]
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops on what it cannot measure, and prints"
)]

#[path = "../tests/it/forge/mod.rs"]
#[expect(dead_code, reason = "most of the forge makes hostile files for tests")]
mod forge;

use std::hint::black_box;
use std::time::{Duration, Instant};

use forge::html::Layout;
use forge::mhtml::Transfer;
use forge::rtf::Coding;
use forge::{Report, doc, docx, html, mhtml, odt, ofd, pdf, rtf};
use lawcheck::read::{Input, Limits, read};

/// Each format is read for this long.
const SPAN: Duration = Duration::from_millis(1500);

fn files(report: Report<'_>) -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let lines: Vec<&str> = report.iter().map(|(_, text)| *text).collect();
    let text = lines.join("\n");
    let page = html::page(Layout::Pasted, report);
    let saved = mhtml::message(page.as_bytes(), "utf-8", Transfer::QuotedPrintable);
    vec![
        ("txt", "UTF-8", text.clone().into_bytes()),
        ("txt", "GB18030", encoding_rs::GB18030.encode(&text).0.into_owned()),
        ("md", "", text.into_bytes()),
        ("html", "", page.into_bytes()),
        ("mhtml", "", saved),
        ("docx", "typed", docx::typed(report).build()),
        ("docx", "automatic", docx::numbered(report).build()),
        ("doc", "", doc::file(report)),
        ("odt", "", odt::numbered(report)),
        ("rtf", "", rtf::report(report, Coding::Unicode)),
        ("pdf", "", pdf::report(report)),
        ("ofd", "", ofd::lines(report)),
    ]
}

fn main() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/reports-sample/01-good-county-2024.txt");
    let text = std::fs::read_to_string(path).expect("the sample is there");
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let level = |line: &str| line.contains('、').then_some(1).filter(|_| line.chars().count() < 40);
    // Four times over: as long as the reports of a province.
    let report: Vec<(Option<u8>, &str)> = lines.map(|line| (level(line), line)).collect::<Vec<_>>().repeat(4);
    println!("{:<6} {:<10} {:>9} {:>12} {:>9}", "format", "", "bytes", "files/s", "MB/s");
    for (format, kind, bytes) in files(&report) {
        let name = format!("report.{format}");
        let input = Input { name: &name, bytes: &bytes };
        let limits = Limits::default();
        let source = read(input, &limits).expect("the fixture is read");
        assert_eq!(source.format, format);
        let (start, mut count) = (Instant::now(), 0u32);
        while start.elapsed() < SPAN {
            drop(black_box(read(input, &limits)));
            count += 1;
        }
        let rate = f64::from(count) / start.elapsed().as_secs_f64();
        let size = f64::from(u32::try_from(bytes.len()).unwrap_or(u32::MAX)) / 1e6;
        println!("{format:<6} {kind:<10} {:>9} {rate:>12.0} {:>9.1}", bytes.len(), rate * size);
    }
}
