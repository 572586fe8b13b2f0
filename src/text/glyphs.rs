//! The characters of one paragraph by number, for scanners that look both ways.

use super::Span;

/// The characters of a paragraph and the byte offset of each in the whole text.
#[derive(Clone, Debug, Default)]
pub struct Glyphs {
    chars: Vec<char>,
    /// One more than `chars`: the last is the end of the paragraph.
    starts: Vec<u32>,
}

impl Glyphs {
    /// The characters of a span of `text`; none for a span of another text.
    pub fn of(text: &str, span: Span) -> Glyphs {
        let words = text.get(span.range()).unwrap_or("");
        let mut out = Glyphs {
            chars: Vec::with_capacity(words.len() / 2),
            starts: Vec::with_capacity(words.len() / 2),
        };
        for (at, c) in words.char_indices() {
            out.chars.push(c);
            out.starts.push(span.start + at as u32);
        }
        out.starts.push(span.start + words.len() as u32);
        out
    }

    /// Number of characters.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The character at `i`; NUL outside the paragraph.
    pub fn at(&self, i: usize) -> char {
        self.chars.get(i).copied().unwrap_or('\0')
    }

    /// The character just before `i`; NUL at the start.
    pub fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\0', |i| self.at(i))
    }

    /// The characters `from..to`, as far as there are any.
    pub fn slice(&self, from: usize, to: usize) -> &[char] {
        self.chars.get(from..to.min(self.len())).unwrap_or(&[])
    }

    /// The words `from..to`.
    pub fn words(&self, from: usize, to: usize) -> String {
        self.slice(from, to).iter().collect()
    }

    /// The byte span of the characters `from..to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let offset = |i: usize| self.starts.get(i).or(self.starts.last()).copied().unwrap_or(0);
        Span { start: offset(from), end: offset(to).max(offset(from)) }
    }

    /// The number of the first character at or after a byte offset.
    pub fn index(&self, offset: u32) -> usize {
        self.starts.partition_point(|&s| s < offset).min(self.len())
    }

    /// Whether `word` stands at `i`.
    pub fn starts_with(&self, i: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(n, c)| self.at(i + n) == c)
    }

    /// Whether `word` stands just before `i`.
    pub fn ends_with(&self, i: usize, word: &str) -> bool {
        word.chars().rev().enumerate().all(|(n, c)| i > n && self.at(i - n - 1) == c)
    }

    /// The longest of `words` that stands at `i`, with its length in characters.
    pub fn longest<'w>(&self, i: usize, words: &[&'w str]) -> Option<(&'w str, usize)> {
        let fits = words.iter().filter(|w| self.starts_with(i, w));
        fits.map(|w| (*w, w.chars().count())).max_by_key(|&(_, n)| n)
    }

    /// Whether any of `words` stands at `i`.
    pub fn starts_with_any(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|w| self.starts_with(i, w))
    }

    /// Whether any of `words` stands just before `i`.
    pub fn ends_with_any(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|w| self.ends_with(i, w))
    }

    /// The first place of `c` in `from..to`.
    pub fn find(&self, from: usize, to: usize, c: char) -> Option<usize> {
        self.slice(from, to).iter().position(|&x| x == c).map(|n| from + n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_both_ways_and_maps_to_bytes() {
        let text = "前言\n共521人。";
        let glyphs = Glyphs::of(text, Span::new(7, text.len()));
        assert_eq!(glyphs.at(0), '共');
        assert!(
            glyphs.starts_with(1, "521") && glyphs.ends_with(4, "共521") && !glyphs.ends_with(4, "计共521")
        );
        assert_eq!(glyphs.longest(1, &["5", "52"]), Some(("52", 2)));
        assert_eq!(text.get(glyphs.span(1, 5).range()), Some("521人"));
        assert_eq!(glyphs.index(glyphs.span(4, 5).start), 4);
        assert_eq!((glyphs.before(0), glyphs.at(99)), ('\0', '\0'));
    }
}
