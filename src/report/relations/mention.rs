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

/// A figure with the pairs of characters around it.
struct Mention<'p, 'a> {
    passage: usize,
    term: &'p Term<'a>,
    pairs: BTreeSet<(char, char)>,
}

/// All repeated quantities of a text.
pub(super) fn find(passages: &[Passage], out: &mut Vec<Relation>) {
    let mut groups: BTreeMap<(Decimal, &str), Vec<Mention>> = BTreeMap::new();
    for (n, passage) in passages.iter().enumerate() {
        for term in &passage.terms {
            let value = countable(term).filter(|_| !words::is_change(&passage.raw_label(term)));
            if let Some(value) = value {
                let pairs = pairs(passage, term);
                groups.entry((value, term.figure.measure)).or_default().push(Mention { passage: n, term, pairs });
            }
        }
    }
    for ((value, _), mentions) in &groups {
        out.extend(repeated(passages, *value, mentions));
    }
    out.extend(divisions(passages));
}

/// Whole numbers large enough not to meet by chance too often.
fn countable(term: &Term) -> Option<Decimal> {
    let figure = term.figure;
    let value = figure.normalised();
    (is_counted(figure.measure) && value >= Decimal::TEN && figure.bounds().is_exact()).then_some(value)
}

/// Neighbouring characters in the clause around a figure; the words that say what it counts.
fn pairs(passage: &Passage, term: &Term) -> BTreeSet<(char, char)> {
    let glyphs = &passage.glyphs;
    let stops = |c: char| ",。;:、()\0".contains(c) || c.is_ascii_digit();
    let before = (0..term.from).rev().take(REACH).map(|i| glyphs.at(i)).take_while(|&c| !stops(c));
    let after = (term.to..term.to + REACH).map(|i| glyphs.at(i)).take_while(|&c| !stops(c));
    let mut words: Vec<Vec<char>> = vec![before.filter(|&c| c != '"').collect(), after.filter(|&c| c != '"').collect()];
    words[0].reverse();
    let noun = term.figure.unit.chars().skip(term.figure.measure.chars().count()).collect();
    words.push(noun);
    words.iter().flat_map(|w| w.windows(2)).map(|w| (w[0], w[1])).collect()
}

/// The first mention and all later ones whose words agree with it, in other paragraphs.
fn repeated(passages: &[Passage], value: Decimal, mentions: &[Mention]) -> Option<Relation> {
    let agrees = |a: &Mention, b: &Mention| {
        let shared = a.pairs.intersection(&b.pairs).count();
        let same_unit = a.term.figure.unit == b.term.figure.unit && a.term.figure.unit.len() > a.term.figure.measure.len();
        a.passage != b.passage && a.term.like(b.term)
            && (same_unit || (shared >= 2 && shared * 2 >= a.pairs.len().min(b.pairs.len())))
    };
    // Reports are short; the limit keeps a hostile text from being compared with itself.
    let mentions = mentions.get(..mentions.len().min(50)).unwrap_or(mentions);
    let first = mentions.iter().find(|a| mentions.iter().any(|b| agrees(a, b)))?;
    let all: Vec<&Mention> =
        mentions.iter().filter(|b| std::ptr::eq(*b, first) || agrees(first, b)).collect();
    let passage = &passages[first.passage];
    let number = plain(value);
    Some(Relation {
        kind: Kind::CrossMention,
        check: Check::Holds,
        spans: all.iter().map(|m| m.term.figure.span).collect(),
        quote: passage.quote(first.term, first.term),
        claimed: number.clone(),
        arithmetic: vec![number.as_str(); all.len()].join("="),
        computed: number,
    })
}

/// `全区10个街道` against `全区11个街道`.
fn divisions(passages: &[Passage]) -> Option<Relation> {
    const AREAS: &[&str] = &["全区", "全市", "全县"];
    const UNITS: &[&str] = &["个街道", "个镇街", "个乡镇", "个县区", "个区县"];
    let named = |passage: &Passage, term: &Term| {
        let unit = UNITS.contains(&term.figure.unit.as_str()) && term.figure.bounds().is_exact();
        let award = passage.glyphs.words(term.to, term.to + 12);
        let chosen = ["获", "被", "入选", "试点", "示范"].iter().any(|w| award.contains(w));
        unit && !chosen && AREAS.contains(&passage.raw_label(term).as_str())
    };
    let all: Vec<(&Passage, &Term)> =
        passages.iter().flat_map(|p| p.terms.iter().map(move |t| (p, t))).filter(|(p, t)| named(p, t)).collect();
    let area = |(p, t): &(&Passage, &Term)| (p.raw_label(t), t.figure.unit.clone());
    let first = all.first()?;
    let other = all.iter().find(|o| area(o) == area(first) && o.1.figure.value != first.1.figure.value)?;
    let (a, b) = (plain(first.1.figure.value), plain(other.1.figure.value));
    Some(Relation {
        kind: Kind::CrossMention,
        check: Check::DoesNotHold,
        spans: vec![first.1.figure.span, other.1.figure.span],
        quote: other.0.quote(other.1, other.1),
        arithmetic: format!("{b}\u{2260}{a}"),
        claimed: b,
        computed: a,
    })
}
