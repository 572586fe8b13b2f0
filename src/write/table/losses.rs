//! What costs points, dearest first; what could not be decided; remarks; and what passed.

use std::io::{self, Write};

use super::frame::{grid, paint};
use crate::write::lines::ResultLine;
use crate::write::phrase::{basis, findings, place, points, severity};
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
    if let Some(belongs) = &result.belongs {
        let after = belongs.after_line.map_or_else(String::new, |l| {
            if style.lang == crate::text::Lang::Zh {
                format!("第{l}行之后,")
            } else {
                format!("after line {l}: ")
            }
        });
        let first = belongs.skeleton.lines().next().unwrap_or("");
        lines.push(format!("{}{after}“{first}”", t("写在:", "write it ")));
    }
    lines.push(format!("{}{}", t("依据:", "basis: "), basis(&result.basis, style)));
    lines.push(format!("{}{}", t("怎样得回:", "to win it back: "), result.advice));
    lines.iter().map(|line| style.say(line)).collect::<Vec<_>>().join("\n")
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

/// The cheapest way to the target that was asked for.
pub(super) fn target(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let Some(target) = &card.target else { return Ok(()) };
    let zh = style.lang == crate::text::Lang::Zh;
    let (goal, reached) = (points(target.target), points(target.reached));
    let head = match (target.steps.is_empty(), target.reached >= target.target, zh) {
        (true, true, true) => format!("已达到 {goal} 分"),
        (true, true, false) => format!("already at {goal}"),
        (_, true, true) => format!("到 {goal} 分最省的改法(改后 {reached} 分)"),
        (_, true, false) => format!("cheapest way to {goal} (then {reached})"),
        (_, false, true) => format!("全部改好也只有 {reached} 分,到不了 {goal} 分"),
        (_, false, false) => format!("even with everything mended {reached}, short of {goal}"),
    };
    writeln!(out, "{}", style.say(&head))?;
    if target.steps.is_empty() {
        return Ok(());
    }
    let mut table =
        grid(style, &[style.pick("得回", "gain"), style.pick("规则和改法", "rule and what to do")]);
    for step in &target.steps {
        let details = format!("{} {}\n{}", step.title, step.rule, step.advice);
        table.add_row(vec![format!("+{}", points(step.points)), style.say(&details)]);
    }
    writeln!(out, "{table}")
}

/// The score by every model, so that no single one misleads.
pub(super) fn models(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let name = |word: &str| {
        let known = crate::pack::Model::ALL.into_iter().find(|m| m.word() == word);
        known
            .filter(|_| style.lang == crate::text::Lang::Zh)
            .map_or_else(|| word.to_string(), |m| m.title().to_string())
    };
    let shown: Vec<String> =
        card.models.iter().map(|m| format!("{} {}", name(m.model), points(m.score))).collect();
    writeln!(
        out,
        "{}",
        style.say(&format!("{}{}", style.pick("各模型得分:", "by model: "), shown.join(style.lang.comma())))
    )
}

/// What was guessed.
pub(super) fn guesses(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    for guess in &card.uncertainties {
        let moves = match (guess.down > 0.0, guess.up > 0.0) {
            (false, false) => String::new(),
            _ => format!("(-{} +{})", points(guess.down), points(guess.up)),
        };
        writeln!(
            out,
            "{}",
            style.say(&format!("{}{}{moves}", style.pick("不确定:", "uncertain: "), guess.message))
        )?;
    }
    Ok(())
}

pub(super) fn remarks(card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
    for note in &card.notes {
        let at = note.line.map_or_else(String::new, |l| {
            if style.lang == crate::text::Lang::Zh { format!("第{l}行 ") } else { format!("line {l} ") }
        });
        let quote = if note.quote.is_empty() { String::new() } else { format!(" “{}”", note.quote) };
        writeln!(
            out,
            "{}",
            style.say(&format!("{} {at}{}{quote}", style.pick("提示:", "note:"), note.message))
        )?;
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
    writeln!(out, "{}", paint(style, "2", &style.say(&words)))
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
