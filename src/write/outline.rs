//! `lawcheck outline`: how a report was understood, as a table and as JSON.

use std::io::{self, Write};

use serde_json::{Map, Value as Json, json};

use super::card;
use crate::report::metadata::{FIELDS, Value};
use crate::report::{Report, Status};
use crate::text::{Lang, Speak};

/// `lawcheck.outline/1`.
pub fn outline_json(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let headings: Vec<Json> = report
        .headings
        .iter()
        .map(|h| {
            let source = |span| card::printed(&report.source, report.text.to_source(span));
            json!({
                "depth": h.depth,
                "notation": h.notation.level(),
                "number": source(h.number),
                "text": source(h.title),
                "line": report.source.line(report.text.to_source(h.number.cover(h.title)).start),
                "run_in": h.run_in,
                "untitled": h.untitled,
                "damaged": h.damaged,
            })
        })
        .collect();
    let parts: Map<String, Json> =
        report.parts.iter().map(|p| (p.kind.word().to_string(), card::part(report, p))).collect();
    let shown = json!({
        "schema": "lawcheck.outline/1",
        "metadata": card::metadata(&report.metadata),
        "look_alike": report.look_alike.as_ref().map(|l| l.kind.word()),
        "headings": headings,
        "parts": parts,
        "figures": figures(report),
        "relations": relations(report, lang),
        "notes": card::notes(report, lang),
    });
    serde_json::to_writer_pretty(&mut *out, &shown)?;
    writeln!(out)
}

fn figures(report: &Report) -> Vec<Json> {
    let one = |f: &crate::report::figures::Figure| {
        let span = report.text.to_source(f.span);
        json!({
            "line": report.source.line(span.start),
            "quote": card::printed(&report.source, span),
            "value": f.value.normalize().to_string(),
            "unit": f.unit,
            "normalised": f.normalised().to_string(),
        })
    };
    report.figures.iter().map(one).collect()
}

fn relations(report: &Report, lang: Lang) -> Vec<Json> {
    let line_of = |span| report.source.line(report.text.to_source(span).start);
    let one = |r: &crate::report::relations::Relation| {
        let mut lines: Vec<u32> = r.spans.iter().map(|s| line_of(*s)).collect();
        lines.dedup();
        json!({
            "kind": r.kind.word(),
            "check": r.check.word(),
            "lines": lines,
            "quote": card::printed(&report.source, report.text.to_source(r.quote)),
            "claimed": r.claimed,
            "computed": r.computed,
            "arithmetic": r.arithmetic,
            "message": r.say(lang),
        })
    };
    report.relations.iter().map(one).collect()
}

/// The same for a person.
pub fn outline_table(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let zh = lang == Lang::Zh;
    let pick = |a: &'static str, b: &'static str| if zh { a } else { b };
    for field in FIELDS {
        let value = match (field.value)(&report.metadata) {
            Value::Null => pick("(文中没有)", "(not said)").to_string(),
            Value::Number(n) => n.to_string(),
            Value::Text(t) => t,
            Value::List(l) if l.is_empty() => pick("(文中没有)", "(not said)").to_string(),
            Value::List(l) => l.join("、"),
        };
        writeln!(out, "{}: {value}", if zh { field.title } else { field.name })?;
    }
    if let Some(look_alike) = &report.look_alike {
        writeln!(
            out,
            "{}: {} ({})",
            pick("不是年度报告", "not an annual report"),
            look_alike.kind.title(),
            look_alike.say(lang)
        )?;
    }
    writeln!(out, "\n{}", pick("标题层次", "Headings"))?;
    let printed = |span| card::printed(&report.source, report.text.to_source(span));
    let line_of = |span| report.source.line(report.text.to_source(span).start);
    for heading in &report.headings {
        let indent = "  ".repeat(usize::from(heading.depth));
        let title = printed(heading.title);
        writeln!(
            out,
            "{:>5} {indent}{}{title}",
            line_of(heading.number.cover(heading.title)),
            printed(heading.number)
        )?;
    }
    writeln!(out, "\n{}", pick("五部分", "The five contents"))?;
    for part in report.parts.iter() {
        let status = match (part.status, zh) {
            (Status::OwnHeading, true) => "有标题",
            (Status::OwnHeading, false) => "own heading",
            (Status::Embedded, true) => "内嵌",
            (Status::Embedded, false) => "embedded",
            (Status::Missing, true) => "没有",
            (Status::Missing, false) => "missing",
        };
        let name = if zh { part.kind.title() } else { part.kind.english() };
        let place = part.extent().map_or_else(String::new, |s| {
            let span = report.text.to_source(s);
            let (from, to) = (report.source.line(span.start), report.source.line(span.end));
            if zh {
                format!(",第 {from}-{to} 行,{} 条", part.items.len())
            } else {
                format!(", lines {from}-{to}, {} items", part.items.len())
            }
        });
        writeln!(out, "  {name}: {status}{place}")?;
    }
    writeln!(out, "\n{}", pick("数字关系", "Relations between figures"))?;
    for relation in &report.relations {
        let verdict = match (relation.check.word(), zh) {
            ("holds", true) => "成立",
            ("does_not_hold", true) => "不成立",
            (_, true) => "无法判断",
            (word, false) => word,
        };
        let quote = card::printed(&report.source, report.text.to_source(relation.quote));
        writeln!(out, "{:>5} [{verdict}] {}  “{quote}”", line_of(relation.quote), relation.arithmetic)?;
    }
    let notes = card::notes(report, lang);
    if !notes.is_empty() {
        writeln!(out, "\n{}", pick("提示", "Notes"))?;
        for note in notes {
            let at = note.line.map_or_else(String::new, |l| format!("{l}: "));
            writeln!(out, "  {at}{} [{}]", note.message, note.kind)?;
        }
    }
    Ok(())
}
