//! A comparison for a person at a terminal: plan first, then what was copied, figures, rules.

use std::io::{self, Write};

use super::data::{ComparisonData, PlaceLine, Side, TwinLine};
use super::words::{self, fate, movement, others, title, year};
use crate::text::Lang;
use crate::write::Style;
use crate::write::phrase::{line_number, outcome, points};
use crate::write::table::grid;

pub(super) fn write(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    for (label, side) in [(t("上年", "last year"), &data.old), (t("今年", "this year"), &data.new)] {
        writeln!(out, "{}", style.say(&header(label, side, style)))?;
    }
    if data.same_issuer == Some(false) {
        writeln!(out, "{}", others(style))?;
    }
    parts(data, style, out)?;
    plan(data, style, out)?;
    let title = t("重复上年的不足", "shortcomings repeated");
    twins(title, &data.repeated_shortcomings, style, out)?;
    let share = words::taken_over(data, style);
    twins(&share, &data.recycled, style, out)?;
    figures(data, style, out)?;
    rules(data, style, out)
}

fn header(label: &str, side: &Side, style: Style) -> String {
    let (title, year, score) = (title(side, style), year(side, style), words::score(side));
    match style.lang {
        Lang::Zh => format!("{label}:{title} {} 报告年度 {year} 得分 {score}", side.path),
        Lang::En => format!("{label}: {title} {} year {year} score {score}", side.path),
    }
}

fn parts(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    let mut table = grid(
        style,
        &[t("部分", "part"), t("上年条数", "items then"), t("今年条数", "items now"), t("对应", "matched")],
    );
    for part in &data.parts {
        table.add_row(vec![
            part.title.clone(),
            part.old_items.to_string(),
            part.new_items.to_string(),
            part.matched.to_string(),
        ]);
    }
    writeln!(out, "{table}")
}

fn plan(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    if data.plan.is_empty() {
        return Ok(());
    }
    let t = |zh, en| style.pick(zh, en);
    let mut table =
        grid(style, &[t("上年安排", "planned last year"), t("今年", "this year"), t("写在", "told at")]);
    for item in &data.plan {
        let told = item.told.as_ref().map_or_else(|| "-".to_string(), |p| at(p, style));
        table.add_row(vec![at(&item.item, style), fate(item.fate, style).to_string(), told]);
    }
    writeln!(out, "{table}")
}

fn twins(title: &str, list: &[TwinLine], style: Style, out: &mut dyn Write) -> io::Result<()> {
    if list.is_empty() {
        return Ok(());
    }
    let mut table =
        grid(style, &[&style.say(title), style.pick("相似", "alike"), style.pick("上年", "last year")]);
    for twin in list {
        table.add_row(vec![
            at(&twin.new, style),
            format!("{}%", points(twin.likeness)),
            at(&twin.old, style),
        ]);
    }
    writeln!(out, "{table}")
}

fn at(place: &PlaceLine, style: Style) -> String {
    format!("{} “{}”", line_number(place.line, style), place.quote)
}

fn figures(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    if data.figures.is_empty() {
        return Ok(());
    }
    let t = |zh, en| style.pick(zh, en);
    let mut table = grid(style, &[t("数字", "figure"), t("上年", "then"), t("今年", "now"), ""]);
    for figure in &data.figures {
        table.add_row(vec![
            figure.about.clone(),
            format!("{} ({})", figure.old, figure.old_line),
            format!("{} ({})", figure.new, figure.new_line),
            movement(figure.movement, style).to_string(),
        ]);
    }
    writeln!(out, "{table}")
}

fn rules(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    if data.rules.is_empty() {
        return writeln!(out, "{}", style.say(t("各条规则的结论没有变化。", "no rule changed its outcome.")));
    }
    let mut table =
        grid(style, &[t("分差", "points"), t("规则", "rule"), t("上年", "then"), t("今年", "now")]);
    for rule in &data.rules {
        let sign = if rule.points > 0.0 { "+" } else { "" };
        table.add_row(vec![
            format!("{sign}{}", points(rule.points)),
            style.say(&format!("{} {}", rule.title, rule.rule)),
            outcome(rule.old, style),
            outcome(rule.new, style),
        ]);
    }
    writeln!(out, "{table}")
}
