//! Running heads and page numbers: rows at the edges of a page that are not text of the document.

use std::collections::BTreeMap;

use super::Page;
use super::rows::Row;

/// Remove page numbers, then heads and feet that repeat, then page numbers they hid.
pub(super) fn remove(pages: &mut [Page]) {
    for page in pages.iter_mut() {
        remove_numbers(page);
    }
    for _ in 0..2 {
        remove_repeated(pages, first, |rows| drop(rows.remove(0)));
        remove_repeated(pages, last, |rows| drop(rows.pop()));
    }
    for page in pages.iter_mut() {
        remove_numbers(page);
    }
}

fn remove_numbers(page: &mut Page) {
    if page.rows.last().is_some_and(|row| is_page_number(&row.text())) {
        page.rows.pop();
    }
    if page.rows.first().is_some_and(|row| is_page_number(&row.text())) {
        page.rows.remove(0);
    }
}

/// `- 3 -`, `第3页 共8页`, `3/8`, `第三页`.
fn is_page_number(text: &str) -> bool {
    const MARKS: &str = "-/·.\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2500}\u{ff0d}\u{ff0f}";
    const WITH_WORDS: &str = "第页共,()\u{ff0c}\u{ff08}\u{ff09}";
    let in_words = text.contains('页');
    let is_digit = |c: char| {
        c.is_ascii_digit()
            || ('\u{ff10}'..='\u{ff19}').contains(&c)
            || (in_words && "一二三四五六七八九十百".contains(c))
    };
    let is_mark = |c: char| MARKS.contains(c) || (in_words && WITH_WORDS.contains(c));
    let mut signs = text.chars().filter(|c| !c.is_whitespace());
    let digits = text.chars().filter(|c| is_digit(*c)).count();
    (1..=8).contains(&digits) && signs.all(|c| is_digit(c) || is_mark(c))
}

/// The first row of a page, if it is set apart from the second.
fn first(rows: &[Row]) -> Option<&Row> {
    let [edge, next, ..] = rows else { return rows.first() };
    set_apart(edge, next, rows, next.y - edge.y).then_some(edge)
}

/// The last row of a page, if it is set apart from the one above.
fn last(rows: &[Row]) -> Option<&Row> {
    let [.., above, edge] = rows else { return rows.last() };
    set_apart(edge, above, rows, edge.y - above.y).then_some(edge)
}

fn set_apart(edge: &Row, beside: &Row, rows: &[Row], step: i64) -> bool {
    let mut steps: Vec<i64> = rows.windows(2).map(|w| w[1].y - w[0].y).collect();
    steps.sort_unstable();
    let usual = steps.get(steps.len() / 2).copied().unwrap_or(0);
    let other_size = edge.size * 100 < beside.size * 92 || edge.size * 92 > beside.size * 100;
    rows.len() <= 2 || other_size || step * 100 > usual * 120
}

/// Remove the edge row of every page on which it is, digits aside, the same as on most other pages.
fn remove_repeated(pages: &mut [Page], edge: fn(&[Row]) -> Option<&Row>, cut: fn(&mut Vec<Row>)) {
    const LEAST: usize = 3;
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let masks: Vec<Option<String>> =
        pages.iter().map(|p| edge(&p.rows).map(mask).filter(|m| !m.is_empty())).collect();
    for mask in masks.iter().flatten() {
        *seen.entry(mask.clone()).or_default() += 1;
    }
    let printed = masks.iter().flatten().count();
    for (page, mask) in pages.iter_mut().zip(masks) {
        let count = mask.and_then(|m| seen.get(&m).copied()).unwrap_or(0);
        // Left and right pages may have heads of their own.
        if count >= LEAST && count * 5 >= printed * 2 {
            cut(&mut page.rows);
        }
    }
}

/// The words of a row without its numbers: `第 9 页` and `第 10 页` are the same row.
fn mask(row: &Row) -> String {
    row.text().chars().filter(|c| !c.is_whitespace() && !c.is_numeric()).collect()
}
