//! Goes over the pages of a file: their content, and the fonts and drawings they share, every step counted.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_syntax::object::{Dict, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::Page;

use super::budget::Budget;
use super::font::Font;
use super::geometry::Matrix;
use super::glyphs::Seen;
use super::layers::Layers;
use super::maps::Maps;
use super::run::Run;
use super::state::State;
use crate::read::ReadError;

/// Steps that one byte of a form counts for each time the form is drawn, in 64ths.
const FORM_STEPS: u64 = 8;

/// What stays from page to page: the fonts and forms seen so far, and what all of it has cost.
pub(super) struct Walker<'l> {
    pub(super) budget: Budget<'l>,
    pub(super) layers: Layers,
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
        Run::over(self, seen, &data, page.resources(), start)
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

    /// A font, loaded once.
    pub(super) fn font(&mut self, dict: &Dict<'_>) -> Result<Rc<Font>, ReadError> {
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

    /// The content of a drawing, unpacked once.
    pub(super) fn form(&mut self, stream: &Stream<'_>) -> Result<Rc<[u8]>, ReadError> {
        if let Some(known) = self.forms.get(&stream.obj_id()) {
            self.budget.step(known.len() as u64 * FORM_STEPS / 64)?;
            return Ok(known.clone());
        }
        let data: Rc<[u8]> = self.budget.unpack(stream, 1)?.unwrap_or_default().into();
        self.forms.insert(stream.obj_id(), data.clone());
        Ok(data)
    }
}
