//! The marks of all comments, set into the main part in one go.
//!
//! Comes in: anchors with the ids of their comments. Goes out: the text of the part with the marks. Everything else
//! stays as it is written, but for runs that are cut in two.

use std::collections::BTreeMap;

use super::anchor::{Anchor, Edge};
use super::run::{Pieces, Side};
use super::{Unmarked, Vocabulary};
use crate::read::docx::Anatomy;

/// Marks to be set, by run.
#[derive(Debug, Default)]
pub(super) struct Marks {
    by_run: BTreeMap<u32, Vec<(u32, Side, i64)>>,
}

/// What is written at one byte of the part, in this order.
#[derive(Debug, Default)]
struct Slot {
    /// Says that the blanks of a text count.
    blanks: bool,
    close: String,
    /// Ends of words, and the comments that hang there.
    ends: String,
    starts: String,
    open: String,
}

impl Marks {
    /// Put a comment around words.
    pub(super) fn set(&mut self, anchor: Anchor, id: i64) {
        for (Edge { run, at }, side) in [(anchor.start, Side::Before), (anchor.end, Side::After)] {
            self.by_run.entry(run).or_default().push((at, side, id));
        }
    }

    /// The text of the part with all marks.
    pub(super) fn write(&self, file: &Anatomy, words: &Vocabulary) -> Result<String, Unmarked> {
        let slots = self.slots(file, words)?;
        let mut out = String::with_capacity(file.xml.len() + slots.len() * 200);
        let mut done = 0;
        for (at, slot) in slots {
            let at = at as usize;
            out.push_str(file.xml.get(done..at).unwrap_or(""));
            out.push_str(if slot.blanks { " xml:space=\"preserve\"" } else { "" });
            for words in [slot.close, slot.ends, slot.starts, slot.open] {
                out.push_str(&words);
            }
            done = at;
        }
        out.push_str(file.xml.get(done..).unwrap_or(""));
        Ok(out)
    }

    fn slots(&self, file: &Anatomy, words: &Vocabulary) -> Result<BTreeMap<u32, Slot>, Unmarked> {
        let mut slots: BTreeMap<u32, Slot> = BTreeMap::new();
        for (index, marks) in &self.by_run {
            let Some(run) = file.runs.get(*index as usize).copied() else { continue };
            let pieces = Pieces::of(file, run)?;
            for &(at, side, id) in marks {
                let cut = pieces.cut(at, side);
                if let Some(at) = cut.blanks {
                    slots.entry(at).or_default().blanks = true;
                }
                let slot = slots.entry(cut.at).or_default();
                (slot.close, slot.open) = (cut.close, cut.open);
                match side {
                    Side::Before => slot.starts.push_str(&words.range_start(id)),
                    Side::After => {
                        slot.ends.push_str(&words.range_end(id));
                        // In a link it would be part of the link, among inserted words it would be inserted.
                        let wrapped = run.open && run.around != run.xml;
                        let beside = if wrapped { slots.entry(run.around.end).or_default() } else { slot };
                        // Right after its own end: programs show the comments of one place in this order.
                        beside.ends.push_str(&words.reference(id));
                    }
                }
            }
        }
        Ok(slots)
    }
}

impl Vocabulary {
    fn range_start(&self, id: i64) -> String {
        let Vocabulary { w, declares, .. } = self;
        format!("<{w}commentRangeStart{declares} {w}id=\"{id}\"/>")
    }

    fn range_end(&self, id: i64) -> String {
        let Vocabulary { w, declares, .. } = self;
        format!("<{w}commentRangeEnd{declares} {w}id=\"{id}\"/>")
    }

    fn reference(&self, id: i64) -> String {
        let Vocabulary { w, declares, .. } = self;
        format!("<{w}r{declares}><{w}commentReference {w}id=\"{id}\"/></{w}r>")
    }
}
