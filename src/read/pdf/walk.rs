//! Runs the content of a page and collects the glyphs it shows, every step counted.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_syntax::content::{Instruction, UntypedIter};
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};

use super::budget::Budget;
use super::font::Font;
use super::geometry::Matrix;
use super::glyphs::Seen;
use super::layers::Layers;
use super::maps::Maps;
use super::state::{Saved, State};
use crate::read::{Limit, ReadError};

/// Drawings inside drawings.
const MOST_FORMS: usize = 12;
/// Steps that one shown glyph counts for: it is kept, an operator is not.
const GLYPH_STEPS: u64 = 10;
/// Steps that one byte of a form counts for each time the form is drawn, in 64ths.
const FORM_STEPS: u64 = 8;

/// What stays from page to page: the fonts and forms seen so far, and what all of it has cost.
pub(super) struct Walker<'l> {
    pub(super) budget: Budget<'l>,
    layers: Layers,
    maps: Maps,
    fonts: BTreeMap<ObjectIdentifier, Rc<Font>>,
    forms: BTreeMap<ObjectIdentifier, Rc<[u8]>>,
}

impl<'l> Walker<'l> {
    pub(super) fn new(budget: Budget<'l>, layers: Layers) -> Self {
        let (fonts, forms) = (BTreeMap::new(), BTreeMap::new());
        Walker { budget, layers, maps: Maps::default(), fonts, forms }
    }

    /// Everything a page shows.
    pub(super) fn page(&mut self, page: &Page<'_>) -> Result<Seen, ReadError> {
        let mut seen = Seen::new(page.render_dimensions());
        let data = self.contents(page, &mut seen)?;
        let start = State::new(Matrix(page.initial_transform(true).as_coeffs()));
        let mut run = Run { walker: self, seen, open: Vec::new() };
        run.content(&data, page.resources(), start)?;
        Ok(run.seen)
    }

    fn contents(&mut self, page: &Page<'_>, seen: &mut Seen) -> Result<Vec<u8>, ReadError> {
        let streams: Vec<Stream<'_>> = match page.raw().get::<Object<'_>>("Contents") {
            Some(Object::Stream(stream)) => vec![stream],
            Some(Object::Array(parts)) => parts.iter::<Stream<'_>>().collect(),
            _ => Vec::new(),
        };
        let mut out = Vec::new();
        for stream in streams {
            match self.budget.unpack(&stream, 1)? {
                Some(data) => out.extend_from_slice(&data),
                None => seen.damaged = true,
            }
            out.push(b'\n');
        }
        Ok(out)
    }

    fn font(&mut self, dict: &Dict<'_>) -> Result<Rc<Font>, ReadError> {
        let id = dict.obj_id();
        if let Some(known) = id.and_then(|id| self.fonts.get(&id)) {
            return Ok(known.clone());
        }
        let font = Rc::new(Font::load(dict, &mut self.maps, &mut self.budget)?);
        if let Some(id) = id {
            self.fonts.insert(id, font.clone());
        }
        Ok(font)
    }

    fn form(&mut self, stream: &Stream<'_>) -> Result<Rc<[u8]>, ReadError> {
        if let Some(known) = self.forms.get(&stream.obj_id()) {
            self.budget.step(known.len() as u64 * FORM_STEPS / 64)?;
            return Ok(known.clone());
        }
        let data: Rc<[u8]> = self.budget.unpack(stream, 1)?.unwrap_or_default().into();
        self.forms.insert(stream.obj_id(), data.clone());
        Ok(data)
    }
}

/// The run of one page.
struct Run<'w, 'l> {
    walker: &'w mut Walker<'l>,
    seen: Seen,
    /// The forms being drawn, outermost first.
    open: Vec<ObjectIdentifier>,
}

/// One content stream being run.
struct Frame<'r, 'a> {
    resources: &'r Resources<'a>,
    state: State,
    saved: Saved,
    /// For each open marked content, whether what is inside is left out.
    left_out: Vec<bool>,
}

impl Frame<'_, '_> {
    fn leaves_out(&self) -> bool {
        self.left_out.last().copied().unwrap_or(false)
    }
}

impl Run<'_, '_> {
    fn content(&mut self, data: &[u8], resources: &Resources<'_>, state: State) -> Result<(), ReadError> {
        let depth = self.walker.budget.limits().get(Limit::Depth) as usize;
        let mut frame = Frame { resources, state, saved: Saved::new(depth), left_out: Vec::new() };
        let mut instructions = UntypedIter::new(data);
        while let Some(instruction) = instructions.next() {
            self.walker.budget.step(1)?;
            if !place(&instruction, &mut frame) {
                self.show_or_draw(&instruction, &mut frame)?;
            }
        }
        Ok(())
    }

    /// Operators that show something or need the file.
    fn show_or_draw(
        &mut self,
        instruction: &Instruction<'_, '_>,
        frame: &mut Frame<'_, '_>,
    ) -> Result<(), ReadError> {
        match &**instruction.operator {
            b"Tj" => self.strings(instruction.operands(), frame),
            b"'" => {
                frame.state.next_line(0.0, -frame.state.leading);
                self.strings(instruction.operands(), frame)
            }
            b"\"" => {
                if let Some([word, char]) = numbers(instruction) {
                    frame.state.word_space = word;
                    frame.state.char_space = char;
                }
                frame.state.next_line(0.0, -frame.state.leading);
                self.strings(instruction.operands(), frame)
            }
            b"TJ" => match instruction.operands().next() {
                Some(Object::Array(items)) => self.adjusted(items, frame),
                _ => Ok(()),
            },
            b"Tf" => {
                let font = name(instruction).and_then(|name| frame.resources.get_font(name));
                frame.state.font = font.map(|dict| self.walker.font(&dict)).transpose()?;
                if let Some(Object::Number(size)) = instruction.operands().nth(1) {
                    frame.state.size = size.as_f64();
                }
                Ok(())
            }
            b"gs" => self.graphics_state(instruction, frame),
            b"Do" => self.draw(instruction, frame),
            b"BI" => {
                self.seen.picture(frame.state.ctm);
                Ok(())
            }
            b"BDC" => {
                let out = frame.leaves_out() || self.leaves_out(instruction, frame.resources);
                frame.left_out.push(out);
                Ok(())
            }
            b"c" | b"v" | b"y" => {
                self.seen.curves += 1;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn strings<'o, 'b: 'o>(
        &mut self,
        operands: impl Iterator<Item = &'o Object<'b>>,
        frame: &mut Frame<'_, '_>,
    ) -> Result<(), ReadError> {
        for operand in operands {
            if let Object::String(string) = operand {
                self.string(string.as_bytes(), frame)?;
            }
        }
        Ok(())
    }

    fn adjusted(&mut self, items: &Array<'_>, frame: &mut Frame<'_, '_>) -> Result<(), ReadError> {
        for item in items.iter::<Object<'_>>() {
            self.walker.budget.step(1)?;
            match item {
                Object::String(string) => self.string(string.as_bytes(), frame)?,
                Object::Number(thousandths) => {
                    let vertical = frame.state.font.as_ref().is_some_and(|f| f.vertical());
                    frame.state.advance(-thousandths.as_f64() / 1000.0 * frame.state.size, vertical);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn string(&mut self, bytes: &[u8], frame: &mut Frame<'_, '_>) -> Result<(), ReadError> {
        let state = &mut frame.state;
        let Some(font) = state.font.clone() else {
            self.seen.unknown += bytes.len() as u64;
            return Ok(());
        };
        let left_out = frame.left_out.last().copied().unwrap_or(false);
        let vertical = font.vertical();
        let mut rest = bytes;
        while let Some(code) = font.next(rest) {
            self.walker.budget.step(GLYPH_STEPS)?;
            let em = if vertical { 1000.0 } else { font.width(&code) } / 1000.0 * state.size;
            if !left_out {
                self.seen.glyph(font.text(&code), state, em, vertical);
            }
            let word = if code.value == 32 && code.len == 1 { state.word_space } else { 0.0 };
            let spacing = state.char_space + word;
            state.advance(if vertical { spacing - em } else { spacing + em }, vertical);
            rest = rest.get(code.len..).unwrap_or(&[]);
        }
        Ok(())
    }

    fn graphics_state(
        &mut self,
        instruction: &Instruction<'_, '_>,
        frame: &mut Frame<'_, '_>,
    ) -> Result<(), ReadError> {
        let set = name(instruction).and_then(|name| frame.resources.get_ext_g_state(name));
        let Some(pair) = set.and_then(|set| set.get::<Array<'_>>("Font")) else { return Ok(()) };
        let mut pair = pair.iter::<Object<'_>>();
        if let (Some(Object::Dict(font)), Some(Object::Number(size))) = (pair.next(), pair.next()) {
            frame.state.font = Some(self.walker.font(&font)?);
            frame.state.size = size.as_f64();
        }
        Ok(())
    }

    fn draw(
        &mut self,
        instruction: &Instruction<'_, '_>,
        frame: &mut Frame<'_, '_>,
    ) -> Result<(), ReadError> {
        let Some(stream) = name(instruction).and_then(|name| frame.resources.get_x_object(name)) else {
            return Ok(());
        };
        let dict = stream.dict();
        if frame.leaves_out() || !self.walker.layers.shows(dict, b"OC") {
            return Ok(());
        }
        if dict.get::<Name<'_>>("Subtype").is_some_and(|s| s.as_ref() == b"Image") {
            self.seen.picture(frame.state.ctm);
            return Ok(());
        }
        let id = stream.obj_id();
        // A form that draws itself shows nothing new.
        if self.open.len() >= MOST_FORMS || self.open.contains(&id) {
            return Ok(());
        }
        let data = self.walker.form(&stream)?;
        let mut state = frame.state.clone();
        if let Some(matrix) = dict.get::<[f64; 6]>("Matrix") {
            state.ctm = Matrix(matrix).then(state.ctm);
        }
        let own = dict.get::<Dict<'_>>("Resources").map(Resources::new);
        self.open.push(id);
        let done = self.content(&data, own.as_ref().unwrap_or(frame.resources), state);
        self.open.pop();
        done
    }

    /// Content in a layer that is off, and headers, footers and watermarks that the writer marked as such.
    fn leaves_out(&self, instruction: &Instruction<'_, '_>, resources: &Resources<'_>) -> bool {
        let (Some(tag), Some(list)) = (name(instruction), instruction.operands().nth(1)) else {
            return false;
        };
        match (tag.as_ref(), list) {
            (b"OC", Object::Name(layer)) => !self.walker.layers.shows(&resources.properties, layer.as_ref()),
            (b"Artifact", Object::Dict(dict)) => {
                dict.get::<Name<'_>>("Type").is_some_and(|t| t.as_ref() == b"Pagination")
            }
            (b"Artifact", Object::Name(list)) => resources
                .properties
                .get::<Dict<'_>>(list)
                .and_then(|dict| dict.get::<Name<'_>>("Type"))
                .is_some_and(|t| t.as_ref() == b"Pagination"),
            _ => false,
        }
    }
}

/// Operators that only change where and how text stands; false for any other.
fn place(instruction: &Instruction<'_, '_>, frame: &mut Frame<'_, '_>) -> bool {
    let state = &mut frame.state;
    match (&**instruction.operator, numbers::<1>(instruction), numbers::<2>(instruction)) {
        (b"q", ..) => frame.saved.push(state),
        (b"Q", ..) => {
            if let Some(saved) = frame.saved.pop() {
                *state = saved;
            }
        }
        (b"cm", ..) => {
            if let Some(matrix) = numbers(instruction) {
                state.ctm = Matrix(matrix).then(state.ctm);
            }
        }
        (b"Tm", ..) => {
            if let Some(matrix) = numbers(instruction) {
                state.set_text_matrix(Matrix(matrix));
            }
        }
        (b"BT", ..) => state.set_text_matrix(Matrix::IDENTITY),
        (b"T*", ..) => state.next_line(0.0, -state.leading),
        (b"Td", _, Some([x, y])) => state.next_line(x, y),
        (b"TD", _, Some([x, y])) => {
            state.leading = -y;
            state.next_line(x, y);
        }
        (b"Tc", Some([space]), _) => state.char_space = space,
        (b"Tw", Some([space]), _) => state.word_space = space,
        (b"Tz", Some([percent]), _) => state.stretch = percent / 100.0,
        (b"TL", Some([leading]), _) => state.leading = leading,
        (b"Ts", Some([rise]), _) => state.rise = rise,
        (b"Tr", Some([mode]), _) => state.invisible = matches!(mode as i64, 3 | 7),
        (b"BMC", ..) => {
            let out = frame.leaves_out();
            frame.left_out.push(out);
        }
        (b"EMC", ..) => {
            frame.left_out.pop();
        }
        _ => return false,
    }
    true
}

/// The first operands, if all of them are numbers.
fn numbers<const N: usize>(instruction: &Instruction<'_, '_>) -> Option<[f64; N]> {
    let mut out = [0.0; N];
    let mut operands = instruction.operands();
    for slot in &mut out {
        let Object::Number(number) = operands.next()? else { return None };
        *slot = number.as_f64();
    }
    Some(out)
}

/// The first operand, if it is a name.
fn name<'i, 'b>(instruction: &Instruction<'i, 'b>) -> Option<&'i Name<'b>> {
    match instruction.operands().next()? {
        Object::Name(name) => Some(name),
        _ => None,
    }
}
