//! OFD: whole packages, and pages that are packed on the way.
#![no_main]

use std::io::{Cursor, Write};

use lawcheck::read::{Input, Limits, read};
use libfuzzer_sys::fuzz_target;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// What stands between the list of pages and the pages.
const CUT: &[u8] = b"\n==\n";

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
    let mut rest = bytes;
    let mut count = 0;
    while let Some(at) = rest.windows(CUT.len()).position(|w| w == CUT).filter(|_| count < 8) {
        put(&format!("{count}.xml"), &rest[..at]);
        rest = &rest[at + CUT.len()..];
        count += 1;
    }
    put(&format!("{count}.xml"), rest);
    let pages: String = (0..=count).map(|n| format!(r#"<Page BaseLoc="{n}.xml"/>"#)).collect();
    put("Document.xml", format!("<Document>{pages}</Document>").as_bytes());
    zip.finish().expect("memory can be written").into_inner()
}
