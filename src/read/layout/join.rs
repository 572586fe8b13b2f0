//! Lines to paragraphs: where a line goes on and where a new paragraph begins.

use super::apart::is_contents;
use super::margins::Margins;
use super::rows::advance;
use super::{Line, Paragraph, tables};
use crate::read::paragraphs::starts_item;
use crate::text::{BlockKind, CellRef};

impl Line {
    pub(super) fn x(&self) -> i64 {
        self.cells.first().map_or(0, |c| c.x)
    }

    pub(super) fn end(&self) -> i64 {
        self.cells.last().map_or(0, |c| c.end)
    }

    /// The words of a line of text, or of the first cell of a row.
    pub(super) fn text(&self) -> &str {
        self.cells.first().map_or("", |c| c.text.as_str())
    }

    fn whole_text(&self) -> String {
        let words: Vec<&str> = self.cells.iter().map(|c| c.text.as_str()).collect();
        words.join(" ")
    }
}

/// Join lines to paragraphs.
pub(super) fn paragraphs(lines: &[Line], margins: &Margins) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::new();
    let (mut at, mut table) = (0, 0);
    while let Some(line) = lines.get(at) {
        let rows = tables::rows(lines.get(at..).unwrap_or(&[]));
        if rows >= 2 {
            table += 1;
            for (line, row) in lines.iter().skip(at).take(rows).zip(1..) {
                out.extend(cells(line, table, row));
            }
            at += rows;
            continue;
        }
        let before = at.checked_sub(1).and_then(|i| lines.get(i));
        match (before, out.last_mut()) {
            (Some(before), Some(last)) if goes_on(&last.text, before, line, margins) => {
                append(&mut last.text, line.text());
            }
            _ => {
                let text = line.whole_text();
                let kind = if is_contents(&text) { BlockKind::Contents } else { BlockKind::Paragraph };
                out.push(Paragraph { page: line.page, text, kind });
            }
        }
        at += 1;
    }
    out
}

fn cells(line: &Line, table: u32, row: u32) -> impl Iterator<Item = Paragraph> + '_ {
    line.cells.iter().zip(1..).map(move |(cell, column)| Paragraph {
        page: line.page,
        text: cell.text.clone(),
        kind: BlockKind::Cell(CellRef { table, row, column }),
    })
}

/// Whether `next` continues the paragraph that reads `so_far` and ends with `line`.
fn goes_on(so_far: &str, line: &Line, next: &Line, margins: &Margins) -> bool {
    let alike = line.size * 100 <= next.size * 115 && next.size * 100 <= line.size * 115;
    if line.cells.len() != 1 || next.cells.len() != 1 || !alike {
        return false;
    }
    if is_contents(line.text()) || is_contents(next.text()) {
        return false;
    }
    let step = next.y - line.y;
    let same_column = line.page == next.page && line.frame == next.frame;
    if is_title(line, margins) && is_title(next, margins) {
        return same_column
            && step * 10 <= line.size * 25
            && !ended(line.text())
            && !starts_item(next.text());
    }
    let frame = margins.frame(next);
    if same_column && (step <= 0 || step * 100 > frame.pitch.saturating_mul(145)) {
        return false;
    }
    if !(-120..=120).contains(&margins.indent(next)) {
        return false;
    }
    if margins.begins_heading(next.text()) {
        return false;
    }
    let own = margins.frame(line);
    let room = own.right - line.end();
    if room * 2 < first_piece(next.text()) * next.size || is_open(so_far) {
        return true;
    }
    let broken_early = (line.end() - own.left) * 2 >= own.right - own.left;
    (margins.indents || margins.marked) && margins.indent(line) <= 290 && broken_early && !ended(line.text())
}

/// A centred line in larger type.
fn is_title(line: &Line, margins: &Margins) -> bool {
    let frame = margins.frame(line);
    let middle = i64::midpoint(line.x(), line.end()) - i64::midpoint(frame.left, frame.right);
    line.size * 100 > margins.body * 115 && middle.abs() * 100 <= (frame.right - frame.left) * 6
}

pub(super) fn ended(text: &str) -> bool {
    const ENDS: [char; 8] = ['。', '\u{ff1a}', ':', '\u{ff1b}', ';', '\u{ff01}', '\u{ff1f}', '?'];
    let text = text.trim_end_matches(['”', '\u{2019}', '\u{ff09}', ')']);
    text.ends_with(ENDS)
}

/// Whether a title or a bracket was opened shortly before the end and not closed: no paragraph ends there.
fn is_open(text: &str) -> bool {
    const REACH: usize = 80;
    let mut closed = 0;
    for c in text.chars().rev().take(REACH) {
        match c {
            '》' | '\u{ff09}' | '\u{3015}' => closed += 1,
            '《' | '\u{ff08}' | '\u{3014}' if closed == 0 => return true,
            '《' | '\u{ff08}' | '\u{3014}' => closed -= 1,
            _ => {}
        }
    }
    false
}

/// Width of what a line break could not have cut off the start of a line, in half character cells.
fn first_piece(text: &str) -> i64 {
    const OPENING: [char; 8] = ['“', '\u{2018}', '《', '〈', '\u{ff08}', '(', '\u{3014}', '【'];
    const CLOSING: &str = "。、”’》〉】〕·…—\u{ff0c}\u{ff1b}\u{ff1a}\u{ff01}\u{ff1f}\u{ff09}),;:!?%\u{ff05}";
    let mut piece = String::new();
    let mut words = false;
    for c in text.chars().take(40) {
        let number = c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/');
        let closes = CLOSING.contains(c) && !piece.is_empty();
        if words && !closes && !(number && piece.ends_with(|l: char| l.is_ascii_alphanumeric() || l == '.')) {
            break;
        }
        words |= !OPENING.contains(&c);
        piece.push(c);
    }
    advance(&piece)
}

fn append(text: &mut String, next: &str) {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    if latin(text.chars().next_back()) && latin(next.chars().next()) {
        text.push(' ');
    }
    text.push_str(next);
}
