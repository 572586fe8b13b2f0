//! One scan for the words of all signals of all rules.
//!
//! Overlapping matches are the right meaning: with any other kind, a new word in one pack would change the counts
//! of another. Patterns are tried only on sentences that hold one of their gate literals.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::signal::Signal;
use crate::text::Span;

/// The words of all signals of a shelf, ready to scan.
#[derive(Debug)]
pub struct Matcher {
    automaton: Option<AhoCorasick>,
    /// What each literal of the automaton is for.
    uses: Vec<Vec<Use>>,
    patterns: usize,
}

/// What a literal means for a signal.
#[derive(Clone, Copy, Debug)]
enum Use {
    /// It is an alternative of the signal.
    Word { signal: u32, alternative: u16 },
    /// It opens the gate of a pattern; `dense` counts the patterns of all signals.
    Gate { signal: u32, pattern: u16, dense: u32 },
}

/// A raw occurrence, before zones and surroundings are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw {
    /// Signal number.
    pub signal: u32,
    /// Alternative of the signal.
    pub alternative: u16,
    /// Index of the sentence.
    pub sentence: u32,
    /// Folded span.
    pub span: Span,
}

/// How the automaton is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Build {
    /// Fast to build: one or a few reports.
    #[default]
    Quick,
    /// Fast to run: many reports.
    Batch,
}

impl Matcher {
    /// Build the automaton over the signals of a shelf.
    pub(crate) fn new<'a>(signals: impl Iterator<Item = &'a Signal>, build: Build) -> Matcher {
        let mut literals: BTreeMap<&str, Vec<Use>> = BTreeMap::new();
        let mut dense = 0;
        for (signal, compiled) in (0u32..).zip(signals) {
            for (alternative, word) in (0u16..).zip(&compiled.words) {
                literals.entry(word).or_default().push(Use::Word { signal, alternative });
            }
            for (pattern, compiled) in (0u16..).zip(&compiled.patterns) {
                for gate in &compiled.gate {
                    literals.entry(gate).or_default().push(Use::Gate { signal, pattern, dense });
                }
                dense += 1;
            }
        }
        let kind = match build {
            Build::Quick => AhoCorasickKind::ContiguousNFA,
            Build::Batch => AhoCorasickKind::DFA,
        };
        let automaton = AhoCorasick::builder().kind(Some(kind)).build(literals.keys()).ok();
        Matcher { automaton, uses: literals.into_values().collect(), patterns: dense as usize }
    }

    /// Every occurrence in a folded text whose sentences, in order, cover it.
    pub fn scan(&self, text: &str, sentences: &[Span], signals: &[&Signal]) -> Vec<Raw> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut out = Vec::new();
        // A pattern is tried once a sentence, whichever of its gate words come up in it.
        let mut tried = vec![u32::MAX; self.patterns];
        let mut sentence = 0usize;
        for found in automaton.find_overlapping_iter(text) {
            let start = found.start() as u32;
            while sentence + 1 < sentences.len() && sentences[sentence].end <= start {
                sentence += 1;
            }
            while sentence > 0 && sentences[sentence].start > start {
                sentence -= 1;
            }
            for usage in &self.uses[found.pattern().as_usize()] {
                match *usage {
                    Use::Word { signal, alternative } => out.push(Raw {
                        signal,
                        alternative,
                        sentence: sentence as u32,
                        span: Span::new(found.start(), found.end()),
                    }),
                    Use::Gate { signal, pattern, dense } => {
                        let last = &mut tried[dense as usize];
                        if *last != sentence as u32 {
                            *last = sentence as u32;
                            let target = Target { text, sentence, span: sentences[sentence] };
                            target.search(signal, pattern, signals, &mut out);
                        }
                    }
                }
            }
        }
        out
    }
}

/// A sentence on which a pattern is tried.
struct Target<'a> {
    text: &'a str,
    sentence: usize,
    span: Span,
}

impl Target<'_> {
    fn search(&self, signal: u32, pattern: u16, signals: &[&Signal], out: &mut Vec<Raw>) {
        let Some(compiled) = signals.get(signal as usize) else { return };
        let regex = compiled.patterns.get(pattern as usize).and_then(|p| p.regex());
        let words = self.text.get(self.span.range()).unwrap_or("");
        let alternative = (compiled.words.len() + pattern as usize) as u16;
        let base = self.span.start as usize;
        for found in regex.into_iter().flat_map(|r| r.find_iter(words)) {
            let span = Span::new(base + found.start(), base + found.end());
            out.push(Raw { signal, alternative, sentence: self.sentence as u32, span });
        }
    }
}
