//! What costs points, dearest first; what could not be decided; remarks; and what passed.

use std::io::{self, Write};

use super::frame::{grid, paint};
use crate::write::phrase::{basis, findings, place, points, severity};
use crate::write::run::ResultLine;
use crate::write::{Card, Style};

/// Places shown for one rule.
const PLACES: usize = 3;

pub(super) fn losses(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    let found = findings(card);
    if found.is_empty() {
        return writeln!(out, "{}", t("没有失分。", "No points lost."));
    }
    let mut table = grid(
        style,
        &[t("失分", "lost"), t("规则、位置、依据和怎样得回", "rule, place, basis, and how to win it back")],
    );
    for result in found {
        let lost = result.lost();
        let head = if lost > 0.0 { format!("-{}", points(lost)) } else { t("提示", "note").to_string() };
        table.add_row(vec![head, details(result, style)]);
    }
    writeln!(out, "{table}")
}

fn details(result: &ResultLine, style: Style) -> String {
    let t = |zh, en| style.pick(zh, en);
    let severity = severity(result.finding.unwrap_or(result.severity), style);
    let mut lines = vec![format!("{}[{severity}] {}", result.title, result.rule), result.message.clone()];
    for line in result.evidence.iter().take(PLACES) {
        lines.push(format!("{}{} “{}”", t("位置:", "at "), place(line, style), line.quote));
    }
    if result.evidence.len() > PLACES {
        let more = result.evidence.len() - PLACES;
        lines.push(if style.lang == crate::text::Lang::Zh {
            format!("(另有 {more} 处)")
        } else {
            format!("({more} more)")
        });
    }
    for near in &result.near_misses {
        lines.push(format!(
            "{}{} “{}”,{}",
            t("最接近:", "closest: "),
            place(&near.place, style),
            near.place.quote,
            near.lacks
        ));
    }
    lines.push(format!("{}{}", t("依据:", "basis: "), basis(&result.basis, style)));
    lines.push(format!("{}{}", t("怎样得回:", "to win it back: "), result.advice));
    lines.join("\n")
}

pub(super) fn undecided(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let open: Vec<&ResultLine> = card.results.iter().filter(|r| r.outcome == "undecided").collect();
    if open.is_empty() {
        return Ok(());
    }
    let mut table =
        grid(style, &[style.pick("未判定的规则", "undecided rules"), style.pick("原因", "cause")]);
    for result in open {
        table.add_row(vec![result.rule.clone(), result.message.clone()]);
    }
    writeln!(out, "{table}")
}

pub(super) fn remarks(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    for note in &card.notes {
        let at = note.line.map_or_else(String::new, |l| {
            if style.lang == crate::text::Lang::Zh { format!("第{l}行 ") } else { format!("line {l} ") }
        });
        let quote = if note.quote.is_empty() { String::new() } else { format!(" “{}”", note.quote) };
        writeln!(out, "{} {at}{}{quote}", style.pick("提示:", "note:"), note.message)?;
    }
    let skipped = card.results.iter().filter(|r| r.outcome == "not_applicable").count();
    let counted = card.results.len() - skipped;
    let words = if style.lang == crate::text::Lang::Zh {
        format!("共 {} 条规则:适用 {counted} 条,不适用 {skipped} 条(不计入分母)。", card.results.len())
    } else {
        format!(
            "{} rules: {counted} applicable, {skipped} not applicable (left out of the denominator).",
            card.results.len()
        )
    };
    writeln!(out, "{}", paint(style, "2", &words))
}

/// What passed, with its evidence, and what does not apply, with its reason.
pub(super) fn passes(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    let mut table = grid(style, &[t("得分", "score"), t("满足的规则和证据", "rules met, with evidence")]);
    for result in card.results.iter().filter(|r| r.outcome == "met") {
        let mut lines = vec![format!("{} {}", result.title, result.rule)];
        for line in result.evidence.iter().take(PLACES) {
            lines.push(format!("{} “{}”", place(line, style), line.quote));
        }
        table.add_row(vec![points(result.score), lines.join("\n")]);
    }
    writeln!(out, "{table}")?;
    let mut table = grid(style, &[t("不适用的规则", "rules that do not apply"), t("理由", "reason")]);
    for result in card.results.iter().filter(|r| r.outcome == "not_applicable") {
        table.add_row(vec![result.rule.clone(), result.message.clone()]);
    }
    writeln!(out, "{table}")
}
