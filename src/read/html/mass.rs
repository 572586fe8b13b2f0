//! How much of a page reads like running text, and where.
//!
//! Comes in: displayed paragraphs and areas. Goes out: characters of sentences in any stretch of paragraphs.
//! Teasers have sentences too, but each stands beside a link to the page that it is taken from.

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
        for (first, end) in teasers(page, &weights) {
            weights.iter_mut().take(end).skip(first).for_each(|w| *w = 0);
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

/// Stretches of paragraphs that are lists of teasers.
fn teasers(page: &Page, weights: &[usize]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut cards = vec![0usize; page.areas.len()];
    let mut singles = vec![(0usize, 0usize); page.areas.len()];
    for area in &page.areas {
        let Some(parent) = area.parent else { continue };
        let pieces = page.pieces.get(area.first..area.end).unwrap_or(&[]);
        if is_card(pieces, weights.get(area.first..area.end).unwrap_or(&[])) {
            cards[parent] += 1;
        }
        if let [piece] = pieces {
            let single = &mut singles[parent];
            single.0 += usize::from(is_title(piece));
            single.1 += usize::from(weights[area.first] > 0 && piece.chars <= CARD_CHARS);
        }
    }
    for (number, area) in page.areas.iter().enumerate() {
        let (titles, summaries) = singles[number];
        // Titles and summaries in turn, each a child of one list.
        if titles >= CARDS
            && summaries > 0
            && summaries <= titles + 1
            && area.end - area.first <= 3 * titles + 3
        {
            out.push((area.first, area.end));
        }
    }
    for area in &page.areas {
        let pieces = page.pieces.get(area.first..area.end).unwrap_or(&[]);
        if area.parent.is_some_and(|p| cards[p] >= CARDS)
            && is_card(pieces, weights.get(area.first..area.end).unwrap_or(&[]))
        {
            out.push((area.first, area.end));
        }
    }
    out
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
