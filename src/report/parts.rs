//! The five contents: where each stands, under a heading of its own, inside another part, or nowhere.
//!
//! A keyword is not a part. A heading with nothing under it is not a part. A run of thematic headings up to
//! the shortcomings is the measures part.

use std::ops::Range;

use super::embedded;
use super::items;
use super::outline::Heading;
use super::paragraph::{Paragraph, Zone};
use super::roles::{self, Roles};
use crate::text::{Folded, Span};

/// Which of the five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKind {
    /// How the first responsible persons did their duty.
    Duties,
    /// Measures and results.
    Measures,
    /// Shortcomings and causes.
    Shortcomings,
    /// Next year's plan.
    Plan,
    /// Other matters.
    Other,
}

impl PartKind {
    /// All five, in the order in which they are printed.
    pub const ALL: [PartKind; 5] =
        [PartKind::Duties, PartKind::Measures, PartKind::Shortcomings, PartKind::Plan, PartKind::Other];

    /// The word in JSON, in signals and in scripts.
    pub fn word(self) -> &'static str {
        match self {
            PartKind::Duties => "duties",
            PartKind::Measures => "measures",
            PartKind::Shortcomings => "shortcomings",
            PartKind::Plan => "plan",
            PartKind::Other => "other",
        }
    }

    /// The name that the national rule gives it, shortened.
    pub fn title(self) -> &'static str {
        match self {
            PartKind::Duties => "第一责任人履职情况",
            PartKind::Measures => "主要举措和成效",
            PartKind::Shortcomings => "存在的不足和原因",
            PartKind::Plan => "下一年度主要安排",
            PartKind::Other => "其他需要报告的情况",
        }
    }

    /// The English name.
    pub fn english(self) -> &'static str {
        match self {
            PartKind::Duties => "duties of the first responsible persons",
            PartKind::Measures => "measures and results",
            PartKind::Shortcomings => "shortcomings and causes",
            PartKind::Plan => "next year's plan",
            PartKind::Other => "other matters",
        }
    }
}

/// How a part is present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Under a heading that announces it, or a run of thematic headings.
    OwnHeading,
    /// Inside another part.
    Embedded,
    /// Nowhere.
    Missing,
}

impl Status {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Status::OwnHeading => "own_heading",
            Status::Embedded => "embedded",
            Status::Missing => "missing",
        }
    }
}

/// One of the five contents as found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub kind: PartKind,
    /// How it is present.
    pub status: Status,
    /// Its heading, folded; none for embedded and missing parts.
    pub heading: Option<Span>,
    /// Where its text stands, folded, in order; empty when missing.
    pub spans: Vec<Span>,
    /// Its items as the author divided them, folded.
    pub items: Vec<Span>,
    /// Measures only: thematic headings without one that announces the part.
    pub thematic: bool,
    /// A heading that announces it and has nothing under it.
    pub empty_heading: Option<Span>,
}

impl Part {
    fn missing(kind: PartKind) -> Part {
        Part {
            kind,
            status: Status::Missing,
            heading: None,
            spans: Vec::new(),
            items: Vec::new(),
            thematic: false,
            empty_heading: None,
        }
    }

    /// Whether it is present in any way.
    pub fn found(&self) -> bool {
        self.status != Status::Missing
    }

    /// From its first to its last word.
    pub fn extent(&self) -> Option<Span> {
        self.spans.iter().copied().reduce(Span::cover)
    }

    /// Whether a folded span lies inside.
    pub fn holds(&self, span: Span) -> bool {
        self.spans.iter().any(|s| s.contains(span))
    }
}

/// The five contents of a report.
#[derive(Clone, Debug)]
pub struct Parts([Part; 5]);

impl Parts {
    /// One of the five.
    pub fn get(&self, kind: PartKind) -> &Part {
        &self.0[kind as usize]
    }

    /// All five, in the order in which they are printed.
    pub fn iter(&self) -> impl Iterator<Item = &Part> {
        self.0.iter()
    }
}

/// Fewest characters of text under a heading that make it a part.
const CONTENT: usize = 6;

/// What the search for parts reads.
pub(super) struct View<'a> {
    pub(super) text: &'a Folded,
    pub(super) paragraphs: &'a [Paragraph],
    pub(super) headings: &'a [Heading],
    pub(super) body: Range<usize>,
    pub(super) year: Option<i16>,
}

/// A heading with what it announces.
struct Section<'a> {
    heading: &'a Heading,
    roles: Roles,
}

impl View<'_> {
    fn span(&self, range: Range<usize>) -> Option<Span> {
        let inside = self.paragraphs.get(range)?.iter().filter(|p| p.zone == Zone::Body);
        inside.map(|p| p.span).reduce(Span::cover)
    }

    /// Characters under a heading, its own words not counted.
    fn content(&self, heading: &Heading) -> usize {
        let all = self.span(heading.paragraph..heading.end).map_or(0, |s| self.chars(s));
        let own =
            self.chars(Span { start: self.paragraphs[heading.paragraph].span.start, end: heading.title.end });
        all.saturating_sub(own + 1)
    }

    fn chars(&self, span: Span) -> usize {
        self.text.slice(span).chars().filter(|c| !matches!(c, '\n')).count()
    }

    pub(super) fn words(&self, span: Span) -> &str {
        self.text.slice(span)
    }
}

/// Find the five contents.
pub(super) fn parts(view: &View<'_>) -> Parts {
    let sections: Vec<Section<'_>> = view
        .headings
        .iter()
        .map(|heading| Section { heading, roles: roles::roles(view.words(heading.title), view.year) })
        .collect();
    let mut out = PartKind::ALL.map(Part::missing);
    let single = [
        (PartKind::Shortcomings, pick(&sections, |r| r.shortcomings, false)),
        (PartKind::Plan, pick(&sections, |r| r.plan, true)),
        (PartKind::Other, pick(&sections, |r| r.other, true)),
        (PartKind::Duties, pick(&sections, |r| r.duties, false)),
    ];
    for (kind, candidates) in single {
        own(view, &mut out[kind as usize], &candidates);
    }
    measures(view, &sections, &mut out);
    embed(view, &mut out);
    Parts(out)
}

/// Candidates for a part: topmost first, then by position (`last`: from the end).
fn pick<'a>(sections: &[Section<'a>], role: fn(Roles) -> bool, last: bool) -> Vec<&'a Heading> {
    let mut found: Vec<&Heading> = sections
        .iter()
        .filter(|s| role(s.roles) && s.heading.notation.level() <= 4 && !s.heading.untitled)
        .map(|s| s.heading)
        .collect();
    found.sort_by_key(|h| {
        let order = h.paragraph as i64;
        (h.depth, if last { -order } else { order })
    });
    found
}

fn own(view: &View<'_>, part: &mut Part, candidates: &[&Heading]) {
    for heading in candidates {
        if view.content(heading) < CONTENT {
            part.empty_heading.get_or_insert(heading.title);
            continue;
        }
        let range = heading.paragraph..heading.end;
        part.status = Status::OwnHeading;
        part.heading = Some(heading.title);
        part.spans = view.span(range.clone()).into_iter().collect();
        part.items = inner_items(view, heading);
        return;
    }
}

/// The items under a heading; its own paragraph counts only for what runs in after the title.
fn inner_items(view: &View<'_>, heading: &Heading) -> Vec<Span> {
    let first = if heading.run_in { heading.paragraph } else { heading.paragraph + 1 };
    let inner: Vec<Heading> =
        view.headings.iter().filter(|h| h.paragraph > heading.paragraph).cloned().collect();
    let mut found = items::items(view.text, view.paragraphs, &inner, first..heading.end);
    for item in &mut found {
        // The title of a run-in heading is not part of its first item.
        item.start = item.start.max(heading.title.end.min(item.end));
    }
    found
}

/// A heading that announces measures, and the thematic headings beside it; or thematic headings alone.
fn measures(view: &View<'_>, sections: &[Section<'_>], out: &mut [Part; 5]) {
    let taken: Vec<Span> = out.iter().flat_map(|p| p.spans.clone()).collect();
    let end = out[PartKind::Shortcomings as usize]
        .extent()
        .or(out[PartKind::Plan as usize].extent())
        .map_or(u32::MAX, |s| s.start);
    let Some(top) = sections.iter().map(|s| s.heading.depth).min() else { return };
    let run: Vec<&Section<'_>> = sections
        .iter()
        .filter(|s| s.heading.depth == top && s.heading.title.start < end)
        .filter(|s| {
            let span = view.span(s.heading.paragraph..s.heading.end);
            span.is_some_and(|span| !taken.iter().any(|t| t.contains(span)))
        })
        .filter(|s| !s.roles.plan && !s.roles.shortcomings && !s.roles.other && !s.roles.duties)
        .collect();
    let part = &mut out[PartKind::Measures as usize];
    let (full, empty): (Vec<_>, Vec<_>) = run.into_iter().partition(|s| view.content(s.heading) >= CONTENT);
    part.empty_heading = empty.iter().find(|s| s.roles.measures).map(|s| s.heading.title);
    let announced = full.iter().find(|s| s.roles.measures);
    let nested = || nested_measures(view, sections, end);
    let first = match (announced, full.first()) {
        (Some(section), _) | (None, Some(section)) => section.heading,
        (None, None) => match nested() {
            Some(heading) => heading,
            None => return,
        },
    };
    part.status = Status::OwnHeading;
    part.heading = Some(first.title);
    part.thematic = announced.is_none() && !full.is_empty();
    let from = |s: &&&Section<'_>| s.heading.paragraph >= first.paragraph;
    let run: Vec<&Heading> = full.iter().filter(from).map(|s| s.heading).collect();
    let run = if run.is_empty() { vec![first] } else { run };
    part.spans = run.iter().filter_map(|h| view.span(h.paragraph..h.end)).collect();
    part.items = if run.len() > 1 { part.spans.clone() } else { inner_items(view, first) };
}

/// A heading for measures below another top heading.
fn nested_measures<'a>(view: &View<'_>, sections: &[Section<'a>], end: u32) -> Option<&'a Heading> {
    sections
        .iter()
        .filter(|s| s.roles.measures && s.heading.title.start < end && !s.heading.untitled)
        .map(|s| s.heading)
        .find(|h| view.content(h) >= CONTENT)
}

/// Parts without a heading of their own may stand inside another part.
fn embed(view: &View<'_>, out: &mut [Part; 5]) {
    for kind in [PartKind::Shortcomings, PartKind::Plan, PartKind::Duties, PartKind::Measures] {
        if out[kind as usize].status != Status::Missing {
            continue;
        }
        let spans = embedded::spans(view, kind, out);
        let part = &mut out[kind as usize];
        if !spans.is_empty() {
            part.status = Status::Embedded;
            part.items.clone_from(&spans);
            part.spans = spans;
        }
    }
}
