//! Words that several formats for people share: places, grades of severity, names of levels, points.
//!
//! Comes in: plain data of a run. Goes out: words in the language of the run. Words that this program made are typeset
//! with full-width punctuation; words of the report stay as they stand.

use super::Style;
use super::escape::clean;
use super::lines::{BasisLine, Line, ResultLine};
use super::run::{Card, FileError};
use crate::judge::Outcome;
use crate::pack::{Severity, plain};
use crate::report::{Level, PartKind};
use crate::score::Standing;
use crate::text::{Lang, Speak};

impl Style {
    /// The word in the language of the run.
    pub(super) fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// A sentence of this program as a reader should see it.
    pub(super) fn say(self, words: &str) -> String {
        self.lang.typeset(words)
    }
}

/// A sentence of this program in a language, as a reader should see it.
pub(super) fn spoken(words: &impl Speak, lang: Lang) -> String {
    lang.typeset(&words.say(lang))
}

/// Points with at most two decimals.
pub(super) fn points(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// The score.
pub(super) fn score(card: &Card) -> String {
    card.score.map_or_else(|| "-".to_string(), points)
}

/// The range in which the score lies if what was guessed is wrong, where it differs from the score.
pub(super) fn interval(card: &Card) -> String {
    let score = card.score.unwrap_or(0.0);
    let interval = card.interval.filter(|i| i.low < score || i.high > score);
    interval.map_or_else(String::new, |i| format!("({}~{})", points(i.low), points(i.high)))
}

/// A place in words.
pub(super) fn place(line: &Line, style: Style) -> String {
    let mut parts = Vec::new();
    let zh = style.lang == Lang::Zh;
    if let Some(page) = line.page {
        let about = if line.page_is_estimate { style.pick("约", "about ") } else { "" };
        parts.push(if zh { format!("{about}第{page}页") } else { format!("{about}page {page}") });
    }
    if let Some(cell) = &line.cell {
        parts.push(if zh { format!("单元格 {cell}") } else { format!("cell {cell}") });
    }
    if let Some(paragraph) = line.paragraph {
        parts.push(if zh { format!("第{paragraph}段") } else { format!("paragraph {paragraph}") });
    } else if line.page.is_none() {
        parts.push(line_number(line.line, style));
    }
    parts.join(style.pick("", ", "))
}

/// A line in words.
pub(super) fn line_number(line: u32, style: Style) -> String {
    match style.lang {
        Lang::Zh => format!("第{line}行"),
        Lang::En => format!("line {line}"),
    }
}

/// The name of a level.
pub(super) fn level(word: &str, style: Style) -> String {
    let known = Level::ALL.into_iter().find(|l| l.word() == word);
    match (style.lang, known) {
        (Lang::Zh, Some(level)) => level.title().to_string(),
        (Lang::Zh, None) if word == "unknown" => "不明".to_string(),
        _ => word.to_string(),
    }
}

/// The name of a severity.
pub(super) fn severity(word: &str, style: Style) -> String {
    let known = Severity::ALL.into_iter().find(|s| s.word() == word);
    match (style.lang, known) {
        (Lang::Zh, Some(severity)) => severity.title().to_string(),
        _ => word.to_string(),
    }
}

/// The name of an outcome.
pub(super) fn outcome(word: &str, style: Style) -> String {
    let all = [Outcome::Met, Outcome::Partly(0), Outcome::Unmet, Outcome::NotApplicable, Outcome::Undecided];
    let known = all.into_iter().find(|o| o.word() == word);
    match (style.lang, known) {
        (Lang::Zh, Some(outcome)) => outcome.title().to_string(),
        _ => word.replace('_', " "),
    }
}

/// The name of one of the five contents.
pub(super) fn part(word: &str, style: Style) -> &'static str {
    let known = PartKind::ALL.into_iter().find(|p| p.word() == word);
    known.map_or("", |p| style.pick(p.title(), p.english()))
}

/// How one of the five contents is present.
pub(super) fn part_status(word: &str, style: Style) -> &'static str {
    match word {
        "own_heading" => style.pick("单列", "own heading"),
        "embedded" => style.pick("内嵌", "embedded"),
        _ => style.pick("没有", "missing"),
    }
}

/// What a rule rests on, with whether that was checked.
pub(super) fn basis(basis: &BasisLine, style: Style) -> String {
    let status = if basis.status == "seen" {
        style.pick("已核对", "seen")
    } else {
        style.pick("未核对原文", "unverified")
    };
    let number = if basis.number.is_empty() { String::new() } else { format!("({})", basis.number) };
    format!("《{}》{number}{}〔{status}〕", basis.document, basis.at)
}

/// A text field of the metadata.
pub(super) fn field<'a>(card: &'a Card, name: &str) -> Option<&'a str> {
    card.metadata.get(name).and_then(serde_json::Value::as_str)
}

/// The title of the report, or that it has none.
pub(super) fn title(card: &Card, style: Style) -> String {
    clean(field(card, "title").unwrap_or_else(|| style.pick("(没有标题)", "(no title)"))).into_owned()
}

/// Who issued the report.
pub(super) fn issuers(card: &Card) -> Option<String> {
    let list = card.metadata.get("issuers")?.as_array()?;
    let names: Vec<&str> = list.iter().filter_map(serde_json::Value::as_str).collect();
    (!names.is_empty()).then(|| clean(&names.join("、")).into_owned())
}

/// The year the report is about.
pub(super) fn year(card: &Card) -> Option<i64> {
    card.metadata.get("report_year").and_then(serde_json::Value::as_i64)
}

/// Passed, failed, or not a report at all.
pub(super) fn gate(card: &Card, style: Style) -> &'static str {
    match (card.passed, card.look_alike) {
        (true, _) => style.pick("通过", "passed"),
        (false, Some(_)) => style.pick("不是年度报告", "look-alike"),
        (false, None) if card.failures.is_empty() => style.pick("放行", "let through"),
        (false, None) => style.pick("不通过", "failed"),
    }
}

/// How the findings stand against the baseline, if there is one.
pub(super) fn against(card: &Card, style: Style) -> String {
    let count =
        |standing: Standing| card.results.iter().filter(|r| r.standing == Some(standing.word())).count();
    let (kept, new, swapped) = (count(Standing::Kept), count(Standing::New), count(Standing::Swapped));
    let fixed = card.fixed.len();
    if kept + new + swapped + fixed == 0 {
        return String::new();
    }
    match style.lang {
        Lang::Zh => style.say(&format!("(同基线比:已有 {kept},新增 {new},替换 {swapped},解决 {fixed})")),
        Lang::En => format!(" (baseline: {kept} kept, {new} new, {swapped} swapped, {fixed} fixed)"),
    }
}

/// What a trouble of a run is called.
pub(super) fn trouble(error: &FileError, style: Style) -> &'static str {
    match error.severity {
        "error" => style.pick("错误", "error"),
        "warning" => style.pick("警告", "warning"),
        _ => style.pick("提示", "note"),
    }
}

/// Findings, those that cost most first.
pub(super) fn findings(card: &Card) -> Vec<&ResultLine> {
    let mut found: Vec<&ResultLine> = card.results.iter().filter(|r| r.finding.is_some()).collect();
    found.sort_by(|a, b| b.lost().total_cmp(&a.lost()));
    found
}

/// Reports, best first; equals in the order in which they were given.
pub(super) fn ranked(cards: &[Card]) -> Vec<&Card> {
    let mut sorted: Vec<&Card> = cards.iter().collect();
    sorted.sort_by(|a, b| b.score.unwrap_or(-1.0).total_cmp(&a.score.unwrap_or(-1.0)));
    sorted
}

/// The id of a part as rules and profiles write it: pack and part, order number left out.
pub(super) fn part_id(pack: &str, part: &str) -> String {
    format!("{pack}/{}", plain(part))
}
