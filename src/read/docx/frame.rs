//! Where marks around words may be set: right at a run, or only around what holds it.
//!
//! Word takes the marks of a comment among the children of a paragraph of the body and inside of links and
//! insertions. It ignores them in text boxes, and a field makes its result anew, so a mark in it would be lost.

use super::body::Pass;
use super::context::Element;
use crate::text::Span;

/// What is open in a paragraph of the body.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// Elements.
    depth: u32,
    /// Elements that take no marks.
    closed: u32,
    /// Fields that began in the paragraph and are open.
    fields: u32,
    /// The children that belong together hold a field.
    fielded: bool,
    /// Where the child at work begins.
    child: u32,
    /// Where the first of the children that belong together begins.
    first: u32,
    /// The runs of these children; those of the child at work from `new` on.
    runs: Vec<u32>,
    new: usize,
}

impl Pass<'_> {
    /// An element begins.
    pub(super) fn enter(&mut self, element: Element, start: u32) {
        let Some(paragraph) = self.paragraphs.last_mut().filter(|_| element != Element::Paragraph) else {
            return;
        };
        let frame = &mut paragraph.frame;
        if frame.depth == 0 {
            frame.child = start;
            if frame.fields == 0 {
                frame.first = start;
            }
        }
        frame.depth += 1;
        frame.closed += u32::from(element != Element::Wrapper);
    }

    /// An element ends; with it, perhaps, a child of the paragraph or a field.
    pub(super) fn leave(&mut self, element: Option<Element>, end: u32) {
        let Some(paragraph) = self.paragraphs.last_mut().filter(|_| element != Some(Element::Paragraph))
        else {
            return;
        };
        let frame = &mut paragraph.frame;
        frame.closed = frame.closed.saturating_sub(u32::from(element != Some(Element::Wrapper)));
        frame.depth = frame.depth.saturating_sub(1);
        if frame.depth > 0 {
            return;
        }
        let whole = frame.fields == 0;
        let (start, from) = if whole { (frame.first, 0) } else { (frame.child, frame.new) };
        for index in frame.runs.iter().skip(from) {
            if let Some(run) = self.story.runs.get_mut(*index as usize) {
                run.around = Span { start, end };
                run.open &= !(whole && frame.fielded);
            }
        }
        if whole {
            frame.runs.clear();
            frame.fielded = false;
        }
        frame.new = frame.runs.len();
    }

    /// Whether marks may stand right at a run that begins here.
    pub(super) fn takes_marks(&self) -> bool {
        matches!(self.paragraphs.as_slice(), [paragraph] if paragraph.frame.closed == 0)
    }

    /// A run has words. Those of a text box count for the paragraph that holds the box.
    pub(super) fn frame_run(&mut self, index: u32) {
        if let Some(paragraph) = self.paragraphs.first_mut() {
            paragraph.frame.runs.push(index);
        }
    }

    /// A field begins or ends in a paragraph of the body.
    pub(super) fn frame_field(&mut self, kind: &str) {
        let [paragraph] = self.paragraphs.as_mut_slice() else { return };
        let frame = &mut paragraph.frame;
        match kind {
            "begin" => {
                frame.fields += 1;
                frame.fielded = true;
            }
            "end" => frame.fields = frame.fields.saturating_sub(1),
            _ => {}
        }
    }
}
