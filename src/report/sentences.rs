//! Sentences and clauses of folded text.

use crate::text::{Folded, Span};

/// The sentences of a folded span, each with its final mark.
pub fn sentences(text: &Folded, span: Span) -> impl Iterator<Item = Span> + '_ {
    split(text.slice(span), span.start, &['。', '!', '?', '\n'])
}

/// The clauses of a folded span: sentences, and what semicolons divide.
pub fn clauses(text: &Folded, span: Span) -> impl Iterator<Item = Span> + '_ {
    split(text.slice(span), span.start, &['。', ';', '!', '?', '\n'])
}

fn split<'a>(words: &'a str, base: u32, marks: &'a [char]) -> impl Iterator<Item = Span> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = words.get(at..).filter(|r| !r.is_empty())?;
        let len = rest
            .char_indices()
            .find(|(_, c)| marks.contains(c))
            .map_or(rest.len(), |(i, c)| i + c.len_utf8());
        let start = base as usize + at;
        at += len;
        Some(Span::new(start, start + len))
    })
}
