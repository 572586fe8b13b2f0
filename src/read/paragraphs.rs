//! Lines of plain text to paragraphs.
//!
//! Most files have one paragraph a line. Hard-wrapped ones are recognised by their even right margin
//! and joined again; a paragraph may then span several lines of the file.

use crate::text::Span;

/// A line with words on it.
#[derive(Clone, Copy)]
struct Line {
    span: Span,
    /// Characters.
    letters: usize,
    /// Columns of a terminal or a typewriter: an ideograph takes two.
    columns: usize,
    indented: bool,
    after_blank: bool,
}

/// What a margin is counted in, which depends on the program that wrapped the lines.
#[derive(Clone, Copy)]
struct Measure {
    of: fn(&Line) -> usize,
    /// Width of an ideograph.
    cell: usize,
}

const MEASURES: [Measure; 2] =
    [Measure { of: |line| line.letters, cell: 1 }, Measure { of: |line| line.columns, cell: 2 }];

/// The right margin of hard-wrapped text.
#[derive(Clone, Copy)]
struct Margin {
    measure: Measure,
    at: usize,
    /// Nearly all full lines end right at it; one that ends before had a reason.
    strict: bool,
}

impl Margin {
    /// Whether a line reaches it, but for two characters.
    fn full(self, line: &Line) -> bool {
        (self.measure.of)(line) + 2 * self.measure.cell >= self.at
    }

    /// Whether a line was broken there, with these words on the next one.
    fn broke(self, line: &Line, next: &str) -> bool {
        self.full(line) && (!self.strict || self.exact(line) || moved_down(next))
    }

    /// Whether no character more has room.
    fn exact(self, line: &Line) -> bool {
        (self.measure.of)(line) + self.measure.cell > self.at
    }
}

/// Whether the first words of a line could not be cut, and came down whole: a number, an opening mark, or a character
/// with a mark after it that must not begin a line.
fn moved_down(words: &str) -> bool {
    const CLOSING: &str = "。、”’》〉】〕…\u{ff0c}\u{ff1b}\u{ff1a}\u{ff01}\u{ff1f}\u{ff09}),;:!?%";
    let mut chars = words.chars();
    let first = chars.next().is_some_and(|c| c.is_ascii_alphanumeric() || "“‘《〈【〔\u{ff08}(".contains(c));
    first || chars.next().is_some_and(|c| CLOSING.contains(c))
}

/// The paragraphs of a text, trimmed, in order.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let margin = margin(text, &lines);
    let mut out: Vec<Span> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in &lines {
        let words = text.get(line.span.range()).unwrap_or("");
        let broke = margin.zip(before).is_some_and(|(margin, before)| margin.broke(before, words));
        let joins = broke && !line.indented && !line.after_blank && !starts_item(words);
        match out.last_mut() {
            Some(last) if joins => *last = last.cover(line.span),
            _ => out.push(line.span),
        }
        before = Some(line);
    }
    out
}

fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut after_blank = false;
    let ends = text.match_indices(['\n', '\r', '\u{2028}', '\u{2029}']).map(|(at, end)| (at, at + end.len()));
    for (end, next) in ends.chain([(text.len(), text.len())]) {
        let raw = text.get(start..end).unwrap_or("");
        let body = raw.trim_matches(blank);
        if body.is_empty() {
            // The line feed of a CRLF pair is not a blank line.
            after_blank |= !(raw.is_empty() && text.as_bytes().get(end.wrapping_sub(1)) == Some(&b'\r'));
        } else {
            let lead = raw.len() - raw.trim_start_matches(blank).len();
            let span = Span::new(start + lead, start + lead + body.len());
            // A margin is counted from the left edge, indents included.
            let reach = raw.get(..lead + body.len()).unwrap_or(body);
            let letters = reach.chars().count();
            let columns = letters + reach.chars().filter(|c| *c as u32 >= 0x2000).count();
            out.push(Line { span, letters, columns, indented: lead > 0, after_blank });
            after_blank = false;
        }
        start = next;
    }
    out
}

/// Characters that carry no words.
pub(super) fn blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2800}') || c.is_control()
}

/// The right margin; `None` for one paragraph a line.
fn margin(text: &str, lines: &[Line]) -> Option<Margin> {
    MEASURES.into_iter().find_map(|measure| reached(measure, text, lines))
}

/// The margin in one measure, if enough lines reach it in the middle of a sentence.
fn reached(measure: Measure, text: &str, lines: &[Line]) -> Option<Margin> {
    if lines.len() < 12 {
        return None;
    }
    let mut widths: Vec<usize> = lines.iter().map(measure.of).collect();
    widths.sort_unstable();
    // A few unwrapped lines (a web address, a title) may be longer.
    let mut margin = Margin { measure, at: widths[widths.len() * 95 / 100], strict: false };
    if !(16 * measure.cell..=90 * measure.cell).contains(&margin.at) {
        return None;
    }
    let open = |line: &&Line| {
        let last = text.get(line.span.range()).and_then(|s| s.chars().next_back());
        !last.is_some_and(|c| "。\u{ff01}\u{ff1f}!?\u{ff1b};\u{ff1a}:".contains(c))
    };
    let full: Vec<&Line> = lines.iter().filter(|l| margin.full(l) && (measure.of)(l) <= margin.at).collect();
    let exact = full.iter().filter(|l| margin.exact(l)).count();
    margin.strict = exact * 10 > full.len() * 8;
    let open = full.iter().filter(|l| open(l)).count();
    // Paragraphs of their own reach one width by chance, and then most of them end a sentence there.
    (full.len() * 5 > lines.len() && open * 3 > full.len() * 2).then_some(margin)
}

/// Whether a line begins an item of its own, whatever the margin says.
pub(super) fn starts_item(line: &str) -> bool {
    let head: String = line.chars().take(6).collect();
    let numeral = |c: char| "一二三四五六七八九十百".contains(c);
    let rest = head.trim_start_matches(['(', '\u{ff08}']);
    let number = rest.trim_start_matches(numeral);
    number.len() < rest.len() && (number.starts_with(['、', ')', '\u{ff09}']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|s| text.get(s.range()).unwrap()).collect()
    }

    #[test]
    fn one_paragraph_a_line_whatever_the_line_end() {
        for end in ["\n", "\r\n", "\r", "\u{2028}", "\n\n"] {
            let text = ["\u{3000}\u{3000}甲。", "\u{a0}乙", "丙 "].join(end);
            assert_eq!(texts(&text), ["甲。", "乙", "丙"], "{end:?}");
        }
    }

    #[test]
    fn hard_wrapped_lines_are_joined() {
        let sentence: String = "推进法治政府建设".chars().cycle().take(95).collect();
        let mut text = String::new();
        for n in ["一", "二", "三", "四", "五", "六"] {
            text.push_str(n);
            text.push_str("、主要举措\n");
            let body: Vec<char> = sentence.chars().chain("。".chars()).collect();
            for line in body.chunks(20) {
                text.extend(line);
                text.push('\n');
            }
        }
        let joined = texts(&text);
        assert_eq!(joined.len(), 12);
        assert!(joined[1].ends_with('。') && joined[1].contains('\n'));
    }
}
