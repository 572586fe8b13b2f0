//! Text lines as the folded paragraphs that the library works on.

use lawcheck::report::figures::figures;
use lawcheck::report::relations::{Numbered, Relation, relations};
use lawcheck::text::{Folded, Span};

/// One paragraph a line.
pub(crate) fn fold(text: &str) -> (Folded, Vec<Span>) {
    let mut spans = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        spans.push(Span::new(at, at + line.len()));
        at += line.len() + 1;
    }
    Folded::of(text, &spans)
}

/// The relations of a text without headings.
pub(crate) fn related(text: &str) -> Vec<Relation> {
    related_under(text, &[])
}

/// The relations of a text with these headings.
pub(crate) fn related_under(text: &str, headings: &[Numbered]) -> Vec<Relation> {
    let (folded, paragraphs) = fold(text);
    let figures = figures(folded.text(), &paragraphs);
    relations(folded.text(), &paragraphs, &figures, headings)
}
