//! One shortcoming or one item of the plan, and what ties the two together.
//!
//! Comes in: folded words. Goes out: [`Ties`]. Work is bounded by the length that is compared.

use std::collections::BTreeSet;

use super::words::{BROAD, GENRE, REMEDIES};
use crate::report::number;
use crate::text::Span;

/// Most characters of an item that are compared.
const CHARS: usize = 500;
/// Fewest characters of a shared word that is no chance.
const TERM: usize = 3;

/// What ties an item of the plan to a shortcoming, weaker ties first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ties {
    /// They are enough to take up the core of it.
    pub(super) answer: bool,
    /// Longer words tie more strongly; 0 for no tie at all.
    pub(super) strength: usize,
}

/// The words of an item, ready to be compared.
pub(super) struct Item {
    /// Where it stands, folded.
    pub(super) span: Span,
    /// As written.
    text: String,
    /// Without the words of the genre, which are cut out.
    own: String,
    /// Neighbouring characters of `own`.
    pairs: BTreeSet<[char; 2]>,
}

impl Item {
    pub(super) fn new(span: Span, text: &str) -> Item {
        let text: String =
            text.get(number(text).map_or(0, |n| n.len)..).unwrap_or(text).chars().take(CHARS).collect();
        let own = GENRE.iter().fold(text.clone(), |text, word| text.replace(word, "\n"));
        let pairs = own.chars().zip(own.chars().skip(1)).filter_map(pair).collect();
        Item { span, text, own, pairs }
    }

    /// What ties an item of the plan to this shortcoming.
    pub(super) fn ties(&self, plan: &Item) -> Ties {
        let terms = self.shared(plan);
        let remedy = self.remedied_by(plan);
        let named = |term: &&String| plan.subject().contains(term.as_str());
        let chars = |term: &String| term.chars().count();
        let count = terms.len() + terms.iter().filter(named).count() + usize::from(remedy);
        let sure = remedy || count > 2 || terms.iter().any(|t| named(&t) || chars(t) >= TERM);
        let weight: usize = terms.iter().map(|t| chars(t) * chars(t) * if named(&t) { 2 } else { 1 }).sum();
        Ties { answer: count >= 2 && sure, strength: weight + usize::from(remedy) }
    }

    /// Words of substance that both items use, each counted once.
    fn shared(&self, other: &Item) -> BTreeSet<String> {
        let mut runs = vec![String::new()];
        for two in self.own.chars().zip(self.own.chars().skip(1)) {
            let Some([first, second]) = pair(two).filter(|p| other.pairs.contains(p)) else {
                runs.push(String::new());
                continue;
            };
            if let Some(run) = runs.last_mut() {
                if run.is_empty() {
                    run.push(first);
                }
                run.push(second);
            }
        }
        let whole = runs.iter().flat_map(|run| contiguous(run, &other.own));
        let terms: BTreeSet<String> =
            whole.filter(|t| t.chars().count() >= 2 && !BROAD.contains(&t.as_str())).collect();
        terms.iter().filter(|t| !terms.iter().any(|o| o != *t && o.contains(t.as_str()))).cloned().collect()
    }

    /// What the item says first.
    fn subject(&self) -> &str {
        self.text.split([',', '。', ';', ':', '\n']).next().unwrap_or("")
    }

    fn remedied_by(&self, plan: &Item) -> bool {
        let holds = |text: &str, words: &[&str]| words.iter().any(|w| text.contains(w));
        REMEDIES.iter().any(|(lack, remedy)| holds(&self.text, lack) && holds(&plan.text, remedy))
    }
}

/// Two neighbouring characters, unless one of them is a mark.
fn pair((first, second): (char, char)) -> Option<[char; 2]> {
    (first.is_alphanumeric() && second.is_alphanumeric()).then_some([first, second])
}

/// A run of shared pairs, cut where the other text does not hold it in one piece. Of two pieces that share a character
/// the later one is kept if the earlier is a mere pair: the head of a Chinese word is at its end.
fn contiguous(run: &str, other: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut before = None;
    for c in run.chars() {
        let piece = out.last().map_or_else(String::new, |p| format!("{p}{c}"));
        if other.contains(&piece) {
            out.pop();
            out.push(piece);
        } else {
            if out.last().is_some_and(|p| p.chars().count() <= 2) {
                out.pop();
            }
            out.push(before.into_iter().chain([c]).collect());
        }
        before = Some(c);
    }
    out
}
