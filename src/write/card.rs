//! From a report and its scorecard to plain data.

use serde_json::{Map, Value as Json, json};

use super::run::{
    BasisLine, BelongsLine, Card, Interval, Line, ModelScore, NearLine, NoteLine, ResultLine, SectionLine,
    StepLine, TargetLine, UncertaintyLine,
};
use crate::pack::{Packs, Rule};
use crate::report::metadata::{FIELDS, Metadata, Value};
use crate::report::{Part, PartKind, Report};
use crate::score::{Points, RuleResult, Scorecard, Way};
use crate::text::{CellRef, Lang, Place, Source, Span, Speak, typeset};

/// Our own words, as they are printed.
fn set(words: String, lang: Lang) -> String {
    match lang {
        Lang::Zh => typeset(&words),
        Lang::En => words,
    }
}

/// Longest quote, in characters; a result never repeats the report.
const QUOTE: usize = 60;

/// The plain data of one report.
pub fn card(path: &str, sha256: &str, report: &Report, score: &Scorecard, packs: &Packs, lang: Lang) -> Card {
    let source = &report.source;
    let results = score.results.iter().zip(packs.rules());
    Card {
        path: path.to_string(),
        sha256: sha256.to_string(),
        format: source.format,
        encoding: source.encoding,
        metadata: metadata(&report.metadata),
        look_alike: report.look_alike.as_ref().map(|l| l.kind.word()),
        look_alike_reason: report.look_alike.as_ref().map(|l| set(l.say(lang), lang)),
        parts: report.parts.iter().map(|p| (p.kind.word().to_string(), part(report, p))).collect(),
        score: score.score.map(Points::number),
        interval: score.interval.map(|(low, high)| Interval { low: low.number(), high: high.number() }),
        uncertainties: score
            .uncertainties
            .iter()
            .map(|u| UncertaintyLine {
                kind: u.kind,
                message: set(u.words.say(lang), lang),
                down: u.down.number(),
                up: u.up.number(),
            })
            .collect(),
        possible: 100,
        grade: score.grade.as_ref().map(|g| g.say(lang)),
        passed: score.passed(),
        failures: score.failures.iter().map(|f| set(f.say(lang), lang)).collect(),
        models: score.models.iter().map(|(m, p)| ModelScore { model: m.word(), score: p.number() }).collect(),
        sections: score
            .sections
            .iter()
            .map(|s| SectionLine {
                pack: s.pack.clone(),
                part: s.part.clone(),
                title: s.title.say(lang),
                score: s.score.number(),
                possible: s.possible.number(),
            })
            .collect(),
        results: results.map(|(r, (_, _, rule))| result(report, r, rule, lang)).collect(),
        notes: notes(report, lang),
        target: None,
    }
}

/// The cheapest way to a target, in words.
pub fn target(way: &Way, packs: &Packs, lang: Lang) -> TargetLine {
    let rules: Vec<&Rule> = packs.rules().map(|(_, _, rule)| rule).collect();
    TargetLine {
        target: way.target.number(),
        reached: way.reached.number(),
        steps: way
            .steps
            .iter()
            .filter_map(|(at, points)| {
                let rule = rules.get(*at)?;
                Some(StepLine {
                    rule: rule.id.clone(),
                    title: set(rule.title.say(lang), lang),
                    points: points.number(),
                    advice: set(rule.advice.say(lang), lang),
                })
            })
            .collect(),
    }
}

/// Where missing content belongs: at the end of its part, or after the part before it.
fn belongs(report: &Report, rule: &Rule) -> Option<BelongsLine> {
    let belongs = rule.belongs.as_ref()?;
    let word = belongs.part.as_deref().or(belongs.after.as_deref())?;
    let end = match PartKind::ALL.into_iter().find(|k| k.word() == word) {
        Some(kind) => report.parts.get(kind).extent(),
        None => report
            .metadata
            .title
            .as_ref()
            .and_then(|_| report.body_span())
            .map(|s| Span { end: s.start, ..s }),
    };
    let year = report.year();
    let fill = |text: &str| {
        let text =
            year.map_or_else(|| text.to_string(), |y| text.replace("{下一年度}", &(y + 1).to_string()));
        year.map_or(text.clone(), |y| text.replace("{年度}", &y.to_string()))
    };
    Some(BelongsLine {
        part: Some(word.to_string()),
        after_line: end.map(|s| report.source.line(report.text.to_source(s).end)),
        skeleton: typeset(&fill(&belongs.skeleton)),
    })
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

/// The words of a span as printed, blanks made single.
pub(super) fn printed(source: &Source, span: Span) -> String {
    source.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn result(report: &Report, result: &RuleResult, rule: &Rule, lang: Lang) -> ResultLine {
    let verdict = &result.verdict;
    let source = &report.source;
    ResultLine {
        rule: rule.id.clone(),
        title: set(rule.title.say(lang), lang),
        outcome: verdict.outcome.word(),
        share: f64::from(verdict.outcome.share()) / 10_000.0,
        weight: result.weight,
        score: result.score.number(),
        possible: result.possible.number(),
        severity: rule.severity.word(),
        finding: result.finding.map(crate::pack::Severity::word),
        message: set(verdict.message(rule, lang), lang),
        advice: set(rule.advice.say(lang), lang),
        basis: BasisLine {
            document: rule.basis.document.clone(),
            number: rule.basis.number.clone(),
            at: rule.basis.at.clone(),
            status: rule.basis.status(),
        },
        fingerprint: result.fingerprint.clone(),
        waived: None,
        evidence: verdict.evidence.iter().map(|e| line(source, e.span)).collect(),
        near_misses: verdict
            .near_misses
            .iter()
            .map(|(span, lacks)| NearLine { place: line(source, *span), lacks: set(lacks.say(lang), lang) })
            .collect(),
        belongs: result.finding.and_then(|_| belongs(report, rule)),
    }
}

pub(super) fn notes(report: &Report, lang: Lang) -> Vec<NoteLine> {
    let warnings = report.source.warnings.iter().map(|w| NoteLine {
        kind: w.kind,
        message: set(w.say(lang), lang),
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
            message: set(n.say(lang), lang),
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
pub(super) fn quote(source: &Source, span: Span) -> String {
    let words = printed(source, span);
    let chars = words.chars().count();
    if chars > QUOTE {
        let cut: String = words.chars().take(QUOTE - 1).collect();
        return format!("{cut}…");
    }
    words
}
