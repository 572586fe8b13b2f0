//! Word files: `.docx`, `.docm`, strict, flat and Word 2003 XML.
//!
//! Comes in: bytes. Goes out: the final text as Word shows it, and for each character where it stands in the
//! part, so that marks can later be put into the user's own file.

mod assemble;
mod body;
mod context;
mod counters;
mod frame;
mod numbering;
mod paragraphs;
mod parts;
mod relations;
mod runs;
mod story;
mod styles;
mod tables;

use std::rc::Rc;

use super::package::{self, Package};
use super::{About, Input, Limit, Limits, ReadError, Reader, notices};
use crate::text::{Source, Warning};

use assemble::Assembly;
use body::Keep;
use numbering::Numbering;
use parts::{Part, Parts};
pub(crate) use relations::{Relation, relations, relations_of};
use story::{NoteKind, Seen, Story};
pub(crate) use story::{Piece, Run};
use styles::Styles;

const FORMAT: &str = "docx";

/// Word files.
#[derive(Debug)]
pub(super) struct Docx;

impl Reader for Docx {
    fn about(&self) -> About {
        About {
            format: FORMAT,
            extensions: &["docx", "docm", "dotx", "dotm"],
            keeps: "段落、标题级别、自动编号、表格单元格、文本框、脚注和尾注;修订按接受后的文字",
            loses: "批注、页眉页脚、页码、隐藏文字、图片、嵌入的其他文件",
            places: "段落、单元格、页(按分页标记估计)",
            limits: &Limit::OF_PACKAGES,
        }
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        package::kind(input.bytes) == Some(Package::Docx) || parts::is_word_xml(input.bytes)
    }

    fn read(&self, input: &Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
        anatomy(input.bytes, limits).map(|anatomy| anatomy.source)
    }
}

/// A Word file taken apart: its text, and where each word stands in the main part.
#[derive(Debug)]
pub(crate) struct Anatomy {
    /// The text.
    pub(crate) source: Source,
    /// Name of the main part in the package; empty for a file that is one XML document.
    pub(crate) part: String,
    /// The XML that the spans of pieces and runs count in, decoded.
    pub(crate) xml: Rc<String>,
    /// Where the words of the body stand, in the order of the text. Automatic numbers and notes have none.
    pub(crate) pieces: Vec<Piece>,
    /// The runs of the main part.
    pub(crate) runs: Vec<Run>,
}

/// Take a Word file apart.
pub(crate) fn anatomy(bytes: &[u8], limits: &Limits) -> Result<Anatomy, ReadError> {
    let mut parts = Parts::open(bytes, limits)?;
    let main = parts.main()?;
    check_root(&main, limits)?;
    let styles = match parts.related(&main, "styles")? {
        Some(part) => Styles::read(&part, limits)?,
        None => Styles::default(),
    };
    let numbering = match parts.related(&main, "numbering")? {
        Some(part) => Numbering::read(&part, limits)?,
        None => Numbering::default(),
    };
    let story = body::read(&main, Keep::Pieces, &styles, limits)?;
    let mut seen = story.seen;
    let mut assembly = Assembly::new(&styles, &numbering, limits);
    assembly.body(&story)?;
    assembly.inner_notes(&story)?;
    for (kind, relation) in [(NoteKind::Foot, "footnotes"), (NoteKind::End, "endnotes")] {
        if story.references.iter().any(|r| r.kind == kind)
            && let Some(part) = parts.related(&main, relation)?
        {
            let notes = body::read(&part, Keep::Words, &styles, limits)?;
            seen.changes |= notes.seen.changes;
            seen.hidden |= notes.seen.hidden;
            assembly.notes(kind, &story, &notes)?;
        }
    }
    let (draft, pieces) = assembly.finish();
    let source = draft.finish(FORMAT, warnings(seen, parts.warning()));
    refuse_pictures(&source, seen)?;
    let Story { runs, .. } = story;
    Ok(Anatomy { source, part: main.name, xml: main.xml, pieces, runs })
}

/// The main part of a package may be a workbook that calls itself a document.
fn check_root(main: &Part, limits: &Limits) -> Result<(), ReadError> {
    let mut xml = main.read(limits);
    match xml.next()? {
        Some(super::xml::Event::Open(tag)) if matches!(tag.name(), "document" | "wordDocument") => Ok(()),
        Some(super::xml::Event::Open(tag)) => {
            let root = tag.name();
            Err(ReadError::unsupported((
                format!("以 {root} 为根的 XML"),
                format!("XML with the root {root}"),
            )))
        }
        _ => Ok(()),
    }
}

fn refuse_pictures(source: &Source, seen: Seen) -> Result<(), ReadError> {
    if source.blocks().is_empty() && seen.pictures {
        return Err(ReadError::NoTextLayer { format: FORMAT });
    }
    Ok(())
}

fn warnings(seen: Seen, package: Option<Warning>) -> Vec<Warning> {
    let mut out = Vec::new();
    out.extend(seen.changes.then(notices::tracked_changes));
    out.extend(seen.hidden.then(notices::hidden_text));
    out.extend(seen.embedded.then(notices::embedded_part));
    out.extend(package);
    out
}

#[cfg(test)]
mod tests;
