//! Last year's plan items, and what this year's report says of each.

use std::collections::BTreeMap;

use super::passages::shingles;
use crate::report::{GENRE, PartKind, Report, Zone, clauses};
use crate::text::{Shingles, Span};

/// What became of a plan item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The report tells a result.
    Done,
    /// The report touches it without a result.
    Mentioned,
    /// The report is silent.
    Silent,
}

impl Fate {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Fate::Done => "done",
            Fate::Mentioned => "mentioned",
            Fate::Silent => "silent",
        }
    }
}

/// A plan item of last year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The item, in the older source.
    pub item: Span,
    /// What became of it.
    pub fate: Fate,
    /// Where the newer report speaks of it, in its source.
    pub place: Option<Span>,
    /// How much of the item's own words stand there, per mille.
    pub share: u32,
}

/// From this share of its words on, a place speaks of the item.
const SPEAKS: u32 = 340;
/// Fewest words of its own that an item needs to be found again.
const OWN_WORDS: usize = 4;

/// What became of every item of the older plan.
pub(super) fn follow_ups(old: &Report, new: &Report) -> Vec<FollowUp> {
    let items = &old.parts.get(PartKind::Plan).items;
    let places = work(new);
    let told = shingles(new, &places);
    let common = common(&told);
    items
        .iter()
        .map(|item| {
            let own = Shingles::of(old.text.slice(*item)).without(|pair| common.contains_key(&pair));
            let best = told.iter().zip(&places).map(|(t, place)| (own.inside(t), *place));
            let best = best.max_by_key(|(share, place)| (*share, std::cmp::Reverse(*place)));
            let found = best.filter(|(share, _)| *share >= SPEAKS && own.len() >= OWN_WORDS);
            FollowUp {
                item: old.text.to_source(*item),
                fate: found.map_or(Fate::Silent, |(_, place)| fate(new.text.slice(place))),
                place: found.map(|(_, place)| new.text.to_source(place)),
                share: best.map_or(0, |(share, _)| share),
            }
        })
        .collect()
}

/// A result is told by a figure or by a word of completion.
fn fate(words: &str) -> Fate {
    const DONE: [&str; 12] =
        ["完成", "建成", "出台", "印发", "实现", "已", "上线", "制定", "办结", "达到", "公布", "全部"];
    let told = words.chars().any(|c| c.is_ascii_digit()) || DONE.iter().any(|w| words.contains(w));
    if told { Fate::Done } else { Fate::Mentioned }
}

/// Where a report tells its work: clauses of the body outside shortcomings, plan and other matters, three at a time so
/// that an item spread over neighbours is found.
fn work(report: &Report) -> Vec<Span> {
    let not_work = [PartKind::Shortcomings, PartKind::Plan, PartKind::Other];
    let outside = |s: &Span| !not_work.iter().any(|k| report.parts.get(*k).holds(*s));
    let body = report.paragraphs.iter().filter(|p| p.zone == Zone::Body);
    body.flat_map(|p| {
        let parts: Vec<Span> = clauses(&report.text, p.span).filter(outside).collect();
        let windows: Vec<Span> = (0..parts.len())
            .filter_map(|i| parts.get(i..(i + 3).min(parts.len()))?.iter().copied().reduce(Span::cover))
            .collect();
        windows
    })
    .collect()
}

/// Words of the field that reports use for work of any kind.
const FIELD: [&str; 5] = ["行政执法", "综合执法", "执法人员", "规范", "年底前"];

/// Pairs of characters that stand in so many places that they say nothing of any.
fn common(told: &[Shingles]) -> BTreeMap<u64, usize> {
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    for pair in told.iter().flat_map(Shingles::pairs) {
        *counts.entry(pair).or_default() += 1;
    }
    let most = (told.len() / 6).max(3);
    counts.retain(|_, count| *count > most);
    for word in GENRE.iter().chain(&FIELD) {
        counts.extend(Shingles::of(word).pairs().map(|pair| (pair, 0)));
    }
    counts
}
