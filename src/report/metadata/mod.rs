//! Who reports, on which year, to whom and when; each value with the words that say so.
//!
//! Comes in: zoned paragraphs, headings and the properties beside the text. Goes out: [`Metadata`]. A value on
//! which the text is silent is `None`, never a guess.

mod dates;
mod fields;
mod issuer;
pub(in crate::report) mod names;
pub(in crate::report) mod number;
mod opening;
mod region;
pub(in crate::report) mod title;
mod usage;
mod who;
mod year;

pub(in crate::report) use year::years;

pub use fields::{FIELDS, Field, Value};
pub use issuer::{IssuerKind, Level};

use jiff::civil::Date;

use super::outline::Heading;
use super::paragraph::{Paragraph, Zone};
use crate::text::{Folded, Source, Span};

/// A value and where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// The words that say so, in the source text; `None` when they stand beside the text or were declared.
    pub span: Option<Span>,
    /// How far it can be trusted.
    pub basis: Basis,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The report says it in its proper place.
    Stated,
    /// The page or file says it beside the report.
    Beside,
    /// Concluded from other words of the report.
    Inferred,
    /// The user said it on the command line.
    Declared,
}

impl<T> Found<T> {
    fn new(value: T, span: Span, basis: Basis) -> Self {
        Found { value, span: Some(span), basis }
    }

    /// A value that the user declared.
    pub fn declared(value: T) -> Self {
        Found { value, span: None, basis: Basis::Declared }
    }
}

/// What the user says of a report; wins over what the text says.
#[derive(Clone, Debug, Default)]
pub struct Declared {
    /// Report year.
    pub year: Option<i16>,
    /// Level.
    pub level: Option<Level>,
    /// Issuer kind.
    pub issuer_kind: Option<IssuerKind>,
    /// Date of publication.
    pub published: Option<Date>,
}

/// What the report says of itself.
#[derive(Clone, Debug, Default)]
pub struct Metadata {
    /// Title, several lines joined.
    pub title: Option<Found<String>>,
    /// Names of issuers as printed.
    pub issuers: Vec<Found<String>>,
    /// Kind of issuer.
    pub issuer_kind: Option<Found<IssuerKind>>,
    /// Level of the issuer.
    pub level: Option<Found<Level>>,
    /// Province, city and county, as far as named.
    pub region: Region,
    /// The year that the report is about.
    pub report_year: Option<Found<i16>>,
    /// Document number as printed.
    pub document_number: Option<Found<String>>,
    /// Addressees.
    pub addressees: Vec<Found<String>>,
    /// The signature lines.
    pub signature: Vec<Found<String>>,
    /// 成文日期.
    pub date_written: Option<Found<Date>>,
    /// Date of publication.
    pub date_published: Option<Found<Date>>,
}

/// Where the issuer is, as far as its names say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Region {
    /// Province, by its full name.
    pub province: Option<String>,
    /// Prefecture-level unit.
    pub city: Option<String>,
    /// County-level unit.
    pub county: Option<String>,
}

/// What metadata is read from.
pub(super) struct Material<'a> {
    pub(super) source: &'a Source,
    pub(super) text: &'a Folded,
    pub(super) paragraphs: &'a [Paragraph],
    pub(super) headings: &'a [Heading],
}

impl Material<'_> {
    fn zone(&self, zone: Zone) -> impl Iterator<Item = &Paragraph> {
        self.paragraphs.iter().filter(move |p| p.zone == zone)
    }

    fn words(&self, paragraph: &Paragraph) -> &str {
        self.text.slice(paragraph.span)
    }

    /// A value at a folded span.
    fn found<T>(&self, value: T, span: Span, basis: Basis) -> Found<T> {
        Found::new(value, self.text.to_source(span), basis)
    }

    /// The printed words of a folded span, blanks made single; the break of a wrapped line is none.
    fn printed(&self, span: Span) -> String {
        let words = self.source.slice(self.text.to_source(span));
        let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        words.split(['\n', '\r']).map(line).collect()
    }

    /// The value beside the text under one of these labels.
    fn property(&self, labels: &[&str]) -> Option<&str> {
        let named = |label: &str| self.source.properties.iter().find(|p| p.name.contains(label));
        labels.iter().find_map(|l| named(l)).map(|p| p.value.as_str()).filter(|v| !v.is_empty())
    }
}

/// Read the metadata of a report.
pub(super) fn metadata(material: &Material<'_>, declared: &Declared) -> Metadata {
    let title = find_title(material);
    let signature = signature(material);
    let mut out = Metadata { title, signature, ..Metadata::default() };
    out.issuers = who::find_issuers(material, &out);
    let names: Vec<String> = out.issuers.iter().map(|f| crate::text::fold_str(&f.value)).collect();
    out.issuer_kind = who::find_kind(material, &out, &names);
    out.level = who::find_level(material, &out);
    out.region = region::region(material, &names);
    out.report_year = year::find(material, title_span(material));
    out.document_number = number::find(material);
    out.addressees = addressees(material);
    dates::fill(material, &mut out);
    apply(declared, &mut out);
    out
}

fn apply(declared: &Declared, out: &mut Metadata) {
    if let Some(year) = declared.year {
        out.report_year = Some(Found::declared(year));
    }
    if let Some(level) = declared.level {
        out.level = Some(Found::declared(level));
    }
    if let Some(kind) = declared.issuer_kind {
        out.issuer_kind = Some(Found::declared(kind));
    }
    if let Some(date) = declared.published {
        out.date_published = Some(Found::declared(date));
    }
}

fn title_span(material: &Material<'_>) -> Option<Span> {
    material.zone(Zone::Title).map(|p| p.span).reduce(Span::cover)
}

fn find_title(material: &Material<'_>) -> Option<Found<String>> {
    if let Some(span) = title_span(material) {
        let lines: Vec<String> = material.zone(Zone::Title).map(|p| material.printed(p.span)).collect();
        return Some(material.found(lines.concat(), span, Basis::Stated));
    }
    let beside = material.property(&["标题", "名称", "题名"])?;
    let fits = title::is_title(&crate::text::fold_str(beside));
    fits.then(|| Found { value: beside.to_string(), span: None, basis: Basis::Beside })
}

/// The names above the date at the end.
fn signature(material: &Material<'_>) -> Vec<Found<String>> {
    material
        .zone(Zone::Tail)
        .filter(|p| names::is_issuer_line(material.words(p)))
        .flat_map(|p| who::names_at(material, p.span, Basis::Stated))
        .collect()
}

fn addressees(material: &Material<'_>) -> Vec<Found<String>> {
    material
        .zone(Zone::Addressee)
        .flat_map(|p| {
            let words = material.words(p);
            let base = words.as_ptr() as usize;
            words
                .trim_end_matches(':')
                .split(['、', ',', ';'])
                .filter(|name| !name.is_empty())
                .map(|name| {
                    let start = p.span.start as usize + (name.as_ptr() as usize - base);
                    let span = Span::new(start, start + name.len());
                    material.found(material.printed(span), span, Basis::Stated)
                })
                .collect::<Vec<_>>()
        })
        .collect()
}
