//! The places that bear a verdict, and the places that came close.

use super::verdict::Evidence;
use crate::pack::{Facts, Packs, Pointer, RelationFact, Rule};
use crate::report::{Degree, PartKind, Report, Zone};
use crate::text::{Place, Span, Words};

/// Most places that one verdict shows.
const MOST: usize = 8;
/// Most near misses that one verdict shows.
const MOST_NEAR: usize = 2;

pub(super) struct Finder<'a> {
    pub(super) report: &'a Report,
    pub(super) facts: &'a Facts,
    pub(super) packs: &'a Packs,
}

impl Finder<'_> {
    /// Where a ruling points; without pointers, at the hits of the rule's own signals.
    pub(super) fn evidence(&self, rule: &Rule, at: &[Pointer]) -> Vec<Evidence> {
        let own = (0..rule.signals.len()).map(|offset| Pointer::Signal(rule.first_signal + offset));
        let pointers: Vec<Pointer> = if at.is_empty() { own.collect() } else { at.to_vec() };
        let mut spans: Vec<Span> = pointers.iter().flat_map(|p| self.spans(*p)).collect();
        spans.sort_unstable();
        spans.dedup();
        spans.truncate(MOST);
        spans.into_iter().map(|span| Evidence { span }).collect()
    }

    /// Source spans of a pointer.
    fn spans(&self, pointer: Pointer) -> Vec<Span> {
        let source = |span: Span| self.report.text.to_source(span);
        match pointer {
            Pointer::Signal(signal) => {
                let hits = self.facts.signals.get(signal).map_or(&[][..], Vec::as_slice);
                hits.iter().map(|h| source(h.span)).collect()
            }
            Pointer::Part(kind) => {
                let part = self.report.parts.get(kind);
                part.heading.or(part.spans.first().copied()).map(source).into_iter().collect()
            }
            Pointer::ItemsWithout(signal, kind) => self.items_without(signal, kind).map(source).collect(),
            Pointer::Relations(kind, check) => {
                let fits = |r: &&RelationFact| (kind.is_empty() || r.kind == kind) && r.check == check;
                self.facts.relations.iter().filter(fits).map(|r| source(r.quote)).collect()
            }
            Pointer::Answers => {
                self.facts.answers.iter().flat_map(|a| &a.spans).map(|s| source(*s)).collect()
            }
            Pointer::Open => {
                let open = self.facts.answers.iter().filter(|a| a.degree == Degree::None);
                open.flat_map(|a| &a.spans).map(|s| source(*s)).collect()
            }
            Pointer::Copied => {
                self.facts.copied.pairs.iter().flat_map(|(plan, from)| [*plan, *from]).map(source).collect()
            }
            Pointer::Notes(kind) => {
                let places = self.facts.notes.get(kind).map_or(&[][..], Vec::as_slice);
                places
                    .iter()
                    .filter_map(|p| if let Place::Span(span) = p { Some(*span) } else { None })
                    .collect()
            }
        }
    }

    fn items_without(&self, signal: usize, kind: PartKind) -> impl Iterator<Item = Span> {
        let hits = self.facts.signals.get(signal).map_or(&[][..], Vec::as_slice);
        let items = &self.facts.part(kind).items;
        items.iter().copied().filter(|item| !hits.iter().any(|h| item.contains(h.span)))
    }

    /// Headings or sentences that hold words close to what the rule looks for.
    pub(super) fn near_misses(&self, rule: &Rule) -> Vec<(Span, Words)> {
        let _ = self.packs;
        let mut out: Vec<(Span, Words)> = Vec::new();
        let zones = super::zones::Zones::of(self.report);
        for closest in &rule.closest {
            for paragraph in self.report.paragraphs.iter().filter(|p| p.zone != Zone::Boilerplate) {
                let words = self.report.text.slice(paragraph.span);
                for word in &closest.words {
                    let Some(at) = words.find(word.as_str()) else { continue };
                    let start = paragraph.span.start as usize + at;
                    let span = Span::new(start, start + word.len());
                    if closest.zones.meets(zones.at(span)) {
                        let line = self.heading_at(span).unwrap_or(span);
                        let source = self.report.text.to_source(line);
                        if !out.iter().any(|(s, _)| *s == source) {
                            out.push((source, closest.lacks.clone()));
                        }
                    }
                }
            }
        }
        out.truncate(MOST_NEAR);
        out
    }

    fn heading_at(&self, span: Span) -> Option<Span> {
        self.report.headings.iter().map(|h| h.number.cover(h.title)).find(|t| t.contains(span))
    }
}
