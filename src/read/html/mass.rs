//! How much of a page reads like running text, and where.
//!
//! Comes in: displayed paragraphs and areas. Goes out: characters of sentences in any stretch of paragraphs.
//! Teasers have sentences too, but each stands beside a link to the page that it is taken from.

use std::collections::HashMap;
use std::ops::Range;

use super::lexicon;
use super::walk::{Area, Page, Piece};
use crate::text::fold_str;

/// Shortest link that can be the title of a teaser.
const TITLE_CHARS: usize = 6;
/// As many cards side by side are a list of teasers.
const CARDS: usize = 2;
/// Longest text of one teaser.
const CARD_CHARS: usize = 400;

/// The weight of every paragraph, summed up.
pub(super) struct Mass {
    /// Sum of all paragraphs before this one.
    before: Vec<usize>,
    /// The folded text of every paragraph.
    pub(super) folded: Vec<String>,
    pub(super) boilerplate: Vec<bool>,
}

impl Mass {
    pub(super) fn of(page: &Page) -> Mass {
        let folded: Vec<String> = page.pieces.iter().map(|p| fold_str(&p.text)).collect();
        let boilerplate: Vec<bool> = folded.iter().map(|f| lexicon::is_boilerplate(f)).collect();
        let mut weights: Vec<usize> = page
            .pieces
            .iter()
            .zip(&folded)
            .zip(&boilerplate)
            .map(
                |((piece, folded), out)| {
                    if !out && !piece.is_link() && has_sentence(folded) { piece.chars } else { 0 }
                },
            )
            .collect();
        for teaser in teasers(page, &weights) {
            weights[teaser].fill(0);
        }
        let mut sum = 0;
        let mut before = vec![0];
        before.extend(weights.iter().map(|w| {
            sum += w;
            sum
        }));
        Mass { before, folded, boilerplate }
    }

    /// Characters of sentences among the paragraphs `first..end`.
    pub(super) fn within(&self, first: usize, end: usize) -> usize {
        let at = |i: usize| self.before.get(i).copied().unwrap_or(0);
        at(end).saturating_sub(at(first))
    }

    /// Characters of sentences in an area.
    pub(super) fn inside(&self, area: &Area) -> usize {
        self.within(area.first, area.end)
    }

    /// Whether a paragraph reads like running text.
    pub(super) fn has(&self, piece: usize) -> bool {
        self.within(piece, piece + 1) > 0
    }
}

fn has_sentence(folded: &str) -> bool {
    let long = || folded.chars().count() >= 25 && folded.contains([',', '、']);
    folded.contains(['。', ';', '!', '?']) || long()
}

/// The title of a teaser: a link that is neither a tool nor one word.
fn is_title(piece: &Piece) -> bool {
    piece.is_link() && piece.chars >= TITLE_CHARS
}

/// Stretches of paragraphs that are teasers: several of them side by side.
fn teasers(page: &Page, weights: &[usize]) -> Vec<Range<usize>> {
    let inside = |area: &Area| {
        let range = area.first..area.end;
        let card = is_card(page.pieces.get(range.clone())?, weights.get(range)?);
        area.parent.filter(|_| card)
    };
    let cards = page.areas.iter().filter_map(|a| inside(a).map(|parent| (parent, a.first..a.end)));
    let mut found: Vec<(usize, Range<usize>)> = cards.collect();
    // Titles and summaries in turn, each an element of one list.
    for (first, pair) in page.pieces.windows(2).enumerate() {
        let [title, summary] = pair else { continue };
        let list = holder(page, first);
        if is_title(title)
            && weights[first + 1] > 0
            && summary.chars <= CARD_CHARS
            && list == holder(page, first + 1)
        {
            found.push((list, first + 1..first + 2));
        }
    }
    let mut count: HashMap<usize, usize> = HashMap::new();
    for (list, _) in &found {
        *count.entry(*list).or_default() += 1;
    }
    found.into_iter().filter(|(list, _)| count[list] >= CARDS).map(|(_, range)| range).collect()
}

/// The smallest area around a paragraph that holds another one too.
fn holder(page: &Page, piece: usize) -> usize {
    let mut number = page.pieces[piece].area;
    while let Some(area) = page.areas.get(number).filter(|a| a.end - a.first == 1) {
        let Some(parent) = area.parent else { break };
        number = parent;
    }
    number
}

/// One teaser: a title that is a link, and a few sentences.
fn is_card(pieces: &[Piece], weights: &[usize]) -> bool {
    // Counted only in short areas: areas may lie deep inside one another.
    let heavy = || weights.iter().filter(|w| **w > 0).count();
    (2..=8).contains(&pieces.len())
        && pieces.iter().any(is_title)
        && (1..=3).contains(&heavy())
        && pieces.iter().map(|p| p.chars).sum::<usize>() <= CARD_CHARS
}
