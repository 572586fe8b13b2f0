//! All reports of a run in one table, best first.

use std::io::{self, Write};

use super::frame::{grid, own, points};
use crate::write::{Card, Run, Style};

pub(super) fn overview(run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    if run.reports.len() > 1 {
        let mut table =
            grid(style, &["#", t("得分", "score"), t("等次", "grade"), t("门槛", "gate"), t("文件", "file")]);
        let mut sorted: Vec<&Card> = run.reports.iter().collect();
        sorted.sort_by(|a, b| b.score.unwrap_or(-1.0).total_cmp(&a.score.unwrap_or(-1.0)));
        for (rank, card) in (1..).zip(sorted) {
            let gate = match (card.passed, card.look_alike) {
                (true, _) => t("通过", "passed"),
                (false, Some(_)) => t("不是年度报告", "look-alike"),
                (false, None) => t("不通过", "failed"),
            };
            table.add_row(vec![
                rank.to_string(),
                card.score.map_or_else(|| "-".to_string(), points),
                card.grade.clone().unwrap_or_else(|| "-".to_string()),
                gate.to_string(),
                card.path.clone(),
            ]);
        }
        writeln!(out, "{table}")?;
    }
    for error in &run.errors {
        let words =
            format!("{} {}: {} [{}]", t("读不了:", "unreadable:"), error.path, error.message, error.kind);
        writeln!(out, "{}", own(style, &words))?;
    }
    let s = &run.summary;
    if style.lang == crate::text::Lang::Zh {
        let words = format!(
            "共 {} 份报告:通过 {},不通过 {};读不了的文件 {}。",
            s.reports, s.passed, s.failed, s.unreadable
        );
        writeln!(out, "{}", own(style, &words))
    } else {
        writeln!(
            out,
            "{} reports: {} passed, {} failed; {} files unreadable.",
            s.reports, s.passed, s.failed, s.unreadable
        )
    }
}
