//! `github`: annotations that GitHub shows beside the changed lines.
//!
//! One command a line. Everything from a report is escaped, so that no text of a report becomes a command.

use std::io::{self, Write};

use super::lines::ResultLine;
use super::phrase::{findings, place, points, trouble};
use super::{Card, FileError, Head, Line, Run, Stream, Style, Summary, Writer, stream};
use crate::text::Lang;

pub(super) struct Github;

impl Writer for Github {
    fn format(&self) -> &'static str {
        "github"
    }

    fn about(&self) -> &'static str {
        "GitHub Actions 的行内批注"
    }

    fn write(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
        stream::whole(self, run, style, out)
    }

    fn stream(&self) -> Option<&dyn Stream> {
        Some(self)
    }
}

impl Stream for Github {
    fn report(&self, _head: &Head, card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()> {
        if let Some(reason) = &card.look_alike_reason {
            let title = style.pick("不是年度报告,没有评分", "not an annual report, not scored");
            return command("error", &card.path, None, title, reason, out);
        }
        // GitHub shows ten of a level and drops the rest: the gravest come first.
        let mut found = findings(card);
        found.sort_by_key(|r| rank(r));
        for result in found {
            finding(card, result, style, out)?;
        }
        for result in card.results.iter().filter(|r| r.outcome == "undecided") {
            command("error", &card.path, None, &result.title, &result.message, out)?;
        }
        if !card.passed {
            let why = card.failures.join(style.pick(";", "; "));
            command("error", &card.path, None, style.pick("不通过", "failed"), &why, out)?;
        }
        Ok(())
    }

    fn error(&self, _head: &Head, error: &FileError, style: Style, out: &mut dyn Write) -> io::Result<()> {
        let title = format!("{} [{}]", trouble(error, style), error.kind);
        let level = if error.severity == "info" { "notice" } else { error.severity };
        command(level, &error.path, None, &title, &error.message, out)
    }

    fn end(&self, summary: &Summary, style: Style, out: &mut dyn Write) -> io::Result<()> {
        let s = summary;
        let words = match style.lang {
            Lang::Zh => format!(
                "共 {} 份报告:通过 {},不通过 {};读不了的文件 {}",
                s.reports, s.passed, s.failed, s.unreadable
            ),
            Lang::En => format!(
                "{} reports: {} passed, {} failed; {} files unreadable",
                s.reports, s.passed, s.failed, s.unreadable
            ),
        };
        writeln!(out, "::notice title=lawcheck::{}", data(&style.say(&words)))
    }
}

fn rank(result: &ResultLine) -> u8 {
    match result.finding.filter(|_| !result.excused()) {
        Some("error") => 0,
        Some("warning") => 1,
        _ => 2,
    }
}

fn finding(card: &Card, result: &ResultLine, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let level = match result.finding.filter(|_| !result.excused()) {
        Some("error") => "error",
        Some("warning") => "warning",
        _ => "notice",
    };
    let mut lines = vec![result.message.clone()];
    for line in &result.evidence {
        lines.push(format!("{} “{}”", place(line, style), line.quote));
    }
    for near in &result.near_misses {
        let at = place(&near.place, style);
        lines.push(format!(
            "{} {at} “{}”,{}",
            style.pick("最接近:", "closest:"),
            near.place.quote,
            near.lacks
        ));
    }
    lines.push(format!("{} {}", style.pick("怎样改:", "what to do:"), result.advice));
    let lost = points(result.lost());
    let title = match style.lang {
        Lang::Zh => format!("{}(-{lost} 分)", result.title),
        Lang::En => format!("{} (-{lost} points)", result.title),
    };
    let at = result.evidence.first().or(result.near_misses.first().map(|n| &n.place));
    command(level, &card.path, at, &style.say(&title), &style.say(&lines.join("\n")), out)
}

fn command(
    level: &str,
    path: &str,
    at: Option<&Line>,
    title: &str,
    words: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    write!(out, "::{level} file={}", property(path))?;
    if let Some(line) = at {
        write!(out, ",line={},endLine={}", line.line, line.end_line)?;
        if line.line == line.end_line {
            write!(out, ",col={},endColumn={}", line.column, line.end_column)?;
        }
    }
    writeln!(out, ",title={}::{}", property(title), data(words))
}

/// Escapes for the words of a command.
fn data(words: &str) -> String {
    let kept: String = words.chars().filter(|c| !c.is_control() || matches!(c, '\r' | '\n')).collect();
    kept.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes for a property of a command.
fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}
