//! Quotation marks, title marks and brackets that are lost or reversed.

use super::pairs::{Kind, Lone, Pairing};
use super::{MOST, around};
use crate::report::{Note, Paragraph, Report, Zone, number};
use crate::text::{Place, Span};

/// Farthest that two marks stand apart to be read as one damaged pair, in characters.
const PAIR: usize = 40;
/// Farthest for two marks that face the same way.
const SAME: usize = 20;

/// Marks without their partner, two of one damaged pair taken together.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let lone = lone(report);
    let text = report.source.text();
    let mut out = Vec::new();
    let mut rest = lone.as_slice();
    while let [first, tail @ ..] = rest
        && out.len() < MOST
    {
        rest = tail;
        match tail.first().filter(|second| damaged_pair(text, first, second)) {
            Some(second) => {
                rest = tail.get(1..).unwrap_or(&[]);
                out.push(reversed(text, first, second));
            }
            None => out.push(alone(text, first)),
        }
    }
    out
}

fn lone(report: &Report) -> Vec<Lone> {
    let mut pairing = Pairing::default();
    let read: Vec<&Paragraph> =
        report.paragraphs.iter().filter(|p| matches!(p.zone, Zone::Title | Zone::Body)).collect();
    for (i, paragraph) in read.iter().enumerate() {
        let (words, base) = report.printed(paragraph);
        pairing.read(words, base as usize);
        let next = read.get(i + 1).map(|p| report.text.slice(p.span));
        if !goes_on(words, next) {
            pairing.close();
        }
    }
    pairing.finish()
}

/// A sentence cut by a line break goes on in the next paragraph, and so may a pair of marks.
fn goes_on(words: &str, next: Option<&str>) -> bool {
    let ended = words
        .ends_with(['。', '!', '?', '\u{ff01}', '\u{ff1f}', ';', '\u{ff1b}', ':', '\u{ff1a}', '\u{201d}']);
    !ended && next.is_some_and(|next| number(next).is_none())
}

/// `”…“`, or two marks that face the same way around a few words.
fn damaged_pair(text: &str, first: &Lone, second: &Lone) -> bool {
    if first.kind != second.kind || matches!(first.kind, Kind::Bracket) {
        return false;
    }
    let between = text.get(first.at + first.len..second.at).unwrap_or("");
    let chars = between.chars().count();
    let whole = !between.contains(['。', '\n', ';', '\u{ff1b}']);
    let words = !between.contains([',', '\u{ff0c}']);
    match (first.opens, second.opens) {
        (false, true) => whole && chars <= PAIR,
        (true, true) | (false, false) => whole && words && chars <= SAME,
        (true, false) => false,
    }
}

fn reversed(text: &str, first: &Lone, second: &Lone) -> Note {
    let place = Place::Span(around(text, Span::new(first.at, second.at + second.len)));
    if first.kind == Kind::Title {
        return Note::new(
            "unbalanced-title-marks",
            place,
            "书名号方向不对,或前后各脱落半个",
            "these title marks face the wrong way, or each lost its partner",
        );
    }
    Note::new(
        "reversed-quotes",
        place,
        "引号方向不对,或前后各脱落半个",
        "these quotation marks face the wrong way, or each lost its partner",
    )
}

fn alone(text: &str, mark: &Lone) -> Note {
    let place = Place::Span(around(text, Span::new(mark.at, mark.at + mark.len)));
    let (kind, zh, en) = match mark.kind {
        Kind::Quote | Kind::InnerQuote | Kind::Corner => ("unbalanced-quotes", "引号", "quotation mark"),
        Kind::Title => ("unbalanced-title-marks", "书名号", "title mark"),
        Kind::Bracket => ("unbalanced-brackets", "括号", "bracket"),
    };
    if mark.opens {
        Note::new(
            kind,
            place,
            format!("{zh}只有前半个,没有后半个"),
            format!("this opening {en} is never closed"),
        )
    } else {
        Note::new(
            kind,
            place,
            format!("{zh}只有后半个,没有前半个"),
            format!("this closing {en} was never opened"),
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::report::testing::noted;

    const QUOTES: [&str; 4] =
        ["reversed-quotes", "unbalanced-quotes", "unbalanced-title-marks", "unbalanced-brackets"];

    #[test]
    fn reversed_quotes_count_as_one_although_their_number_is_even() {
        let line = "创新推广第三方调解”“三说会堂等多元化解模式。推进一件事一次办”“全程网办。";
        assert_eq!(noted(line, &QUOTES), ["reversed-quotes", "reversed-quotes"]);
        assert_eq!(noted("再夺“长安杯“称号。", &QUOTES), ["reversed-quotes"]);
        assert_eq!(noted("弘扬”枫桥”经验。", &QUOTES), ["reversed-quotes"]);
    }

    #[test]
    fn single_marks_are_told_by_kind() {
        assert_eq!(noted("市政府网站和中国甲”APP公开信息。", &QUOTES), ["unbalanced-quotes"]);
        assert_eq!(noted("修订《甲办法,公布实施。落实《乙办法》。", &QUOTES), ["unbalanced-title-marks"]);
        assert_eq!(noted("规范乡镇(街道权责清单。", &QUOTES), ["unbalanced-brackets"]);
    }

    #[test]
    fn marks_that_a_line_break_divides_are_whole() {
        assert_eq!(noted("坚定“四个\n自信”,做到“两个维护”。", &QUOTES), [""; 0]);
        assert_eq!(noted("坚定“四个自信。\n做到两个维护。", &QUOTES), ["unbalanced-quotes"]);
    }
}
