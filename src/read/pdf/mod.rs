//! PDF

mod budget;
mod collection;
mod encoding;
mod font;
mod geometry;
mod glyphs;
mod guard;
mod layers;
mod maps;
mod names;
mod state;
mod unpack;
mod walk;
mod widths;

pub(super) const FORMAT: &str = "pdf";
