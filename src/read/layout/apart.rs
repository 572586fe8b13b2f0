//! Lines that are not running text: notes at the foot of a page, entries of a table of contents.

use super::Line;
use super::margins::Margins;

/// An entry of a table of contents: a dotted line and a page number.
pub(super) fn is_contents(text: &str) -> bool {
    let text = text.trim_end();
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let leader = |c: &char| c.is_whitespace() || matches!(c, '.' | '\u{2026}' | '·' | '-' | '\u{2014}');
    // One ellipsis character holds three dots.
    let dots: usize = rest
        .chars()
        .rev()
        .take_while(leader)
        .map(|c| if c == '\u{2026}' { 3 } else { usize::from(!c.is_whitespace()) })
        .sum();
    rest.len() < text.len() && dots >= 4 && rest.chars().any(|c| !leader(&c))
}

/// Split off the small type at the foot of pages, so that sentences go on over the page break.
pub(super) fn set_notes_apart(lines: Vec<Line>, margins: &Margins) -> (Vec<Line>, Vec<Line>) {
    let (mut body, mut notes) = (Vec::new(), Vec::new());
    let mut page: Vec<Line> = Vec::new();
    for line in lines {
        if page.last().is_some_and(|last| last.page != line.page) {
            split_page(std::mem::take(&mut page), margins, &mut body, &mut notes);
        }
        page.push(line);
    }
    split_page(page, margins, &mut body, &mut notes);
    (body, notes)
}

fn split_page(mut page: Vec<Line>, margins: &Margins, body: &mut Vec<Line>, notes: &mut Vec<Line>) {
    let small = page.iter().rev().take_while(|l| l.size * 100 < margins.body * 88).count();
    let from = page.len() - small;
    let marked = page.get(from).is_some_and(|l| l.text().starts_with(is_note_mark));
    if from > 0 && marked {
        notes.extend(page.split_off(from));
    }
    body.extend(page);
}

fn is_note_mark(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '①'..='⑳' | '[' | '\u{3014}' | '*' | '※' | '注')
}
