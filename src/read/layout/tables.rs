//! Rows with wide gaps that follow each other are a table, and each of their pieces is a cell.

use super::Line;

/// A table wider than this is judged by its first columns.
const WIDEST: usize = 64;

/// How many of these lines, from the first, are rows of one table; fewer than two are none.
pub(super) fn rows(lines: &[Line]) -> usize {
    let mut count = usize::from(lines.first().is_some_and(|l| l.cells.len() > 1));
    if count == 0 {
        return 0;
    }
    count += lines.windows(2).take_while(|pair| same_table(&pair[0], &pair[1])).count();
    count
}

fn same_table(above: &Line, below: &Line) -> bool {
    if below.cells.len() < 2 {
        return false;
    }
    let near = above.size.max(below.size);
    let middle = |x: i64, end: i64| x + (end - x) / 2;
    let aligned = above.cells.iter().take(WIDEST).skip(1).any(|a| {
        below.cells.iter().take(WIDEST).skip(1).any(|b| {
            (a.x - b.x).abs() <= near
                || (a.end - b.end).abs() <= near
                || (middle(a.x, a.end) - middle(b.x, b.end)).abs() <= near
        })
    });
    aligned || above.cells.len() == below.cells.len()
}
