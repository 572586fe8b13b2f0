//! How far the work on a subject is written up: an item of its own with something to check, in passing, or not at all.
//!
//! Comes in: the hits of a signal, inside work only (plan and shortcomings have no units). Headings alone are not
//! believed: something to check must stand in the same item. Knows nothing of points.

use std::collections::BTreeSet;

use super::facts::{Hit, Standing, Unit};

/// Three things, never more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Coverage {
    /// Nothing.
    Absent,
    /// In passing, or in general words.
    Thin,
    /// An item of its own with something to check.
    Covered,
}

impl Coverage {
    /// The word for scripts.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Coverage::Covered => "covered",
            Coverage::Thin => "thin",
            Coverage::Absent => "absent",
        }
    }
}

/// Coverage by the hits of one signal. `counts` tells whether a figure stands right after a hit.
pub(crate) fn coverage(hits: &[Hit], units: &[Unit], counts: impl Fn(&Hit) -> bool) -> Coverage {
    let work: Vec<&Hit> = hits.iter().filter(|h| h.unit.is_some()).collect();
    if work.is_empty() {
        return Coverage::Absent;
    }
    if has_own_item(&work, units) || has_own_sentences(&work, counts) {
        Coverage::Covered
    } else {
        Coverage::Thin
    }
}

/// An item that names the subject in its title, stands right under a heading that does, or speaks of it somewhere
/// under such a heading.
fn has_own_item(work: &[&Hit], units: &[Unit]) -> bool {
    let headings: BTreeSet<u32> = work
        .iter()
        .filter_map(|h| match h.standing {
            Standing::Heading(heading) => Some(heading),
            Standing::Title | Standing::Text => None,
        })
        .collect();
    let spoken = work.iter().any(|hit| {
        let Some(unit) = hit.unit.and_then(|u| units.get(u as usize)) else { return false };
        let named = hit.standing != Standing::Text || unit.under.iter().any(|h| headings.contains(h));
        unit.checkable && named
    });
    spoken || units.iter().any(|u| u.checkable && u.under.last().is_some_and(|h| headings.contains(h)))
}

/// Without an item of its own: a sentence that opens with the subject and counts it, and a second count of another kind.
fn has_own_sentences(work: &[&Hit], counts: impl Fn(&Hit) -> bool) -> bool {
    let counted: Vec<&&Hit> = work.iter().filter(|h| counts(h)).collect();
    let kinds: BTreeSet<u16> = counted.iter().map(|h| h.alternative).collect();
    kinds.len() >= 2 && counted.iter().any(|h| h.leads)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn hit(alternative: u16, unit: u32, standing: Standing, leads: bool) -> Hit {
        Hit { span: Span::new(0, 3), alternative, sentence: 0, unit: Some(unit), standing, leads }
    }

    fn unit(checkable: bool, under: &[u32]) -> Unit {
        Unit { span: Span::new(0, 3), checkable, under: under.to_vec() }
    }

    fn covered(hits: &[Hit], units: &[Unit], counted: bool) -> Coverage {
        coverage(hits, units, |_| counted)
    }

    #[test]
    fn nothing_in_the_work_is_absent() {
        let planned = Hit { unit: None, ..hit(0, 0, Standing::Text, true) };
        assert_eq!(covered(&[], &[], true), Coverage::Absent);
        assert_eq!(covered(&[planned], &[unit(true, &[])], true), Coverage::Absent);
    }

    #[test]
    fn a_title_needs_something_to_check() {
        let titled = [hit(0, 0, Standing::Title, false)];
        assert_eq!(covered(&titled, &[unit(true, &[])], false), Coverage::Covered);
        assert_eq!(covered(&titled, &[unit(false, &[])], false), Coverage::Thin);
    }

    #[test]
    fn a_heading_speaks_for_an_item_under_it_that_speaks_of_the_subject() {
        let units = [unit(false, &[]), unit(true, &[7, 8])];
        let heading = hit(0, 0, Standing::Heading(7), false);
        assert_eq!(covered(&[heading], &units, false), Coverage::Thin);
        assert_eq!(covered(&[heading, hit(1, 1, Standing::Text, false)], &units, false), Coverage::Covered);
        assert_eq!(covered(&[heading], &[unit(false, &[]), unit(true, &[3, 7])], false), Coverage::Covered);
        let elsewhere = [unit(false, &[]), unit(true, &[8])];
        assert_eq!(covered(&[heading, hit(1, 1, Standing::Text, false)], &elsewhere, false), Coverage::Thin);
    }

    #[test]
    fn sentences_of_its_own_count_without_a_title() {
        let units = [unit(true, &[])];
        let pair = [hit(0, 0, Standing::Text, true), hit(1, 0, Standing::Text, false)];
        assert_eq!(covered(&pair, &units, true), Coverage::Covered);
        assert_eq!(covered(&pair, &units, false), Coverage::Thin);
        let same = [hit(0, 0, Standing::Text, true), hit(0, 0, Standing::Text, false)];
        assert_eq!(covered(&same, &units, true), Coverage::Thin);
        let passing = [hit(0, 0, Standing::Text, false), hit(1, 0, Standing::Text, false)];
        assert_eq!(covered(&passing, &units, true), Coverage::Thin);
    }
}
