//! Points and matrices of page space, in the order PDF multiplies them.

/// A matrix `[a b c d e f]`: rows, so that a point is multiplied from the left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn shift(x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This matrix first, `outer` after it.
    pub(super) fn then(self, outer: Matrix) -> Matrix {
        let (m, o) = (self.0, outer.0);
        Matrix([
            m[0] * o[0] + m[1] * o[2],
            m[0] * o[1] + m[1] * o[3],
            m[2] * o[0] + m[3] * o[2],
            m[2] * o[1] + m[3] * o[3],
            m[4] * o[0] + m[5] * o[2] + o[4],
            m[4] * o[1] + m[5] * o[3] + o[5],
        ])
    }

    pub(super) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let (dx, dy) = self.vector(x, y);
        (dx + self.0[4], dy + self.0[5])
    }

    /// A direction with its length, without the shift.
    pub(super) fn vector(self, x: f64, y: f64) -> (f64, f64) {
        let m = self.0;
        (x * m[0] + y * m[2], x * m[1] + y * m[3])
    }
}

/// Quarter turns clockwise from left-to-right writing, as seen on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    None,
    Right,
    Half,
    Left,
}

impl Turn {
    pub(super) const ALL: [Turn; 4] = [Turn::None, Turn::Right, Turn::Half, Turn::Left];

    /// The turn of a writing direction in a space whose y runs down; `None` for a slanted one.
    pub(super) fn of((dx, dy): (f64, f64)) -> Option<Turn> {
        // Scans that were straightened lean by a degree or two; watermarks by thirty and more.
        let flat = |long: f64, short: f64| short.abs() <= long.abs() * 0.1;
        match (dx, dy) {
            _ if dx > 0.0 && flat(dx, dy) => Some(Turn::None),
            _ if dx < 0.0 && flat(dx, dy) => Some(Turn::Half),
            _ if dy > 0.0 && flat(dy, dx) => Some(Turn::Right),
            _ if dy < 0.0 && flat(dy, dx) => Some(Turn::Left),
            _ => None,
        }
    }

    /// Coordinates after turning a page of this size back, so that writing in this direction runs left to right.
    pub(super) fn upright(self, (x, y): (f32, f32), (width, height): (f32, f32)) -> (f32, f32) {
        match self {
            Turn::None => (x, y),
            Turn::Right => (y, width - x),
            Turn::Half => (width - x, height - y),
            Turn::Left => (height - y, x),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shift_inside_a_scale_is_scaled() {
        let scaled = Matrix::shift(1.0, 2.0).then(Matrix([10.0, 0.0, 0.0, 10.0, 5.0, 0.0]));
        assert_eq!(scaled.point(0.0, 0.0), (15.0, 20.0));
        assert_eq!(scaled.vector(1.0, 0.0), (10.0, 0.0));
    }

    #[test]
    fn the_next_glyph_stands_to_the_right_after_turning_back() {
        let page = (600.0, 800.0);
        for (step, turn) in [
            ((8.0, 0.0), Turn::None),
            ((0.0, 8.0), Turn::Right),
            ((-8.0, 0.0), Turn::Half),
            ((0.0, -8.0), Turn::Left),
        ] {
            assert_eq!(Turn::of(step), Some(turn));
            let here = turn.upright((300.0, 400.0), page);
            let next = turn.upright((300.0 + step.0 as f32, 400.0 + step.1 as f32), page);
            assert_eq!((next.0 - here.0, next.1 - here.1), (8.0, 0.0));
        }
        assert_eq!(Turn::of((5.0, 5.0)), None);
    }
}
