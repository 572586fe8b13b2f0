//! Where the words of a comment stand in the main part.
//!
//! Comes in: the anatomy of a file and a place in its text. Goes out: the first and the last byte of the words in the
//! part. Words that hold no mark of their own (automatic numbers, notes) give theirs to the paragraph they belong to.

use super::Spot;
use crate::read::docx::{Anatomy, Piece};
use crate::text::{Block, BlockKind, Span};

/// A byte of the main part, in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    /// The run, an index into the runs of the file.
    pub(super) run: u32,
    /// The byte.
    pub(super) at: u32,
}

/// Where the words of a comment begin and end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Anchor {
    /// Before the first word.
    pub(super) start: Edge,
    /// After the last word.
    pub(super) end: Edge,
}

/// Characters that are marked at the end of a paragraph.
const LAST: usize = 4;

/// The edges of the words of a spot, or of the first paragraph of the file; none where there are no words.
pub(super) fn anchor(file: &Anatomy, spot: Spot) -> Option<Anchor> {
    let place = match spot {
        Spot::Words(words) => Some(words),
        Spot::EndOfLine(line) => last_words(file, line),
        Spot::Start => None,
    };
    let named = place.and_then(|place| edges(file, place).or_else(|| edges(file, home(file, place)?)));
    named.or_else(|| file.source.blocks().iter().find_map(|block| edges(file, block.span)))
}

/// The last words of the paragraph that stands on a line.
fn last_words(file: &Anatomy, line: u32) -> Option<Span> {
    let source = &file.source;
    let above = source.blocks().partition_point(|b| source.line(b.span.start) <= line);
    let Span { start, end } = source.blocks().get(above.checked_sub(1)?)?.span;
    let words = source.slice(Span { start, end });
    let kept: usize = words.chars().rev().take(LAST).map(char::len_utf8).sum();
    Some(Span { start: end - kept as u32, end })
}

/// The edges of the words that a place holds.
fn edges(file: &Anatomy, place: Span) -> Option<Anchor> {
    let from = file.pieces.partition_point(|p| p.text.end <= place.start);
    let to = file.pieces.partition_point(|p| p.text.start < place.end);
    let held = file.pieces.get(from..to)?;
    let (first, last) = (held.first()?, held.last()?);
    let start = inside(first, place.start).map_or(first.xml.start, |skipped| first.xml.start + skipped);
    let end = inside(last, place.end).map_or(last.xml.end, |kept| last.xml.start + kept);
    Some(Anchor { start: Edge { run: first.run, at: start }, end: Edge { run: last.run, at: end } })
}

/// How far into a piece an offset of the text lies, where the piece can be told apart.
fn inside(piece: &Piece, offset: u32) -> Option<u32> {
    let plain = piece.text.len() == piece.xml.len();
    (plain && piece.text.holds(offset)).then(|| offset - piece.text.start)
}

/// The paragraph that stands for words without marks.
fn home(file: &Anatomy, place: Span) -> Option<Span> {
    let block = file.source.block_at(place.start)?;
    if block.kind != BlockKind::Note {
        return Some(block.span);
    }
    let refers = |b: &&Block| b.kind != BlockKind::Note && b.origin.paragraph == block.origin.paragraph;
    file.source.blocks().iter().find(refers).map(|b| b.span)
}
