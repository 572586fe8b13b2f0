//! Word files given back with remarks: whatever the parts, comments that leave the text as it was, or an error.
#![no_main]

#[path = "shared/national.rs"]
mod national;
#[path = "shared/parts.rs"]
mod parts;

use std::io::{Cursor, Write};

use lawcheck::read::{Input, Limits, read};
use lawcheck::report::Declared;
use lawcheck::text::Lang;
use lawcheck::write::{Cards, Original, Run, Style, Summary, head, writer};
use zip::write::{SimpleFileOptions, ZipWriter};

use national::PACKS;

/// The parts that an input is cut into.
const PARTS: [&str; 5] = ["document", "styles", "numbering", "footnotes", "comments"];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let file = if bytes.starts_with(b"PK") { bytes.to_vec() } else { package(bytes) };
    let limits = Limits::default();
    let input = || Input { name: "fuzz.docx", bytes: &file };
    let Ok(checked) = lawcheck::check(input(), &PACKS, &Declared::default(), &limits) else { return };
    if checked.report.source.format != "docx" {
        return;
    }
    let head = head(&PACKS, "2026-01-01", Lang::Zh);
    let cards = Cards { packs: &PACKS, head: &head, waivers: &[], lang: Lang::Zh, text: false };
    let mut card = cards.card("fuzz.docx", "", &checked.report, &checked.scorecard);
    card.original = Some(Original::new(file.clone(), &checked.report));
    let summary = Summary { reports: 1, ..Summary::default() };
    let run = Run { head, summary, reports: vec![card], errors: Vec::new(), findings: Vec::new() };
    let mut out = Vec::new();
    let word = writer("docx").expect("a known format");
    let told = word.write_or_tell(&run, Style::default(), &mut out).expect("memory takes all");
    if told.is_none() {
        let again = read(Input { name: "fuzz.docx", bytes: &out }, &limits)
            .expect("a file that was read is read again");
        assert!(again.text() == checked.report.source.text());
    }
});

fn package(bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &[u8]| {
        zip.start_file(name, SimpleFileOptions::default()).expect("a short name");
        zip.write_all(text).expect("memory takes all");
    };
    put("[Content_Types].xml", br#"<Types/>"#);
    put("_rels/.rels", br#"<R><R Id="r" Type="x/officeDocument" Target="word/document.xml"/></R>"#);
    let links: String =
        PARTS[1..].iter().map(|p| format!(r#"<R Id="{p}" Type="x/{p}" Target="{p}.xml"/>"#)).collect();
    put("word/_rels/document.xml.rels", format!("<R>{links}</R>").as_bytes());
    for (name, part) in PARTS.iter().zip(parts::parts(bytes, usize::MAX)) {
        put(&format!("word/{name}.xml"), part);
    }
    zip.finish().expect("memory takes all").into_inner()
}
