//! Paragraphs that stop before their sentence does.
//!
//! Only running text counts, only before a heading or at the end, and only where the other paragraphs of the
//! report are finished: files that break lines anywhere are no evidence.

use super::around;
use crate::report::{Note, Paragraph, Report, number};
use crate::text::{BlockKind, Place, Span};

/// Fewest finished paragraphs that show the habit of the report.
const FINISHED: usize = 3;
/// Fewest characters of a clause that can end in a comma.
const CLAUSE: usize = 12;

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Finished,
    Comma,
    Open,
    /// Nothing can be said of it.
    Other,
}

/// Unfinished paragraphs.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let body: Vec<&Paragraph> = report.body_paragraphs().collect();
    let ends: Vec<End> = (0..body.len()).map(|i| end(report, &body, i)).collect();
    let count = |wanted: End| ends.iter().filter(|e| **e == wanted).count();
    let rare =
        |found: usize| found > 0 && count(End::Finished) >= FINISHED && found * 4 <= count(End::Finished);
    let (commas, open) = (rare(count(End::Comma)), rare(count(End::Open)));
    let shown = body.iter().zip(&ends).filter_map(|(paragraph, end)| match end {
        End::Comma if commas => Some(note(report, paragraph, "comma-at-end")),
        End::Open if open => Some(note(report, paragraph, "unfinished-sentence")),
        _ => None,
    });
    shown.collect()
}

fn end(report: &Report, body: &[&Paragraph], index: usize) -> End {
    let paragraph = body[index];
    let words = report.text.slice(paragraph.span);
    let last = words.chars().next_back().unwrap_or('\n');
    let text = words.trim_end_matches('。').contains('。');
    let stops = body.get(index + 1).is_none_or(|next| number(report.text.slice(next.span)).is_some());
    if !matches!(paragraph.kind, BlockKind::Paragraph) {
        return End::Other;
    }
    match last {
        '。' | '!' | '?' if text => End::Finished,
        ',' | '、' if stops && words.chars().count() >= CLAUSE => End::Comma,
        c if stops && text && (c.is_alphanumeric() || c == '%') => End::Open,
        _ => End::Other,
    }
}

fn note(report: &Report, paragraph: &Paragraph, kind: &'static str) -> Note {
    let (words, base) = report.printed(paragraph);
    let last = words.chars().next_back().map_or(0, char::len_utf8);
    let end = base as usize + words.len();
    let place = Place::Span(around(report.source.text(), Span::new(end - last, end)));
    let (zh, en) = if kind == "comma-at-end" {
        ("段落以逗号或顿号结束,后面的话脱落", "the paragraph ends in a comma; what follows is lost")
    } else {
        ("段末没有句号,其他段落都有", "the paragraph has no full stop, and the others do")
    };
    Note::new(kind, place, zh, en)
}

#[cfg(test)]
mod tests {
    use crate::report::testing::noted;

    const ENDS: [&str; 2] = ["comma-at-end", "unfinished-sentence"];

    fn report(last: &str) -> Vec<String> {
        let mut lines: Vec<String> = (0..5)
            .map(|n| format!("({})加强领导。全年召开会议{n}次。", ["一", "二", "三", "四", "五"][n]))
            .collect();
        lines.push(format!("(六)依法防控。发布信息20条,{last}"));
        lines.push("(七)化解纠纷。调解成功8件。".to_string());
        noted(&lines.join("\n"), &ENDS)
    }

    #[test]
    fn a_paragraph_without_an_end_is_noted_where_the_others_have_one() {
        assert_eq!(report("实现零感染"), ["unfinished-sentence"]);
        assert_eq!(report("严格落实,"), ["comma-at-end"]);
        assert_eq!(report("实现零感染。"), [""; 0]);
    }

    #[test]
    fn titles_without_a_full_stop_are_no_unfinished_sentences() {
        let text = "(一)加强组织领导\n召开会议2次。研究议题。\n(二)规范执法\n开展培训2次。检查3次。\n(三)化解纠纷\n调解5件。办结5件。";
        assert_eq!(noted(text, &ENDS), [""; 0]);
    }
}
