//! Which words of the report are marked, and for which findings.

use std::collections::BTreeSet;

use crate::write::lines::ResultLine;
use crate::write::{Line, TextLine};

/// Words that a finding points at.
pub(super) struct Mark {
    /// Anchor in the text.
    pub(super) id: String,
    /// Number of the finding, from 1.
    pub(super) finding: usize,
    /// Severity, or `near` for a near miss.
    pub(super) class: &'static str,
    start: u32,
    end: u32,
}

/// A run of words with the same marks.
pub(super) struct Piece<'a> {
    /// The words.
    pub(super) words: &'a str,
    /// Marks that begin here.
    pub(super) begins: Vec<&'a Mark>,
    /// The gravest class here; none for plain words.
    pub(super) class: Option<&'static str>,
    /// Marks that end here.
    pub(super) ends: Vec<&'a Mark>,
}

/// The marks of all findings that stand in the shown text.
pub(super) fn marks(report: usize, found: &[&ResultLine], text: &[TextLine]) -> Vec<Mark> {
    let mut out = Vec::new();
    for (result, finding) in found.iter().zip(1..) {
        let class = result.finding.unwrap_or(result.severity);
        let evidence = result
            .evidence
            .iter()
            .zip(1..)
            .map(|(line, k)| (format!("r{report}-m{finding}-{k}"), class, line));
        let near = result.near_misses.iter().zip(1..);
        let near = near.map(|(n, k)| (format!("r{report}-n{finding}-{k}"), "near", &n.place));
        for (id, class, line) in evidence.chain(near) {
            let (start, end) = (line.offset, line.offset + line.length);
            if text.iter().any(|t| overlaps(start, end, &t.place)) {
                out.push(Mark { id, finding, class, start, end });
            }
        }
    }
    out
}

fn overlaps(start: u32, end: u32, place: &Line) -> bool {
    start < place.offset + place.length && place.offset < end
}

/// The words of a paragraph, cut where marks begin and end. Marks may overlap and may reach over paragraphs.
pub(super) fn pieces<'a>(line: &'a TextLine, marks: &'a [Mark]) -> Vec<Piece<'a>> {
    let (from, length) = (line.place.offset, line.place.length);
    let own: Vec<&Mark> = marks.iter().filter(|m| overlaps(m.start, m.end, &line.place)).collect();
    let inside = |at: u32| at.saturating_sub(from).min(length);
    let mut cuts: BTreeSet<u32> = own.iter().flat_map(|m| [inside(m.start), inside(m.end)]).collect();
    cuts.extend([0, length]);
    let cuts: Vec<u32> = cuts.into_iter().collect();
    let piece = |pair: &[u32]| -> Option<Piece<'a>> {
        let &[start, end] = pair else { return None };
        let here = |m: &&&Mark| inside(m.start) <= start && end <= inside(m.end);
        Some(Piece {
            words: line.words.get(start as usize..end as usize).unwrap_or_default(),
            begins: own.iter().filter(|m| m.start.checked_sub(from) == Some(start)).copied().collect(),
            class: own.iter().filter(here).map(|m| m.class).min_by_key(|c| rank(c)),
            ends: own.iter().filter(|m| m.end.checked_sub(from) == Some(end)).copied().collect(),
        })
    };
    cuts.windows(2).filter_map(piece).collect()
}

fn rank(class: &str) -> usize {
    ["error", "warning", "info", "near"].iter().position(|c| *c == class).unwrap_or(4)
}
