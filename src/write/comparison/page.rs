//! A comparison as one page in the looks of the scorecard page: no script, no outside address, every word escaped.

use std::io::{self, Write};

use super::data::{ComparisonData, PlaceLine, Side, TwinLine};
use super::words::{self, fate, movement};
use crate::text::Lang;
use crate::write::Style;
use crate::write::html::{begin, end, esc};
use crate::write::phrase::{line_number, outcome, points};

pub(super) fn write(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let name = style.pick("法治政府建设年度报告比较", "Annual reports compared");
    begin(&format!("{} · {name}", words::title(&data.new, style)), style, out)?;
    writeln!(
        out,
        "<header class=\"page\">\n<p class=\"name\">{name}</p>\n</header>\n<article class=\"report\">"
    )?;
    header(data, style, out)?;
    if data.same_issuer == Some(false) {
        writeln!(out, "<p class=\"verdict bad\">{}</p>", esc(&words::others(style)))?;
    }
    plan(data, style, out)?;
    let repeated = style.pick("重复上年的不足", "Shortcomings repeated");
    twins(repeated, &data.repeated_shortcomings, style, out)?;
    twins(&style.say(&words::taken_over(data, style)), &data.recycled, style, out)?;
    figures(data, style, out)?;
    rules(data, style, out)?;
    parts(data, style, out)?;
    writeln!(out, "</article>")?;
    footer(style, out)?;
    end(out)
}

/// The two reports beside each other.
fn header(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    writeln!(out, "<header class=\"versus\">")?;
    for (label, side) in [(t("上年", "Last year"), &data.old), (t("今年", "This year"), &data.new)] {
        side_of(label, side, style, out)?;
    }
    writeln!(out, "</header>")
}

fn side_of(label: &str, side: &Side, style: Style, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<div>\n<p><small>{label}</small></p>\n<h1>{}</h1>\n<p>{} <b>{}</b> <small>{} {}</small></p>\n\
         <p><code>{}</code></p>\n</div>",
        esc(&words::title(side, style)),
        style.pick("得分", "Score"),
        words::score(side),
        style.pick("报告年度", "report year"),
        words::year(side, style),
        esc(&side.path),
    )
}

/// Begin a section with a table; a head that begins with `>` stands over numbers.
fn section(title: &str, heads: &[&str], out: &mut dyn Write) -> io::Result<()> {
    let head = |head: &&str| match head.strip_prefix('>') {
        Some(number) => format!("<th class=\"num\">{number}</th>"),
        None => format!("<th>{head}</th>"),
    };
    let heads: Vec<String> = heads.iter().map(head).collect();
    writeln!(
        out,
        "<section class=\"compared\">\n<h2>{}</h2>\n<table>\n<thead><tr>{}</tr></thead>\n<tbody>",
        esc(title),
        heads.concat()
    )
}

fn close(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "</tbody>\n</table>\n</section>")
}

/// A section that has nothing to list.
fn nothing(title: &str, words: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<section class=\"compared\">\n<h2>{}</h2>\n<p class=\"none\">{}</p>\n</section>",
        esc(title),
        esc(words)
    )
}

fn place(place: &PlaceLine, style: Style) -> String {
    format!("<span class=\"at\">{}</span> <q>{}</q>", line_number(place.line, style), esc(&place.quote))
}

fn plan(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    let title = t("上年的安排", "Last year's plan");
    if data.plan.is_empty() {
        let none = t("上年的报告没有逐条写安排。", "The older report lists no plan.");
        return nothing(title, &style.say(none), out);
    }
    section(title, &[t("上年安排", "Planned last year"), t("今年", "This year"), t("写在", "Told at")], out)?;
    for item in &data.plan {
        let class = match item.fate {
            "done" => "ok",
            "silent" => "bad",
            _ => "",
        };
        writeln!(
            out,
            "<tr><td class=\"half\">{}</td><td class=\"{class}\">{}</td><td class=\"half\">{}</td></tr>",
            place(&item.item, style),
            fate(item.fate, style),
            item.told.as_ref().map_or_else(|| "-".to_string(), |told| place(told, style)),
        )?;
    }
    close(out)
}

fn twins(title: &str, list: &[TwinLine], style: Style, out: &mut dyn Write) -> io::Result<()> {
    if list.is_empty() {
        return nothing(title, &style.say(style.pick("没有。", "None.")), out);
    }
    section(
        title,
        &[style.pick("上年", "Then"), style.pick("今年", "Now"), style.pick(">相似", ">Alike")],
        out,
    )?;
    for twin in list {
        writeln!(
            out,
            "<tr><td class=\"half\">{}</td><td class=\"half\">{}</td><td class=\"num\">{}%</td></tr>",
            place(&twin.old, style),
            place(&twin.new, style),
            points(twin.likeness),
        )?;
    }
    close(out)
}

fn figures(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    let title = t("没有变化或变化很大的数字", "Figures that stood still or jumped");
    if data.figures.is_empty() {
        return nothing(title, &style.say(t("没有。", "None.")), out);
    }
    section(title, &[t("数字", "Figure"), t("上年", "Then"), t("今年", "Now"), ""], out)?;
    for figure in &data.figures {
        writeln!(
            out,
            "<tr><td>{}</td><td>{} <span class=\"at\">{}</span></td><td>{} <span class=\"at\">{}</span></td><td>{}</td></tr>",
            esc(&figure.about),
            esc(&figure.old),
            line_number(figure.old_line, style),
            esc(&figure.new),
            line_number(figure.new_line, style),
            movement(figure.movement, style),
        )?;
    }
    close(out)
}

fn rules(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    let title = t("结论变了的规则", "Rules with another outcome");
    if data.rules.is_empty() {
        let none = t("各条规则的结论没有变化。", "No rule changed its outcome.");
        return nothing(title, &style.say(none), out);
    }
    section(title, &[t("规则", "Rule"), t("上年", "Then"), t("今年", "Now"), t(">分差", ">Points")], out)?;
    for rule in &data.rules {
        let (sign, class) = match rule.points {
            gain if gain > 0.0 => ("+", " ok"),
            loss if loss < 0.0 => ("", " bad"),
            _ => ("", ""),
        };
        writeln!(
            out,
            "<tr><td class=\"half\">{} <code>{}</code></td><td>{}</td><td>{}</td><td class=\"num{class}\">{sign}{}</td></tr>",
            esc(&style.say(&rule.title)),
            esc(&rule.rule),
            esc(&outcome(rule.old, style)),
            esc(&outcome(rule.new, style)),
            points(rule.points),
        )?;
    }
    close(out)
}

fn parts(data: &ComparisonData, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let t = |zh, en| style.pick(zh, en);
    let heads = [
        t("部分", "Part"),
        t(">上年条数", ">Items then"),
        t(">今年条数", ">Items now"),
        t(">对应", ">Matched"),
    ];
    section(t("五项内容", "The five contents"), &heads, out)?;
    for part in &data.parts {
        writeln!(
            out,
            "<tr><td>{}</td><td class=\"num\">{}</td><td class=\"num\">{}</td><td class=\"num\">{}</td></tr>",
            esc(&part.title),
            part.old_items,
            part.new_items,
            part.matched
        )?;
    }
    close(out)
}

/// How to read it.
fn footer(style: Style, out: &mut dyn Write) -> io::Result<()> {
    let words = match style.lang {
        Lang::Zh => style.say(
            "相似的程度按两段话共有的字对计算,年份和数字不算差别;“有结果”指今年写了数字或完成情况。只列出看到的,不作评价。",
        ),
        Lang::En => "Likeness counts the pairs of characters that two passages share; years and figures are no \
                     difference. “Done” means that this year's text tells a figure or a completion. The page lists \
                     what is seen and does not judge."
            .to_string(),
    };
    writeln!(out, "<footer class=\"page\"><p>{}</p></footer>", esc(&words))
}
