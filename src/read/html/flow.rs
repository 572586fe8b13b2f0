//! Words of nested elements to one paragraph after another.
//!
//! Comes in: text and the elements around it. Goes out: a [`Piece`] whenever a block ends. White space is joined
//! as a browser joins it; line ends of the file between two ideographs are none.

use super::style;
use super::tree::Element;
use super::walk::Piece;
use crate::read::paragraphs::blank;
use crate::text::BlockKind;

/// The paragraph that is being collected.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: String,
    chars: usize,
    link_chars: usize,
    plain_chars: usize,
    /// White space that waits for the next word.
    gap: Option<Gap>,
    /// The list number of the next paragraph.
    pub(super) number: Option<String>,
    links: usize,
    headings: Vec<u8>,
    /// Heading level at the first word.
    level: Option<u8>,
    preformatted: usize,
}

/// The strongest of several wins.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
enum Gap {
    Space,
    /// A line end of the file: nothing between ideographs.
    Line,
    /// A line break on the page.
    Break,
}

impl Flow {
    pub(super) fn enter(&mut self, element: &Element) {
        self.links += usize::from(is_link(element));
        self.preformatted += usize::from(is_preformatted(element));
        self.headings.extend(level(element));
    }

    pub(super) fn leave(&mut self, element: &Element) {
        self.links -= usize::from(is_link(element)).min(self.links);
        self.preformatted -= usize::from(is_preformatted(element)).min(self.preformatted);
        if level(element).is_some() {
            self.headings.pop();
        }
    }

    pub(super) fn in_heading(&self) -> bool {
        !self.headings.is_empty()
    }

    pub(super) fn keeps_lines(&self) -> bool {
        self.preformatted > 0
    }

    /// A line break inside a heading.
    pub(super) fn space(&mut self) {
        self.gap = Some(Gap::Break);
    }

    pub(super) fn push(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                '\n' | '\r' => self.widen(Gap::Line),
                ' ' | '\t' | '\u{c}' => self.widen(Gap::Space),
                _ => self.push_char(c),
            }
        }
    }

    fn widen(&mut self, gap: Gap) {
        if self.gap.is_none_or(|already| already < gap) {
            self.gap = Some(gap);
        }
    }

    fn push_char(&mut self, c: char) {
        if self.text.is_empty() && blank(c) {
            return;
        }
        if let Some(gap) = self.gap.take()
            && let Some(last) = self.text.chars().next_back()
            && (gap != Gap::Line || last.is_ascii() || c.is_ascii())
        {
            self.text.push(' ');
        }
        if self.text.is_empty() {
            self.level = self.headings.last().copied();
        }
        self.text.push(c);
        if !blank(c) {
            self.chars += 1;
            self.link_chars += usize::from(self.links > 0);
            self.plain_chars += usize::from(self.links == 0 && !of_date(c));
        }
    }

    /// The paragraph so far, unless it is blank.
    pub(super) fn take(&mut self, area: usize) -> Option<Piece> {
        self.gap = None;
        let words = std::mem::take(&mut self.text);
        let chars = std::mem::take(&mut self.chars);
        let link_chars = std::mem::take(&mut self.link_chars);
        let plain_chars = std::mem::take(&mut self.plain_chars);
        let words = words.trim_end_matches(blank);
        if words.is_empty() {
            return None;
        }
        let number = self.number.take().filter(|_| !numbered(words)).unwrap_or_default();
        let kind = self.level.take().map_or(BlockKind::Paragraph, BlockKind::Heading);
        Some(Piece { text: words.to_string(), number, kind, chars, link_chars, plain_chars, area })
    }
}

/// Lists of links show the date of each.
fn of_date(c: char) -> bool {
    c.is_ascii_digit() || c.is_ascii_punctuation() || matches!(c, '年' | '月' | '日' | '·' | '\u{2022}')
}

/// Whether a typed number stands in front already.
fn numbered(words: &str) -> bool {
    let opening = ['(', '\u{ff08}'];
    words
        .trim_start_matches(opening)
        .starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十①②③④⑤⑥⑦⑧⑨".contains(c))
}

fn is_link(element: &Element) -> bool {
    element.tag() == "a" && element.attribute("href").is_some()
}

fn is_preformatted(element: &Element) -> bool {
    matches!(element.tag(), "pre" | "listing" | "xmp")
        || element.attribute("style").is_some_and(style::keeps_lines)
}

fn level(element: &Element) -> Option<u8> {
    match element.tag().as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(words: &str) -> String {
        let mut flow = Flow::default();
        flow.push(words);
        flow.take(0).map(|p| p.text).unwrap_or_default()
    }

    #[test]
    fn line_ends_between_ideographs_are_none() {
        assert_eq!(flow("\u{3000}\u{3000}依法\n   行政 工作 \r\n2022 年\u{a0}"), "依法行政 工作 2022 年");
        assert_eq!(flow("工作 \n继续"), "工作继续");
        assert_eq!(flow(" \u{a0}\n\u{200b}"), "");
    }

    #[test]
    fn typed_numbers_are_not_doubled() {
        let mut flow = Flow { number: Some("1.".into()), ..Flow::default() };
        flow.push("一是加强领导");
        assert_eq!(flow.take(0).unwrap().number, "");
    }
}
