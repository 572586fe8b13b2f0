//! What one page shows: glyphs with their places, and how much of it is picture.

use hayro_cmap::BfString;

use super::geometry::{Matrix, Turn};
use super::state::State;

/// Pictures on less than this share of a page do not make it a scan.
const SCAN_SHARE: f64 = 0.1;
/// Curves that make a page one of drawn letters.
const DRAWN_CURVES: u64 = 1_000;

/// A glyph in page space: y down, page rotation undone.
pub(super) struct Glyph {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) advance: f32,
    pub(super) size: f32,
    /// Writing direction; `None` for a slanted one.
    pub(super) turn: Option<Turn>,
    pub(super) text: BfString,
    /// Drawn without ink.
    pub(super) invisible: bool,
}

/// Everything a page shows.
pub(super) struct Seen {
    pub(super) glyphs: Vec<Glyph>,
    /// Width and height after page rotation.
    pub(super) page: (f32, f32),
    /// Glyphs that stand for no known character.
    pub(super) unknown: u64,
    /// Curve segments drawn.
    pub(super) curves: u64,
    /// A part of the content could not be unpacked.
    pub(super) damaged: bool,
    pictured: f64,
}

impl Seen {
    pub(super) fn new(page: (f32, f32)) -> Self {
        Seen { glyphs: Vec::new(), page, unknown: 0, curves: 0, damaged: false, pictured: 0.0 }
    }

    /// Take a glyph at the current point. `em` is its advance in unscaled text space.
    pub(super) fn glyph(&mut self, text: Option<BfString>, state: &State, em: f64, vertical: bool) {
        let unknown = text.is_none();
        let placed = state.placed();
        let (x, y) = placed.point(0.0, 0.0);
        let ahead = if vertical { placed.vector(0.0, -state.size) } else { placed.vector(state.size, 0.0) };
        let (up_x, up_y) = placed.vector(0.0, state.size);
        let along = if vertical { placed.vector(0.0, -em) } else { placed.vector(em, 0.0) };
        let glyph = Glyph {
            x: x as f32,
            y: y as f32,
            advance: along.0.hypot(along.1) as f32,
            size: up_x.hypot(up_y) as f32,
            turn: Turn::of(ahead),
            text: text.map_or(BfString::Char(char::REPLACEMENT_CHARACTER), readable),
            invisible: state.invisible,
        };
        if self.on_page(&glyph) {
            self.unknown += u64::from(unknown);
            self.glyphs.push(glyph);
        }
    }

    /// Printers leave notes of their own beside the page.
    fn on_page(&self, glyph: &Glyph) -> bool {
        let (width, height) = self.page;
        let within = |at: f32, most: f32| at >= -glyph.size && at <= most + glyph.size;
        glyph.size.is_finite()
            && glyph.size > 0.0
            && glyph.advance.is_finite()
            && within(glyph.x, width)
            && within(glyph.y, height)
    }

    /// Count a picture drawn into the unit square of this space.
    pub(super) fn picture(&mut self, ctm: Matrix) {
        let [a, b, c, d, ..] = ctm.0;
        let area = (a * d - b * c).abs();
        if area.is_finite() {
            self.pictured += area;
        }
    }

    /// Whether the page shows something that may be writing and is not text.
    pub(super) fn looks_scanned(&self) -> bool {
        let area = f64::from(self.page.0) * f64::from(self.page.1);
        self.pictured > area * SCAN_SHARE || self.curves > DRAWN_CURVES
    }
}

/// Bullets of symbol fonts and drawing hints of ideographs are not text.
fn readable(text: BfString) -> BfString {
    match text {
        BfString::Char('\u{f020}'..='\u{f0ff}') => BfString::Char('•'),
        BfString::String(s) => BfString::String(
            s.replace(|c| matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'), ""),
        ),
        BfString::Char(c) => BfString::Char(c),
    }
}
