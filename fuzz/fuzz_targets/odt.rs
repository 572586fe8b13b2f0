//! OpenDocument text: whole packages, and flat files.
#![no_main]

use lawcheck::read::{Input, Limits, read};
use libfuzzer_sys::fuzz_target;

const HEAD: &[u8] = br#"<d:document m="application/vnd.oasis.opendocument.text">"#;

fuzz_target!(|bytes: &[u8]| {
    let whole = bytes.starts_with(b"PK") || bytes.starts_with(b"<?xml");
    let file = if whole { bytes.to_vec() } else { [HEAD, bytes, b"</d:document>"].concat() };
    if let Ok(source) = read(Input { name: "fuzz.odt", bytes: &file }, &Limits::default()) {
        for block in source.blocks() {
            assert!(source.text().get(block.span.range()).is_some());
        }
    }
});
