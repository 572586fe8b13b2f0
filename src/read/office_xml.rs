//! Office 2003 documents in one XML file, often named `.doc`: recognised to say what they are.
//!
//! Word and WPS no longer write them; a conversion to docx keeps everything.

use super::{About, Input, Limits, ReadError, Reader};
use crate::text::Source;

/// XML of Word 2003 and its relatives.
#[derive(Debug)]
pub(super) struct OfficeXml;

/// What [`ReadError::Unsupported`] says of Word 2003 XML.
pub const WORD_XML: &str = "Word 2003 XML(请用 Word 或 WPS 另存为 docx)";

/// Namespaces near the start of such files.
const KINDS: &[(&str, &str)] = &[
    ("http://schemas.microsoft.com/office/word/2003/wordml", WORD_XML),
    ("urn:schemas-microsoft-com:office:spreadsheet", "Excel 2003 XML"),
];

/// How far the root element is looked for.
const NEAR: usize = 4 << 10;

fn kind(bytes: &[u8]) -> Option<&'static str> {
    let head: Vec<u8> = bytes.iter().copied().filter(|b| *b != 0).take(NEAR).collect();
    let head = String::from_utf8_lossy(&head);
    let start = head.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}'));
    // Pages saved by Excel name its namespace too, but are HTML.
    let is_xml = start.starts_with("<?xml") && !start.to_ascii_lowercase().contains("<html");
    KINDS.iter().find(|(mark, _)| is_xml && start.contains(mark)).map(|(_, name)| *name)
}

impl Reader for OfficeXml {
    fn about(&self) -> About {
        About {
            format: "office-xml",
            extensions: &[],
            keeps: "无(装有 LibreOffice 时先转换为 docx)",
            loses: "全部",
            places: "无",
        }
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        kind(input.bytes).is_some()
    }

    fn read(&self, input: &Input<'_>, _: &Limits) -> Result<Source, ReadError> {
        let found = kind(input.bytes).unwrap_or("XML").to_string();
        Err(ReadError::Unsupported { found })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_xml_is_named_and_pages_are_not() {
        let word = "\u{feff}<?xml version='1.0'?><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'>";
        assert_eq!(kind(word.as_bytes()), Some(WORD_XML));
        assert_eq!(kind(b"<html xmlns:x='urn:schemas-microsoft-com:office:spreadsheet'>"), None);
    }
}
