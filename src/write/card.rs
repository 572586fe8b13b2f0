//! From a report and its scorecard to plain data.

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::escape::clean;
use super::head::{Head, RuleRef};
use super::run::{Card, Line, ModelScore, NearLine, NoteLine, ResultLine, SectionLine, TextLine, TextRole};
use crate::pack::{Packs, Rule};
use crate::report::metadata::{FIELDS, Metadata, Value};
use crate::report::{Part, Report, Zone};
use crate::score::{Points, RuleResult, Scorecard};
use crate::text::{CellRef, Lang, Place, Source, Span, Speak};

/// Longest quote, in characters; a result never repeats the report.
const QUOTE: usize = 40;

/// Makes the plain data of reports; what is the same for all of them is shared.
#[derive(Clone, Copy)]
pub struct Cards<'a> {
    /// The packs of the run.
    pub packs: &'a Packs,
    /// What is the same for all reports.
    pub head: &'a Head,
    /// Language.
    pub lang: Lang,
    /// Whether the paragraphs are wanted, too.
    pub text: bool,
}

impl Cards<'_> {
    /// The plain data of one report.
    pub fn card(&self, path: &str, sha256: &str, report: &Report, score: &Scorecard) -> Card {
        let (source, lang) = (&report.source, self.lang);
        let rules = self.packs.rules().zip(self.head.rules());
        let results = score.results.iter().zip(rules);
        Card {
            path: path.to_string(),
            sha256: sha256.to_string(),
            format: source.format,
            encoding: source.encoding,
            metadata: metadata(&report.metadata),
            look_alike: report.look_alike.as_ref().map(|l| l.kind.word()),
            look_alike_reason: report.look_alike.as_ref().map(|l| l.say(lang)),
            parts: report.parts.iter().map(|p| (p.kind.word().to_string(), part(report, p))).collect(),
            score: score.score.map(Points::number),
            score_upper: score.upper.map(Points::number),
            possible: 100,
            grade: score.grade.as_ref().map(|g| g.say(lang)),
            passed: score.passed(),
            failures: score.failures.iter().map(|f| f.say(lang)).collect(),
            models: score
                .models
                .iter()
                .map(|(m, p)| ModelScore { model: m.word(), score: p.number() })
                .collect(),
            sections: sections(score, lang),
            results: results
                .map(|(r, ((_, _, rule), (_, _, same)))| result(source, r, rule, same, lang))
                .collect(),
            notes: notes(report, lang),
            text: if self.text { text(report) } else { Vec::new() },
        }
    }
}

fn sections(score: &Scorecard, lang: Lang) -> Vec<SectionLine> {
    let line = |s: &crate::score::Section| SectionLine {
        pack: s.pack.clone(),
        part: s.part.clone(),
        title: s.title.say(lang),
        score: s.score.number(),
        possible: s.possible.number(),
    };
    score.sections.iter().map(line).collect()
}

/// The paragraphs with their looks.
fn text(report: &Report) -> Vec<TextLine> {
    let mut roles = vec![TextRole::Beside; report.source.blocks().len()];
    for paragraph in &report.paragraphs {
        roles[paragraph.block] = match paragraph.zone {
            Zone::Title => TextRole::Title,
            Zone::Boilerplate => TextRole::Beside,
            Zone::Front | Zone::Addressee | Zone::Body | Zone::Tail => TextRole::Body,
        };
    }
    for heading in report.headings.iter().filter(|h| !h.run_in && !h.untitled) {
        roles[report.paragraphs[heading.paragraph].block] = TextRole::Heading(heading.depth);
    }
    let line = |span: Span| Line { quote: String::new(), ..line(&report.source, span) };
    let blocks = report.source.blocks().iter().zip(roles);
    let shown = blocks.filter(|(b, _)| !b.span.is_empty());
    shown
        .map(|(b, role)| TextLine {
            place: line(b.span),
            words: report.source.slice(b.span).to_string(),
            role,
        })
        .collect()
}

/// The metadata fields by name.
pub(super) fn metadata(metadata: &Metadata) -> Map<String, Json> {
    let value = |v: Value| match v {
        Value::Null => Json::Null,
        Value::Number(n) => json!(n),
        Value::Text(t) => json!(t),
        Value::List(l) => json!(l),
    };
    FIELDS.iter().map(|f| (f.name.to_string(), value((f.value)(metadata)))).collect()
}

/// A part in the contract's shape.
pub(super) fn part(report: &Report, part: &Part) -> Json {
    let place = part.extent().map(|span| {
        let line = line(&report.source, report.text.to_source(span));
        json!({ "line": line.line, "column": line.column, "end_line": line.end_line, "end_column": line.end_column })
    });
    json!({
        "status": part.status.word(),
        "heading": part.heading.map(|h| printed(&report.source, report.text.to_source(h))),
        "place": place,
        "items": part.items.len(),
    })
}

/// The words of a span as printed, blanks made single, without characters that a terminal would obey.
pub(super) fn printed(source: &Source, span: Span) -> String {
    clean(source.slice(span)).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn result(source: &Source, result: &RuleResult, rule: &Rule, same: &RuleRef, lang: Lang) -> ResultLine {
    let verdict = &result.verdict;
    ResultLine {
        rule: rule.id.clone(),
        title: Arc::clone(&same.title),
        outcome: verdict.outcome.word(),
        share: f64::from(verdict.outcome.share()) / 10_000.0,
        weight: result.weight,
        score: result.score.number(),
        possible: result.possible.number(),
        severity: rule.severity.word(),
        finding: result.finding.map(crate::pack::Severity::word),
        message: verdict.message(rule, lang),
        advice: Arc::clone(&same.advice),
        basis: Arc::clone(&same.basis),
        fingerprint: result.fingerprint.clone(),
        waived: None,
        evidence: verdict.evidence.iter().map(|e| line(source, e.span)).collect(),
        near_misses: verdict
            .near_misses
            .iter()
            .map(|(span, lacks)| NearLine { place: line(source, *span), lacks: lacks.say(lang) })
            .collect(),
    }
}

pub(super) fn notes(report: &Report, lang: Lang) -> Vec<NoteLine> {
    let warnings = report.source.warnings.iter().map(|w| NoteLine {
        kind: w.kind,
        message: w.say(lang),
        line: None,
        column: None,
        quote: String::new(),
    });
    let notes = report.notes.iter().map(|n| {
        let place = match n.place {
            Place::Span(span) => Some(line(&report.source, span)),
            Place::Whole => None,
        };
        NoteLine {
            kind: n.kind,
            message: n.say(lang),
            line: place.as_ref().map(|p| p.line),
            column: place.as_ref().map(|p| p.column),
            quote: place.map(|p| p.quote).unwrap_or_default(),
        }
    });
    warnings.chain(notes).collect()
}

/// A place as its user sees it.
pub(super) fn line(source: &Source, span: Span) -> Line {
    let (start, end) = (source.locate(span.start), source.locate(span.end));
    let origin = source.block_at(span.start).map(|b| b.origin).unwrap_or_default();
    Line {
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        page: origin.page,
        page_is_estimate: origin.page.is_some() && origin.page_is_estimate,
        paragraph: origin.paragraph,
        cell: origin.cell.map(cell),
        offset: span.start,
        length: span.len() as u32,
        quote: quote(source, span),
    }
}

fn cell(cell: CellRef) -> String {
    format!("T{}R{}C{}", cell.table, cell.row, cell.column)
}

/// The words of a place, bounded. A short hit is shown with what stands around it.
fn quote(source: &Source, span: Span) -> String {
    let words = printed(source, span);
    let chars = words.chars().count();
    if chars > QUOTE {
        let cut: String = words.chars().take(QUOTE - 1).collect();
        return format!("{cut}…");
    }
    words
}
