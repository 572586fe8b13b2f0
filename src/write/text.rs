//! `lawcheck text`: the text as it was read, one paragraph a line.

use std::io::{self, Write};

use serde_json::{Value as Json, json};

use super::place;
use crate::text::{BlockKind, Lang, Source, Speak};

/// One paragraph a line, automatic numbers in front.
pub fn text_lines(source: &Source, out: &mut dyn Write) -> io::Result<()> {
    for block in source.blocks() {
        writeln!(out, "{}", one_line(source.slice(block.span)))?;
    }
    Ok(())
}

/// Line breaks inside a paragraph are joined; between Latin words a blank takes their place.
fn one_line(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for line in words.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if latin(out.chars().next_back()) && latin(line.chars().next()) {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

/// The same with format, encoding, places and warnings.
pub fn text_json(source: &Source, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let paragraphs: Vec<Json> = source
        .blocks()
        .iter()
        .map(|block| {
            let mut place = serde_json::to_value(place::line(source, block.span)).unwrap_or_default();
            if let Some(fields) = place.as_object_mut() {
                fields.remove("quote");
            }
            json!({
                "text": one_line(source.slice(block.span)),
                "kind": kind(block.kind),
                "level": level(block.kind),
                "number": block.auto_number.map(|n| source.slice(n)),
                "place": place,
            })
        })
        .collect();
    let warnings: Vec<Json> =
        source.warnings.iter().map(|w| json!({ "kind": w.kind, "message": w.say(lang) })).collect();
    let properties: Vec<Json> =
        source.properties.iter().map(|p| json!({ "name": p.name, "value": p.value })).collect();
    let shown = json!({
        "schema": "lawcheck.text/1",
        "format": source.format,
        "encoding": source.encoding,
        "warnings": warnings,
        "properties": properties,
        "paragraphs": paragraphs,
    });
    serde_json::to_writer_pretty(&mut *out, &shown)?;
    writeln!(out)
}

fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Heading(_) => "heading",
        BlockKind::Cell(_) => "cell",
        BlockKind::Note => "note",
        BlockKind::TextBox => "text_box",
        BlockKind::Contents => "contents",
    }
}

fn level(kind: BlockKind) -> Option<u8> {
    match kind {
        BlockKind::Heading(level) => Some(level),
        _ => None,
    }
}
