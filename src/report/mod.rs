//! What a report SAYS: structure, the five contents, metadata. Never whether that is good.
//!
//! Comes in: a [`Source`]. Goes out: [`Report`], computed once, read only. Odd structure becomes a [`Note`],
//! never an error. Knows nothing of rules and points.

mod answers;
mod body;
mod calendar;
pub mod dates;
mod copied;
mod embedded;
pub mod figures;
mod items;
mod look_alike;
pub mod metadata;
mod note;
mod numbering;
mod outline;
mod paragraph;
mod parts;
pub mod places;
pub mod relations;
mod roles;
mod sentences;

use std::ops::Range;

pub use answers::{Answer, Degree, answers};
pub use copied::{Copied, copied};
pub use look_alike::{LookAlike, LookAlikeKind};
pub use metadata::{Basis, Declared, Found, IssuerKind, Level, Metadata};
pub use note::{NOTE_KINDS, Note};
pub use numbering::{Notation, Number, number};
pub use outline::Heading;
pub use paragraph::{Paragraph, Zone};
pub use parts::{Part, PartKind, Parts, Status};
pub use sentences::{clauses, sentences};

use crate::text::{Folded, Lang, Place, Source, Span, Speak as _};
use dates::Finding;
use figures::Figure;
use relations::{Numbered, Relation};

/// One report as understood.
#[derive(Clone, Debug)]
pub struct Report {
    /// The text and where it came from.
    pub source: Source,
    /// The folded text of all paragraphs.
    pub text: Folded,
    /// The paragraphs, with their zones.
    pub paragraphs: Vec<Paragraph>,
    /// Paragraphs from the first to the last of the report proper.
    pub body: Range<usize>,
    /// The heading tree, flat, in order.
    pub headings: Vec<Heading>,
    /// The five contents.
    pub parts: Parts,
    /// Who, when, to whom.
    pub metadata: Metadata,
    /// What it is instead, if it is not the annual report.
    pub look_alike: Option<LookAlike>,
    /// Numbers that count or measure something, in the body, in order; folded spans.
    pub figures: Vec<Figure>,
    /// What the figures say about each other; folded spans.
    pub relations: Vec<Relation>,
    /// Remarks.
    pub notes: Vec<Note>,
}

impl Report {
    /// The folded span of the report proper.
    pub fn body_span(&self) -> Option<Span> {
        let inside = self.paragraphs.get(self.body.clone())?.iter().filter(|p| p.zone == Zone::Body);
        inside.map(|p| p.span).reduce(Span::cover)
    }

    /// The report year.
    pub fn year(&self) -> Option<i16> {
        self.metadata.report_year.as_ref().map(|f| f.value)
    }
}

/// Understand a source. `declared` is what the user says of it and wins over the text.
pub fn build(source: Source, declared: &Declared) -> Report {
    let spans: Vec<Span> = source.blocks().iter().map(|b| b.span).collect();
    let (text, folded) = Folded::of(source.text(), &spans);
    let blocks = folded.iter().zip(source.blocks()).enumerate();
    let mut paragraphs: Vec<Paragraph> = blocks
        .map(|(block, (span, b))| Paragraph { span: *span, block, kind: b.kind, zone: Zone::Body })
        .filter(|p| !p.span.is_empty())
        .collect();
    let body = body::zones(&text, &mut paragraphs);
    let headings = outline::outline(&text, &paragraphs, body.clone());
    let metadata = metadata::metadata(
        &metadata::Material { source: &source, text: &text, paragraphs: &paragraphs, headings: &headings },
        declared,
    );
    let parts = parts::parts(&parts::View {
        text: &text,
        paragraphs: &paragraphs,
        headings: &headings,
        body: body.clone(),
        year: metadata.report_year.as_ref().map(|f| f.value),
    });
    let spans: Vec<Span> = paragraphs.iter().filter(|p| p.zone == Zone::Body).map(|p| p.span).collect();
    let figures = figures::figures(text.text(), &spans);
    let relations = relations::relations(text.text(), &spans, &figures, &numbered(&headings));
    let mut report = Report {
        source,
        text,
        paragraphs,
        body,
        headings,
        parts,
        metadata,
        look_alike: None,
        figures,
        relations,
        notes: Vec::new(),
    };
    report.look_alike = look_alike::look_alike(
        &report.text,
        report.body_span(),
        &report.metadata,
        &report.headings,
        &report.parts,
    );
    report.notes = structure_notes(&report);
    report.notes.extend(date_notes(&report));
    report
}

/// Headings as relations need them.
fn numbered(headings: &[Heading]) -> Vec<Numbered> {
    headings
        .iter()
        .map(|h| Numbered { span: h.number.cover(h.title), number: h.value, depth: u32::from(h.depth) })
        .collect()
}

/// Remarks on damaged numbers and dates, and on dates that do not belong to the year.
fn date_notes(report: &Report) -> Vec<Note> {
    let spans: Vec<Span> =
        report.paragraphs.iter().filter(|p| p.zone == Zone::Body).map(|p| p.span).collect();
    let text = report.text.text();
    let mut found = dates::damage(text, &spans);
    if let Some(year) = report.year() {
        let results: Vec<Span> =
            spans.iter().copied().filter(|s| report.parts.get(PartKind::Measures).holds(*s)).collect();
        found.extend(dates::early_ends(text, &results, year));
        found.extend(dates::outside_year(text, &results, year));
    }
    found.sort_by_key(|f| (f.span, f.kind));
    found.iter().map(|f| date_note(report, f)).collect()
}

fn date_note(report: &Report, finding: &Finding) -> Note {
    let place = Place::Span(report.text.to_source(finding.span));
    Note::new(finding.kind.word(), place, finding.say(Lang::Zh), finding.say(Lang::En))
}

/// Remarks on structure that later stages and readers should know.
fn structure_notes(report: &Report) -> Vec<Note> {
    let at = |span: Span| Place::Span(report.text.to_source(span));
    let mut notes = Vec::new();
    for part in report.parts.iter() {
        if let Some(span) = part.empty_heading {
            let (zh, en) = (part.kind.title(), part.kind.english());
            notes.push(Note::new(
                "empty-heading",
                at(span),
                format!("“{zh}”只有标题,下面没有内容"),
                format!("the heading for {en} has nothing under it"),
            ));
        }
        if part.thematic {
            notes.push(Note::new(
                "thematic-measures",
                part.heading.map_or(Place::Whole, at),
                "没有总括举措和成效的标题,以各专题标题合为这一部分",
                "no heading announces the measures; the thematic headings together are taken as that part",
            ));
        }
    }
    for heading in report.headings.iter().filter(|h| h.damaged) {
        notes.push(Note::new(
            "damaged-heading",
            at(heading.number.cover(heading.title)),
            "标题的序号有缺损,按上下文认定",
            "the number of this heading is damaged and was read from its context",
        ));
    }
    notes
}
