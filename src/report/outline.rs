//! The heading tree, from numbers, styles and damaged remains of them.
//!
//! Comes in: folded paragraphs of the report proper. Goes out: headings in order, each with its notation (what
//! the number says) and its depth (how it is really nested: reports skip and invert levels).

use super::numbering::{self, Notation, Number};
use super::{Paragraph, roles};
use crate::text::{BlockKind, Folded, Span};

/// A heading, or a numbered item that has no heading text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Paragraph it opens.
    pub paragraph: usize,
    /// How it is numbered; a heading by style alone has the notation of its level.
    pub notation: Notation,
    /// Its number as it stands, folded; empty when there is none.
    pub number: Span,
    /// The value of the number; 0 if there is none.
    pub value: u32,
    /// Its words, without number and final full stop, folded.
    pub title: Span,
    /// Nesting, from 1.
    pub depth: u8,
    /// Body text follows on the same line.
    pub run_in: bool,
    /// The item has a number, and its words are the opening of its text rather than a title.
    pub untitled: bool,
    /// A sign of the number is lost.
    pub damaged: bool,
    /// One past the last paragraph under it.
    pub end: usize,
}

/// Longest first sentence, in characters, that is still read as a title.
const TITLE: usize = 60;
/// Longest line, in characters, on which a damaged or missing number is believed.
const SHORT: usize = 40;

/// The headings of the paragraphs `range`.
pub(super) fn outline(
    text: &Folded,
    paragraphs: &[Paragraph],
    range: std::ops::Range<usize>,
) -> Vec<Heading> {
    let end = range.end;
    let mut headings: Vec<Heading> = range.filter_map(|i| heading(text, paragraphs, i)).collect();
    nest(&mut headings);
    close(&mut headings, end);
    headings
}

fn heading(text: &Folded, paragraphs: &[Paragraph], index: usize) -> Option<Heading> {
    let paragraph = &paragraphs[index];
    let words = text.slice(paragraph.span);
    if matches!(paragraph.kind, BlockKind::Cell(_) | BlockKind::Note | BlockKind::Contents) {
        return None;
    }
    let number = numbering::number(words)
        .or_else(|| style_number(paragraph.kind, words))
        .or_else(|| remains(words))?;
    let rest = words.get(number.len..).unwrap_or("");
    let title = Title::of(rest, number.notation);
    let start = paragraph.span.start as usize + number.len;
    Some(Heading {
        paragraph: index,
        notation: number.notation,
        number: Span::new(paragraph.span.start as usize, start),
        value: number.value,
        title: Span::new(start, start + title.len),
        depth: 1,
        run_in: title.run_in,
        untitled: title.untitled,
        damaged: number.damaged,
        end: index + 1,
    })
}

/// A heading by style that has no number of its own.
fn style_number(kind: BlockKind, words: &str) -> Option<Number> {
    let BlockKind::Heading(level) = kind else { return None };
    let notation = match level {
        1 => Notation::Dun,
        2 => Notation::Bracket,
        3 => Notation::Arabic,
        _ => Notation::ArabicBracket,
    };
    let short = words.chars().count() <= TITLE && !words.is_empty();
    short.then_some(Number { notation, value: 0, len: 0, damaged: false })
}

/// A short line that reads as the heading of a part, with its number damaged or lost.
fn remains(words: &str) -> Option<Number> {
    if words.chars().count() > SHORT || words.contains('。') {
        return None;
    }
    if let Some(number) = numbering::damaged_number(words) {
        let rest = words.get(number.len..).unwrap_or("");
        let reads_as_heading = !rest.is_empty() && !rest.ends_with([',', ';', ':', '、']);
        let known = number.notation == Notation::Bracket || roles::is_part_heading(rest);
        return (reads_as_heading && known).then_some(number);
    }
    let whole = words.trim_end_matches(':');
    roles::is_part_heading(whole).then_some(Number {
        notation: Notation::Dun,
        value: 0,
        len: 0,
        damaged: true,
    })
}

/// Where the title of a heading ends.
struct Title {
    len: usize,
    run_in: bool,
    untitled: bool,
}

impl Title {
    fn of(rest: &str, notation: Notation) -> Title {
        let chars = |len: usize| rest.get(..len).map_or(0, |t| t.chars().count());
        let stop = rest.find(['。', '!', '?']).unwrap_or(rest.len());
        let after = rest.get(stop..).and_then(|r| r.char_indices().nth(1)).map(|(i, _)| stop + i);
        let run_in = after.is_some();
        if !run_in {
            let colon = rest.find(':').filter(|&at| at + 1 < rest.len() && chars(at) <= SHORT);
            if let Some(len) = colon.filter(|_| rest.ends_with('。') || chars(rest.len()) > TITLE) {
                return Title { len, run_in: true, untitled: false };
            }
            let long = chars(stop) > 2 * TITLE;
            return if long {
                Title::opening(rest, false)
            } else {
                Title { len: stop, run_in, untitled: false }
            };
        }
        // `一是加强学习,…。`: the title of a spoken item ends at its first pause if the sentence is long.
        let limit = if notation == Notation::Shi { SHORT } else { TITLE };
        if chars(stop) > limit {
            return Title::opening(rest, true);
        }
        Title { len: stop, run_in, untitled: false }
    }

    fn opening(rest: &str, run_in: bool) -> Title {
        let len = rest.find([',', ':', ';', '。']).unwrap_or(rest.len());
        Title { len, run_in: run_in || len < rest.len(), untitled: true }
    }
}

/// Depth by actual nesting: a notation already open closes down to its own depth, a new one opens below.
fn nest(headings: &mut [Heading]) {
    let mut open: Vec<(Notation, u32)> = Vec::new();
    for heading in headings {
        let key = heading.notation;
        if let Some(at) = open.iter().rposition(|(n, _)| *n == key) {
            open.truncate(at);
        } else if key == Notation::Dun {
            open.clear();
        } else if heading.value != 1 {
            // Not the start of a list: it belongs beside something, not below a deeper notation.
            while open.last().is_some_and(|(n, _)| *n > key) {
                open.pop();
            }
        }
        open.push((key, heading.value));
        heading.depth = open.len() as u8;
    }
}

/// Every heading reaches to the next one of its depth or above.
fn close(headings: &mut [Heading], end: usize) {
    for i in 0..headings.len() {
        let depth = headings[i].depth;
        let next = headings[i + 1..].iter().find(|h| h.depth <= depth);
        headings[i].end = next.map_or(end, |h| h.paragraph);
    }
}
