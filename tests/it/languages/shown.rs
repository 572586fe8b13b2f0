//! What a reader sees of an output: its text without marks, escapes and packing.

use std::io::{Cursor, Read as _};

use regex::Regex;
use serde_json::Value;
use zip::ZipArchive;

/// The text of an output in a format.
pub(super) fn plain(format: &str, bytes: &[u8]) -> String {
    if matches!(format, "xlsx" | "docx") {
        return package(bytes);
    }
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    match format {
        "json" | "ndjson" | "sarif" | "gitlab" => json(&text),
        "html" => html(&text),
        "junit" => entities(&text),
        "csv" => text.lines().skip(1).map(|line| line.replace("\"\"", "\"") + "\n").collect(),
        "github" => [("%0A", "\n"), ("%0D", ""), ("%3A", ":"), ("%2C", ","), ("%25", "%")]
            .iter()
            .fold(text, |text, (code, sign)| text.replace(code, sign)),
        "markdown" => {
            let text = Regex::new(r"\\([[:punct:]])").unwrap().replace_all(&text, "$1").replace("<br>", "\n");
            entities(&tags(&quotes(&text), "")).replace('\u{200b}', "")
        }
        _ => text,
    }
}

/// Every string of JSON, one document or one a line.
fn json(text: &str) -> String {
    fn strings(value: &Value, out: &mut String) {
        match value {
            Value::String(words) => out.extend([words.as_str(), "\n"]),
            Value::Array(items) => items.iter().for_each(|item| strings(item, out)),
            Value::Object(fields) => fields.values().for_each(|field| strings(field, out)),
            _ => {}
        }
    }
    let mut out = String::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        strings(&value.unwrap(), &mut out);
    }
    out
}

/// A page: styles, scripts and the numbers set into the report left out, tips kept.
fn html(text: &str) -> String {
    let unseen =
        r#"(?s)<style.*?</style>|<script.*?</script>|<span class="n">.*?</span>|<a class="ref.*?</a>"#;
    let text = Regex::new(unseen).unwrap().replace_all(text, "");
    let tips: Vec<String> = Regex::new(r#"(?:title|aria-label|alt|placeholder)="([^"]*)""#)
        .unwrap()
        .captures_iter(&text)
        .map(|tip| tip[1].to_string())
        .collect();
    let text = quotes(&text);
    let inline = Regex::new(r"</?(?:mark|i|b|a|span|em)\b[^>]*>").unwrap().replace_all(&text, "");
    entities(&(tags(&inline, "\n") + &tips.join("\n")))
}

/// Elements that quote as marks that quote.
fn quotes(text: &str) -> String {
    Regex::new(r"</?(?:q|code)>").unwrap().replace_all(text, "`").into_owned()
}

fn tags(text: &str, instead: &str) -> String {
    Regex::new(r"<[^>]*>").unwrap().replace_all(text, instead).into_owned()
}

fn entities(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&#10;", "\n"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_string(), |text, (code, sign)| text.replace(code, sign))
}

/// A workbook or a document: its paragraphs and cells, the names of sheets, who comments.
fn package(bytes: &[u8]) -> String {
    let names = Regex::new(r#"(?:<sheet name|w:author)="([^"]*)""#).unwrap();
    let ends = Regex::new(r"</(?:w:p|si|is|c|oddHeader|oddFooter)>").unwrap();
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = String::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        if part.name().unwrap().ends_with(".xml") {
            let mut xml = String::new();
            part.read_to_string(&mut xml).unwrap();
            names.captures_iter(&xml).for_each(|name| out.extend([&name[1], "\n"]));
            out += &tags(&ends.replace_all(&xml, "\n"), "");
        }
    }
    entities(&out)
}
