//! A comparison for a person at a terminal: plan first, then what was copied, figures, rules.

use std::io::{self, Write};

use super::data::{ComparisonData, Side, TwinLine};
use crate::text::Lang;
use crate::write::Style;
use crate::write::table::{grid, own, points};

pub(super) fn write(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    for (label, side) in [(t("上年", "last year"), &data.old), (t("今年", "this year"), &data.new)] {
        writeln!(out, "{}", own(style, &header(label, side, style)))?;
    }
    if data.same_issuer == Some(false) {
        writeln!(
            out,
            "{}",
            own(
                style,
                t(
                    "两份报告写的不是同一个地方,以下仅供参考",
                    "the two reports name different places; read on with care"
                )
            )
        )?;
    }
    parts(data, style, out)?;
    plan(data, style, out)?;
    let title = t("重复上年的不足", "shortcomings repeated");
    twins(title, &data.repeated_shortcomings, style, out)?;
    let share = if style.lang == Lang::Zh {
        format!("沿用上年的文字(占今年正文的{}%)", points(data.recycled_percent))
    } else {
        format!("passages taken over ({} % of this year's text)", points(data.recycled_percent))
    };
    twins(&share, &data.recycled, style, out)?;
    figures(data, style, out)?;
    rules(data, style, out)
}

fn header(label: &str, side: &Side, style: Style) -> String {
    let unknown = style.pick("不明", "unknown");
    let year = side.report_year.map_or_else(|| unknown.to_string(), |y| y.to_string());
    let score = side.score.map_or_else(|| "-".to_string(), points);
    let title = side.title.as_deref().unwrap_or(style.pick("(没有标题)", "(no title)"));
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
    let fate = |word: &str| match word {
        "done" => t("有结果", "done"),
        "mentioned" => t("提到", "mentioned"),
        _ => t("没有提到", "silent"),
    };
    let mut table =
        grid(style, &[t("上年安排", "planned last year"), t("今年", "this year"), t("写在", "told at")]);
    for item in &data.plan {
        let told = item.told.as_ref().map_or_else(|| "-".to_string(), |p| at(p.line, &p.quote, style));
        table.add_row(vec![at(item.item.line, &item.item.quote, style), fate(item.fate).to_string(), told]);
    }
    writeln!(out, "{table}")
}

fn twins(title: &str, list: &[TwinLine], style: Style, out: &mut dyn Write) -> io::Result<()> {
    if list.is_empty() {
        return Ok(());
    }
    let mut table =
        grid(style, &[&own(style, title), style.pick("相似", "alike"), style.pick("上年", "last year")]);
    for twin in list {
        table.add_row(vec![
            at(twin.new.line, &twin.new.quote, style),
            format!("{}%", points(twin.likeness)),
            at(twin.old.line, &twin.old.quote, style),
        ]);
    }
    writeln!(out, "{table}")
}

fn at(line: u32, quote: &str, style: Style) -> String {
    match style.lang {
        Lang::Zh => format!("第{line}行 “{quote}”"),
        Lang::En => format!("line {line} “{quote}”"),
    }
}

fn figures(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    if data.figures.is_empty() {
        return Ok(());
    }
    let t = |zh, en| style.pick(zh, en);
    let mut table = grid(style, &[t("数字", "figure"), t("上年", "then"), t("今年", "now"), ""]);
    for figure in &data.figures {
        let movement = if figure.movement == "unchanged" {
            t("没有变化", "unchanged")
        } else {
            t("变化很大", "jumped")
        };
        table.add_row(vec![
            figure.about.clone(),
            format!("{} ({})", figure.old, figure.old_line),
            format!("{} ({})", figure.new, figure.new_line),
            movement.to_string(),
        ]);
    }
    writeln!(out, "{table}")
}

fn rules(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    if data.rules.is_empty() {
        return writeln!(
            out,
            "{}",
            own(style, t("各条规则的结论没有变化。", "no rule changed its outcome."))
        );
    }
    let mut table =
        grid(style, &[t("分差", "points"), t("规则", "rule"), t("上年", "then"), t("今年", "now")]);
    for rule in &data.rules {
        let sign = if rule.points > 0.0 { "+" } else { "" };
        table.add_row(vec![
            format!("{sign}{}", points(rule.points)),
            own(style, &format!("{} {}", rule.title, rule.rule)),
            rule.old.to_string(),
            rule.new.to_string(),
        ]);
    }
    writeln!(out, "{table}")
}
