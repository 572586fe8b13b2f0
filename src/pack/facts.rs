//! What a script may read: everything about one report as plain numbers and words, computed before any script runs.

use std::collections::BTreeMap;

use crate::report::PartKind;
use crate::text::{Place, Span};

/// The facts of one report. Signals are addressed by their dense number in the shelf of packs.
#[derive(Debug, Default)]
pub struct Facts {
    /// Report year; 0 when the report is silent.
    pub year: i64,
    /// Level word; empty when unknown.
    pub level: &'static str,
    /// Issuer kind word; empty when unknown.
    pub issuer_kind: &'static str,
    /// Title; empty when there is none.
    pub title: String,
    /// Document number as printed; empty when there is none.
    pub document_number: String,
    /// Number of issuers named in the title.
    pub title_issuers: i64,
    /// Number of addressees.
    pub addressees: i64,
    /// Addressees as printed, joined by `、`.
    pub addressee_line: String,
    /// Number of signatures.
    pub signatures: i64,
    /// Date of publication.
    pub published: Day,
    /// Date of the document.
    pub written: Day,
    /// Characters of the body.
    pub chars: i64,
    /// The five contents.
    pub parts: [PartFacts; 5],
    /// Hits of every signal.
    pub signals: Vec<Vec<Hit>>,
    /// Sentences of the text, in order.
    pub sentences: Vec<Sentence>,
    /// Items of work: the units that coverage counts.
    pub units: Vec<Unit>,
    /// What the figures say about each other.
    pub relations: Vec<RelationFact>,
    /// Remarks of the report stage by kind: where each stands.
    pub notes: BTreeMap<&'static str, Vec<Place>>,
}

/// A date, or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// Year, month and day as `yyyymmdd`; 0 when unknown.
    pub number: i64,
    /// The document itself says so, not the page around it.
    pub stated: bool,
}

/// One of the five contents.
#[derive(Clone, Debug, Default)]
pub struct PartFacts {
    /// Present in any way.
    pub found: bool,
    /// Under its own heading.
    pub own_heading: bool,
    /// A heading announces it and nothing stands under it.
    pub empty_heading: bool,
    /// Only thematic headings (measures).
    pub thematic: bool,
    /// Words of its heading, folded.
    pub heading: String,
    /// Characters.
    pub chars: i64,
    /// Folded spans of its items.
    pub items: Vec<Span>,
    /// Folded spans of its text.
    pub spans: Vec<Span>,
    /// Figures in it.
    pub figures: i64,
    /// Its folded text.
    pub text: String,
}

/// One hit of a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Folded span.
    pub span: Span,
    /// Which alternative of the signal.
    pub alternative: u16,
    /// Index into [`Facts::sentences`].
    pub sentence: u32,
    /// Index into [`Facts::units`], for hits inside work.
    pub unit: Option<u32>,
    /// It stands in the title of its unit.
    pub in_title: bool,
}

/// A sentence and the figures in it.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// Figures, in order.
    pub figures: Vec<Number>,
}

/// A figure as scripts see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Folded span.
    pub span: Span,
    /// The value, whole part.
    pub value: i64,
    /// Its unit as printed, such as `万人次`; empty when none follows.
    pub unit: String,
    /// The measure word in the unit, such as `人次`.
    pub measure: &'static str,
}

/// A relation between figures as scripts see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationFact {
    /// Its kind.
    pub kind: &'static str,
    /// Whether it holds.
    pub check: &'static str,
    /// The words that assert it, folded.
    pub quote: Span,
    /// The sum as a person would write it.
    pub arithmetic: String,
}

/// An item of work: a numbered item or a paragraph, with its title.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unit {
    /// It holds a figure, a document or a named meeting: something that can be checked.
    pub checkable: bool,
}

impl Facts {
    /// The facts of one part.
    pub fn part(&self, kind: PartKind) -> &PartFacts {
        &self.parts[kind as usize]
    }
}
