//! Half-width marks between Chinese words.
//!
//! Sites and converters turn all marks of a text half-width; then nothing can be said of the single mark.

use crate::report::{Note, Report, Zone};
use crate::text::{Place, Span};

/// Fewest marks from which the habit of a text is read.
const HABIT: usize = 10;
/// Most places that are noted.
const MOST: usize = 20;

/// Half-width marks where the text uses full-width ones, or the remark that it uses none.
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
    if narrow.len() >= HABIT && narrow.len() > wide {
        return vec![Note::new(
            "half-width-text",
            Place::Whole,
            "全文标点多为半角,可能是网站或转换工具造成的",
            "most marks are half-width; a site or a converter may have made them so",
        )];
    }
    let mixed = wide >= HABIT && narrow.len() < wide;
    let shown = narrow.into_iter().filter(|_| mixed).take(MOST);
    shown
        .map(|span| {
            let place = Place::Span(super::around(report.source.text(), span));
            Note::new(
                "half-width-punctuation",
                place,
                "中文里夹有半角标点",
                "a half-width mark stands between Chinese words",
            )
        })
        .collect()
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '“' | '”')
}

#[cfg(test)]
mod tests {
    use crate::report::testing::noted;

    const WIDTH: [&str; 2] = ["half-width-text", "half-width-punctuation"];

    #[test]
    fn a_half_width_mark_is_noted_only_among_full_width_ones() {
        let wide = "加强领导\u{ff0c}规范执法\u{ff0c}全年共办理案件二十件\u{ff1b}".repeat(5);
        assert_eq!(noted(&format!("{wide}化解纠纷,服务群众。"), &WIDTH), ["half-width-punctuation"]);
        assert_eq!(noted(&format!("{wide}化解纠纷1,200件。"), &WIDTH), [""; 0]);
        let narrow = "加强领导,规范执法,全年共办理案件二十件;".repeat(5);
        assert_eq!(noted(&format!("{narrow}化解纠纷。"), &WIDTH), ["half-width-text"]);
    }
}
