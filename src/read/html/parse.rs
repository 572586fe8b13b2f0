//! Decoded HTML to a tree, within limits.
//!
//! The parser is slow on deep nesting and on long tags, and cannot be stopped from inside. So it gets its
//! input in pieces that begin at every `<`, and after each piece the limits are asked.

use html5ever::interface::{TokenizerResult, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};

use super::gate::Gate;
use super::sink::Sink;
use super::tree::Tree;
use crate::read::{Limit, Limits, ReadError};

/// A longer tag is taken for one with too many attributes.
const MAX_TAG: usize = 64 << 10;
/// Longest piece without `<`.
const PIECE: usize = 16 << 10;

/// Parse a page.
pub(super) fn parse(text: &str, format: &'static str, limits: &Limits) -> Result<Tree, ReadError> {
    limits.check(Limit::PageBytes, format, text.len() as u64)?;
    let text = without_embedded_data(text);
    let tokenizer = Tokenizer::new(Gate::new(Sink::new()), TokenizerOpts::default());
    let queue = BufferQueue::default();
    let mut open_markup: Option<(usize, bool)> = None;
    for (at, piece) in pieces(&text) {
        queue.push_back(StrTendril::from(piece));
        // A script end stops the tokenizer until it is asked again.
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        check(&tokenizer.sink, format, limits)?;
        if tokenizer.sink.take_seen() {
            open_markup = None;
            continue;
        }
        let (start, is_tag) = *open_markup.get_or_insert_with(|| (at, starts_tag(piece)));
        if is_tag && at + piece.len() - start > MAX_TAG {
            let allowed = limits.get(Limit::Attributes);
            return Err(ReadError::Limit { format, limit: Limit::Attributes, allowed });
        }
    }
    tokenizer.end();
    check(&tokenizer.sink, format, limits)?;
    Ok(tokenizer.sink.builder.sink.finish())
}

fn check(gate: &Gate, format: &'static str, limits: &Limits) -> Result<(), ReadError> {
    limits.check(Limit::Attributes, format, gate.most_attributes() as u64)?;
    gate.builder.sink.check(format, limits)
}

/// Comments may be long; tags may not.
fn starts_tag(piece: &str) -> bool {
    piece.as_bytes().get(1).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/')
}

/// The text in pieces, each with its offset: a piece holds no `<` but at its start.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let bytes = rest.as_bytes();
        let at = text.len() - rest.len();
        let first = bytes.iter().skip(1).position(|&b| b == b'<').map_or(bytes.len(), |i| i + 1);
        let end = rest.floor_char_boundary(first.min(PIECE));
        let (piece, after) = rest.split_at_checked(end)?;
        rest = after;
        (!piece.is_empty()).then_some((at, piece))
    })
}

/// Pictures written into the page as base64 are long and hold no words.
fn without_embedded_data(text: &str) -> String {
    const MARK: &str = ";base64,";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(MARK) {
        out.push_str(before);
        out.push_str(MARK);
        rest = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '='));
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::html::tree::ROOT;

    fn words(text: &str) -> Result<String, ReadError> {
        parse(text, "html", &Limits::default()).map(|tree| tree.words(ROOT))
    }

    fn limit(text: &str) -> Limit {
        match words(text) {
            Err(ReadError::Limit { limit, .. }) => limit,
            other => panic!("{other:?}"),
        }
    }

    /// A piece of HTML many times, `#` replaced by its count.
    fn numbered(count: usize, piece: &str) -> String {
        (0..count).flat_map(|n| [piece.replace('#', &n.to_string())]).collect()
    }

    #[test]
    fn pieces_make_the_whole() {
        let text = format!("<p>甲</p>{}<b a='<'>丙", "乙".repeat(20_000));
        let all: String = pieces(&text).map(|(_, piece)| piece).collect();
        assert_eq!(all, text);
        assert!(
            pieces(&text)
                .all(|(at, piece)| text.get(at..).unwrap().starts_with(piece) && piece.len() <= PIECE)
        );
    }

    #[test]
    fn depth_is_limited_and_flat_pages_are_not() {
        assert_eq!(limit(&"<div>".repeat(100_000)), Limit::Depth);
        assert_eq!(words(&"<p>一</p>".repeat(3_000)).unwrap().chars().count(), 3_000);
    }

    #[test]
    fn attributes_are_limited_in_one_tag_of_any_length() {
        let attributes = numbered(2_000, " a#");
        assert_eq!(limit(&format!("<p{attributes}>")), Limit::Attributes);
        let endless = numbered(60_000, " a#='<>'");
        assert_eq!(limit(&format!("<p{endless}>")), Limit::Attributes);
    }

    #[test]
    fn long_comments_and_pictures_are_no_long_tags() {
        let comment = format!("<!-- {} -->甲", "<p a='b'> ".repeat(20_000));
        assert_eq!(words(&comment).unwrap(), "甲");
        let picture = format!("<img src='data:image/png;base64,{}'>乙", "QUJD".repeat(50_000));
        assert_eq!(words(&picture).unwrap(), "乙");
    }

    #[test]
    fn formatting_tags_that_are_never_closed_cost_little() {
        let text = numbered(40_000, "<font id=#>一</p>");
        assert!(matches!(limit(&text), Limit::Depth | Limit::Work));
        let text = numbered(200_000, "<b id=#></b>");
        assert!(words(&text).is_ok());
    }
}
