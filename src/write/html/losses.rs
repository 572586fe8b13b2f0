//! What costs points, dearest first, each place linked to the marked words.

use std::io::{self, Write};

use super::marks::Mark;
use super::tags::esc;
use crate::write::lines::ResultLine;
use crate::write::phrase::{basis, place, points, severity};
use crate::write::{Line, Style};

pub(super) fn losses(
    report: usize,
    found: &[&ResultLine],
    marks: &[Mark],
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    writeln!(out, "<section class=\"losses\">\n<h2>{}</h2>", t("失分和疑点", "Points lost and doubts"))?;
    if found.is_empty() {
        return writeln!(out, "<p class=\"none\">{}</p>\n</section>", t("没有失分。", "No points lost."));
    }
    writeln!(
        out,
        "<table>\n<thead><tr><th>#</th><th class=\"num\">{}</th><th>{}</th></tr></thead>\n<tbody>",
        t("失分", "Lost"),
        style.say(t("规则、证据、依据和怎样得回", "Rule, evidence, basis, and how to win it back")),
    )?;
    for (result, finding) in found.iter().zip(1..) {
        let row = Row { report, finding, marks, style };
        row.write(result, out)?;
    }
    writeln!(out, "</tbody>\n</table>\n</section>")
}

/// One finding of one report.
struct Row<'a> {
    report: usize,
    finding: usize,
    marks: &'a [Mark],
    style: Style,
}

impl Row<'_> {
    fn write(&self, result: &ResultLine, out: &mut dyn Write) -> io::Result<()> {
        let style = self.style;
        let grave = result.finding.unwrap_or(result.severity);
        let lost = result.lost();
        let lost =
            if lost > 0.0 { format!("-{}", points(lost)) } else { style.pick("提示", "note").to_string() };
        writeln!(
            out,
            "<tr id=\"r{}-f{}\"><td><span class=\"tag {grave}\">{}</span></td><td class=\"num\"><b>{lost}</b></td><td>\n\
             <h3>{} <small class=\"{grave}\">{}</small></h3>\n<p>{}</p>",
            self.report,
            self.finding,
            self.finding,
            esc(&style.say(&result.title)),
            severity(grave, style),
            esc(&style.say(&result.message)),
        )?;
        self.places(result, out)?;
        let advice = style.say(&result.advice);
        writeln!(
            out,
            "<p class=\"advice\"><b>{}</b>{}</p>",
            style.pick("怎样得回", "To win it back"),
            esc(&advice)
        )?;
        let rests_on = style.say(&basis(&result.basis, style));
        writeln!(
            out,
            "<p class=\"basis\"><b>{}</b>{}<code>{}</code></p>\n</td></tr>",
            style.pick("依据", "Basis"),
            esc(&rests_on),
            esc(&result.rule)
        )
    }

    fn places(&self, result: &ResultLine, out: &mut dyn Write) -> io::Result<()> {
        if result.evidence.is_empty() && result.near_misses.is_empty() {
            return Ok(());
        }
        writeln!(out, "<ul class=\"places\">")?;
        for (line, k) in result.evidence.iter().zip(1..) {
            let id = format!("r{}-m{}-{k}", self.report, self.finding);
            writeln!(out, "<li>{}</li>", self.link(&id, line))?;
        }
        for (near, k) in result.near_misses.iter().zip(1..) {
            let id = format!("r{}-n{}-{k}", self.report, self.finding);
            let label = self.style.pick("最接近", "Closest");
            let lacks = esc(&self.style.say(&near.lacks));
            writeln!(
                out,
                "<li class=\"near\"><b>{label}</b>{} <span>{lacks}</span></li>",
                self.link(&id, &near.place)
            )?;
        }
        writeln!(out, "</ul>")
    }

    /// The place and its words; a link where the words stand on the page.
    fn link(&self, id: &str, line: &Line) -> String {
        let words =
            format!("<span class=\"at\">{}</span> <q>{}</q>", place(line, self.style), esc(&line.quote));
        if self.marks.iter().any(|m| m.id == id) { format!("<a href=\"#{id}\">{words}</a>") } else { words }
    }
}
