//! One page: text objects with their places.
//!
//! Comes in: the XML of a page. Goes out: pieces of text. Templates, pictures and paths are left out.

use super::FORMAT;
use super::place::{Object, Piece};
use super::tree::numbers;
use crate::read::xml::{Event, Tag, Xml};
use crate::read::{Limit, Limits, ReadError};

/// Steps of work that a text code stands for: a page has a few thousand.
const STEPS: u64 = 40;

/// What stands on a page.
#[derive(Debug, Default)]
pub(super) struct PageText {
    pub(super) pieces: Vec<Piece>,
    /// Size of the paper, if the page says so.
    pub(super) paper: Option<[f32; 4]>,
    /// There are pictures or drawings.
    pub(super) pictures: bool,
    /// There is text that is not shown.
    pub(super) hidden: bool,
}

/// Read a page.
pub(super) fn read(text: &str, name: &str, limits: &Limits) -> Result<PageText, ReadError> {
    let mut xml = Xml::new(text, name, FORMAT, limits);
    let mut page = PageText::default();
    let mut object: Option<Object> = None;
    let mut open = Vec::new();
    let mut codes = 0;
    while let Some(event) = xml.next()? {
        match event {
            Event::Open(tag) => {
                let element = element(&tag);
                match element {
                    Element::Hidden | Element::Skipped => {
                        page.hidden |= element == Element::Hidden;
                        xml.skip()?;
                        continue;
                    }
                    Element::Picture => page.pictures = true,
                    Element::Text => object = Some(Object::of(&tag)),
                    Element::Code => {
                        if let Some(object) = &mut object {
                            object.begin_code(&tag);
                        }
                    }
                    Element::Paper | Element::Other => {}
                }
                open.push(element);
            }
            Event::Close(_) => match open.pop() {
                Some(Element::Text) => page.take(object.take()),
                Some(Element::Code) => {
                    codes += 1;
                    limits.check(Limit::Work, FORMAT, codes * STEPS)?;
                    if let Some(object) = &mut object {
                        object.end_code();
                    }
                }
                _ => {}
            },
            Event::Text(text, _) => match (open.last(), &mut object) {
                (Some(Element::Code), Some(object)) => object.words(&text),
                (Some(Element::Paper), _) => page.paper = page.paper.or_else(|| numbers(&text)),
                _ => {}
            },
        }
    }
    Ok(page)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Text,
    Code,
    Paper,
    Picture,
    Hidden,
    Skipped,
    Other,
}

fn element(tag: &Tag<'_>) -> Element {
    match tag.name() {
        "TextObject" => {
            let invisible = tag.get("Visible").is_some_and(|v| v.eq_ignore_ascii_case("false"));
            if invisible || tag.get("Alpha").as_deref() == Some("0") {
                Element::Hidden
            } else {
                Element::Text
            }
        }
        "TextCode" => Element::Code,
        "PhysicalBox" => Element::Paper,
        "ImageObject" | "PathObject" | "CompositeObject" => Element::Picture,
        // The numbers of glyphs in a font; the characters stand in the text code.
        "CGTransform" | "Clips" | "Actions" => Element::Skipped,
        _ => Element::Other,
    }
}

impl PageText {
    /// Add the pieces of an object. One generator cuts a line into objects that all have the place of the line.
    fn take(&mut self, object: Option<Object>) {
        let Some(object) = object else { return };
        let mut pieces = object.finish().into_iter();
        if let (Some(last), Some(first)) = (self.pieces.last_mut(), pieces.as_slice().first())
            && last.same_place(first)
        {
            if !last.same_ink(first) {
                last.append(first);
            }
            pieces.next();
        }
        self.pieces.extend(pieces);
    }
}
