//! Lines of plain text to paragraphs.
//!
//! Most files have one paragraph a line. Hard-wrapped ones are recognised by their even right margin
//! and joined again; a paragraph may then span several lines of the file.

use crate::text::Span;

/// A line without its surrounding blanks.
#[derive(Clone, Copy)]
struct Line {
    span: Span,
    width: usize,
    indented: bool,
    after_blank: bool,
}

/// The paragraphs of a text, trimmed, in order.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let margin = wrap_margin(text, &lines);
    let mut out: Vec<Span> = Vec::new();
    let mut last_width = 0;
    for line in &lines {
        let joins = margin.is_some_and(|margin| {
            last_width + 2 >= margin
                && !line.indented
                && !line.after_blank
                && !starts_item(text.get(line.span.range()).unwrap_or(""))
        });
        match out.last_mut() {
            Some(last) if joins => *last = last.cover(line.span),
            _ => out.push(line.span),
        }
        last_width = line.width;
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
            out.push(Line { span, width: body.chars().count(), indented: lead > 0, after_blank });
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

/// The right margin of hard-wrapped text, in characters; `None` for one paragraph a line.
fn wrap_margin(text: &str, lines: &[Line]) -> Option<usize> {
    if lines.len() < 12 {
        return None;
    }
    let mut widths: Vec<usize> = lines.iter().map(|l| l.width).collect();
    widths.sort_unstable();
    // A few unwrapped lines (a web address, a title) may be longer.
    let margin = widths[widths.len() * 95 / 100];
    if !(16..=90).contains(&margin) {
        return None;
    }
    let open = |line: &Line| {
        let last = text.get(line.span.range()).and_then(|s| s.chars().next_back());
        !last.is_some_and(|c| "。！？!?；;：:".contains(c))
    };
    let full = lines.iter().filter(|l| (margin.saturating_sub(2)..=margin).contains(&l.width)).count();
    let full_and_open =
        lines.iter().filter(|l| (margin.saturating_sub(2)..=margin).contains(&l.width) && open(l)).count();
    (full * 2 > lines.len() && full_and_open * 3 > lines.len()).then_some(margin)
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
