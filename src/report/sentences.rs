//! Sentences of a folded paragraph.

use crate::text::{Folded, Span};

/// The sentences of a folded span, each with its final mark.
pub fn sentences(text: &Folded, span: Span) -> impl Iterator<Item = Span> + '_ {
    let words = text.slice(span);
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = words.get(at..).filter(|r| !r.is_empty())?;
        let len = rest
            .char_indices()
            .find(|(_, c)| matches!(c, '。' | ';' | '!' | '?' | '\n'))
            .map_or(rest.len(), |(i, c)| i + c.len_utf8());
        let start = span.start as usize + at;
        at += len;
        Some(Span::new(start, start + len))
    })
}
