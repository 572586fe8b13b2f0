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
    let said = text.contains('页');
    let mut digits = 0;
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '0'..='9' | '\u{ff10}'..='\u{ff19}' => digits += 1,
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' if said => {
                digits += 1
            }
            '第' | '页' | '共' if said => {}
            '-' | '/' | '·' | '.' | '\u{2010}'..='\u{2015}' | '\u{2500}' | '\u{ff0d}' | '\u{ff0f}' => {}
            '\u{ff0c}' | ',' | '(' | ')' | '\u{ff08}' | '\u{ff09}' if said => {}
            _ => return false,
        }
    }
    (1..=8).contains(&digits)
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
    let masks: Vec<Option<String>> = pages.iter().map(|p| edge(&p.rows).map(mask)).collect();
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

fn mask(row: &Row) -> String {
    let digit = |c: char| if c.is_numeric() { '0' } else { c };
    let mut out: String = row.text().chars().filter(|c| !c.is_whitespace()).map(digit).collect();
    out.dedup_zeros();
    out
}

/// `第 9 页` and `第 10 页` are the same row.
trait DedupZeros {
    fn dedup_zeros(&mut self);
}

impl DedupZeros for String {
    fn dedup_zeros(&mut self) {
        let mut last = ' ';
        self.retain(|c| {
            let keep = !(c == '0' && last == '0');
            last = c;
            keep
        });
    }
}
