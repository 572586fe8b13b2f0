//! The same quantity in several places: `全区10个街道` in one paragraph and in another.
//!
//! Comes in: all passages. Goes out: `cross_mention` relations. Equal numbers may be chance, so the words
//! beside them must agree; and only the number of units that an area is divided into must be the same
//! wherever it is named.

use super::passage::{Passage, Term};
use super::relation::{Check, Kind, Relation, plain};
use super::words;
use crate::report::figures::is_counted;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Characters looked at on either side of a figure.
const REACH: usize = 8;

/// A figure and the paragraph it stands in.
#[derive(Clone, Copy)]
struct Mention<'p, 'a> {
    passage: &'p Passage<'a>,
    term: &'p Term<'a>,
}

/// All repeated quantities of a text.
pub(super) fn find(passages: &[Passage], out: &mut Vec<Relation>) {
    let mut groups: BTreeMap<(Decimal, &str), Vec<Mention>> = BTreeMap::new();
    for passage in passages {
        for term in &passage.terms {
            if let Some(value) = countable(term) {
                groups.entry((value, term.figure.measure)).or_default().push(Mention { passage, term });
            }
        }
    }
    for ((value, _), mentions) in groups.iter().filter(|(_, mentions)| mentions.len() > 1) {
        out.extend(repeated(*value, mentions));
    }
    out.extend(divisions(passages));
}

/// Whole numbers large enough not to meet by chance too often.
fn countable(term: &Term) -> Option<Decimal> {
    let figure = term.figure;
    let value = figure.normalised();
    let counts = is_counted(figure.measure) && value >= Decimal::TEN && figure.bounds().is_exact();
    (counts && !term.is_change).then_some(value)
}

/// Neighbouring characters in the clause around a figure; the words that say what it counts.
fn pairs(mention: &Mention) -> BTreeSet<(char, char)> {
    let (glyphs, term) = (&mention.passage.glyphs, mention.term);
    let goes_on = |c: &char| !",。;:、()\0".contains(*c) && !c.is_ascii_digit();
    let mut before: Vec<char> =
        (0..term.from).rev().take(REACH).map(|i| glyphs.at(i)).take_while(goes_on).collect();
    before.reverse();
    let after: Vec<char> = (term.to..term.to + REACH).map(|i| glyphs.at(i)).take_while(goes_on).collect();
    let noun: Vec<char> = term.figure.unit.chars().skip(term.figure.measure.chars().count()).collect();
    let mut out = BTreeSet::new();
    for mut words in [before, after, noun] {
        words.retain(|&c| c != '"');
        out.extend(words.windows(2).map(|w| (w[0], w[1])));
    }
    out
}

/// The first mention and all later ones whose words agree with it, in other paragraphs.
fn repeated(value: Decimal, mentions: &[Mention]) -> Option<Relation> {
    // Reports are short; the limit keeps a hostile text from being compared with itself.
    let known: Vec<_> = mentions.iter().take(50).map(|m| (m, pairs(m))).collect();
    let agrees = |a: &(&Mention, BTreeSet<_>), b: &(&Mention, BTreeSet<_>)| {
        let (x, y) = (a.0.term, b.0.term);
        let shared = a.1.intersection(&b.1).count();
        let same_unit = x.figure.unit == y.figure.unit && x.figure.unit.len() > x.figure.measure.len();
        let same_words = shared >= 2 && shared * 2 >= a.1.len().min(b.1.len());
        !std::ptr::eq(a.0.passage, b.0.passage) && x.like(y) && (same_unit || same_words)
    };
    let first = known.iter().find(|a| known.iter().any(|b| agrees(a, b)))?;
    let all: Vec<&Mention> =
        known.iter().filter(|b| std::ptr::eq(b.0, first.0) || agrees(first, b)).map(|(m, _)| *m).collect();
    let number = plain(value);
    Some(Relation {
        kind: Kind::CrossMention,
        check: Check::Holds,
        spans: all.iter().map(|m| m.term.figure.span).collect(),
        quote: first.0.passage.quote(first.0.term, first.0.term),
        claimed: number.clone(),
        arithmetic: vec![number.as_str(); all.len()].join("="),
        computed: number,
    })
}

/// `全区10个街道` against `全区11个街道`.
fn divisions(passages: &[Passage]) -> Option<Relation> {
    let all: Vec<Mention> = passages
        .iter()
        .flat_map(|passage| passage.terms.iter().map(move |term| Mention { passage, term }))
        .filter(is_division)
        .collect();
    let first = all.first()?;
    let other = all.iter().find(|m| {
        let same =
            m.term.raw_label() == first.term.raw_label() && m.term.figure.unit == first.term.figure.unit;
        same && m.term.figure.value != first.term.figure.value
    })?;
    let (a, b) = (plain(first.term.figure.value), plain(other.term.figure.value));
    Some(Relation {
        kind: Kind::CrossMention,
        check: Check::DoesNotHold,
        spans: vec![first.term.figure.span, other.term.figure.span],
        quote: other.passage.quote(other.term, other.term),
        arithmetic: format!("{b}\u{2260}{a}"),
        claimed: b,
        computed: a,
    })
}

/// `全区10个街道`, all of them: not the two that won a prize.
fn is_division(mention: &Mention) -> bool {
    const AREAS: &[&str] = &["全区", "全市", "全县"];
    const UNITS: &[&str] = &["个街道", "个镇街", "个乡镇", "个县区", "个区县"];
    let term = mention.term;
    let next = mention.passage.glyphs.words(term.to, term.to + 12);
    let chosen = words::has_any(&next, &["获", "被", "入选", "试点", "示范"]);
    let unit = UNITS.contains(&term.figure.unit.as_str()) && term.figure.bounds().is_exact();
    unit && !chosen && AREAS.contains(&term.raw_label())
}
