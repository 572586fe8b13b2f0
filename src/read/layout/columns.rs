//! Rows of a page to lines in reading order: columns of text one after the other, rows of tables whole.

use super::margins::FrameKey;
use super::rows::{Atom, CELL_GAP, Row, advance, glue};
use super::{Line, Page};

/// Places across the page at which ink is counted.
const BINS: u16 = 256;
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
    let Some(strips) = Strips::of(rows) else { return Vec::new() };
    let mut out = Vec::new();
    let mut from = strips.from;
    for (start, end) in strips.free(rows) {
        out.push(Column { from, to: start });
        from = end;
    }
    out.push(Column { from, to: strips.from + strips.width });
    if out.iter().all(|c| c.is_text(rows)) { out } else { Vec::new() }
}

/// The width of the text on a page, cut into strips.
struct Strips {
    from: i64,
    width: i64,
}

impl Strips {
    fn of(rows: &[Row]) -> Option<Strips> {
        let atoms = || rows.iter().flat_map(|r| &r.atoms);
        let from = atoms().map(|a| a.x).min()?;
        let width = atoms().map(|a| a.end).max()? - from;
        (rows.len() >= LEAST_ROWS && width >= i64::from(BINS)).then_some(Strips { from, width })
    }

    fn strip(&self, x: i64) -> usize {
        usize::try_from((x - self.from) * i64::from(BINS) / self.width).unwrap_or(0).min(BINS.into())
    }

    fn place(&self, strip: u16) -> i64 {
        self.from + self.width * i64::from(strip) / i64::from(BINS)
    }

    /// The gaps between columns: where hardly a row has text, away from the margins.
    fn free(&self, rows: &[Row]) -> Vec<(i64, i64)> {
        // Differences of coverage: one up where text begins, one down where it ends.
        let mut steps = [0i64; BINS as usize + 2];
        for atom in rows.iter().flat_map(|r| &r.atoms) {
            steps[self.strip(atom.x)] += 1;
            steps[self.strip(atom.end) + 1] -= 1;
        }
        let count = i64::try_from(rows.len()).unwrap_or(i64::MAX / 100);
        let size = rows.iter().map(|r| r.size).sum::<i64>() / count.max(1);
        let mut out = Vec::new();
        let (mut covered, mut free) = (0i64, None);
        for (at, step) in (0..BINS).zip(steps) {
            covered += step;
            if covered * 100 <= count * 15 {
                free.get_or_insert(at);
            } else if let Some(start) = free.take()
                && (BINS / 6..BINS * 5 / 6).contains(&start)
                && (self.place(at) - self.place(start)) * 100 >= size * 80
            {
                out.push((self.place(start), self.place(at)));
            }
        }
        out
    }
}
