//! What a sentence speaks of first: its subject, without its number and without the words that only say when.
//!
//! Comes in: folded text and a place in it. Knows nothing of signals and units.

use crate::report::{clauses, number};
use crate::text::{Folded, Span};

/// Longest first clause, in characters, that is a subject as a whole.
const SUBJECT: usize = 40;
/// Longest clause, in characters, that only says when.
const WHEN: usize = 14;
/// Most characters that name an item in a message.
const FEW: usize = 18;

/// The first words of a piece of text, as far as they name what it is about.
pub(super) fn subject(text: &Folded, piece: Span) -> Span {
    let clause = clauses(text, piece).next().unwrap_or(piece);
    let words = text.slice(clause);
    let skipped = lead_in(words);
    let rest = words.get(skipped..).unwrap_or("");
    let len =
        if rest.chars().count() > SUBJECT { rest.find([',', ':']).unwrap_or(rest.len()) } else { rest.len() };
    let start = clause.start as usize + skipped;
    Span::new(start, start + len)
}

/// Whether a place stands in the first part of its clause, up to the first comma.
pub(super) fn leads(text: &Folded, sentence: Span, place: Span) -> bool {
    let before = text.slice(Span { start: sentence.start, end: place.start });
    let clause = before.rfind([';', ':']).and_then(|at| before.get(at + 1..)).unwrap_or(before);
    let own = clause.get(lead_in(clause)..).unwrap_or("");
    !own.contains(',')
}

/// The subject of an item in few words, to name it in a message.
pub(super) fn few_words(text: &Folded, item: Span) -> String {
    let words = text.slice(subject(text, item));
    let stop = words.find([',', '。', ';', ':', '\n']).unwrap_or(words.len());
    words.get(..stop).unwrap_or(words).chars().filter(|c| *c != '"').take(FEW).collect()
}

/// Bytes of the number, and of clauses that only say when, at the start of a clause.
fn lead_in(words: &str) -> usize {
    let mut at = number(words).map_or(0, |n| n.len);
    while let Some((when, _)) = words.get(at..).and_then(|rest| rest.split_once(',')) {
        if !says_when(when) {
            break;
        }
        at += when.len() + 1;
    }
    at
}

fn says_when(clause: &str) -> bool {
    const ENDS: [&str; 8] = ["年", "年度", "月", "日", "底", "以来", "期间", "目前"];
    const WHOLE: [&str; 6] = ["同时", "此外", "其中", "一年来", "截至目前", "另外"];
    clause.chars().count() <= WHEN && (ENDS.iter().any(|e| clause.ends_with(e)) || WHOLE.contains(&clause))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject_of(words: &str) -> String {
        let (text, spans) = Folded::of(words, &[Span::new(0, words.len())]);
        text.slice(subject(&text, spans[0])).to_string()
    }

    #[test]
    fn number_and_time_are_no_subject() {
        assert_eq!(subject_of("一是加强执法监督。评查案卷20卷。"), "加强执法监督。");
        assert_eq!(subject_of("2024年,办理行政复议案件20件。"), "办理行政复议案件20件。");
        assert_eq!(subject_of("同时,截至12月底,公开信息20条;"), "公开信息20条;");
    }

    #[test]
    fn a_long_sentence_is_about_what_it_says_up_to_its_first_pause() {
        let long = format!("扎实推进依法决策,{}。", "落实各项程序".repeat(8));
        assert_eq!(subject_of(&long), "扎实推进依法决策");
    }

    #[test]
    fn what_comes_after_a_comma_does_not_lead() {
        let words = "全年,办理复议案件20件,化解纠纷30件;接待来访40人。";
        let (text, spans) = Folded::of(words, &[Span::new(0, words.len())]);
        let at = |word: &str| {
            let start = text.text().find(word).unwrap();
            leads(&text, spans[0], Span::new(start, start + word.len()))
        };
        assert!(at("复议"));
        assert!(!at("纠纷"));
        assert!(at("来访"));
    }
}
