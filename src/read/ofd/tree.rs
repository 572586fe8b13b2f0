//! The documents of an OFD package and their pages, in order.
//!
//! Comes in: the package. Goes out: where each page stands. Names may be absolute, relative or absolute
//! without saying so, with slashes of either kind.

use super::FORMAT;
use crate::read::container::{Container, resolve};
use crate::read::xml::{self, Event, Xml};
use crate::read::{Limit, Limits, ReadError};

/// A page as the document lists it.
#[derive(Debug)]
pub(super) struct PageRef {
    /// Name of its part.
    pub(super) part: String,
    /// Size of the paper, unless the page has its own.
    pub(super) paper: [f32; 4],
}

/// What the package holds beside the pages.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) pages: Vec<PageRef>,
    /// Files are attached to a document.
    pub(super) attachments: bool,
}

/// Read the lists of documents and pages.
pub(super) fn read(zip: &mut Container<'_>, limits: &Limits) -> Result<Tree, ReadError> {
    let mut tree = Tree::default();
    let Some(root) = text(zip, "OFD.xml")? else { return Err(absent("部件", "part", "OFD.xml")) };
    for document in documents(&root, limits)? {
        let (name, text) = find(zip, "OFD.xml", &document)?;
        let text = text.ok_or_else(|| absent("文档", "document", &name))?;
        tree.add(zip, &name, &text, limits)?;
        limits.check(Limit::Pages, FORMAT, tree.pages.len() as u64)?;
    }
    if tree.pages.is_empty() {
        Err(ReadError::corrupt(FORMAT, ("没有页面", "no pages")))
    } else {
        Ok(tree)
    }
}

/// The main parts of all documents.
fn documents(root: &str, limits: &Limits) -> Result<Vec<String>, ReadError> {
    let mut xml = Xml::new(root, "OFD.xml", FORMAT, limits);
    let mut out = Vec::new();
    let mut at_root = false;
    while let Some(event) = xml.next()? {
        match event {
            Event::Open(tag) => {
                at_root = tag.name() == "DocRoot";
                if at_root {
                    out.push(String::new());
                }
            }
            Event::Close(_) => at_root = false,
            Event::Text(text, _) if at_root => {
                if let Some(last) = out.last_mut() {
                    last.push_str(text.trim());
                }
            }
            Event::Text(..) => {}
        }
    }
    Ok(out)
}

impl Tree {
    fn add(&mut self, zip: &Container<'_>, name: &str, text: &str, limits: &Limits) -> Result<(), ReadError> {
        let mut xml = Xml::new(text, name, FORMAT, limits);
        let mut paper = [0.0; 4];
        let mut in_box = false;
        while let Some(event) = xml.next()? {
            match event {
                Event::Open(tag) => {
                    in_box = tag.name() == "PhysicalBox";
                    self.attachments |= tag.name() == "Attachments";
                    let place = if tag.name() == "Page" { tag.get("BaseLoc") } else { None };
                    if let Some(place) = place {
                        let part = locate(zip, name, &place)?;
                        self.pages.push(PageRef { part, paper });
                        limits.check(Limit::Pages, FORMAT, self.pages.len() as u64)?;
                    }
                }
                Event::Close(_) => in_box = false,
                Event::Text(text, _) if in_box => paper = numbers(&text).unwrap_or(paper),
                Event::Text(..) => {}
            }
        }
        Ok(())
    }
}

/// The part that a location names: seen from the part it stands in, or from the root of the package.
fn locate(zip: &Container<'_>, from: &str, place: &str) -> Result<String, ReadError> {
    let outside = || {
        let (zh, en) = (format!("位置 {place} 指向文件包之外"), format!("{place} lies outside the package"));
        ReadError::corrupt(FORMAT, (zh, en))
    };
    let near = resolve(from, place).ok_or_else(outside)?;
    if zip.has(&near) {
        return Ok(near);
    }
    let far = resolve("", place).filter(|far| zip.has(far));
    Ok(far.unwrap_or(near))
}

fn find(zip: &mut Container<'_>, from: &str, place: &str) -> Result<(String, Option<String>), ReadError> {
    let name = locate(zip, from, place)?;
    let text = text(zip, &name)?;
    Ok((name, text))
}

/// A decoded part; `None` when there is none.
pub(super) fn text(zip: &mut Container<'_>, name: &str) -> Result<Option<String>, ReadError> {
    zip.part(name)?.map(|bytes| xml::decode(bytes, name, FORMAT)).transpose()
}

/// Numbers in a list, when there are as many as wanted.
pub(super) fn numbers<const N: usize>(text: &str) -> Option<[f32; N]> {
    let mut out = [0.0; N];
    let mut found = text.split_ascii_whitespace().map(str::parse::<f32>);
    for slot in &mut out {
        *slot = found.next()?.ok().filter(|v| v.is_finite())?;
    }
    Some(out)
}

/// The error for something that is named and not there.
pub(super) fn absent(zh: &str, en: &str, name: &str) -> ReadError {
    ReadError::corrupt(FORMAT, (format!("没有{zh} {name}"), format!("no {en} {name}")))
}
