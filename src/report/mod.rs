//! What a report SAYS: structure, the five contents, metadata. Never whether that is good.
//!
//! Comes in: a [`Source`]. Goes out: [`Report`], computed once, read only. Odd structure becomes a [`Note`],
//! never an error. Knows nothing of rules and points.

mod annexes;
mod answers;
mod blanks;
mod body;
mod calendar;
pub mod dates;
mod copied;
mod embedded;
pub mod figures;
mod foreign;
mod indents;
mod items;
mod look_alike;
mod marks;
pub mod metadata;
mod note;
mod numbering;
mod order;
mod outline;
mod paragraph;
mod parts;
pub mod places;
pub mod relations;
mod remarks;
mod repeats;
mod roles;
mod sentences;
mod signature;
mod spelling;
mod unbroken;
#[cfg(test)]
mod testing;
mod year_fit;

use std::ops::Range;

pub use answers::{Answer, Degree, GENRE, answers};
pub use copied::{Copied, copied};
pub use look_alike::{LookAlike, LookAlikeKind};
pub use metadata::{Basis, Declared, Found, IssuerKind, Level, Metadata};
pub use note::{NOTE_KINDS, Note};
pub use numbering::{Notation, Number, number};
pub use outline::Heading;
pub use paragraph::{Paragraph, Zone};
pub use parts::{Part, PartKind, Parts, Status};
pub use sentences::{clauses, sentences};

use crate::text::{BlockKind, Folded, Source, Span};
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
        self.body_paragraphs().map(|p| p.span).reduce(Span::cover)
    }

    /// The paragraphs of the report proper, in order.
    pub fn body_paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        let body = self.paragraphs.get(self.body.clone()).unwrap_or(&[]);
        body.iter().filter(|p| p.zone == Zone::Body)
    }

    /// The words of a paragraph as printed, and where they begin in the source text.
    pub fn printed(&self, paragraph: &Paragraph) -> (&str, u32) {
        let span = self.text.to_source(paragraph.span);
        (self.source.slice(span), span.start)
    }

    /// The report year.
    pub fn year(&self) -> Option<i16> {
        self.metadata.report_year.as_ref().map(|f| f.value)
    }
}

/// Understand a source. `declared` is what the user says of it and wins over the text.
pub fn build(source: Source, declared: &Declared) -> Report {
    let (blocks, mut spans): (Vec<usize>, Vec<Span>) = unbroken::paragraphs(&source).into_iter().unzip();
    let lost_indents = indents::trim(source.text(), &mut spans);
    let (text, folded) = Folded::of(source.text(), &spans);
    let kind = |block: usize| source.blocks().get(block).map_or(BlockKind::Paragraph, |b| b.kind);
    let mut paragraphs: Vec<Paragraph> = folded
        .into_iter()
        .zip(blocks)
        .map(|(span, block)| Paragraph { span, block, kind: kind(block), zone: Zone::Body })
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
    report.notes = remarks::notes(&report);
    if lost_indents {
        report.notes.push(indents::note());
    }
    report
}

/// Headings as relations need them.
fn numbered(headings: &[Heading]) -> Vec<Numbered> {
    headings
        .iter()
        .map(|h| Numbered { span: h.number.cover(h.title), number: h.value, depth: u32::from(h.depth) })
        .collect()
}
