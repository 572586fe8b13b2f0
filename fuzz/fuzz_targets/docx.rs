//! Word files: whole files as they are, anything else as the parts of a flat one.
#![no_main]

#[path = "shared/parts.rs"]
mod parts;

use lawcheck::read::{Input, Limits, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let whole = bytes.starts_with(b"PK") || bytes.starts_with(b"<?xml");
    let file = if whole { bytes.to_vec() } else { flat(bytes) };
    if let Ok(source) = read(Input { name: "fuzz.docx", bytes: &file }, &Limits::default()) {
        for block in source.blocks() {
            assert!(source.text().get(block.span.range()).is_some());
            assert!(block.auto_number.is_none_or(|number| block.span.contains(number)));
        }
    }
});

fn flat(bytes: &[u8]) -> Vec<u8> {
    let names = ["document", "styles", "numbering", "footnotes"];
    let mut out =
        br#"<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">"#.to_vec();
    let mut put = |name: &str, xml: &[u8]| {
        out.extend(format!(r#"<pkg:part pkg:name="{name}"><pkg:xmlData>"#).bytes());
        out.extend(xml);
        out.extend(b"</pkg:xmlData></pkg:part>");
    };
    put("/_rels/.rels", br#"<R><R Type="x/officeDocument" Target="word/document.xml"/></R>"#);
    put(
        "/word/_rels/document.xml.rels",
        br#"<R><R Type="x/styles" Target="styles.xml"/><R Type="x/numbering" Target="numbering.xml"/><R Type="x/footnotes" Target="footnotes.xml"/></R>"#,
    );
    for (name, part) in names.iter().zip(parts::parts(bytes, usize::MAX)) {
        put(&format!("/word/{name}.xml"), part);
    }
    out.extend(b"</pkg:package>");
    out
}
