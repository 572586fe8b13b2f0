//! Count words: `三张清单`, `“五大”程序`, `四个时间节点`, `3项`.
//!
//! Comes in: a paragraph. Goes out: small numbers with what they count. Whether anything is listed is
//! asked elsewhere.

use crate::report::figures::numeral;
use crate::text::Glyphs;

/// A small number in front of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CountWord {
    pub(super) value: u64,
    /// First character; of the quote mark, where one opens just before.
    pub(super) from: usize,
    /// One past the number.
    pub(super) number_end: usize,
    /// One past what is counted and its closing quote.
    pub(super) head_end: usize,
    /// The number stands behind a quote mark.
    pub(super) quoted: bool,
}

/// Longest noun after a count word.
const LONGEST_HEAD: usize = 10;

/// All count words of a paragraph, in order.
pub(super) fn count_words(glyphs: &Glyphs) -> Vec<CountWord> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < glyphs.len() {
        let end = number_end(glyphs, i);
        if end > i {
            out.extend(count_word(glyphs, i, end));
            i = end;
        } else {
            i += 1;
        }
    }
    out
}

fn number_end(glyphs: &Glyphs, from: usize) -> usize {
    if glyphs.at(from).is_ascii_digit() {
        let goes_on = |i: &usize| glyphs.at(*i).is_ascii_digit() || glyphs.at(*i) == '.';
        (from..glyphs.len()).find(|i| !goes_on(i)).unwrap_or(glyphs.len())
    } else {
        numeral::run_end(glyphs, from)
    }
}

fn count_word(glyphs: &Glyphs, from: usize, end: usize) -> Option<CountWord> {
    let digits = glyphs.at(from).is_ascii_digit();
    let value =
        if digits { glyphs.words(from, end).parse().ok()? } else { numeral::value(glyphs.slice(from, end))? };
    let named = glyphs.before(from);
    // 第三, 统一, 唯一, 十三五, 2021-3.
    let other =
        "第统唯万专单逐数几".contains(named) || named.is_ascii_alphanumeric() || "-.·+/".contains(named);
    if !(1..=30).contains(&value)
        || (other && named != '\0')
        || (digits && "年月日号%.:-/时点".contains(glyphs.at(end)))
    {
        return None;
    }
    let mut head_end = end;
    while head_end < end + LONGEST_HEAD && is_head(glyphs.at(head_end)) {
        head_end += 1;
    }
    let quoted = named == '"';
    if glyphs.at(head_end) == '"' {
        head_end += 1;
    }
    let from = if quoted { from - 1 } else { from };
    (head_end > end).then_some(CountWord { value, from, number_end: end, head_end, quoted })
}

fn is_head(c: char) -> bool {
    !c.is_ascii() && !"、,。;:《》\"()".contains(c)
}

impl CountWord {
    /// Whether the number is followed by a measure word for things that a list names.
    pub(super) fn counts_things(&self, glyphs: &Glyphs) -> bool {
        "个大项类种级张条名家位方".contains(glyphs.at(self.number_end))
    }

    /// The noun counted, without a closing quote.
    pub(super) fn head(&self, glyphs: &Glyphs) -> String {
        glyphs.words(self.number_end, self.head_end).trim_end_matches('"').to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn words(text: &str) -> Vec<(u64, String, bool)> {
        let glyphs = Glyphs::of(text, Span::new(0, text.len()));
        count_words(&glyphs).iter().map(|w| (w.value, w.head(&glyphs), w.quoted)).collect()
    }

    #[test]
    fn small_numbers_before_nouns() {
        assert_eq!(words("添制三清单(甲)"), [(3, "清单".to_string(), false)]);
        assert_eq!(words("决定\"五大\"程序"), [(5, "大".to_string(), true)]);
        assert_eq!(words("决策事项3项,"), [(3, "项".to_string(), false)]);
    }

    #[test]
    fn dates_ordinals_and_words_are_none() {
        for text in ["第三方", "统一登记", "2021年3月", "十四五规划", "七五普法", "12345热线"]
        {
            assert!(words(text).is_empty(), "{text}");
        }
    }
}
