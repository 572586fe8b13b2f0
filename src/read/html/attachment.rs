//! Documents that a page links to or shows in a frame.

use super::tree::Element;

/// Extensions of documents and archives.
const DOCUMENTS: &[&str] = &[
    "pdf", "doc", "docx", "wps", "ofd", "xls", "xlsx", "et", "ppt", "pptx", "rtf", "zip", "rar", "7z", "ceb",
    "cebx", "txt",
];

/// The document in a frame or plug-in.
pub(super) fn embedded(element: &Element) -> Option<String> {
    let target = match element.tag() {
        "iframe" | "embed" => element.attribute("src"),
        "object" => element.attribute("data"),
        _ => None,
    }?;
    // Viewers get the document as a parameter.
    target.split(['?', '&', '=', '#']).map(file_name).find(|name| is_document(name))
}

/// The name of the document that a link leads to: its words, or the name of the file.
pub(super) fn linked(element: &Element, words: impl Fn() -> String) -> Option<String> {
    let target = element.attribute("href").filter(|_| element.tag() == "a")?;
    let path = target.split(['?', '#']).next().unwrap_or("");
    let by_path = is_document(&file_name(path)) || element.attribute("download").is_some();
    let said = || words().split_whitespace().collect::<String>();
    if by_path {
        let said = Some(said()).filter(|s| s.chars().count() > 3);
        let title = || element.attribute("title").map(str::to_string).filter(|t| !t.trim().is_empty());
        return Some(said.or_else(title).unwrap_or_else(|| file_name(path)));
    }
    // Download services have addresses without extension.
    Some(said()).filter(|s| is_document(s))
}

fn file_name(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or("");
    percent_decoded(name)
}

pub(super) fn is_document(name: &str) -> bool {
    let name = name.trim_end_matches([')', '\u{ff09}', '\u{300b}', ']']);
    let extension = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase());
    extension.is_some_and(|e| DOCUMENTS.contains(&e.as_str()))
}

fn percent_decoded(name: &str) -> String {
    let bytes = name.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        let decoded = code.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| byte == b'%');
        out.push(decoded.unwrap_or(byte));
        at += if decoded.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use html5ever::{QualName, ns};
    use std::rc::Rc;

    fn element(tag: &str, attributes: &[(&str, &str)]) -> Element {
        Element {
            name: Rc::new(QualName::new(None, ns!(html), tag.into())),
            attributes: attributes.iter().map(|(n, v)| (Box::from(*n), (*v).into())).collect(),
        }
    }

    #[test]
    fn links_to_documents_have_a_name() {
        let name = |href: &str, words: &str| linked(&element("a", &[("href", href)]), || words.to_string());
        assert_eq!(name("/P1.pdf", "年度 报告.pdf").as_deref(), Some("年度报告.pdf"));
        assert_eq!(name("/a/%E6%8A%A5%E5%91%8A.doc?x=1", "下载").as_deref(), Some("报告.doc"));
        assert_eq!(name("/down?id=3", "年度报告.docx").as_deref(), Some("年度报告.docx"));
        assert_eq!(name("/list.html", "更多"), None);
    }

    #[test]
    fn viewers_show_a_document() {
        let frame = element("iframe", &[("src", "/web/viewer.html?file=/up/2023.pdf")]);
        assert_eq!(embedded(&frame).as_deref(), Some("2023.pdf"));
    }
}
