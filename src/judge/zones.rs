//! Which zones each place of a report belongs to.

use crate::pack::ZoneSet;
use crate::report::{PartKind, Report, Zone};
use crate::text::Span;

/// Zones by place, in folded text.
pub(super) struct Zones {
    /// Paragraph spans with the zones that hold for the whole paragraph, in order.
    paragraphs: Vec<(Span, ZoneSet)>,
    /// Spans of the five contents with their zone.
    parts: Vec<(Span, ZoneSet)>,
    /// Headings that announce a part: their words are not its content.
    own_headings: Vec<(Span, ZoneSet)>,
    headings: Vec<Span>,
    heading: ZoneSet,
    work: ZoneSet,
    /// Where work is not written: shortcomings, plan, other matters.
    not_work: Vec<Span>,
    body: ZoneSet,
}

fn zone(word: &str) -> ZoneSet {
    ZoneSet::of(word).unwrap_or(ZoneSet(0))
}

impl Zones {
    pub(super) fn of(report: &Report) -> Zones {
        let first_heading = report.headings.first().map_or(usize::MAX, |h| h.paragraph);
        let page = zone("page");
        let paragraphs = report
            .paragraphs
            .iter()
            .enumerate()
            .map(|(i, p)| {
                let set = match p.zone {
                    Zone::Boilerplate => page,
                    Zone::Title => page.with(zone("title")),
                    Zone::Front | Zone::Addressee => page.with(zone("front")),
                    Zone::Body if i < first_heading => page.with(zone("body")).with(zone("opening")),
                    Zone::Body => page.with(zone("body")),
                    Zone::Tail => page.with(zone("tail")),
                };
                (p.span, set)
            })
            .collect();
        let spans = |kind: PartKind| report.parts.get(kind).spans.clone();
        let parts =
            PartKind::ALL.iter().flat_map(|k| spans(*k).into_iter().map(|s| (s, zone(k.word())))).collect();
        let own_headings =
            report.parts.iter().filter_map(|p| p.heading.map(|h| (h, zone(p.kind.word())))).collect();
        let not_work =
            [PartKind::Shortcomings, PartKind::Plan, PartKind::Other].into_iter().flat_map(spans).collect();
        Zones {
            paragraphs,
            parts,
            own_headings,
            headings: report.headings.iter().map(|h| h.number.cover(h.title)).collect(),
            heading: zone("headings"),
            work: zone("work"),
            not_work,
            body: zone("body"),
        }
    }

    /// The zones of a folded span.
    pub(super) fn at(&self, span: Span) -> ZoneSet {
        let after = self.paragraphs.partition_point(|(p, _)| p.start <= span.start);
        let mut set = after.checked_sub(1).map_or(ZoneSet(0), |i| self.paragraphs[i].1);
        for (part, zone) in &self.parts {
            let announced = self.own_headings.iter().any(|(h, z)| z == zone && h.contains(span));
            if part.contains(span) && !announced {
                set = set.with(*zone);
            }
        }
        let after = self.headings.partition_point(|h| h.start <= span.start);
        if after.checked_sub(1).is_some_and(|i| self.headings[i].contains(span)) {
            set = set.with(self.heading);
        }
        if set.meets(self.body) && !self.not_work.iter().any(|s| s.contains(span)) {
            set = set.with(self.work);
        }
        set
    }
}
