//! `table`: the printed scorecard, for a person at a terminal.

mod frame;
mod losses;
mod overview;

use std::io::{self, Write};

use super::{Card, Run, Style, Writer};
use frame::{bar, paint};
pub(super) use frame::{grid, own, points};

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
    let field =
        |name: &str| card.metadata.get(name).and_then(serde_json::Value::as_str).map(ToString::to_string);
    let title = field("title").unwrap_or_else(|| t("(没有标题)", "(no title)").to_string());
    writeln!(out, "{}", paint(style, "1", &title))?;
    let issuers = card
        .metadata
        .get("issuers")
        .and_then(serde_json::Value::as_array)
        .map(|l| l.iter().filter_map(serde_json::Value::as_str).collect::<Vec<_>>().join("、"))
        .filter(|s| !s.is_empty());
    let unknown = || t("不明", "unknown").to_string();
    let year = card
        .metadata
        .get("report_year")
        .and_then(serde_json::Value::as_i64)
        .map_or_else(unknown, |y| y.to_string());
    writeln!(
        out,
        "{} {}   {} {year}   {} {}   {} {}",
        t("发文机关", "issuer"),
        issuers.unwrap_or_else(unknown),
        t("报告年度", "year"),
        t("层级", "level"),
        field("level").map_or_else(unknown, |l| frame::level(&l, style)),
        t("文件", "file"),
        card.path,
    )?;
    let Some(score) = card.score else {
        let what = card.look_alike_reason.clone().unwrap_or_default();
        return writeln!(
            out,
            "{}",
            paint(
                style,
                "33",
                &own(
                    style,
                    &format!("{}:{what}", t("不是年度报告,没有评分", "not an annual report, not scored"))
                )
            )
        );
    };
    let interval = card.interval.filter(|i| i.low < score || i.high > score);
    let interval = interval.map_or_else(String::new, |i| format!("({}~{})", points(i.low), points(i.high)));
    let grade = card.grade.clone().unwrap_or_default();
    let gate = if card.passed {
        paint(style, "32;1", t("通过", "passed"))
    } else {
        paint(
            style,
            "31;1",
            &own(style, &format!("{}:{}", t("不通过", "failed"), card.failures.join(t(";", "; ")))),
        )
    };
    writeln!(
        out,
        "{} {}{interval} / {}   {} {grade}   {gate}",
        t("得分", "score"),
        paint(style, "1", &points(score)),
        card.possible,
        t("等次", "grade")
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
