//! One report: who and when, the gauge, the bars, then losses beside the text.

use std::io::{self, Write};

use super::overview::bar;
use super::tags::{esc, percent};
use super::{losses, marks, rest, text};
use crate::write::phrase::{self, points};
use crate::write::{Card, Style};

pub(super) fn report(card: &Card, number: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<article class=\"report\" id=\"r{number}\">")?;
    header(card, style, out)?;
    if let Some(reason) = &card.look_alike_reason {
        let label = style.pick("不是年度报告,没有评分:", "Not an annual report, not scored: ");
        writeln!(out, "<p class=\"verdict bad\">{}</p>", esc(&style.say(&format!("{label}{reason}"))))?;
    } else {
        contents(card, style, out)?;
        let found = phrase::findings(card);
        let marks = marks::marks(number, &found, &card.text);
        writeln!(out, "<div class=\"{}\">", if card.text.is_empty() { "single" } else { "pair" })?;
        losses::losses(number, &found, &marks, style, out)?;
        text::text(number, &card.text, &marks, style, out)?;
        writeln!(out, "</div>")?;
        rest::rest(number, card, style, out)?;
    }
    rest::notes(number, card, style, out)?;
    writeln!(out, "</article>")
}

fn header(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    writeln!(
        out,
        "<header class=\"report\">\n<div class=\"what\">\n<h1>{}</h1>\n<dl class=\"facts\">",
        esc(&phrase::title(card, style))
    )?;
    let unknown = || t("不明", "unknown").to_string();
    let level = phrase::field(card, "level").map_or_else(unknown, |l| phrase::level(l, style));
    let number = phrase::field(card, "document_number").map(ToString::to_string);
    let published = phrase::field(card, "date_published").map(ToString::to_string);
    let facts = [
        (t("发文机关", "Issuer"), Some(phrase::issuers(card).unwrap_or_else(unknown))),
        (t("报告年度", "Report year"), Some(phrase::year(card).map_or_else(unknown, |y| y.to_string()))),
        (t("层级", "Level"), Some(level)),
        (t("发文字号", "Number"), number),
        (t("公布日期", "Published"), published),
        (t("文件", "File"), Some(card.path.clone())),
    ];
    for (name, value) in facts {
        if let Some(value) = value {
            writeln!(out, "<div><dt>{name}</dt><dd>{}</dd></div>", esc(&value))?;
        }
    }
    writeln!(out, "</dl>\n</div>")?;
    if let Some(score) = card.score {
        gauge(card, score, style, out)?;
    }
    writeln!(out, "</header>")
}

/// Half a ring, filled as far as the score goes.
fn gauge(card: &Card, score: f64, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let (class, verdict) = if card.passed {
        ("ok", style.pick("通过", "passed"))
    } else {
        ("bad", style.pick("不通过", "failed"))
    };
    let filled = percent(score, f64::from(card.possible));
    writeln!(
        out,
        "<div class=\"gauge {class}\">\n<svg viewBox=\"0 0 200 112\" role=\"img\" aria-label=\"{} {}\">\
         <path class=\"rail\" d=\"M14 100 A86 86 0 0 1 186 100\" pathLength=\"100\"/>\
         <path class=\"fill\" d=\"M14 100 A86 86 0 0 1 186 100\" pathLength=\"100\" stroke-dasharray=\"{filled:.2} 200\"/>\
         <text x=\"100\" y=\"82\" class=\"score\">{}</text><text x=\"100\" y=\"106\" class=\"of\">/ {}</text></svg>\n\
         <p><b>{}</b> <span class=\"{class}\">{verdict}</span> <small>{}</small></p>\n</div>",
        style.pick("得分", "score"),
        phrase::score(card),
        phrase::score(card),
        card.possible,
        esc(card.grade.as_deref().unwrap_or_default()),
        phrase::interval(card),
    )
}

/// Why it fails, points by section, and how the five contents are present.
fn contents(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    if !card.failures.is_empty() {
        writeln!(out, "<ul class=\"verdict bad\">")?;
        for failure in &card.failures {
            writeln!(out, "<li>{}</li>", esc(&style.say(failure)))?;
        }
        writeln!(out, "</ul>")?;
    }
    writeln!(
        out,
        "<div class=\"summary\">\n<section class=\"sections\">\n<h2>{}</h2>\n<table>\n<thead><tr><th>{}</th><th></th>\
         <th class=\"num\">{}</th><th class=\"num\">{}</th></tr></thead>\n<tbody>",
        t("各部分得分", "Points by section"),
        t("部分", "Section"),
        t("得分", "Score"),
        t("满分", "Of"),
    )?;
    for section in card.sections.iter().filter(|s| s.possible > 0.0) {
        writeln!(
            out,
            "<tr><td>{}</td><td class=\"wide\">{}</td><td class=\"num\"><b>{}</b></td><td class=\"num\">{}</td></tr>",
            esc(&style.say(&section.title)),
            bar(section.score, section.possible, style),
            points(section.score),
            points(section.possible),
        )?;
    }
    writeln!(out, "</tbody>\n</table>\n</section>")?;
    five(card, style, out)?;
    writeln!(out, "</div>")
}

fn five(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<section class=\"five\">\n<h2>{}</h2>\n<ul>",
        style.pick("五项内容", "The five contents")
    )?;
    for kind in crate::report::PartKind::ALL {
        let part = card.parts.get(kind.word());
        let status = part.and_then(|p| p.get("status")).and_then(|s| s.as_str()).unwrap_or("missing");
        let heading = part.and_then(|p| p.get("heading")).and_then(|h| h.as_str()).unwrap_or_default();
        writeln!(
            out,
            "<li class=\"{status}\"><b>{}</b><span>{}</span><small>{}</small></li>",
            phrase::part(kind.word(), style),
            phrase::part_status(status, style),
            esc(heading),
        )?;
    }
    writeln!(out, "</ul>\n</section>")
}
