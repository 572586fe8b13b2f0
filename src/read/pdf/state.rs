//! What the operators of a content stream set, as far as text needs it.

use std::rc::Rc;

use super::font::Font;
use super::geometry::Matrix;

/// Graphics and text state.
#[derive(Clone)]
pub(super) struct State {
    pub(super) ctm: Matrix,
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f64,
    pub(super) char_space: f64,
    pub(super) word_space: f64,
    /// Horizontal scale, 1 for 100 %.
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    /// Drawn without ink, as recognised text under a scan is.
    pub(super) invisible: bool,
    text: Matrix,
    line: Matrix,
}

impl State {
    pub(super) fn new(ctm: Matrix) -> Self {
        State {
            ctm,
            font: None,
            size: 1.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            invisible: false,
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
        }
    }

    pub(super) fn set_text_matrix(&mut self, matrix: Matrix) {
        self.text = matrix;
        self.line = matrix;
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.set_text_matrix(Matrix::shift(x, y).then(self.line));
    }

    /// Move along the line by a distance in unscaled text space.
    pub(super) fn advance(&mut self, distance: f64, vertical: bool) {
        let step =
            if vertical { Matrix::shift(0.0, distance) } else { Matrix::shift(distance * self.stretch, 0.0) };
        self.text = step.then(self.text);
    }

    /// Text space to page space at the current point.
    pub(super) fn placed(&self) -> Matrix {
        Matrix([self.stretch, 0.0, 0.0, 1.0, 0.0, self.rise]).then(self.text).then(self.ctm)
    }
}

/// Saved states. Pushes beyond the limit are only counted, so that the matching pops stay harmless.
pub(super) struct Saved {
    states: Vec<State>,
    uncounted: u64,
    most: usize,
}

impl Saved {
    pub(super) fn new(most: usize) -> Self {
        Saved { states: Vec::new(), uncounted: 0, most }
    }

    pub(super) fn push(&mut self, state: &State) {
        if self.states.len() < self.most {
            self.states.push(state.clone());
        } else {
            self.uncounted += 1;
        }
    }

    /// The state to go back to; `None` for a pop without a push.
    pub(super) fn pop(&mut self) -> Option<State> {
        if self.uncounted > 0 {
            self.uncounted -= 1;
            return None;
        }
        self.states.pop()
    }
}
