//! What a script may read: everything about one report as plain numbers and words, computed before any script runs.

use std::collections::BTreeMap;

use crate::report::{Copied, Degree, PartKind};
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
    /// Title, folded; empty when there is none.
    pub title: String,
    /// Document number as printed; empty when there is none.
    pub document_number: String,
    /// Number of issuers named in the title.
    pub title_issuers: i64,
    /// Number of addressees.
    pub addressees: i64,
    /// Addressees, folded, joined by `、`.
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
    /// Hits of every signal, and after the last signal the figures.
    pub signals: Vec<Vec<Hit>>,
    /// Sentences of the text, folded, in order.
    pub sentences: Vec<Span>,
    /// Figures of the text, in order.
    pub figures: Vec<Number>,
    /// Items of work: the units that coverage counts.
    pub units: Vec<Unit>,
    /// What the figures say about each other.
    pub relations: Vec<RelationFact>,
    /// Which shortcoming the plan takes up; empty when one of the two parts is missing.
    pub answers: Vec<AnswerFact>,
    /// Clauses of the plan that stand among the measures, folded.
    pub copied: Copied,
    /// Remarks of the report stage by kind: where each stands.
    pub notes: BTreeMap<&'static str, Vec<Place>>,
}

/// A shortcoming and what the plan has for it.
#[derive(Clone, Debug)]
pub struct AnswerFact {
    /// How far it is taken up.
    pub degree: Degree,
    /// Folded spans: the shortcoming, and the item of the plan if there is one.
    pub spans: Vec<Span>,
    /// The shortcoming in a few words.
    pub lack: String,
    /// The item of the plan in a few words; empty when there is none.
    pub plan: String,
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
    /// How it stands in its unit.
    pub standing: Standing,
    /// It stands in the first part of its clause: the clause is about it.
    pub leads: bool,
}

/// How a hit stands in its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In running text.
    Text,
    /// In what the unit says first.
    Title,
    /// In a heading, by its number in the report: it speaks for the units under it too.
    Heading(u32),
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

/// An item of work: a numbered item or a paragraph.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Where it stands, folded.
    pub span: Span,
    /// It holds a figure, a document or a named meeting: something that can be checked.
    pub checkable: bool,
    /// Headings that it stands under, by their number in the report.
    pub under: Vec<u32>,
}

impl Facts {
    /// The figures inside a folded span.
    pub fn figures_in(&self, span: Span) -> &[Number] {
        let from = self.figures.partition_point(|f| f.span.start < span.start);
        let to = self.figures.partition_point(|f| f.span.start < span.end);
        self.figures.get(from..to).unwrap_or(&[])
    }

    /// The facts of one part.
    pub fn part(&self, kind: PartKind) -> &PartFacts {
        &self.parts[kind as usize]
    }
}
