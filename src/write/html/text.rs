//! The text of the report with the marked places, each linked back to its finding.

use std::io::{self, Write};

use super::marks::{Mark, Piece, pieces};
use super::tags::flow;
use crate::text::Lang;
use crate::write::{Style, TextLine, TextRole};

pub(super) fn text(
    report: usize,
    text: &[TextLine],
    marks: &[Mark],
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    let label = style.pick("报告原文", "Text of the report");
    writeln!(
        out,
        "<section class=\"source\">\n<h2>{label}</h2>\n<div class=\"text\" tabindex=\"0\" aria-label=\"{label}\">"
    )?;
    let mut page = None;
    for line in text {
        if line.place.page.is_some() && line.place.page != page {
            page = line.place.page;
            page_mark(page.unwrap_or(1), line.place.page_is_estimate, style, out)?;
        }
        paragraph(report, line, marks, out)?;
    }
    writeln!(out, "</div>\n</section>")
}

fn page_mark(page: u32, estimate: bool, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let about = if estimate { style.pick("约", "about ") } else { "" };
    let words =
        if style.lang == Lang::Zh { format!("{about}第 {page} 页") } else { format!("{about}page {page}") };
    writeln!(out, "<p class=\"page\">{words}</p>")
}

fn paragraph(report: usize, line: &TextLine, marks: &[Mark], out: &mut dyn Write) -> io::Result<()> {
    let class = match line.role {
        TextRole::Title => "title",
        TextRole::Heading(1) => "h1",
        TextRole::Heading(2) => "h2",
        TextRole::Heading(_) => "h3",
        TextRole::Body => "body",
        TextRole::Beside => "beside",
    };
    let number = line.place.paragraph.unwrap_or(line.place.line);
    write!(
        out,
        "<p class=\"{class}\" id=\"r{report}-p{}\"><span class=\"n\">{number}</span>",
        line.place.offset
    )?;
    for piece in pieces(line, marks) {
        marked(report, &piece, out)?;
    }
    writeln!(out, "</p>")
}

fn marked(report: usize, piece: &Piece<'_>, out: &mut dyn Write) -> io::Result<()> {
    for mark in &piece.begins {
        write!(out, "<i class=\"a\" id=\"{}\"></i>", mark.id)?;
    }
    let words = flow(piece.words);
    match piece.class {
        Some(class) => write!(out, "<mark class=\"{class}\">{words}</mark>")?,
        None => write!(out, "{words}")?,
    }
    for mark in &piece.ends {
        let Mark { class, finding, .. } = mark;
        write!(out, "<a class=\"ref {class}\" href=\"#r{report}-f{finding}\">{finding}</a>")?;
    }
    Ok(())
}
