//! Runs a content stream and those it draws, and collects the glyphs they show.

use hayro_syntax::content::{Instruction, UntypedIter};
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier};
use hayro_syntax::page::Resources;

use super::geometry::Matrix;
use super::glyphs::Seen;
use super::inline;
use super::operators::{name, numbers, place};
use super::state::{Saved, State};
use super::walk::Walker;
use crate::read::{Limit, ReadError};

/// Drawings inside drawings.
const MOST_FORMS: usize = 12;
/// Steps that one shown glyph counts for: it is kept, an operator is not.
const GLYPH_STEPS: u64 = 10;

/// The run of one page.
pub(super) struct Run<'w, 'l> {
    walker: &'w mut Walker<'l>,
    seen: Seen,
    /// The forms being drawn, outermost first.
    open: Vec<ObjectIdentifier>,
}

/// One content stream being run.
pub(super) struct Frame<'r, 'a> {
    resources: &'r Resources<'a>,
    pub(super) state: State,
    pub(super) saved: Saved,
    /// For each open marked content, whether what is inside is left out.
    pub(super) left_out: Vec<bool>,
}

impl Frame<'_, '_> {
    /// Whether what is shown now is left out.
    pub(super) fn leaves_out(&self) -> bool {
        self.left_out.last().copied().unwrap_or(false)
    }
}

impl<'w, 'l> Run<'w, 'l> {
    /// Run the content of a page.
    pub(super) fn over(
        walker: &'w mut Walker<'l>,
        seen: Seen,
        data: &[u8],
        resources: &Resources<'_>,
        start: State,
    ) -> Result<Seen, ReadError> {
        let mut run = Run { walker, seen, open: Vec::new() };
        run.content(data, resources, start)?;
        Ok(run.seen)
    }

    fn content(&mut self, data: &[u8], resources: &Resources<'_>, state: State) -> Result<(), ReadError> {
        let depth = self.walker.budget.limits().get(Limit::Depth) as usize;
        let mut frame = Frame { resources, state, saved: Saved::new(depth), left_out: Vec::new() };
        self.walker.budget.step(inline::steps(data))?;
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
            b"Tf" => self.set_font(instruction, frame),
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

    fn set_font(
        &mut self,
        instruction: &Instruction<'_, '_>,
        frame: &mut Frame<'_, '_>,
    ) -> Result<(), ReadError> {
        let font = name(instruction).and_then(|name| frame.resources.get_font(name));
        frame.state.font = font.map(|dict| self.walker.font(&dict)).transpose()?;
        if let Some(Object::Number(size)) = instruction.operands().nth(1) {
            frame.state.size = size.as_f64();
        }
        Ok(())
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
