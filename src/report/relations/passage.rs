//! One paragraph as statements: its figures, what each is said of, and which sentence it stands in.
//!
//! Comes in: a paragraph and its figures. Goes out: terms with labels. Draws no conclusions.

use super::count_words::{CountWord, count_words};
use super::words::{self, Stage};
use crate::report::figures::Figure;
use crate::text::{Glyphs, Span};

/// Characters looked at on either side for words about the whole sentence.
const NEAR: usize = 200;

/// A paragraph with its figures.
pub(super) struct Passage<'a> {
    pub(super) glyphs: Glyphs,
    pub(super) terms: Vec<Term<'a>>,
    /// Small numbers in front of nouns.
    pub(super) count_words: Vec<CountWord>,
    spots: Vec<Spot>,
}

/// Where a character stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    /// Counted by full stops.
    pub(super) sentence: u32,
    /// Counted by full stops and semicolons.
    pub(super) segment: u32,
    /// Counted by every mark but the list comma.
    pub(super) clause: u32,
    /// Open round brackets.
    pub(super) depth: u32,
}

/// A figure in its statement.
#[derive(Clone, Debug)]
pub(super) struct Term<'a> {
    pub(super) figure: &'a Figure,
    /// The words that say what is counted, without bracketed ones.
    raw: String,
    /// The last stage of handling in the label, and the one it ends in.
    pub(super) last_stage: Option<Stage>,
    pub(super) final_stage: Option<Stage>,
    /// The label speaks of change against another period.
    pub(super) is_change: bool,
    /// Characters of the figure.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Where the words begin that say what is counted.
    pub(super) label_from: usize,
    pub(super) spot: Spot,
}

impl<'a> Passage<'a> {
    /// Read a paragraph; `figures` are those that begin in it.
    pub(super) fn new(text: &str, span: Span, figures: &'a [Figure]) -> Self {
        let glyphs = Glyphs::of(text, span);
        let (spots, labels) = walk(&glyphs);
        let mut terms: Vec<Term<'a>> = Vec::with_capacity(figures.len());
        for figure in figures {
            let (from, to) = (glyphs.index(figure.span.start), glyphs.index(figure.span.end));
            let spot = spots.get(from).copied().unwrap_or_default();
            let mark = labels.get(from).copied().unwrap_or(0);
            let last = terms.last().map_or(0, |t| if t.spot.depth == spot.depth { t.to } else { 0 });
            let label_from = mark.max(last).min(from);
            let raw = outside_brackets(&glyphs, label_from, from);
            let label = words::trim_label(&raw);
            let (last_stage, final_stage) = (words::last_stage(label), words::final_stage(label));
            let is_change = words::is_change(&raw);
            terms.push(Term { figure, raw, last_stage, final_stage, is_change, from, to, label_from, spot });
        }
        Passage { count_words: count_words(&glyphs), glyphs, terms, spots }
    }

    /// Where character `i` stands.
    pub(super) fn spot(&self, i: usize) -> Spot {
        self.spots.get(i).or(self.spots.last()).copied().unwrap_or_default()
    }

    /// The words between two terms.
    pub(super) fn between(&self, a: &Term, b: &Term) -> String {
        self.glyphs.words(a.to, b.from)
    }

    /// Whether the sentence around a term speaks of cases carried over from earlier.
    pub(super) fn is_carried(&self, term: &Term) -> bool {
        let same = |i: &usize| self.spot(*i).sentence == term.spot.sentence;
        let from = (0..term.from).rev().take(NEAR).take_while(same).last().unwrap_or(term.from);
        let to = (term.to..self.glyphs.len()).take(NEAR).take_while(same).last().unwrap_or(term.to);
        words::has_any(&self.glyphs.words(from, to), words::CARRIED)
    }

    /// The span of the paragraph.
    pub(super) fn span(&self) -> Span {
        self.glyphs.span(0, self.glyphs.len())
    }

    /// The last term before character `i`, as an index.
    pub(super) fn term_before(&self, i: usize) -> Option<usize> {
        self.terms.partition_point(|t| t.to <= i).checked_sub(1)
    }

    /// The first term at or after character `i`, as an index.
    pub(super) fn term_from(&self, i: usize) -> usize {
        self.terms.partition_point(|t| t.from < i)
    }

    /// Every place of `word`, in order.
    pub(super) fn places(&self, word: &str) -> Vec<usize> {
        (0..self.glyphs.len()).filter(|&i| self.glyphs.starts_with(i, word)).collect()
    }

    /// From the label of the first term to the end of the last.
    pub(super) fn quote(&self, first: &Term, last: &Term) -> Span {
        self.glyphs.span(first.label_from, last.to)
    }
}

impl Term<'_> {
    /// The words that say what a figure counts, without 共, 其中 and the like.
    pub(super) fn label(&self) -> &str {
        words::trim_label(&self.raw)
    }

    /// The same with every word outside brackets.
    pub(super) fn raw_label(&self) -> &str {
        &self.raw
    }

    /// Whether two terms count the same kind of thing.
    pub(super) fn like(&self, other: &Term) -> bool {
        let (a, b) = (self.figure, other.figure);
        let noun = |f: &Figure| f.unit.split_once(f.measure).map_or(String::new(), |(_, n)| n.to_string());
        let (na, nb) = (noun(a), noun(b));
        !a.measure.is_empty() && a.measure == b.measure && (na.is_empty() || nb.is_empty() || na == nb)
    }
}

fn outside_brackets(glyphs: &Glyphs, from: usize, to: usize) -> String {
    let mut depth = 0_u32;
    let outside = |c: &char| {
        depth += u32::from(*c == '(');
        let keep = depth == 0;
        depth = depth.saturating_sub(u32::from(*c == ')'));
        keep
    };
    glyphs.slice(from, to).iter().copied().filter(outside).collect()
}

/// The spot of every character, and where the label of a figure at that character would begin.
fn walk(glyphs: &Glyphs) -> (Vec<Spot>, Vec<usize>) {
    let mut spot = Spot::default();
    let (mut label, mut outer) = (0, Vec::new());
    let mut spots = Vec::with_capacity(glyphs.len());
    let mut labels = Vec::with_capacity(glyphs.len());
    for i in 0..glyphs.len() {
        let c = glyphs.at(i);
        if c == ')' && spot.depth > 0 {
            spot.depth -= 1;
            spot.clause += 1;
            label = outer.pop().unwrap_or(i + 1);
        }
        spots.push(spot);
        labels.push(label);
        match c {
            '。' | '!' | '?' => {
                spot = Spot {
                    sentence: spot.sentence + 1,
                    segment: spot.segment + 1,
                    clause: spot.clause + 1,
                    depth: 0,
                };
                outer.clear();
            }
            ';' => (spot.segment, spot.clause) = (spot.segment + 1, spot.clause + 1),
            ',' | ':' => spot.clause += 1,
            '(' => {
                outer.push(label);
                (spot.depth, spot.clause) = (spot.depth + 1, spot.clause + 1);
            }
            _ => {}
        }
        if matches!(c, '。' | '!' | '?' | ';' | ',' | ':' | '、' | '(') {
            label = i + 1;
        }
    }
    (spots, labels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::figures::figures;

    fn labels(text: &str) -> Vec<String> {
        let span = Span::new(0, text.len());
        let figures = figures(text, &[span]);
        let passage = Passage::new(text, span, &figures);
        passage.terms.iter().map(|t| t.label().to_string()).collect()
    }

    #[test]
    fn a_label_is_what_stands_before_the_number() {
        assert_eq!(labels("全年共收到复议申请139件,其中受理131件。"), ["收到复议申请", "受理"]);
        assert_eq!(labels("规划、交通、金融各1件"), ["金融各"]);
        assert_eq!(labels("查处问题13件15人"), ["查处问题", ""]);
    }

    #[test]
    fn brackets_are_passed_over() {
        assert_eq!(labels("受理案件(含2件旧案)共50件"), ["含", "受理案件"]);
    }
}
