//! Line breaks inside a paragraph: which of them begin a paragraph of their own.
//!
//! Text that was pasted from the web is often one paragraph with breaks; a title may hold a break as well.

use super::paragraphs::{blank, starts_item};
use crate::text::Span;

/// The paragraphs in the words of one paragraph, without surrounding blanks.
pub(super) fn segments(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut at = 0;
    let mut after_blank = false;
    let mut before = "";
    for line in text.split('\n') {
        let words = line.trim_matches(blank);
        let start = at + line.len() - line.trim_start_matches(blank).len();
        at += line.len() + 1;
        if words.is_empty() {
            after_blank = true;
            continue;
        }
        let span = Span::new(start, start + words.len());
        match out.last_mut() {
            Some(last) if !after_blank && !begins(before, line) => *last = last.cover(span),
            _ => out.push(span),
        }
        after_blank = false;
        before = words;
    }
    out
}

/// Whether a line after a break begins a paragraph.
fn begins(before: &str, line: &str) -> bool {
    const ENDS: [char; 5] = ['。', '\u{ff01}', '\u{ff1f}', '\u{ff1a}', '\u{ff1b}'];
    let ended = before.trim_end_matches('”').ends_with(ENDS);
    let indented = line.starts_with(['\u{3000}', '\t', '\u{2003}'])
        || line.starts_with("  ")
        || line.starts_with("\u{a0}\u{a0}");
    let words = line.trim_start_matches(blank);
    ended || indented || starts_item(words) || starts_item(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        segments(text).into_iter().map(|s| text.get(s.range()).unwrap()).collect()
    }

    #[test]
    fn breaks_before_an_indent_or_after_a_sentence_begin_a_paragraph() {
        let text = "\u{3000}\u{3000}一、举措\n\u{3000}\u{3000}第一段。\n第二段。\n\n第三段";
        assert_eq!(words(text), ["一、举措", "第一段。", "第二段。", "第三段"]);
    }

    #[test]
    fn a_title_on_two_lines_stays_one_paragraph() {
        assert_eq!(words("中共某某市委\n某某市人民政府年度报告"), ["中共某某市委\n某某市人民政府年度报告"]);
        assert_eq!(words(" \n "), Vec::<&str>::new());
    }
}
