//! All reports of a run in one table, best first.

use std::io::{self, Write};

use super::frame::grid;
use crate::write::phrase::{self, points};
use crate::write::{Card, Run, Style};

pub(super) fn overview(run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    if run.reports.len() > 1 && !style.quiet {
        let mut table =
            grid(style, &["#", t("得分", "score"), t("等次", "grade"), t("门槛", "gate"), t("文件", "file")]);
        for (rank, card) in (1..).zip(phrase::ranked(&run.reports)) {
            table.add_row(vec![
                rank.to_string(),
                card.score.map_or_else(|| "-".to_string(), points),
                card.grade.clone().unwrap_or_else(|| "-".to_string()),
                phrase::gate(card, style).to_string(),
                card.path.clone(),
            ]);
        }
        writeln!(out, "{table}")?;
    }
    for card in run.reports.iter().filter(|_| style.quiet) {
        writeln!(out, "{}", style.say(&verdict(card, style)))?;
    }
    for error in run.troubles().filter(|_| style.troubles) {
        let words =
            format!("{}: {}: {} [{}]", phrase::trouble(error, style), error.path, error.message, error.kind);
        writeln!(out, "{}", style.say(&words))?;
    }
    let s = &run.summary;
    if style.lang == crate::text::Lang::Zh {
        let words = format!(
            "共 {} 份报告:通过 {},不通过 {};读不了的文件 {}。",
            s.reports, s.passed, s.failed, s.unreadable
        );
        writeln!(out, "{}", style.say(&words))
    } else {
        writeln!(
            out,
            "{} reports: {} passed, {} failed; {} files unreadable.",
            s.reports, s.passed, s.failed, s.unreadable
        )
    }
}

/// One line for a report: what the gate says and why.
fn verdict(card: &Card, style: Style) -> String {
    let why: Vec<&str> = card.failures.iter().chain(&card.allowed).map(String::as_str).collect();
    let why = why.join(style.pick(";", "; "));
    let colon = if why.is_empty() { "" } else { ": " };
    let against = phrase::against(card, style);
    format!("{}: {} {}{against}{colon}{why}", card.path, phrase::gate(card, style), phrase::score(card))
}
