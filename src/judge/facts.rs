//! Everything that scripts may read of one report, computed once, before any script runs.

use std::collections::BTreeMap;

use super::lead;
use super::units::Units;
use super::zones::Zones;
use rust_decimal::prelude::ToPrimitive as _;

use crate::pack::{
    AnswerFact, Day, Facts, Hit, Names, Number, Packs, PartFacts, Raw, RelationFact, Signal, Standing,
};
use crate::report::{Answer, Basis, Found, PartKind, Report, answers, copied, sentences};
use crate::text::{Place, Span, fold_str};

pub(super) fn facts(report: &Report, packs: &Packs) -> Facts {
    let text = report.text.text();
    let spans: Vec<Span> = sentences(&report.text, Span::new(0, text.len())).collect();
    let figures = numbers(report);
    let figure_spans: Vec<Span> = figures.iter().map(|f| f.span).collect();
    let units = Units::of(report, &figure_spans);
    let signals = packs.signals();
    let raw = packs.matcher().scan(text, &spans, &signals);
    let sorter =
        Sorter { report, zones: Zones::of(report), units: &units, names: names(text), sentences: &spans };
    let mut hits = sorter.sort(&signals, raw);
    hits.push(sorter.figures(&figures));
    let metadata = &report.metadata;
    Facts {
        year: metadata.report_year.as_ref().map_or(0, |f| i64::from(f.value)),
        level: metadata.level.as_ref().map_or("", |f| f.value.word()),
        issuer_kind: metadata.issuer_kind.as_ref().map_or("", |f| f.value.word()),
        title: metadata.title.as_ref().map(|f| fold_str(&f.value)).unwrap_or_default(),
        document_number: metadata.document_number.as_ref().map(|f| f.value.clone()).unwrap_or_default(),
        title_issuers: title_issuers(report),
        addressees: metadata.addressees.len() as i64,
        addressee_line: metadata.addressees.iter().map(|f| fold_str(&f.value)).collect::<Vec<_>>().join("、"),
        signatures: metadata.signature.len() as i64,
        published: day(metadata.date_published.as_ref()),
        written: day(metadata.date_written.as_ref()),
        chars: report.body_span().map_or(0, |s| chars(report, s)),
        parts: PartKind::ALL.map(|kind| part(report, kind)),
        signals: hits,
        units: units.facts,
        sentences: spans,
        figures,
        answers: answers(report).into_iter().map(|a| answer(report, &a)).collect(),
        copied: copied(report),
        relations: relations(report),
        notes: notes(report),
    }
}

fn answer(report: &Report, answer: &Answer) -> AnswerFact {
    let few = |span: Span| lead::few_words(&report.text, span);
    AnswerFact {
        degree: answer.degree,
        spans: [Some(answer.shortcoming), answer.plan].into_iter().flatten().collect(),
        lack: few(answer.shortcoming),
        plan: answer.plan.map(few).unwrap_or_default(),
    }
}

/// Measures before which a number in words counts what was done; before others it mostly counts off a list: `三类清单`.
const DONE: [&str; 9] = ["次", "场", "期", "件", "人", "名", "份", "批", "轮"];

/// The figures of the body as scripts see them.
fn numbers(report: &Report) -> Vec<Number> {
    let in_digits = |span: Span| report.text.slice(span).contains(|c: char| c.is_ascii_digit());
    report
        .figures
        .iter()
        .filter(|f| in_digits(f.span) || DONE.iter().any(|m| f.measure.starts_with(m)))
        .map(|f| Number {
            span: f.span,
            value: f.normalised().trunc().to_i64().unwrap_or(i64::MAX),
            unit: f.unit.clone(),
            measure: f.measure,
        })
        .collect()
}

fn relations(report: &Report) -> Vec<RelationFact> {
    let fact = |r: &crate::report::relations::Relation| RelationFact {
        kind: r.kind.word(),
        check: r.check.word(),
        quote: r.quote,
        arithmetic: r.arithmetic.clone(),
    };
    report.relations.iter().map(fact).collect()
}

fn day(found: Option<&Found<jiff::civil::Date>>) -> Day {
    found.map_or_else(Day::default, |f| {
        let date = f.value;
        let number = i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day());
        Day { number, stated: f.basis == Basis::Stated }
    })
}

/// Without an issuer in the title, the metadata take it from elsewhere.
fn title_issuers(report: &Report) -> i64 {
    let metadata = &report.metadata;
    let title = metadata.title.as_ref().and_then(|t| t.span);
    metadata.issuers.iter().filter(|f| f.span.is_some_and(|s| title.is_some_and(|t| t.contains(s)))).count()
        as i64
}

fn chars(report: &Report, span: Span) -> i64 {
    report.text.slice(span).chars().filter(|c| *c != '\n').count() as i64
}

fn part(report: &Report, kind: PartKind) -> PartFacts {
    let part = report.parts.get(kind);
    PartFacts {
        found: part.found(),
        own_heading: part.status == crate::report::Status::OwnHeading,
        empty_heading: part.empty_heading.is_some(),
        thematic: part.thematic,
        heading: part.heading.map(|h| report.text.slice(h).to_string()).unwrap_or_default(),
        chars: part.spans.iter().map(|s| chars(report, *s)).sum(),
        items: part.items.clone(),
        spans: part.spans.clone(),
        figures: report.figures.iter().filter(|f| part.holds(f.span)).count() as i64,
        text: part.spans.iter().map(|s| report.text.slice(*s)).collect::<Vec<_>>().join("\n"),
    }
}

fn notes(report: &Report) -> BTreeMap<&'static str, Vec<Place>> {
    let mut out: BTreeMap<&'static str, Vec<Place>> = BTreeMap::new();
    for note in &report.notes {
        out.entry(note.kind).or_default().push(note.place);
    }
    out
}

/// Folded spans inside 《》, the outermost only.
fn names(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let (mut depth, mut start) = (0usize, 0usize);
    for (at, c) in text.char_indices() {
        match c {
            '《' => {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            }
            '》' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    out.push(Span::new(start, at + c.len_utf8()));
                }
            }
            // A name that is not closed ends with its paragraph.
            '\n' => depth = 0,
            _ => {}
        }
    }
    out
}

/// Decides which raw occurrences count.
struct Sorter<'a> {
    report: &'a Report,
    zones: Zones,
    units: &'a Units,
    names: Vec<Span>,
    sentences: &'a [Span],
}

impl Sorter<'_> {
    fn sort(&self, signals: &[&Signal], raw: Vec<Raw>) -> Vec<Vec<Hit>> {
        let mut out: Vec<Vec<Hit>> = vec![Vec::new(); signals.len()];
        for found in raw {
            let signal = signals[found.signal as usize];
            if self.counts(signal, &found) {
                out[found.signal as usize].push(self.hit(&found));
            }
        }
        for hits in &mut out {
            hits.sort_by_key(|h| (h.span, h.alternative));
            hits.dedup_by_key(|h| (h.span, h.alternative));
        }
        out
    }

    /// The figures as hits, so that scripts ask of them what they ask of signals.
    fn figures(&self, figures: &[Number]) -> Vec<Hit> {
        let sentence = |span: Span| self.sentences.partition_point(|s| s.end <= span.start) as u32;
        let raw = |f: &Number| Raw { signal: 0, alternative: 0, sentence: sentence(f.span), span: f.span };
        figures.iter().map(|f| self.hit(&raw(f))).collect()
    }

    fn counts(&self, signal: &Signal, found: &Raw) -> bool {
        let inside = self.inside_name(found.span);
        let named = match signal.names {
            Names::Skip => !inside,
            Names::Keep => true,
            Names::Only => inside,
        };
        named
            && signal.zones.meets(self.zones.at(found.span))
            && !self.excepted(signal, found.span)
            && self.has_near(signal, found)
    }

    fn inside_name(&self, span: Span) -> bool {
        let after = self.names.partition_point(|n| n.start <= span.start);
        after.checked_sub(1).is_some_and(|i| self.names[i].contains(span))
    }

    /// Whether the hit lies inside one of the phrases that make it not count.
    fn excepted(&self, signal: &Signal, span: Span) -> bool {
        let text = self.report.text.text();
        signal.except.iter().any(|phrase| {
            let reach = phrase.len();
            let from = (span.start as usize).saturating_sub(reach);
            let to = (span.end as usize + reach).min(text.len());
            let from = (0..=from).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
            let to = (to..=text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len());
            let window = text.get(from..to).unwrap_or("");
            window.match_indices(phrase.as_str()).any(|(at, _)| {
                let phrase = Span::new(from + at, from + at + phrase.len());
                phrase.contains(span)
            })
        })
    }

    fn has_near(&self, signal: &Signal, found: &Raw) -> bool {
        let Some(near) = &signal.near else { return true };
        let sentence = self.sentences[found.sentence as usize];
        let text = self.report.text.text();
        let before = text.get(sentence.start as usize..found.span.start as usize).unwrap_or("");
        let after = text.get(found.span.end as usize..sentence.end as usize).unwrap_or("");
        near.words.iter().any(|word| {
            let left = before
                .rfind(word.as_str())
                .map(|at| before.get(at + word.len()..).unwrap_or("").chars().count());
            let right = after.find(word.as_str()).map(|at| after.get(..at).unwrap_or("").chars().count());
            [left, right].into_iter().flatten().any(|gap| gap <= near.within)
        })
    }

    fn hit(&self, found: &Raw) -> Hit {
        let work = crate::pack::ZoneSet::of("work").is_some_and(|w| w.meets(self.zones.at(found.span)));
        let at = self.units.at(found.span).filter(|_| work);
        let standing = match (self.heading_at(found.span), at) {
            (Some(heading), _) => Standing::Heading(heading),
            (None, Some((_, true))) => Standing::Title,
            _ => Standing::Text,
        };
        let sentence = self.sentences[found.sentence as usize];
        Hit {
            span: found.span,
            alternative: found.alternative,
            sentence: found.sentence,
            unit: at.map(|(unit, _)| unit),
            standing,
            leads: lead::leads(&self.report.text, sentence, found.span),
        }
    }

    fn heading_at(&self, span: Span) -> Option<u32> {
        self.report.headings.iter().position(|h| h.title.contains(span)).map(|i| i as u32)
    }
}
