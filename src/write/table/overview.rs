//! All reports of a run in one table, best first.

use std::io::{self, Write};

use super::frame::grid;
use crate::write::phrase::{self, points};
use crate::write::{Run, Style};

pub(super) fn overview(run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    if run.reports.len() > 1 {
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
    for error in run.troubles() {
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
