//! Things a reader of the result should know: odd structure, damage, guesses. Never a verdict.

use crate::text::{Lang, Place, Speak, Words};

/// One remark with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// A fixed word, such as `damaged-date`; rules ask for notes by it.
    pub kind: &'static str,
    /// Where, in the source text.
    pub place: Place,
    /// The sentence.
    pub words: Words,
}

impl Note {
    /// A note with its sentence in both languages.
    pub fn new(kind: &'static str, place: Place, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Note { kind, place, words: Words::new(zh, en) }
    }
}

impl Speak for Note {
    fn say(&self, lang: Lang) -> String {
        self.words.say(lang)
    }
}
