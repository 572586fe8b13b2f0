//! `table`: the printed scorecard, for a person at a terminal.

mod frame;
mod losses;
mod overview;

use std::io::{self, Write};

use super::phrase::{self, points};
use super::{Card, Run, Style, Writer};
pub(super) use frame::grid;
use frame::{bar, paint};

pub(super) struct Table;

impl Writer for Table {
    fn format(&self) -> &'static str {
        "table"
    }

    fn about(&self) -> &'static str {
        "终端里的评分表"
    }

    fn write(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
        for card in run.reports.iter().filter(|_| !style.quiet) {
            scorecard(card, style, out)?;
        }
        overview::overview(run, style, out)
    }
}

/// One report.
fn scorecard(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    header(card, style, out)?;
    if card.score.is_none() {
        return writeln!(out);
    }
    sections(card, style, out)?;
    losses::losses(card, style, out)?;
    losses::undecided(card, style, out)?;
    losses::target(card, style, out)?;
    losses::models(card, style, out)?;
    losses::guesses(card, style, out)?;
    losses::remarks(card, style, out)?;
    if style.verbose {
        losses::passes(card, style, out)?;
    }
    writeln!(out)
}

fn header(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    writeln!(out, "{}", paint(style, "1", &phrase::title(card, style)))?;
    let unknown = || t("不明", "unknown").to_string();
    let year = phrase::year(card).map_or_else(unknown, |y| y.to_string());
    writeln!(
        out,
        "{} {}   {} {year}   {} {}   {} {}",
        t("发文机关", "issuer"),
        phrase::issuers(card).unwrap_or_else(unknown),
        t("报告年度", "year"),
        t("层级", "level"),
        phrase::field(card, "level").map_or_else(unknown, |l| phrase::level(l, style)),
        t("文件", "file"),
        card.path,
    )?;
    if card.score.is_none() {
        let what = card.look_alike_reason.clone().unwrap_or_default();
        return writeln!(
            out,
            "{}",
            paint(
                style,
                "33",
                &style.say(&format!(
                    "{}:{what}",
                    t("不是年度报告,没有评分", "not an annual report, not scored")
                ))
            )
        );
    }
    let grade = card.grade.clone().unwrap_or_default();
    let gate = if card.passed {
        paint(style, "32;1", t("通过", "passed"))
    } else {
        paint(
            style,
            "31;1",
            &style.say(&format!("{}:{}", t("不通过", "failed"), card.failures.join(t(";", "; ")))),
        )
    };
    writeln!(
        out,
        "{} {}{} / {}   {} {grade}   {gate}{}",
        t("得分", "score"),
        paint(style, "1", &phrase::score(card)),
        phrase::interval(card),
        card.possible,
        t("等次", "grade"),
        phrase::against(card, style)
    )
}

fn sections(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    let mut table = grid(style, &[t("部分", "section"), t("得分", "score"), t("满分", "of"), ""]);
    for section in card.sections.iter().filter(|s| s.possible > 0.0) {
        table.add_row(vec![
            section.title.clone(),
            points(section.score),
            points(section.possible),
            bar(section.score, section.possible),
        ]);
    }
    for column in [1, 2] {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(comfy_table::CellAlignment::Right);
        }
    }
    writeln!(out, "{table}")
}
