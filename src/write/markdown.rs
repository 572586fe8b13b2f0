//! `markdown`: a comment for a merge request.
//!
//! A table of all reports, then one folded block a report. It never grows beyond what a comment may hold: reports that
//! do not fit any more are counted, not cut in the middle.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::escape::clean;
use super::lines::ResultLine;
use super::phrase::{
    basis, findings, gate, interval, issuers, place, points, ranked, score, severity, title, trouble,
};
use super::{Card, Run, Style, Writer};
use crate::text::Lang;

/// Longest comment, in characters; GitHub stops at 65,536.
const MOST: usize = 58_000;
/// Longest overview, in reports.
const ROWS: usize = 100;
/// Places shown for a rule.
const PLACES: usize = 2;

pub(super) struct Markdown;

impl Writer for Markdown {
    fn format(&self) -> &'static str {
        "markdown"
    }

    fn about(&self) -> &'static str {
        "合并请求里的评论,六万字以内"
    }

    fn write(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
        let mut text = overview(run, style);
        let mut left_out = 0;
        for card in ranked(&run.reports).into_iter().rev() {
            let block = report(card, style);
            if text.chars().count() + block.chars().count() > MOST {
                left_out += 1;
            } else {
                text.push_str(&block);
            }
        }
        if left_out > 0 {
            let words = match style.lang {
                Lang::Zh => format!("另有 {left_out} 份报告的明细放不下;请看 html 或 xlsx 格式的结果。"),
                Lang::En => {
                    format!("Details of {left_out} more reports do not fit; see the html or xlsx output.")
                }
            };
            let _ = writeln!(text, "{}", style.say(&words));
        }
        out.write_all(text.as_bytes())
    }
}

fn overview(run: &Run, style: Style) -> String {
    let s = &run.summary;
    let mut out = match style.lang {
        Lang::Zh => style.say(&format!(
            "### 法治政府建设年度报告评分\n\n共 {} 份报告:**通过 {}**\u{ff0c}**不通过 {}**;读不了的文件 {}。评分方案 `{}`,评分日期 {}。\n\n",
            s.reports, s.passed, s.failed, s.unreadable, run.head.profile.id, run.head.as_of
        )),
        Lang::En => format!(
            "### Annual report scores\n\n{} reports: **{} passed**, **{} failed**; {} files unreadable. Profile `{}`, as of {}.\n\n",
            s.reports, s.passed, s.failed, s.unreadable, run.head.profile.id, run.head.as_of
        ),
    };
    out.push_str(style.pick(
        "| 得分 | 等次 | 门槛 | 发文机关 | 文件 |\n| ---: | --- | --- | --- | --- |\n",
        "| Score | Grade | Gate | Issuer | File |\n| ---: | --- | --- | --- | --- |\n",
    ));
    for card in ranked(&run.reports).into_iter().take(ROWS) {
        let grade = card.grade.as_deref().unwrap_or("-");
        let mark = if card.passed { "✅" } else { "❌" };
        let issuer = issuers(card).unwrap_or_default();
        let _ = writeln!(
            out,
            "| {} | {} | {mark} {} | {} | {} |",
            score(card),
            inline(grade, 20),
            gate(card, style),
            inline(&issuer, 40),
            code(&card.path, 120),
        );
    }
    for error in run.troubles().take(ROWS) {
        let mark = if error.severity == "error" { "❌" } else { "⚠️" };
        let _ = writeln!(
            out,
            "| - | - | {mark} {} | {} | {} |",
            trouble(error, style),
            inline(&style.say(&error.message), 80),
            code(&error.path, 120)
        );
    }
    if run.reports.len() > ROWS || run.troubles().count() > ROWS {
        out.push_str("| … | … | … | … | … |\n");
    }
    out.push('\n');
    out
}

fn report(card: &Card, style: Style) -> String {
    let t = |zh, en| style.pick(zh, en);
    let mut out = String::new();
    let name = plain(&title(card, style), 60);
    let _ = writeln!(out, "<details><summary>{name} · {}{}</summary>\n", score(card), interval(card));
    if let Some(reason) = &card.look_alike_reason {
        let _ = writeln!(
            out,
            "{}{}\n",
            style.say(t("不是年度报告,没有评分:", "Not an annual report: ")),
            inline(reason, 200)
        );
    } else {
        if !card.failures.is_empty() {
            let why: Vec<String> = card.failures.iter().map(|f| inline(&style.say(f), 120)).collect();
            let _ = writeln!(out, "**{}** {}\n", t("不通过", "Failed"), why.join(" · "));
        }
        sections(card, style, &mut out);
        losses(card, style, &mut out);
    }
    out.push_str("</details>\n\n");
    out
}

fn sections(card: &Card, style: Style, out: &mut String) {
    out.push_str(style.pick(
        "| 部分 | 得分 | 满分 |\n| --- | ---: | ---: |\n",
        "| Section | Score | Of |\n| --- | ---: | ---: |\n",
    ));
    for section in card.sections.iter().filter(|s| s.possible > 0.0) {
        let (score, possible) = (points(section.score), points(section.possible));
        let _ = writeln!(out, "| {} | {score} | {possible} |", inline(&style.say(&section.title), 40));
    }
    out.push('\n');
}

fn losses(card: &Card, style: Style, out: &mut String) {
    let found = findings(card);
    if found.is_empty() {
        let _ = writeln!(out, "{}\n", style.pick("没有失分。", "No points lost."));
        return;
    }
    out.push_str(style.pick(
        "| 失分 | 规则和位置 | 怎样改 |\n| ---: | --- | --- |\n",
        "| Lost | Rule and place | What to do |\n| ---: | --- | --- |\n",
    ));
    for result in found {
        let advice = inline(&style.say(&result.advice), 160);
        let rests_on = inline(&style.say(&basis(&result.basis, style)), 120);
        let lost = points(result.lost());
        let _ = writeln!(out, "| {lost} | {} | {advice}<br>{rests_on} |", rule(result, style));
    }
    out.push('\n');
}

fn rule(result: &ResultLine, style: Style) -> String {
    let grave = severity(result.finding.unwrap_or(result.severity), style);
    let mut out = format!(
        "**{}** \\[{grave}\\]<br>{}",
        inline(&style.say(&result.title), 60),
        inline(&style.say(&result.message), 160)
    );
    for line in result.evidence.iter().take(PLACES) {
        let _ = write!(out, "<br>{} {}", place(line, style), code(&line.quote, 40));
    }
    if result.evidence.len() > PLACES {
        let _ = write!(out, " (+{})", result.evidence.len() - PLACES);
    }
    for near in &result.near_misses {
        let label = style.say(style.pick("最接近:", "closest:"));
        let lacks = inline(&style.say(&near.lacks), 80);
        let _ =
            write!(out, "<br>{label}{} {} {lacks}", place(&near.place, style), code(&near.place.quote, 40));
    }
    out
}

/// Words between others: nothing in them is markup, a link, a mention or a reference.
fn inline(words: &str, most: usize) -> String {
    let mut out = String::new();
    for c in plain(words, most).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '(' | ')' | '{' | '}' | '|' | '^' | '=') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Words inside a tag, where marks of Markdown mean nothing.
fn plain(words: &str, most: usize) -> String {
    let mut out = String::new();
    for c in cut(words, most).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // A sign of no width behind it: names after @ are not called, numbers after # and ! are not linked.
            '@' | '#' | '!' | '~' | '$' | '%' => {
                out.push(c);
                out.push('\u{200b}');
            }
            c => out.push(c),
        }
    }
    out
}

/// Words as code: shown as they are. HTML, not backticks, because a cell of a table ends at a bar even in code.
fn code(words: &str, most: usize) -> String {
    format!("<code>{}</code>", inline(words, most))
}

fn cut(words: &str, most: usize) -> String {
    let words = clean(words);
    if words.chars().count() <= most {
        return words.into_owned();
    }
    let kept: String = words.chars().take(most.saturating_sub(1)).collect();
    format!("{kept}…")
}
