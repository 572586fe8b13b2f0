//! Places as SARIF has them.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use crate::write::Line;

/// A place in a report, with the words there.
pub(super) fn location(path: &str, index: usize, line: &Line) -> Json {
    let mut region = region(line);
    if !line.quote.is_empty() {
        region["snippet"] = json!({ "text": line.quote });
    }
    let mut out = json!({
        "physicalLocation": { "artifactLocation": { "uri": uri(path), "index": index }, "region": region },
    });
    // Word and PDF files have no lines; their users look for a page, a paragraph or a cell.
    let names = [
        line.page.map(|n| format!("page {n}")),
        line.paragraph.map(|n| format!("paragraph {n}")),
        line.cell.as_ref().map(|c| format!("cell {c}")),
    ];
    let name: Vec<String> = names.into_iter().flatten().collect();
    if !name.is_empty() {
        out["logicalLocations"] = json!([{ "fullyQualifiedName": name.join("/") }]);
    }
    out
}

fn region(line: &Line) -> Json {
    json!({
        "startLine": line.line, "startColumn": line.column, "endLine": line.end_line, "endColumn": line.end_column,
    })
}

/// A place where nothing is wrong: enough to find it, without repeating path and words.
pub(super) fn brief(index: usize, line: Option<&Line>) -> Json {
    match line {
        Some(line) => {
            json!({ "physicalLocation": { "artifactLocation": { "index": index }, "region": region(line) } })
        }
        None => json!({ "physicalLocation": { "artifactLocation": { "index": index } } }),
    }
}

/// A whole file.
pub(super) fn file(path: &str, index: usize) -> Json {
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(path), "index": index },
            "region": { "startLine": 1 },
        },
    })
}

/// A path as a reference: every byte that a reference cannot hold is written in hexadecimal.
pub(super) fn uri(path: &str) -> String {
    let drive = path.chars().nth(1) == Some(':') && path.starts_with(|c: char| c.is_ascii_alphabetic());
    let mut out = String::with_capacity(path.len());
    if drive {
        out.push_str("file:///");
    } else if path.starts_with('/') {
        out.push_str("file://");
    }
    for byte in path.trim_start_matches("./").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            b':' if drive => out.push(':'),
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("drafts/甲 1.txt"), "drafts/%E7%94%B2%201.txt");
        assert_eq!(uri("./a:b.txt"), "a%3Ab.txt");
        assert_eq!(uri("/srv/a.txt"), "file:///srv/a.txt");
        assert_eq!(uri("C:/a.txt"), "file:///C:/a.txt");
    }
}
