//! The user's own Word file with what was found as comments: each finding at its words, or where the content belongs,
//! or else at the title, where the score stands, too.

use std::collections::BTreeSet;

use super::made;
use crate::text::{Lang, Span};
use crate::write::annotate::{self, Author, Comment, Spot, Unmarked};
use crate::write::lines::ResultLine;
use crate::write::phrase::{self, basis, findings, points, severity, trouble};
use crate::write::{Card, Line, Run, Style};

/// Places that a comment names beside its own.
const PLACES: usize = 3;

/// The file with comments, or why it has none; nothing where the run is not about one Word file.
pub(super) fn commented(run: &Run, style: Style) -> Option<Result<Vec<u8>, Unmarked>> {
    let [card] = run.reports.as_slice() else { return None };
    let original = card.original.as_ref().filter(|_| card.format == annotate::FORMAT)?;
    let title = original.title.map_or(Spot::Start, Spot::Words);
    let mut all = vec![Comment { spot: title, said: summary(run, card, style) }];
    if card.look_alike.is_none() {
        let finding = |result: &&ResultLine| Comment {
            spot: spot(result).unwrap_or(title),
            said: finding(result, style),
        };
        all.extend(findings(card).iter().map(finding));
    }
    let author = Author { name: run.head.tool.name, day: &run.head.as_of };
    Some(annotate::annotate(&original.bytes, &all, author))
}

/// The words of a finding, or the paragraph after which the content belongs.
fn spot(result: &ResultLine) -> Option<Spot> {
    let words = |line: &Line| Spot::Words(Span { start: line.offset, end: line.offset + line.length });
    let belongs = || result.belongs.as_ref()?.after_line.map(Spot::EndOfLine);
    result.evidence.first().map(words).or_else(belongs)
}

/// Score, grade and gate, and what else a reader has to know of the run.
fn summary(run: &Run, card: &Card, style: Style) -> Vec<String> {
    let t = |zh, en| style.pick(zh, en);
    let mut out =
        match &card.look_alike_reason {
            Some(reason) => vec![style.say(&format!(
                "{}{reason}",
                t("不是年度报告,没有评分:", "Not an annual report, not scored: ")
            ))],
            None => scored(card, style),
        };
    let open = card.results.iter().filter(|r| r.outcome == "undecided");
    let label = t("未能判定:", "Undecided: ");
    out.extend(open.map(|r| style.say(&format!("{label}{}({})", r.title, r.message))));
    let told = |e| style.say(&format!("{}:{} {}", trouble(e, style), e.path, e.message));
    out.extend(run.troubles().map(told));
    out.push(made(run, style));
    out
}

fn scored(card: &Card, style: Style) -> Vec<String> {
    let grade = card.grade.as_deref().unwrap_or_default();
    let (label, range) = (style.pick("得分", "Score"), phrase::interval(card));
    let score = format!("{label} {}{range} / {}  {grade}", phrase::score(card), card.possible);
    let count = findings(card).len();
    let count = match style.lang {
        Lang::Zh => style.say(&format!("失分和疑点 {count} 处,写在各处批注里。")),
        Lang::En => format!("{count} findings, each in a comment at its place."),
    };
    vec![score.trim_end().to_string(), gate(card, style), count]
}

fn gate(card: &Card, style: Style) -> String {
    let state = format!("{}{}", style.pick("门槛:", "Gate: "), phrase::gate(card, style));
    if card.failures.is_empty() {
        return style.say(&state);
    }
    let why = card.failures.join(style.pick(";", "; "));
    style.say(&match style.lang {
        Lang::Zh => format!("{state}({why})"),
        Lang::En => format!("{state} ({why})"),
    })
}

/// What is said of a finding; its name first.
fn finding(result: &ResultLine, style: Style) -> Vec<String> {
    let t = |zh, en| style.pick(zh, en);
    let grave = severity(result.finding.unwrap_or(result.severity), style);
    let lost = match (result.lost() > 0.0, style.lang) {
        (false, _) => String::new(),
        (true, Lang::Zh) => format!(" 失 {} 分", points(result.lost())),
        (true, Lang::En) => format!(", {} points lost", points(result.lost())),
    };
    let mut out = vec![
        style.say(&format!("{}{}[{grave}]{lost}", result.title, t("", " "))),
        style.say(&result.message),
    ];
    out.extend(others(&result.evidence, style));
    for near in &result.near_misses {
        let label = style.say(t("最接近:", "Closest: "));
        out.push(format!("{label}{} {}", quoted(&near.place, style), style.say(&near.lacks)));
    }
    out.push(style.say(&format!("{}{}", t("怎样得回:", "To win it back: "), result.advice)));
    out.push(style.say(&format!("{}{}", t("依据:", "Basis: "), basis(&result.basis, style))));
    out
}

/// The other places of a finding; the same words once.
fn others(evidence: &[Line], style: Style) -> Option<String> {
    let mut seen = BTreeSet::new();
    let fresh: Vec<&Line> = evidence.iter().filter(|line| seen.insert(&line.quote)).skip(1).collect();
    let told: Vec<String> = fresh.iter().take(PLACES).map(|line| quoted(line, style)).collect();
    let (label, list) = (style.pick("另见:", "Also: "), told.join(style.lang.comma()));
    let more = match (fresh.len().saturating_sub(PLACES), style.lang) {
        (0, _) => String::new(),
        (more, Lang::Zh) => format!(",还有{more}处"),
        (more, Lang::En) => format!(", {more} more"),
    };
    (!told.is_empty()).then(|| format!("{}{list}{}", style.say(label), style.say(&more)))
}

fn quoted(line: &Line, style: Style) -> String {
    format!("{} “{}”", phrase::place(line, style), line.quote)
}
