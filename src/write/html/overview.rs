//! The head of the page with all reports in one table, and the foot that says what the scores depend on.

use std::io::{self, Write};

use super::tags::{esc, percent};
use crate::text::Lang;
use crate::write::phrase::{field, gate, issuers, level, ranked, score, title, year};
use crate::write::{Card, Head, Run, Style};

pub(super) fn overview(run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let s = &run.summary;
    let name = style.pick("法治政府建设年度报告评分", "Annual report scores");
    let counts = match style.lang {
        Lang::Zh => format!("共 {} 份报告:通过 {},不通过 {}", s.reports, s.passed, s.failed),
        Lang::En => format!("{} reports: {} passed, {} failed", s.reports, s.passed, s.failed),
    };
    let unreadable = match (s.unreadable, style.lang) {
        (0, _) => String::new(),
        (n, Lang::Zh) => format!(";读不了的文件 {n}"),
        (n, Lang::En) => format!("; {n} files unreadable"),
    };
    let counts = style.say(&format!("{counts}{unreadable}"));
    writeln!(
        out,
        "<header class=\"page\">\n<p class=\"name\">{name}</p>\n<p class=\"counts\">{}</p>\n</header>",
        esc(&counts)
    )?;
    if run.reports.len() > 1 {
        table(run, style, out)?;
    }
    errors(run, style, out)
}

fn table(run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    writeln!(
        out,
        "<section class=\"overview\">\n<h2>{}</h2>\n<table class=\"stack\">\n<thead><tr><th class=\"num\">#</th><th>{}</th>\
         <th>{}</th><th>{}</th><th class=\"num\">{}</th><th></th><th>{}</th><th>{}</th></tr></thead>\n<tbody>",
        t("总览", "Overview"),
        t("发文机关", "Issuer"),
        t("层级", "Level"),
        t("年度", "Year"),
        t("得分", "Score"),
        t("等次", "Grade"),
        t("门槛", "Gate"),
    )?;
    for (card, number) in ranked(&run.reports).into_iter().zip(1usize..) {
        row(card, number, style, out)?;
    }
    writeln!(out, "</tbody>\n</table>\n</section>")
}

fn row(card: &Card, number: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let who = issuers(card).unwrap_or_else(|| title(card, style));
    let level = field(card, "level").map(|l| level(l, style)).unwrap_or_default();
    let year = year(card).map(|y| y.to_string()).unwrap_or_default();
    writeln!(
        out,
        "<tr><td class=\"num\">{number}</td><td class=\"who\"><a href=\"#r{number}\">{}</a><small>{}</small></td><td>{}</td>\
         <td>{year}</td><td class=\"num\"><b>{}</b></td><td class=\"wide\">{}</td><td>{}</td><td class=\"{}\">{}</td></tr>",
        esc(&who),
        esc(&card.path),
        esc(&level),
        score(card),
        bar(card.score.unwrap_or(0.0), 100.0, style),
        esc(card.grade.as_deref().unwrap_or("-")),
        if card.passed { "ok" } else { "bad" },
        gate(card, style),
    )
}

/// A bar as wide as the share earned.
pub(super) fn bar(score: f64, possible: f64, style: Style) -> String {
    let label = style.pick("得分率", "share earned");
    let width = percent(score, possible);
    format!(
        "<span class=\"bar\" role=\"img\" aria-label=\"{label} {width:.0}%\"><i style=\"width:{width:.1}%\"></i></span>"
    )
}

fn errors(run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
    if run.troubles().next().is_none() {
        return Ok(());
    }
    writeln!(
        out,
        "<section class=\"errors\">\n<h2>{}</h2>\n<ul>",
        style.pick("读不了的文件和本次评分的问题", "Unreadable files and troubles of this run")
    )?;
    for error in run.troubles() {
        let message = style.say(&error.message);
        writeln!(out, "<li><b>{}</b> {} <code>{}</code></li>", esc(&error.path), esc(&message), error.kind)?;
    }
    writeln!(out, "</ul>\n</section>")
}

/// What the scores depend on, so that they can be made again.
pub(super) fn footer(head: &Head, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let packs: Vec<String> = head
        .packs
        .iter()
        .map(|p| format!("{} {}({})", p.title, p.version, p.sha256.get(..12).unwrap_or(&p.sha256)))
        .collect();
    let words = match style.lang {
        Lang::Zh => format!(
            "评分日期 {};评分方案 {} {};规则包:{};{} {}。",
            head.as_of,
            head.profile.id,
            head.profile.version,
            packs.join("、"),
            head.tool.name,
            head.tool.version
        ),
        Lang::En => format!(
            "As of {}; profile {} {}; packs: {}; {} {}.",
            head.as_of,
            head.profile.id,
            head.profile.version,
            packs.join(", "),
            head.tool.name,
            head.tool.version
        ),
    };
    writeln!(out, "<footer class=\"page\"><p>{}</p></footer>", esc(&style.say(&words)))
}
