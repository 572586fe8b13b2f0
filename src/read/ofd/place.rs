//! Where a text object stands: its box, its transform and the steps between its characters.

use super::tree::numbers;
use crate::read::layout::Fragment;
use crate::read::xml::Tag;

/// Which way the characters of a piece run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Heading {
    Right,
    Down,
    Left,
    Up,
}

/// Characters that stand in a row, with the place of the first.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    boundary: [f32; 4],
    font: String,
    x: f32,
    y: f32,
    length: f32,
    size: f32,
    /// `None` for slanted text, which is a watermark.
    pub(super) heading: Option<Heading>,
    pub(super) text: String,
}

impl Piece {
    /// Whether another piece claims the very place of this one.
    pub(super) fn same_place(&self, other: &Piece) -> bool {
        let close = |a: f32, b: f32| (a - b).abs() < 0.001;
        self.heading == other.heading
            && close(self.x, other.x)
            && close(self.y, other.y)
            && self.boundary.iter().zip(other.boundary).all(|(a, b)| close(*a, b))
    }

    /// Whether it is the same text drawn again, to look bold.
    pub(super) fn same_ink(&self, other: &Piece) -> bool {
        self.text.ends_with(&other.text) && self.font == other.font
    }

    /// Go on with another piece of the same line.
    pub(super) fn append(&mut self, other: &Piece) {
        self.text.push_str(&other.text);
        self.font.clone_from(&other.font);
        self.length = self.boundary[2].max(self.length);
    }

    /// The piece on a page that is turned so that `heading` runs to the right.
    pub(super) fn upright(&self, heading: Heading) -> Fragment<'_> {
        let (x, y) = match heading {
            Heading::Right => (self.x, self.y),
            Heading::Down => (self.y, -self.x),
            Heading::Left => (-self.x, -self.y),
            Heading::Up => (-self.y, self.x),
        };
        Fragment { x, y, width: self.length, height: self.size, text: &self.text }
    }
}

/// A text object being read.
#[derive(Debug)]
pub(super) struct Object {
    boundary: [f32; 4],
    matrix: Matrix,
    size: f32,
    font: String,
    /// Place of the text code at work, in the object.
    at: [f32; 2],
    steps: [Steps; 2],
    text: String,
    pieces: Vec<Piece>,
}

/// The transform of an object, as six numbers: where the two axes point, and the origin.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Matrix([f32; 6]);

impl Matrix {
    const PLAIN: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn across(self) -> [f32; 2] {
        [self.0[0], self.0[1]]
    }

    fn down(self) -> [f32; 2] {
        [self.0[2], self.0[3]]
    }

    fn place(self, at: [f32; 2]) -> [f32; 2] {
        let axis = |n: usize| self.0[n] * at[0] + self.0[n + 2] * at[1] + self.0[n + 4];
        [axis(0), axis(1)]
    }
}

/// The way from each character to the next.
#[derive(Clone, Copy, Debug, Default)]
struct Steps {
    count: f32,
    sum: f32,
}

impl Object {
    pub(super) fn of(tag: &Tag<'_>) -> Object {
        // One generator writes the attribute in lower case.
        let size = tag.get("Size").or_else(|| tag.get("size"));
        let size = size.and_then(|s| s.trim().parse().ok()).filter(|s: &f32| s.is_finite() && *s > 0.0);
        Object {
            boundary: tag.get("Boundary").and_then(|b| numbers(&b)).unwrap_or_default(),
            matrix: tag.get("CTM").and_then(|m| numbers(&m)).map_or(Matrix::PLAIN, Matrix),
            size: size.unwrap_or(1.0),
            font: tag.get("Font").unwrap_or_default(),
            at: [0.0; 2],
            steps: [Steps::default(); 2],
            text: String::new(),
            pieces: Vec::new(),
        }
    }

    pub(super) fn begin_code(&mut self, tag: &Tag<'_>) {
        // A missing coordinate is that of the text code before.
        for (slot, name) in self.at.iter_mut().zip(["X", "Y"]) {
            let value = tag.get(name).and_then(|v| v.trim().parse().ok());
            *slot = value.filter(|v: &f32| v.is_finite()).unwrap_or(*slot);
        }
        self.steps = ["DeltaX", "DeltaY"].map(|name| tag.get(name).map(|d| steps(&d)).unwrap_or_default());
        self.text.clear();
    }

    pub(super) fn words(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(super) fn end_code(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        let [across, down] = self.steps;
        let vertical = down.sum.abs() > across.sum.abs();
        let run = if vertical { down } else { across };
        let direction = if vertical { self.matrix.down() } else { self.matrix.across() };
        let sign = if run.sum < 0.0 { -1.0 } else { 1.0 };
        let room = if vertical { self.boundary[3] - self.at[1] } else { self.boundary[2] - self.at[0] };
        let known = if self.matrix == Matrix::PLAIN { room.max(0.0) } else { 0.0 };
        let [x, y] = self.matrix.place(self.at);
        self.pieces.push(Piece {
            boundary: self.boundary,
            font: self.font.clone(),
            x: self.boundary[0] + x,
            y: self.boundary[1] + y,
            length: length(&text, run, self.size, known) * direction[0].hypot(direction[1]),
            size: self.size * self.matrix.down()[0].hypot(self.matrix.down()[1]),
            heading: heading(sign * direction[0], sign * direction[1]),
            text,
        });
    }

    pub(super) fn finish(self) -> Vec<Piece> {
        self.pieces
    }
}

/// `5.6 5.6 5.6`, or `g 3 5.6` for the same.
fn steps(text: &str) -> Steps {
    let mut out = Steps::default();
    let mut words = text.split_ascii_whitespace();
    while let Some(word) = words.next() {
        let times = if word.eq_ignore_ascii_case("g") { words.next() } else { None };
        let value = if times.is_some() { words.next() } else { Some(word) };
        let number = |w: Option<&str>| w.and_then(|w| w.parse::<f32>().ok()).filter(|v| v.is_finite());
        let times = if times.is_some() { number(times).unwrap_or(0.0).clamp(0.0, 1e5) } else { 1.0 };
        out.count += times;
        out.sum += times * number(value).unwrap_or(0.0);
    }
    out
}

/// Length of a text in its own direction; `room` is what its box leaves, 0 where that is not known.
fn length(text: &str, run: Steps, size: f32, room: f32) -> f32 {
    let cells = |c: char| if (c as u32) < 0x2000 { 0.5 } else { 1.0 };
    let last = text.chars().next_back().map_or(1.0, cells);
    let natural = size * text.chars().map(cells).sum::<f32>();
    let counted = if run.count > 0.0 { run.sum.abs() + last * size } else { natural };
    // Boxes are drawn tight around a line, or they cover the page.
    if room > 0.0 && ((room - counted).abs() <= size * 1.2 || counted > room) { room } else { counted }
}

fn heading(dx: f32, dy: f32) -> Option<Heading> {
    const SLANT: f32 = 0.2;
    if dy.abs() <= dx.abs() * SLANT {
        Some(if dx >= 0.0 { Heading::Right } else { Heading::Left })
    } else if dx.abs() <= dy.abs() * SLANT {
        Some(if dy >= 0.0 { Heading::Down } else { Heading::Up })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_steps_are_written_short() {
        for text in ["5.5 5.5 5.5 2", "g 3 5.5 2", "G 3 5.5 g 1 2"] {
            let found = steps(text);
            assert!((found.sum - 18.5).abs() < 0.001 && (found.count - 4.0).abs() < 0.001, "{text}");
        }
        assert!(steps("g").sum.abs() < 0.001);
    }

    #[test]
    fn slanted_text_has_no_heading() {
        assert_eq!(heading(1.0, 0.0), Some(Heading::Right));
        assert_eq!(heading(0.0, -1.0), Some(Heading::Up));
        assert_eq!(heading(0.7, 0.7), None);
    }
}
