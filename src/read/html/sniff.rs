//! Whether bytes are HTML, and which encoding they declare.
//!
//! Reports mark inner titles with `<…>`, so only tags of HTML itself count, and only near the start.

use std::collections::HashSet;
use std::sync::LazyLock;

use encoding_rs::Encoding;

use crate::read::Input;

/// How far tags are looked for.
const NEAR: usize = 8 << 10;
/// How far a label is looked for; some sites put long scripts before it.
const LABEL: usize = 64 << 10;

/// Tags that a page or a pasted piece of one begins with.
static STARTS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "html head body meta title link base script style div p table tbody tr td span br h1 h2 h3 h4 \
     section article main header nav ul ol dl center font strong b a img frameset iframe form blockquote \
     pre hr"
        .split(' ')
        .collect()
});

/// Tags that only a whole page has.
const WHOLE: &[&str] = &["html", "head", "body", "frameset"];

/// Whether the content is HTML.
pub(super) fn is_html(input: &Input<'_>) -> bool {
    let start = ascii(input.bytes, NEAR);
    let start = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{1}');
    if start.starts_with("<?xml") && !start.contains("<html") {
        return false;
    }
    let whole = tags(start).any(|tag| WHOLE.contains(&tag)) || start.contains("<!doctype html");
    // Markdown may begin with a piece of HTML.
    if whole || matches!(input.extension().as_str(), "md" | "markdown") {
        return whole;
    }
    let first = after_comments(start);
    let begins = first.starts_with('<')
        && tags(first)
            .next()
            .is_some_and(|t| STARTS.contains(t) && first.get(1..).is_some_and(|f| f.starts_with(t)));
    begins && start.contains("</")
        || tags(start).filter(|t| matches!(*t, "p" | "div" | "td" | "br")).count() >= 4
            && start.contains("</")
}

/// The encoding that the page itself declares.
pub(super) fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = ascii(bytes, LABEL);
    for (at, _) in start.match_indices("charset") {
        let rest = start.get(at + "charset".len()..)?.trim_start();
        let Some(value) = rest.strip_prefix('=') else { continue };
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let label =
            value.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':')).next()?;
        if let Some(encoding) = Encoding::for_label(label.as_bytes()) {
            return Some(encoding);
        }
    }
    None
}

/// The ASCII of the first bytes in lower case, whatever the encoding; other characters become one mark.
fn ascii(bytes: &[u8], length: usize) -> String {
    let head = bytes.get(..length).unwrap_or(bytes);
    head.iter()
        .filter(|b| **b != 0)
        .map(|&b| if b.is_ascii() { char::from(b.to_ascii_lowercase()) } else { '\u{1}' })
        .collect()
}

/// The names of opening tags.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).filter_map(|after| {
        let name = after.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        let end = after.get(name.len()..).unwrap_or("");
        end.starts_with(['>', '/', ' ', '\t', '\r', '\n']).then_some(name)
    })
}

/// The text after comments and declarations at its start.
fn after_comments(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{1}');
        let (mark, end) = if rest.starts_with("<!--") {
            ("<!--", "-->")
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            ("<", ">")
        } else {
            return rest;
        };
        let inside = rest.get(mark.len()..).unwrap_or("");
        let Some((_, after)) = inside.split_once(end) else { return "" };
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(name: &str, text: &str) -> bool {
        is_html(&Input { name, bytes: text.as_bytes() })
    }

    #[test]
    fn structure_decides_and_not_the_name() {
        assert!(html("a.doc", "\u{feff}<!DOCTYPE html><p>甲"));
        assert!(html("a.doc", "<?xml version='1.0'?><html xmlns='x'>"));
        assert!(html("a.txt", "<!-- 注 --><div class=a>甲</div>"));
        assert!(html("a.txt", "正文<p>甲</p><p>乙</p><p>丙</p><br>"));
    }

    #[test]
    fn inner_titles_are_no_tags() {
        assert!(!html("a.txt", "<法治政府建设实施纲要>印发,<p>条例</p>"));
        assert!(!html("a.txt", "<A>文件和<B>文件"));
        assert!(!html("a.md", "<div align='center'>\n\n# 甲\n</div>"));
        assert!(!html("a.xml", "<?xml version='1.0'?><w:wordDocument>"));
    }

    #[test]
    fn labels_are_found_wherever_they_stand() {
        let late = format!("<script>{}</script><meta charset=gb2312>", "x".repeat(3000));
        assert_eq!(declared_encoding(late.as_bytes()).map(Encoding::name), Some("GBK"));
        assert_eq!(
            declared_encoding(b"<meta content='text/html; charset=\"utf-8\"'>").map(Encoding::name),
            Some("UTF-8")
        );
        assert_eq!(declared_encoding(b"<p>charset</p>"), None);
    }
}
