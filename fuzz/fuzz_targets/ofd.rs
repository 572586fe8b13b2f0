//! OFD: whole packages, and pages that are packed on the way.
#![no_main]

#[path = "shared/parts.rs"]
mod parts;

use std::io::{Cursor, Write};

use lawcheck::read::{Input, Limits, read};
use libfuzzer_sys::fuzz_target;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Most pages of one input.
const PAGES: usize = 9;

fuzz_target!(|bytes: &[u8]| {
    let file = if bytes.starts_with(b"PK") { bytes.to_vec() } else { pack(bytes) };
    if let Ok(source) = read(Input { name: "fuzz.ofd", bytes: &file }, &Limits::default()) {
        for block in source.blocks() {
            assert!(source.text().get(block.span.range()).is_some());
            assert!(block.origin.page.is_some() || source.format != "ofd");
        }
    }
});

fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, xml: &[u8]| {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(name, options).expect("a new name");
        zip.write_all(xml).expect("memory can be written");
    };
    put("OFD.xml", b"<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>");
    let parts = parts::parts(bytes, PAGES);
    for (number, page) in parts.iter().enumerate() {
        put(&format!("{number}.xml"), page);
    }
    let pages: String = (0..parts.len()).map(|n| format!(r#"<Page BaseLoc="{n}.xml"/>"#)).collect();
    put("Document.xml", format!("<Document>{pages}</Document>").as_bytes());
    zip.finish().expect("memory can be written").into_inner()
}
