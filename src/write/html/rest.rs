//! What is not lost: rules met with their evidence, rules that do not apply with the reason, what could not be decided,
//! and remarks.

use std::io::{self, Write};

use super::tags::esc;
use crate::text::Lang;
use crate::write::lines::ResultLine;
use crate::write::phrase::{place, points};
use crate::write::{Card, Line, Style};

/// Places shown for a rule that is met.
const PLACES: usize = 3;

pub(super) fn rest(report: usize, card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let by = |outcome: &str| -> Vec<&ResultLine> {
        card.results.iter().filter(|r| r.outcome == outcome).collect()
    };
    let open = by("undecided");
    if !open.is_empty() {
        writeln!(
            out,
            "<section class=\"open\">\n<h2>{}</h2>\n<ul>",
            style.pick("未能判定的规则", "Undecided rules")
        )?;
        for result in open {
            writeln!(
                out,
                "<li><b>{}</b> {}</li>",
                esc(&style.say(&result.title)),
                esc(&style.say(&result.message))
            )?;
        }
        writeln!(out, "</ul>\n</section>")?;
    }
    met(report, card, &by("met"), style, out)?;
    not_applicable(&by("not_applicable"), style, out)
}

fn summary(zh: &str, en: &str, count: usize, style: Style) -> String {
    match style.lang {
        Lang::Zh => format!("<details>\n<summary>{zh} {count} 条</summary>"),
        Lang::En => format!("<details>\n<summary>{count} {en}</summary>"),
    }
}

fn met(
    report: usize,
    card: &Card,
    results: &[&ResultLine],
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    if results.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}\n<table>\n<tbody>", summary("满足的规则", "rules met", results.len(), style))?;
    for result in results {
        writeln!(
            out,
            "<tr><td class=\"num\">{}</td><td><b>{}</b>",
            points(result.score),
            esc(&style.say(&result.title))
        )?;
        for line in result.evidence.iter().take(PLACES) {
            writeln!(out, "<br>{}", link(report, card, line, style))?;
        }
        writeln!(out, "</td></tr>")?;
    }
    writeln!(out, "</tbody>\n</table>\n</details>")
}

/// A link to the paragraph that holds the place, if the page shows it.
fn link(report: usize, card: &Card, line: &Line, style: Style) -> String {
    let words = format!("<span class=\"at\">{}</span> <q>{}</q>", place(line, style), esc(&line.quote));
    let holds = |p: &Line| p.offset <= line.offset && line.offset < p.offset + p.length;
    match card.text.iter().find(|t| holds(&t.place)) {
        Some(t) => format!("<a href=\"#r{report}-p{}\">{words}</a>", t.place.offset),
        None => words,
    }
}

fn not_applicable(results: &[&ResultLine], style: Style, out: &mut dyn Write) -> io::Result<()> {
    if results.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "{}\n<table>\n<tbody>",
        summary("不适用的规则", "rules that do not apply", results.len(), style)
    )?;
    for result in results {
        writeln!(
            out,
            "<tr><td><b>{}</b><br>{}</td></tr>",
            esc(&style.say(&result.title)),
            esc(&style.say(&result.message))
        )?;
    }
    writeln!(out, "</tbody>\n</table>\n</details>")
}

pub(super) fn notes(report: usize, card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    if card.notes.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section class=\"notes\" id=\"r{report}-notes\">\n<h2>{}</h2>\n<ul>",
        style.pick("阅读提示", "Remarks")
    )?;
    for note in &card.notes {
        let at = note.line.map_or_else(String::new, |l| match style.lang {
            Lang::Zh => format!("第{l}行 "),
            Lang::En => format!("line {l} "),
        });
        let quote =
            if note.quote.is_empty() { String::new() } else { format!(" <q>{}</q>", esc(&note.quote)) };
        writeln!(out, "<li>{at}{}{quote}</li>", esc(&style.say(&note.message)))?;
    }
    writeln!(out, "</ul>\n</section>")
}
