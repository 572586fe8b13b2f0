//! Passages of the newer report that were taken over from the older one.

use super::Twin;
use crate::report::{Part, PartKind, Report, Zone, sentences};
use crate::text::{Shingles, Span};

/// A passage that stands in both reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recycled {
    /// Where.
    pub twin: Twin,
    /// Likeness, per mille; years and figures do not count as differences.
    pub likeness: u32,
    /// Characters of the newer passage.
    pub chars: u32,
}

/// From this likeness on, a paragraph is recycled.
const SAME_PARAGRAPH: u32 = 800;
/// From this likeness on, a sentence of a new paragraph is recycled: official prose has its set sentences.
const SAME_SENTENCE: u32 = 900;
/// Shorter passages are set phrases.
const SHORT: usize = 30;

/// The shingles of folded spans.
pub(super) fn shingles(report: &Report, spans: &[Span]) -> Vec<Shingles> {
    spans.iter().map(|s| Shingles::of(report.text.slice(*s))).collect()
}

/// Recycled paragraphs, and recycled sentences of paragraphs that are otherwise new.
pub(super) fn recycled(old: &Report, new: &Report) -> Vec<Recycled> {
    let (old_paragraphs, new_paragraphs) = (paragraphs(old), paragraphs(new));
    let old_sentences: Vec<Span> =
        old_paragraphs.iter().flat_map(|p| sentences(&old.text, *p)).filter(|s| long(old, *s)).collect();
    let by_paragraph = Side { report: old, spans: &old_paragraphs, shingles: shingles(old, &old_paragraphs) };
    let by_sentence = Side { report: old, spans: &old_sentences, shingles: shingles(old, &old_sentences) };
    let mut out = Vec::new();
    for paragraph in new_paragraphs {
        if let Some(found) = by_paragraph.twin(new, paragraph, SAME_PARAGRAPH) {
            out.push(found);
            continue;
        }
        let inner = sentences(&new.text, paragraph).filter(|s| long(new, *s));
        out.extend(inner.filter_map(|s| by_sentence.twin(new, s, SAME_SENTENCE)));
    }
    out
}

/// Share of the body that the passages make up, per mille.
pub(super) fn share(report: &Report, recycled: &[Recycled]) -> u32 {
    let all: usize = paragraphs(report).iter().map(|p| chars(report, *p)).sum();
    let taken: usize = recycled.iter().map(|r| r.chars as usize).sum();
    (taken * 1000).checked_div(all).unwrap_or(0).min(1000) as u32
}

/// One report, cut into the pieces that the other is held against.
struct Side<'a> {
    report: &'a Report,
    spans: &'a [Span],
    shingles: Vec<Shingles>,
}

impl Side<'_> {
    /// The likest piece of this side, if it is the same piece.
    fn twin(&self, new: &Report, span: Span, same: u32) -> Option<Recycled> {
        let own = Shingles::of(new.text.slice(span));
        let likest = self.shingles.iter().zip(self.spans).map(|(s, at)| (own.likeness(s), *at));
        let (likeness, at) = likest.max_by_key(|(likeness, at)| (*likeness, std::cmp::Reverse(*at)))?;
        (likeness >= same).then(|| Recycled {
            twin: Twin { old: self.report.text.to_source(at), new: new.text.to_source(span) },
            likeness,
            chars: chars(new, span) as u32,
        })
    }
}

/// Body paragraphs long enough to mean something; the guiding sentences of the opening are the same everywhere.
fn paragraphs(report: &Report) -> Vec<Span> {
    let first = report
        .parts
        .iter()
        .filter(|p| p.kind != PartKind::Other)
        .filter_map(Part::extent)
        .map(|s| s.start)
        .min();
    let headings: Vec<Span> = report.headings.iter().filter(|h| !h.run_in).map(|h| h.title).collect();
    let is_heading = |s: Span| headings.iter().any(|h| s.contains(*h));
    let body = report.paragraphs.iter().filter(|p| p.zone == Zone::Body).map(|p| p.span);
    body.filter(|s| first.is_none_or(|f| s.start >= f) && long(report, *s) && !is_heading(*s)).collect()
}

fn chars(report: &Report, span: Span) -> usize {
    report.text.slice(span).chars().count()
}

fn long(report: &Report, span: Span) -> bool {
    chars(report, span) >= SHORT
}
