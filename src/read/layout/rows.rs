//! Pieces of text on one page to rows: by baseline, from left to right.

use super::Fragment;
use crate::text::{Span, ideograph};

/// A gap from which two pieces in a row may belong to different columns, in hundredths of the font size.
const APART: i64 = 90;
/// A gap from which a row is a row of a table.
pub(super) const CELL_GAP: i64 = 220;

/// Text in a row without a wide gap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Atom {
    pub(super) x: i64,
    pub(super) end: i64,
    pub(super) y: i64,
    pub(super) size: i64,
    pub(super) text: String,
}

/// All text of one baseline.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) y: i64,
    pub(super) size: i64,
    /// The usual gap between two characters: letter-spaced titles have a wide one.
    pub(super) spacing: i64,
    pub(super) atoms: Vec<Atom>,
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    x: i32,
    y: i32,
    width: i32,
    size: i32,
    text: Span,
}

/// The pieces of the page at work.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    text: String,
    all: Vec<Piece>,
}

/// Thousandths of the caller's unit: whole numbers sort and compare without surprises.
pub(super) fn mils(value: f32) -> i64 {
    // A cast from a float saturates, and a value that is not a number becomes 0.
    i64::from((value * 1000.0).clamp(-5e8, 5e8) as i32)
}

impl Pieces {
    pub(super) fn put(&mut self, fragment: &Fragment<'_>) {
        let placed = [fragment.x, fragment.y, fragment.width, fragment.height];
        let words = fragment.text.trim();
        if words.is_empty() || placed.iter().any(|v| !v.is_finite()) {
            return;
        }
        // Blanks at the start of a piece are an indent.
        let lead = fragment.text.len() - fragment.text.trim_start().len();
        let blanks = advance(fragment.text.get(..lead).unwrap_or(""));
        let (size, mut width) = (mils(fragment.height).max(1), mils(fragment.width).max(0));
        let shift = width * blanks / advance(fragment.text).max(1);
        width = (width - shift) * advance(words) / advance(fragment.text.trim_start()).max(1);
        let start = self.text.len();
        // The author wrote ideographs; that the font names them by radicals is the writer's doing.
        self.text.extend(words.chars().map(|c| ideograph(c).unwrap_or(c)));
        let text = Span::new(start, self.text.len());
        let x = mils(fragment.x) + shift;
        let y = mils(fragment.y);
        let small = |v: i64| i32::try_from(v).unwrap_or(i32::MAX / 2);
        self.all.push(Piece { x: small(x), y: small(y), width: small(width), size: small(size), text });
    }

    /// The rows of the page from top to bottom; leaves the collection empty.
    pub(super) fn take_rows(&mut self) -> Vec<Row> {
        let text = std::mem::take(&mut self.text);
        let mut pieces = std::mem::take(&mut self.all);
        pieces.sort_by_key(|p| p.y);
        let mut rows = Vec::new();
        let mut from = 0;
        while let Some(first) = pieces.get(from).copied() {
            let reach = |p: &Piece| i64::from(p.size.max(first.size)) * 45 / 100;
            let rest = pieces.get(from..).unwrap_or(&[]);
            let count = rest.iter().take_while(|p| i64::from(p.y) - i64::from(first.y) <= reach(p)).count();
            if let Some(row) = pieces.get_mut(from..from + count) {
                row.sort_by_key(|p| p.x);
                rows.push(Row::of(&text, row));
            }
            from += count.max(1);
        }
        rows
    }
}

impl Row {
    fn of(text: &str, pieces: &[Piece]) -> Row {
        let pieces = without_repeats(text, pieces);
        let singles: Vec<Atom> = pieces.iter().map(|piece| piece.atom(text)).collect();
        let size = mean(&singles, |a| a.size).max(1);
        let mut gaps: Vec<i64> = pieces.windows(2).map(|w| gap(&w[0], &w[1])).collect();
        gaps.sort_unstable();
        let spacing = gaps.get(gaps.len() / 3).copied().unwrap_or(0).max(0);
        let mut atoms: Vec<Atom> = Vec::new();
        for next in singles {
            match atoms.last_mut() {
                Some(last) if (next.x - last.end) * 100 <= size * APART => {
                    glue(last, &next, size, spacing);
                }
                _ => atoms.push(next),
            }
        }
        Row::from_atoms(atoms, spacing)
    }

    /// A row of these atoms, with the baseline and the size that most of it has.
    pub(super) fn from_atoms(atoms: Vec<Atom>, spacing: i64) -> Row {
        let (y, size) = (mean(&atoms, |a| a.y), mean(&atoms, |a| a.size).max(1));
        Row { y, size, spacing, atoms }
    }

    /// The whole row as one string, for comparing rows of several pages.
    pub(super) fn text(&self) -> String {
        let words: Vec<&str> = self.atoms.iter().map(|a| a.text.as_str()).collect();
        words.join(" ")
    }
}

impl Piece {
    fn atom(&self, text: &str) -> Atom {
        let x = i64::from(self.x);
        Atom {
            x,
            end: x + i64::from(self.width),
            y: i64::from(self.y),
            size: i64::from(self.size),
            text: text.get(self.text.range()).unwrap_or("").to_string(),
        }
    }
}

/// The mean of a measure, each atom counted by its width.
fn mean(atoms: &[Atom], of: fn(&Atom) -> i64) -> i64 {
    let width = |a: &Atom| (a.end - a.x).max(1);
    atoms.iter().map(|a| of(a) * width(a)).sum::<i64>() / atoms.iter().map(width).sum::<i64>().max(1)
}

fn gap(left: &Piece, right: &Piece) -> i64 {
    i64::from(right.x) - i64::from(left.x) - i64::from(left.width)
}

/// Bold type that is faked by drawing the same characters twice, a little apart.
fn without_repeats(text: &str, pieces: &[Piece]) -> Vec<Piece> {
    const LOOK_BACK: usize = 16;
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let near = i64::from(piece.size) / 5;
        let again = out.iter().rev().take(LOOK_BACK).any(|p| {
            let close = |a: i32, b: i32| (i64::from(a) - i64::from(b)).abs() <= near;
            close(p.x, piece.x)
                && close(p.y, piece.y)
                && text.get(p.text.range()) == text.get(piece.text.range())
        });
        if !again {
            out.push(*piece);
        }
    }
    out
}

/// Append `next` to `last`, with a blank where the page shows one.
pub(super) fn glue(last: &mut Atom, next: &Atom, size: i64, spacing: i64) {
    let gap = next.x - last.end;
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let both_latin = latin(last.text.chars().next_back()) && latin(next.text.chars().next());
    let (base, factor) = if both_latin { (10, 150) } else { (20, 200) };
    let wide = if both_latin { 15 } else { 45 };
    // Wider than the usual gap of the row: letter-spacing is not a blank.
    if gap * 100 >= size * wide && gap * 100 > spacing * factor + size * base {
        last.text.push(' ');
    }
    last.text.push_str(&next.text);
    let (old, new) = ((last.end - last.x).max(1), (next.end - next.x).max(1));
    last.y = (last.y * old + next.y * new) / (old + new);
    last.size = (last.size * old + next.size * new) / (old + new);
    last.end = last.end.max(next.end);
}

/// Width of a text in halves of a character cell.
pub(super) fn advance(text: &str) -> i64 {
    text.chars().map(|c| if (c as u32) < 0x2000 { 1 } else { 2 }).sum()
}
