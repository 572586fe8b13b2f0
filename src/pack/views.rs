//! The objects that scripts hold: thin handles on the facts of a report, with the counting that they offer.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::facts::{Facts, Hit, Number, PartFacts};
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

/// Farthest that a figure stands from the words it belongs to, in bytes of folded text (about 25 characters).
const FIGURE_REACH: u32 = 75;

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

    pub(crate) fn inside(&self, part: &PartView) -> i64 {
        let spans = &part.part().spans;
        self.hits().iter().filter(|h| spans.iter().any(|s| s.contains(h.span))).count() as i64
    }

    pub(crate) fn units(&self) -> i64 {
        self.hits().iter().filter_map(|h| h.unit).collect::<BTreeSet<_>>().len() as i64
    }

    pub(crate) fn titles(&self) -> i64 {
        self.hits().iter().filter(|h| h.in_title).filter_map(|h| h.unit).collect::<BTreeSet<_>>().len() as i64
    }

    /// Hits with a figure in the same sentence.
    pub(crate) fn counted(&self) -> i64 {
        self.hits().iter().filter(|h| !self.figures(h).is_empty()).count() as i64
    }

    fn figures(&self, hit: &Hit) -> &[super::facts::Number] {
        self.facts.sentences.get(hit.sentence as usize).map_or(&[], |s| s.figures.as_slice())
    }

    /// An item of its own with something that can be checked; in passing; nothing.
    pub(crate) fn coverage(&self) -> &'static str {
        let work: Vec<&Hit> = self.hits().iter().filter(|h| h.unit.is_some()).collect();
        if work.is_empty() {
            return "absent";
        }
        let checkable =
            |h: &Hit| h.unit.and_then(|u| self.facts.units.get(u as usize)).is_some_and(|u| u.checkable);
        let own = work.iter().any(|h| h.in_title && checkable(h));
        let kinds = work.iter().map(|h| h.alternative).collect::<BTreeSet<_>>().len();
        let backed = work.iter().filter(|h| self.near_figure(h)).count();
        if own || (backed >= 1 && kinds >= 2) || backed >= 2 { "covered" } else { "thin" }
    }

    fn near_figure(&self, hit: &Hit) -> bool {
        self.figures(hit).iter().any(|f| distance(f.span, hit.span) <= FIGURE_REACH)
    }

    /// The largest of the figures nearest to each hit, with one of these units.
    pub(crate) fn number(&self, units: &str) -> i64 {
        let named = |word: &str| units.is_empty() || units.split('|').any(|u| word == u);
        let wanted = |figure: &Number| named(&figure.unit) || named(figure.measure);
        let nearest = |hit: &Hit| {
            let fits = self.figures(hit).iter().filter(|f| wanted(f));
            fits.map(|f| (distance(f.span, hit.span), f.value))
                .filter(|(d, _)| *d <= FIGURE_REACH)
                .min_by_key(|(d, _)| *d)
                .map(|(_, value)| value)
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
