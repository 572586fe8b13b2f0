//! Characters that nobody typed: replacement characters, boxes, question marks in the place of lost ones,
//! remains of markup.

use super::{MOST, around};
use crate::report::{Note, Report, Zone};
use crate::text::{Place, Span};

/// Words that make a question.
const QUESTION: [&str; 14] =
    ["什么", "怎", "如何", "哪", "谁", "吗", "呢", "何", "多少", "几", "是否", "否", "不", "还是"];
/// Farthest before a question mark that its question word stands, in characters.
const REACH: usize = 60;
/// Remains of markup and of a wrong encoding.
const REMAINS: [&str; 7] = ["&nbsp;", "&ldquo;", "&rdquo;", "&mdash;", "&middot;", "<br>", "锟斤拷"];

/// Stray characters of title and body.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let text = report.source.text();
    let mut out = Vec::new();
    for paragraph in report.paragraphs.iter().filter(|p| matches!(p.zone, Zone::Title | Zone::Body)) {
        let (words, base) = report.printed(paragraph);
        for (at, len) in strays(words) {
            let start = base as usize + at;
            out.push(Note::new(
                "stray-mark",
                Place::Span(around(text, Span::new(start, start + len))),
                "文字里夹有乱码或不应出现的符号,原字可能已丢失",
                "a stray character stands here; what it replaced may be lost",
            ));
        }
    }
    out.truncate(MOST);
    out
}

fn strays(words: &str) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> =
        REMAINS.iter().flat_map(|r| words.match_indices(r).map(|(at, r)| (at, r.len()))).collect();
    let mut before = '\n';
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next().filter(|_| out.len() < MOST) {
        let after = chars.peek().map_or('\n', |(_, c)| *c);
        let stray = match c {
            '\u{fffd}' => true,
            // Symbol fonts leave their bullets here.
            '\u{e000}'..='\u{f8ff}' => at > 0,
            '\u{25a1}' => is_ideograph(before) && (is_ideograph(after) || is_mark(after)),
            '?' | '\u{ff1f}' => is_lost_character(words, at, before, after),
            _ => false,
        };
        // A run of them is one place.
        if stray && before != c {
            out.push((at, c.len_utf8()));
        }
        before = c;
    }
    out.sort_unstable();
    out
}

/// A question mark that asks nothing.
fn is_lost_character(words: &str, at: usize, before: char, after: char) -> bool {
    if before.is_ascii_digit() && after.is_ascii_digit()
        || at == 0 && !words.trim_matches(['?', '\u{ff1f}']).is_empty()
    {
        return true;
    }
    let ended = |c: char| "。!;\u{ff01}\u{ff1b}".contains(c);
    let sentence: String =
        words.get(..at).unwrap_or("").chars().rev().take(REACH).take_while(|c| !ended(*c)).collect();
    let sentence: String = sentence.chars().rev().collect();
    let asks = QUESTION.iter().any(|q| sentence.contains(q));
    !asks && is_ideograph(before) && (is_ideograph(after) || is_mark(after) || after == '?')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

fn is_mark(c: char) -> bool {
    "。\u{ff0c},、;\u{ff1b}".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_characters_are_found() {
        for words in [
            "推进\u{fffd}治政府",
            "法治?政府建设",
            "(2021?2025年)",
            "??一、举措",
            "法治□政府",
            "甲&nbsp;乙",
            "成效?,F",
        ] {
            assert_eq!(strays(words).len(), 1, "{words}");
        }
    }

    #[test]
    fn questions_and_addresses_are_not() {
        for words in [
            "为什么要推进?一是形势需要。",
            "http://a.gov.cn/b?id=3",
            "“谁执法谁普法”怎么落实?各地",
            "□是 □否",
            "\u{f06c}加强领导",
        ] {
            assert_eq!(strays(words), [], "{words}");
        }
    }
}
