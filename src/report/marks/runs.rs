//! Long stretches without any mark: commas or quotation marks that were lost.

use crate::report::{Note, Report};
use crate::text::{Place, Span};

/// Shortest stretch, in characters, that no clause of a well-marked report reaches outside 《》.
const LONG: usize = 50;
/// Set phrases that are long by themselves.
const SET: [&str; 4] = ["习近平", "党中央", "总书记", "中国特色"];

/// Stretches of the body in which marks are missing.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let mut out = Vec::new();
    for paragraph in report.body_paragraphs() {
        let words = report.text.slice(paragraph.span);
        for (from, to) in stretches(words) {
            let stretch = words.get(from..to).unwrap_or("");
            if SET.iter().any(|s| stretch.contains(s)) {
                continue;
            }
            let base = paragraph.span.start as usize;
            let span = report.text.to_source(Span::new(base + from, base + to));
            out.push(Note::new(
                "missing-punctuation",
                Place::Span(span),
                format!("连续{LONG}字以上没有标点,可能脱落了逗号或引号"),
                format!("{LONG} or more characters without a mark; a comma or quotation marks may be lost"),
            ));
        }
    }
    out
}

/// Stretches without marks, outside names in 《》, as byte ranges.
fn stretches(words: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let (mut from, mut chars, mut names) = (0, 0, 0usize);
    for (at, c) in words.char_indices().chain([(words.len(), '\n')]) {
        match c {
            '《' => names += 1,
            '》' => names = names.saturating_sub(1),
            _ => {}
        }
        let inside = c.is_alphanumeric() || matches!(c, '%' | '.' | '+' | ' ');
        if inside && names == 0 {
            chars += 1;
            continue;
        }
        if chars >= LONG {
            out.push((from, at));
        }
        from = at + c.len_utf8();
        chars = 0;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::stretches;

    #[test]
    fn only_stretches_without_any_mark_count() {
        let plain = "推进法治政府建设".repeat(7);
        assert_eq!(stretches(&format!("甲,{plain}。")).len(), 1);
        assert_eq!(stretches(&format!("印发《{plain}》。")).len(), 0);
        assert_eq!(stretches(&"推进法治政府建设,".repeat(7)).len(), 0);
    }
}
