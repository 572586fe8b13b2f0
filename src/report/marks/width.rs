//! Half-width marks between Chinese words where the text uses full-width ones.
//!
//! Sites and converters turn all marks of a text half-width; a text that is the same throughout gets no note.

use super::around;
use crate::report::{Note, Paragraph, Report, Zone};
use crate::text::{Place, Span};

/// Fewest full-width marks from which the habit of a text is read.
const HABIT: usize = 10;
/// Most places that are noted.
const MOST: usize = 20;

/// Half-width marks among full-width ones, and a half-width colon behind the addressees.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let mut wide = 0;
    let mut narrow: Vec<Span> = Vec::new();
    for paragraph in report.paragraphs.iter().filter(|p| matches!(p.zone, Zone::Title | Zone::Body)) {
        let (words, base) = report.printed(paragraph);
        let mut before = '\n';
        let mut chars = words.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let beside = is_chinese(before) || chars.peek().is_some_and(|(_, c)| is_chinese(*c));
            let start = base as usize + at;
            match c {
                ',' | ';' | ':' | '!' | '?' if beside => narrow.push(Span::new(start, start + 1)),
                '\u{ff0c}' | '\u{ff1b}' | '\u{ff1a}' | '\u{ff01}' | '\u{ff1f}' => wide += 1,
                _ => {}
            }
            before = c;
        }
    }
    if wide < HABIT || narrow.len() >= wide {
        return Vec::new();
    }
    let text = report.source.text();
    let mixed = narrow.into_iter().take(MOST).map(|span| {
        Note::new(
            "half-width-punctuation",
            Place::Span(around(text, span)),
            "中文里夹有半角标点",
            "a half-width mark stands between Chinese words",
        )
    });
    mixed.chain(colon(report)).collect()
}

/// The colon behind the last addressee.
fn colon(report: &Report) -> Option<Note> {
    let line: &Paragraph = report.paragraphs.iter().rfind(|p| p.zone == Zone::Addressee)?;
    let (words, base) = report.printed(line);
    let words = words.trim_end();
    let end = base as usize + words.len();
    words.ends_with(':').then(|| {
        Note::new(
            "half-width-colon",
            Place::Span(Span::new(end - 1, end)),
            "主送机关之后用的是半角冒号",
            "a half-width colon follows the addressees",
        )
    })
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '“' | '”')
}

#[cfg(test)]
mod tests {
    use crate::report::testing::{kinds_of, noted, whole};

    const WIDTH: [&str; 2] = ["half-width-punctuation", "half-width-colon"];

    #[test]
    fn a_half_width_mark_is_noted_only_among_full_width_ones() {
        let wide = "加强领导\u{ff0c}规范执法\u{ff0c}全年共办理案件二十件\u{ff1b}".repeat(5);
        assert_eq!(noted(&format!("{wide}化解纠纷,服务群众。"), &WIDTH), ["half-width-punctuation"]);
        assert_eq!(noted(&format!("{wide}化解纠纷1,200件。"), &WIDTH), [""; 0]);
        let narrow = "加强领导,规范执法,全年共办理案件二十件;".repeat(5);
        assert_eq!(noted(&format!("{narrow}化解纠纷。"), &WIDTH), [""; 0]);
    }

    #[test]
    fn so_is_the_colon_behind_the_addressees() {
        let report = |colon: &str, comma: &str| {
            let text = format!("加强领导{comma}规范执法{comma}全年共办理案件二十件{comma}").repeat(5);
            let text = format!(
                "临江县2024年法治政府建设情况报告\n临江市人民政府{colon}\n一、主要举措和成效\n{text}化解纠纷。"
            );
            kinds_of(&whole(&text), &WIDTH)
        };
        assert_eq!(report(":", "\u{ff0c}"), ["half-width-colon"]);
        assert_eq!(report("\u{ff1a}", "\u{ff0c}"), [""; 0]);
        assert_eq!(report(":", ","), [""; 0]);
    }
}
