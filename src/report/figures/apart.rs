//! Stretches of a paragraph whose numbers are no figures: titles, quoted names, document numbers.
//!
//! Comes in: the characters of one folded paragraph. Goes out: one mark a character. Marks may be
//! unbalanced in a damaged text, so a stretch without its end, or too long, is no stretch.

use crate::text::Glyphs;

/// Longest quoted name; a longer stretch between two quotes is running text.
const LONGEST_NAME: usize = 20;
/// Longest title in title marks.
const LONGEST_TITLE: usize = 80;

/// For each character, whether it stands in a title, a quoted name or square brackets.
pub(super) fn apart(glyphs: &Glyphs) -> Vec<bool> {
    let mut marks = vec![false; glyphs.len()];
    let mut i = 0;
    while i < glyphs.len() {
        match end_of_stretch(glyphs, i) {
            Some(end) => {
                marks.iter_mut().take(end).skip(i).for_each(|m| *m = true);
                i = end;
            }
            None => i += 1,
        }
    }
    marks
}

/// One past the stretch that begins at `i`.
fn end_of_stretch(glyphs: &Glyphs, i: usize) -> Option<usize> {
    match glyphs.at(i) {
        '《' => title_end(glyphs, i),
        '<' => closing(glyphs, i, '>', LONGEST_TITLE, "。"),
        '[' => closing(glyphs, i, ']', LONGEST_NAME, "。,;"),
        '"' => closing(glyphs, i, '"', LONGEST_NAME, "。,;:"),
        _ => None,
    }
}

/// Titles hold titles: `《关于印发《…》的通知》`.
fn title_end(glyphs: &Glyphs, from: usize) -> Option<usize> {
    let mut depth = 0;
    for i in from..glyphs.len().min(from + LONGEST_TITLE) {
        match glyphs.at(i) {
            '《' => depth += 1,
            '》' if depth == 1 => return Some(i + 1),
            '》' => depth -= 1,
            '。' => return None,
            _ => {}
        }
    }
    None
}

fn closing(glyphs: &Glyphs, from: usize, mark: char, most: usize, barred: &str) -> Option<usize> {
    for i in from + 1..glyphs.len().min(from + 2 + most) {
        let c = glyphs.at(i);
        if c == mark {
            return Some(i + 1);
        }
        if barred.contains(c) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn kept(text: &str) -> String {
        let glyphs = Glyphs::of(text, Span::new(0, text.len()));
        let marks = apart(&glyphs);
        (0..glyphs.len()).filter(|&i| !marks[i]).map(|i| glyphs.at(i)).collect()
    }

    #[test]
    fn titles_names_and_document_numbers_are_apart() {
        assert_eq!(kept("印发《关于印发<2021年要点>的通知》5份"), "印发5份");
        assert_eq!(kept("推进《关于《8条》的通知》2份"), "推进2份");
        assert_eq!(kept("\"企业减负30条\"共30条"), "共30条");
        assert_eq!(kept("某府发[2021]5号"), "某府发5号");
    }

    #[test]
    fn a_stray_mark_hides_nothing() {
        let stray = "中国某市\"APP全年公开信息52902条,依申请公开6件。\"十四五\"时期";
        assert!(kept(stray).contains("52902条") && !kept(stray).contains("十四五"));
        assert_eq!(kept("印发《通知。共3件"), "印发《通知。共3件");
    }
}
