//! The objects that scripts hold: thin handles on the facts of a report, with the counting that they offer.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::coverage::{Coverage, coverage};
use super::facts::{Facts, Hit, Number, PartFacts, Standing};
use super::ruling::Pointer;
use crate::report::PartKind;
use crate::text::Span;

/// `report`.
#[derive(Clone)]
pub(crate) struct ReportView {
    pub(crate) facts: Arc<Facts>,
}

/// `report.parts`.
#[derive(Clone)]
pub(crate) struct PartsView {
    pub(crate) facts: Arc<Facts>,
}

/// One of the five contents.
#[derive(Clone)]
pub(crate) struct PartView {
    pub(crate) facts: Arc<Facts>,
    pub(crate) kind: PartKind,
}

/// A signal of the rule.
#[derive(Clone)]
pub(crate) struct SignalView {
    pub(crate) facts: Arc<Facts>,
    pub(crate) signal: usize,
}

/// Remarks or relations.
#[derive(Clone)]
pub(crate) struct Findings {
    pub(crate) pointers: Vec<Pointer>,
    pub(crate) count: i64,
    /// The arithmetic of the first; empty for remarks.
    pub(crate) sum: String,
}

/// Farthest that a figure stands from the words it belongs to, in bytes of folded text: 33 characters, a long clause.
const FIGURE_REACH: u32 = 99;

impl PartView {
    pub(crate) fn part(&self) -> &PartFacts {
        self.facts.part(self.kind)
    }

    /// Share of the body in percent, rounded down.
    pub(crate) fn percent(&self) -> i64 {
        (self.part().chars * 100).checked_div(self.facts.chars).unwrap_or(0)
    }
}

impl SignalView {
    pub(crate) fn hits(&self) -> &[Hit] {
        self.facts.signals.get(self.signal).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn distinct(&self) -> i64 {
        self.hits().iter().map(|h| h.alternative).collect::<BTreeSet<_>>().len() as i64
    }

    /// In how many items of a part the signal occurs.
    pub(crate) fn items(&self, part: &PartView) -> i64 {
        let holds = |item: &&Span| self.hits().iter().any(|h| item.contains(h.span));
        part.part().items.iter().filter(holds).count() as i64
    }

    /// In how many items of a part this signal or another one occurs.
    pub(crate) fn items_either(&self, other: &SignalView, part: &PartView) -> i64 {
        let holds = |item: &&Span| self.hits().iter().chain(other.hits()).any(|h| item.contains(h.span));
        part.part().items.iter().filter(holds).count() as i64
    }

    pub(crate) fn inside(&self, part: &PartView) -> i64 {
        let spans = &part.part().spans;
        self.hits().iter().filter(|h| spans.iter().any(|s| s.contains(h.span))).count() as i64
    }

    pub(crate) fn units(&self) -> i64 {
        self.hits().iter().filter_map(|h| h.unit).collect::<BTreeSet<_>>().len() as i64
    }

    pub(crate) fn titles(&self) -> i64 {
        self.hits()
            .iter()
            .filter(|h| h.standing != Standing::Text)
            .filter_map(|h| h.unit)
            .collect::<BTreeSet<_>>()
            .len() as i64
    }

    /// Hits with a figure that belongs to them.
    pub(crate) fn counted(&self) -> i64 {
        self.hits()
            .iter()
            .filter(|h| !self.in_sentence(h).is_empty() || self.in_item(h).next().is_some())
            .count() as i64
    }

    fn in_sentence(&self, hit: &Hit) -> &[Number] {
        self.facts.sentences.get(hit.sentence as usize).map_or(&[], |s| self.facts.figures_in(*s))
    }

    /// Figures in the item that a hit is the title of.
    fn in_item(&self, hit: &Hit) -> impl Iterator<Item = &Number> {
        let own = hit
            .unit
            .filter(|_| hit.standing != Standing::Text)
            .and_then(|u| self.facts.units.get(u as usize));
        let heading = match hit.standing {
            Standing::Heading(heading) => Some(heading),
            Standing::Title | Standing::Text => None,
        };
        let under =
            self.facts.units.iter().filter(move |u| heading.is_some() && u.under.last().copied() == heading);
        own.into_iter().chain(under).flat_map(|u| self.facts.figures_in(u.span))
    }

    /// An item of its own with something that can be checked; in passing; nothing.
    pub(crate) fn coverage(&self) -> Coverage {
        let counts = |hit: &Hit| {
            self.in_sentence(hit)
                .iter()
                .any(|f| f.span.start >= hit.span.end && distance(f.span, hit.span) <= FIGURE_REACH)
        };
        coverage(self.hits(), &self.facts.units, counts)
    }

    /// The largest of the figures nearest to each hit, with one of these units: near it in its sentence, or anywhere
    /// in the item that it is the title of.
    pub(crate) fn number(&self, units: &str) -> i64 {
        let named = |f: &Number, unit: &str| f.unit == unit || f.measure.starts_with(unit);
        let wanted = |f: &&Number| units.is_empty() || units.split('|').any(|unit| named(f, unit));
        let nearest = |hit: &Hit| {
            let near = self.in_sentence(hit).iter().filter(|f| distance(f.span, hit.span) <= FIGURE_REACH);
            near.chain(self.in_item(hit))
                .filter(wanted)
                .min_by_key(|f| distance(f.span, hit.span))
                .map(|f| f.value)
        };
        self.hits().iter().filter_map(nearest).max().unwrap_or(-1)
    }

    /// Hits that have a hit of the other signal within so many characters, in the same sentence.
    pub(crate) fn near(&self, other: &SignalView, within: i64) -> i64 {
        let reach = u32::try_from(within.clamp(0, 500)).unwrap_or(0) * 3;
        let close = |h: &&Hit| {
            other.hits().iter().any(|o| o.sentence == h.sentence && distance(o.span, h.span) <= reach)
        };
        self.hits().iter().filter(close).count() as i64
    }
}

/// Bytes between two spans; 0 when they touch or overlap.
fn distance(a: Span, b: Span) -> u32 {
    if a.end <= b.start { b.start - a.end } else { a.start.saturating_sub(b.end) }
}
