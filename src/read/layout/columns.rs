//! Rows of a page to lines in reading order: columns of text one after the other, rows of tables whole.

use super::margins::FrameKey;
use super::rows::{Atom, CELL_GAP, Row, advance, glue};
use super::{Line, Page};

/// Places across the page at which ink is counted.
const BINS: usize = 256;
/// Fewer rows than this do not make columns.
const LEAST_ROWS: usize = 6;

/// The lines of a page in reading order.
pub(super) fn lines(page: Page) -> Vec<Line> {
    let columns = columns(&page.rows);
    let mut sorter = Sorter { number: page.number, width: page.width, count: columns.len(), out: Vec::new() };
    if columns.len() < 2 {
        for row in page.rows {
            sorter.whole(row);
        }
        return sorter.out;
    }
    let mut pending: Vec<Vec<Row>> = columns.iter().map(|_| Vec::new()).collect();
    for row in page.rows {
        let home = |atom: &Atom| columns.iter().position(|c| c.holds(atom, row.size));
        let homes: Option<Vec<usize>> = row.atoms.iter().map(home).collect();
        let Some(homes) = homes else {
            // Text across the columns ends them: what stands above is read first.
            sorter.flush(&mut pending);
            sorter.whole(row);
            continue;
        };
        for (column, rows) in pending.iter_mut().enumerate() {
            let atoms = row.atoms.iter().zip(&homes).filter(|(_, h)| **h == column);
            let atoms: Vec<Atom> = atoms.map(|(a, _)| a.clone()).collect();
            if !atoms.is_empty() {
                rows.push(Row::from_atoms(atoms, row.spacing));
            }
        }
    }
    sorter.flush(&mut pending);
    sorter.out
}

struct Sorter {
    number: u32,
    width: i64,
    count: usize,
    out: Vec<Line>,
}

impl Sorter {
    fn whole(&mut self, row: Row) {
        let frame = FrameKey { width: self.width, columns: 1, column: 0 };
        self.push(row, frame);
    }

    fn flush(&mut self, pending: &mut [Vec<Row>]) {
        for (column, rows) in pending.iter_mut().enumerate() {
            let frame = FrameKey { width: self.width, columns: self.count, column };
            rows.drain(..).for_each(|row| self.push(row, frame));
        }
    }

    fn push(&mut self, row: Row, frame: FrameKey) {
        let cells = cells(row.atoms, row.size, row.spacing);
        self.out.push(Line { page: self.number, frame, y: row.y, size: row.size, cells });
    }
}

/// The cells of a row; one for a line of text.
fn cells(atoms: Vec<Atom>, size: i64, spacing: i64) -> Vec<Atom> {
    let letters = atoms.iter().all(|a| a.text.chars().count() == 1 && advance(&a.text) == 2);
    // A title such as 通 知, spread over the line.
    let spread = letters && (2..=12).contains(&atoms.len());
    let mut out: Vec<Atom> = Vec::new();
    for atom in atoms {
        match out.last_mut() {
            Some(last) if spread => {
                last.text.push_str(&atom.text);
                last.end = atom.end;
            }
            Some(last) if (atom.x - last.end) * 100 <= size * CELL_GAP => glue(last, &atom, size, spacing),
            _ => out.push(atom),
        }
    }
    out
}

/// One column of text on a page.
#[derive(Clone, Copy, Debug)]
struct Column {
    from: i64,
    to: i64,
}

impl Column {
    fn holds(self, atom: &Atom, size: i64) -> bool {
        atom.x >= self.from - size / 2 && atom.end <= self.to + size / 2
    }

    /// Columns of text have full lines; columns of a table have short ones.
    fn is_text(self, rows: &[Row]) -> bool {
        let inside = rows.iter().flat_map(|r| r.atoms.iter().filter(move |a| self.holds(a, r.size)));
        let widths: Vec<i64> = inside.map(|a| a.end - a.x).collect();
        let widest = widths.iter().max().copied().unwrap_or(0);
        let full = widths.iter().filter(|w| **w * 100 >= widest * 85).count();
        full >= LEAST_ROWS / 2 && full * 5 >= widths.len() * 2 && widest * 10 >= (self.to - self.from) * 7
    }
}

/// The columns of a page, if nearly all rows leave the same strips free.
fn columns(rows: &[Row]) -> Vec<Column> {
    let atoms = || rows.iter().flat_map(|r| &r.atoms);
    let (Some(lo), Some(hi)) = (atoms().map(|a| a.x).min(), atoms().map(|a| a.end).max()) else {
        return Vec::new();
    };
    let width = hi - lo;
    if rows.len() < LEAST_ROWS || width < BINS as i64 {
        return Vec::new();
    }
    let bin = |x: i64| usize::try_from((x - lo) * BINS as i64 / width).unwrap_or(0).min(BINS);
    // Differences of coverage: one up where ink begins, one down where it ends.
    let mut steps = [0i64; BINS + 2];
    for atom in atoms() {
        steps[bin(atom.x)] += 1;
        steps[bin(atom.end) + 1] -= 1;
    }
    let most = (rows.len() * 15 / 100) as i64;
    let size = rows.iter().map(|r| r.size).sum::<i64>() / rows.len() as i64;
    let place = |bin: usize| lo + width * bin as i64 / BINS as i64;
    let mut out = Vec::new();
    let (mut covered, mut from, mut free) = (0i64, lo, None);
    for (at, step) in steps.iter().enumerate().take(BINS) {
        covered += step;
        if covered <= most {
            free.get_or_insert(at);
        } else if let Some(start) = free.take()
            && (BINS / 6..BINS * 5 / 6).contains(&start)
            && (place(at) - place(start)) * 100 >= size * 80
        {
            out.push(Column { from, to: place(start) });
            from = place(at);
        }
    }
    out.push(Column { from, to: hi });
    if out.iter().all(|c| c.is_text(rows)) { out } else { Vec::new() }
}
