//! OpenDocument text files.

use super::package::pack;
use super::{Outline, Report, escape};

const NAMES: &str = r#"xmlns:office="urn:o" xmlns:text="urn:t" xmlns:style="urn:s" xmlns:table="urn:tb" xmlns:draw="urn:d" xmlns:svg="urn:v" xmlns:fo="urn:f""#;
const MIME: &str = "application/vnd.oasis.opendocument.text";

const LIST: &str = r#"<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/>
<text:list-level-style-number text:level="2" style:num-prefix="&#xff08;" style:num-suffix="&#xff09;" style:num-format="一, 二, 三, ..."/>
</text:list-style>"#;

/// A package with this body and these automatic styles.
pub(crate) fn build(styles: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    pack(&[
        ("mimetype", MIME.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest='urn:m'/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// The same as one XML file.
pub(crate) fn flat(styles: &str, body: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?><office:document {NAMES} office:mimetype=\"{MIME}\"><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document>"
    )
    .into_bytes()
}

/// A package that says its content is encrypted.
pub(crate) fn encrypted() -> Vec<u8> {
    let manifest = r#"<m:manifest xmlns:m="urn:m"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>"#;
    pack(&[
        ("mimetype", MIME.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", &[0x9d, 0x11, 0xfe]),
    ])
}

pub(crate) fn p(text: &str) -> String {
    format!("<text:p>{}</text:p>", escape(text))
}

/// Numbers typed by hand.
pub(crate) fn typed(report: Report<'_>) -> Vec<u8> {
    let one = |(level, text): &(Option<u8>, &str)| match level {
        Some(level) => format!(r#"<text:h text:outline-level="{level}">{}</text:h>"#, escape(text)),
        None => p(text),
    };
    build("", &report.iter().map(one).collect::<Vec<_>>().concat())
}

/// Numbers made by lists, each heading in a list of its own that continues the last.
pub(crate) fn numbered(report: Report<'_>) -> Vec<u8> {
    let mut body = String::new();
    let mut outline = Outline::default();
    for (level, text) in report {
        let heading = |text: &str, level: u8| {
            format!(r#"<text:h text:outline-level="{level}">{}</text:h>"#, escape(text))
        };
        let paragraph = match (level, outline.strip(*level, text)) {
            (Some(level), Some(text)) => {
                let (open, close) = ("<text:list><text:list-item>", "</text:list-item></text:list>");
                let inner = usize::from(level - 1);
                format!(
                    r#"<text:list text:continue-numbering="true" text:style-name="L"><text:list-item>{}{}{}{close}"#,
                    open.repeat(inner),
                    heading(text, *level),
                    close.repeat(inner)
                )
            }
            (Some(level), None) => heading(text, *level),
            (None, _) => p(text),
        };
        body.push_str(&paragraph);
    }
    build(LIST, &body)
}
