//! OFD files.

use super::package::pack;
use super::{Report, escape};

const NAMES: &str = r#"xmlns:ofd="http://www.ofdspec.org/2016""#;
const EM: f32 = 5.6;
const PITCH: f32 = 10.2;
const LEFT: f32 = 28.0;
const TOP: f32 = 37.0;
/// Characters of a line, lines of a page.
const MEASURE: usize = 28;
const LINES: usize = 22;

/// One document with these pages; a page is what stands in its layer.
pub(crate) fn build(pages: &[String]) -> Vec<u8> {
    let list = |n: usize| format!(r#"<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>"#);
    let names: Vec<String> = (0..pages.len()).map(list).collect();
    let pages: Vec<(String, String)> = pages
        .iter()
        .enumerate()
        .map(|(n, page)| (format!("Doc_0/Pages/Page_{n}/Content.xml"), layer(page)))
        .collect();
    let mut parts = vec![
        ("OFD.xml".to_string(), root(&["Doc_0/Document.xml"])),
        ("Doc_0/Document.xml".to_string(), document(&names.concat())),
    ];
    parts.extend(pages);
    parts_to_bytes(&parts)
}

/// A package from named parts.
pub(crate) fn parts_to_bytes(parts: &[(String, String)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(n, x)| (n.as_str(), x.as_bytes())).collect();
    pack(&parts)
}

/// The entry part for these documents.
pub(crate) fn root(documents: &[&str]) -> String {
    let body = |name: &&str| format!("<ofd:DocBody><ofd:DocRoot>{name}</ofd:DocRoot></ofd:DocBody>");
    let bodies = documents.iter().map(body).collect::<Vec<_>>().concat();
    format!("<ofd:OFD {NAMES}>{bodies}</ofd:OFD>")
}

/// A document with this list of pages.
pub(crate) fn document(pages: &str) -> String {
    format!(
        "<ofd:Document {NAMES}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>"
    )
}

/// A page with this content in one layer.
pub(crate) fn layer(content: &str) -> String {
    format!(
        r#"<ofd:Page {NAMES}><ofd:Content><ofd:Layer Type="Body">{content}</ofd:Layer></ofd:Content></ofd:Page>"#
    )
}

/// A line of text at a place.
pub(crate) fn line(x: f32, y: f32, text: &str) -> String {
    object(x, y, text, "")
}

/// A line of text with more attributes.
pub(crate) fn object(x: f32, y: f32, text: &str, attributes: &str) -> String {
    let count = text.chars().count();
    let width = EM * f32::from(u16::try_from(count).unwrap());
    let steps = if count > 1 { format!(r#" DeltaX="g {} {EM}""#, count - 1) } else { String::new() };
    format!(
        r#"<ofd:TextObject ID="1" Boundary="{x} {y} {width} 7" Font="3" Size="{EM}"{attributes}><ofd:TextCode X="0" Y="5"{steps}>{}</ofd:TextCode></ofd:TextObject>"#,
        escape(text)
    )
}

/// A picture over the whole page.
pub(crate) const PICTURE: &str = r#"<ofd:ImageObject ID="9" Boundary="0 0 210 297" ResourceID="1"/>"#;

/// The lines of a report: first-line indents of two characters, full lines, page numbers at the foot.
pub(crate) fn pages(report: Report<'_>) -> Vec<Vec<String>> {
    let mut out: Vec<Vec<String>> = vec![Vec::new()];
    for (_, text) in report {
        let letters: Vec<char> = ['\0', '\0'].into_iter().chain(text.chars()).collect();
        for piece in letters.chunks(MEASURE) {
            if out.last().is_some_and(|page| page.len() == LINES) {
                out.push(Vec::new());
            }
            let page = out.last_mut().unwrap();
            let row = f32::from(u16::try_from(page.len()).unwrap());
            let indent = piece.iter().filter(|c| **c == '\0').count();
            let x = LEFT + EM * f32::from(u16::try_from(indent).unwrap());
            let words: String = piece.iter().filter(|c| **c != '\0').collect();
            page.push(line(x, TOP + PITCH * row, &words));
        }
    }
    for (n, page) in out.iter_mut().enumerate() {
        page.push(line(95.0, 280.0, &format!("— {} —", n + 1)));
    }
    out
}

/// A report as converters write it: one text object a line.
pub(crate) fn lines(report: Report<'_>) -> Vec<u8> {
    build(&pages(report).iter().map(|page| page.concat()).collect::<Vec<_>>())
}

/// The same with the objects in another order than that of reading.
pub(crate) fn shuffled(report: Report<'_>) -> Vec<u8> {
    let mut pages = pages(report);
    for page in &mut pages {
        page.reverse();
        let half = page.len() / 2;
        page.rotate_left(half);
    }
    build(&pages.iter().map(|page| page.concat()).collect::<Vec<_>>())
}

/// A page that lies outside the package.
pub(crate) fn path_escape() -> Vec<u8> {
    parts_to_bytes(&[
        ("OFD.xml".to_string(), root(&["Doc_0/Document.xml"])),
        ("Doc_0/Document.xml".to_string(), document(r#"<ofd:Page ID="1" BaseLoc="../../../etc/passwd"/>"#)),
    ])
}
