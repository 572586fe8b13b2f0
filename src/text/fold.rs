//! The view that matching works on: width, blanks, quotes, brackets, dashes and traditional characters made equal.
//!
//! Reports come with full-width or half-width punctuation, three kinds of blanks, damaged brackets.
//! Every pattern and every text goes through the same fold, so that none of this changes a result.

use super::{Span, radicals, traditional};

/// Folded text with a map back to the text it was made from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    pieces: Vec<Piece>,
}

/// One stretch of the map: either copied bytes or one replaced character.
#[derive(Clone, Copy, Debug)]
struct Piece {
    folded: u32,
    source: u32,
    /// Bytes of the source character this piece replaces; 0 for a copied stretch.
    replaced: u32,
}

impl Folded {
    /// Fold the given spans of a text, one folded paragraph each, with a line feed after every one.
    /// Returns the folded text and the folded span of each paragraph (without its line feed).
    pub fn of(text: &str, spans: &[Span]) -> (Folded, Vec<Span>) {
        let mut out = Folded::default();
        let mut paragraphs = Vec::with_capacity(spans.len());
        for span in spans {
            let start = out.text.len();
            out.push(text.get(span.range()).unwrap_or(""), span.start);
            paragraphs.push(Span::new(start, out.text.len()));
            out.pieces.push(Piece { folded: out.text.len() as u32, source: span.end, replaced: 0 });
            out.text.push('\n');
        }
        (out, paragraphs)
    }

    fn push(&mut self, text: &str, base: u32) {
        let mut copying = false;
        let mut gap = None;
        for (at, c) in text.char_indices() {
            let source = base + at as u32;
            match fold_char(c) {
                Fold::Drop => copying = false,
                Fold::Blank => {
                    copying = false;
                    gap.get_or_insert((source, c.len_utf8() as u32));
                }
                Fold::Keep => {
                    self.close_gap(&mut gap, c);
                    if !copying {
                        self.pieces.push(Piece { folded: self.text.len() as u32, source, replaced: 0 });
                        copying = true;
                    }
                    self.text.push(c);
                }
                Fold::To(to) => {
                    self.close_gap(&mut gap, to);
                    let replaced = c.len_utf8() as u32;
                    self.pieces.push(Piece { folded: self.text.len() as u32, source, replaced });
                    self.text.push(to);
                    copying = false;
                }
            }
        }
    }

    /// A blank survives only between two Latin words or numbers, where dropping it would join them.
    fn close_gap(&mut self, gap: &mut Option<(u32, u32)>, next: char) {
        let Some((source, replaced)) = gap.take() else { return };
        let latin = |c: char| c.is_ascii_alphanumeric();
        if latin(next) && self.text.chars().next_back().is_some_and(latin) {
            self.pieces.push(Piece { folded: self.text.len() as u32, source, replaced });
            self.text.push(' ');
        }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The folded words of a span; empty for a span of another text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// The span in the original text that a folded span came from.
    pub fn to_source(&self, span: Span) -> Span {
        let start = self.start_of(span.start);
        let end = if span.is_empty() { start } else { self.end_of(span.end).max(start) };
        Span { start, end }
    }

    fn piece_at(&self, offset: u32) -> Option<(Piece, u32)> {
        let after = self.pieces.partition_point(|p| p.folded <= offset);
        let piece = *after.checked_sub(1).and_then(|i| self.pieces.get(i))?;
        Some((piece, offset - piece.folded))
    }

    fn start_of(&self, offset: u32) -> u32 {
        match self.piece_at(offset) {
            Some((piece, into)) if piece.replaced == 0 => piece.source + into,
            Some((piece, _)) => piece.source,
            None => 0,
        }
    }

    /// The source offset just after the folded byte before `offset`; what was dropped there stays outside.
    fn end_of(&self, offset: u32) -> u32 {
        match self.piece_at(offset.saturating_sub(1)) {
            Some((piece, into)) if piece.replaced == 0 => piece.source + into + 1,
            Some((piece, _)) => piece.source + piece.replaced,
            None => 0,
        }
    }
}

/// Fold a pattern or a single phrase the way texts are folded.
pub fn fold_str(text: &str) -> String {
    let mut out = Folded::default();
    out.push(text, 0);
    out.text
}

enum Fold {
    Keep,
    Drop,
    Blank,
    To(char),
}

fn fold_char(c: char) -> Fold {
    if c.is_ascii_graphic() {
        return Fold::Keep;
    }
    match c {
        '\u{4e00}'..='\u{9fff}' => fold_to(c, traditional::simplified(c)),
        '\u{3400}'..='\u{4dff}' => Fold::Keep,
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(c as u32 - 0xfee0) {
            Some('[' | ']') | None => fold_bracket(c),
            Some(ascii) => Fold::To(ascii),
        },
        c if c.is_whitespace() || c == '\u{2800}' => Fold::Blank,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => Fold::Drop,
        c if c.is_control() => Fold::Drop,
        '\u{201c}'..='\u{201f}' | '\u{300c}'..='\u{300f}' => Fold::To('"'),
        '\u{2018}'..='\u{201b}' => Fold::To('\''),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => Fold::To('-'),
        '\u{2022}' | '\u{2027}' | '\u{22c5}' | '\u{30fb}' | '\u{2219}' => Fold::To('·'),
        '\u{3008}' | '\u{2039}' | '\u{27e8}' => Fold::To('<'),
        '\u{3009}' | '\u{203a}' | '\u{27e9}' => Fold::To('>'),
        '\u{301c}' | '\u{223c}' => Fold::To('~'),
        '\u{25cb}' | '\u{25ef}' => Fold::To('〇'),
        '\u{ff61}' => Fold::To('。'),
        '\u{fe50}' => Fold::To(','),
        '\u{fe55}' => Fold::To(':'),
        '\u{fe54}' => Fold::To(';'),
        '\u{3014}' | '\u{3015}' | '\u{3010}' | '\u{3011}' => fold_bracket(c),
        '\u{2e80}'..='\u{2fdf}' => fold_to(c, radicals::ideograph(c)),
        '\u{f900}'..='\u{faff}' => fold_to(c, Some(radicals::decomposed(c))),
        _ => Fold::Keep,
    }
}

fn fold_bracket(c: char) -> Fold {
    match c {
        '\u{3014}' | '\u{3010}' | '\u{ff3b}' => Fold::To('['),
        '\u{3015}' | '\u{3011}' | '\u{ff3d}' => Fold::To(']'),
        _ => Fold::Keep,
    }
}

fn fold_to(c: char, to: Option<char>) -> Fold {
    to.filter(|to| *to != c).map_or(Fold::Keep, Fold::To)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Folded {
        Folded::of(text, &[Span::new(0, text.len())]).0
    }

    #[test]
    fn width_and_blanks_do_not_matter() {
        let half = fold_str("2025 年(一)推进,成效:100%");
        let full = fold_str(
            "\u{ff12}\u{ff10}\u{ff12}\u{ff15}\u{a0}年\u{ff08}一\u{ff09}推\u{3000}进\u{ff0c}成效\u{ff1a}\u{ff11}\u{ff10}\u{ff10}\u{ff05}",
        );
        assert_eq!(half, full);
        assert_eq!(fold_str("ab cd 年"), "ab cd年");
    }

    #[test]
    fn radicals_fold_to_ideographs() {
        assert_eq!(fold_str("\u{2f00}、县\u{2ed3}"), "一、县长");
        assert_eq!(fold_str("推進法治政府建設"), "推进法治政府建设");
    }

    #[test]
    fn spans_map_back_to_what_was_written() {
        let text = "\u{3000}\u{3000}揭榕委\u{3014}2022\u{3015}3 号\u{ff0c}完";
        let folded = whole(text);
        let at = folded.text().find("[2022]3号").unwrap();
        let span = folded.to_source(Span::new(at, at + "[2022]3号".len()));
        assert_eq!(text.get(span.range()).unwrap(), "\u{3014}2022\u{3015}3 号");
    }

    #[test]
    fn dropped_blanks_stay_outside_a_span() {
        let text = "一、 主要 \n";
        let folded = whole(text);
        let span = folded.to_source(Span::new(0, "一、主要".len()));
        assert_eq!(text.get(span.range()).unwrap(), "一、 主要");
    }

    proptest::proptest! {
        #[test]
        fn every_folded_span_folds_back_to_itself(text in "[一二、。\u{ff0c}\u{3000} a-c0-9“”\u{200b}\n]{0,40}") {
            let folded = whole(&text);
            let borders: Vec<usize> = folded.text().char_indices().map(|(i, _)| i).collect();
            for (n, &a) in borders.iter().enumerate() {
                for &b in borders.get(n + 1..).unwrap_or(&[]) {
                    let span = folded.to_source(Span::new(a, b));
                    proptest::prop_assert!(text.get(span.range()).is_some());
                    let again = fold_str(text.get(span.range()).unwrap_or(""));
                    proptest::prop_assert_eq!(again.trim(), folded.text().get(a..b).unwrap_or("").trim());
                }
            }
        }
    }
}
