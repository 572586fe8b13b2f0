//! The parts of a Word file, whether they stand in a zip package, in one flat XML file or in Word 2003 XML.
//!
//! Comes in: bytes. Goes out: the main part and the parts it refers to, decoded. Does not look inside them.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::FORMAT;
use super::relations::{relations, relations_of};
use crate::read::container::Container;
use crate::read::xml::{self, Event, Xml};
use crate::read::{Limit, Limits, ReadError};
use crate::text::{Span, Warning};

/// One XML part.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its name in the package; empty for a file that is one XML document.
    pub(super) name: String,
    /// The decoded text it stands in.
    pub(super) xml: Rc<String>,
    /// Where in that text it stands.
    pub(super) span: Span,
}

impl Part {
    fn whole(name: &str, xml: Rc<String>) -> Part {
        let span = Span::new(0, xml.len());
        Part { name: name.to_string(), xml, span }
    }

    /// Read it as events; spans count from the start of `self.xml`.
    pub(super) fn read<'x>(&'x self, limits: &'x Limits) -> Xml<'x> {
        Xml::within(&self.xml, self.span, &self.name, FORMAT, limits)
    }
}

/// All parts of a file.
pub(super) enum Parts<'a> {
    /// A zip package.
    Zip(Box<Container<'a>>),
    /// Flat OPC: the parts as elements of one XML file.
    Flat { xml: Rc<String>, parts: BTreeMap<String, Span> },
    /// Word 2003 XML: everything in one document.
    Single(Rc<String>),
}

/// What an XML file that Word writes is, by its root.
pub(super) fn is_word_xml(bytes: &[u8]) -> bool {
    let root = xml::root(bytes);
    root.is_some_and(|(name, attributes)| match name.as_str() {
        "package" => attributes.contains("xmlPackage"),
        "wordDocument" => true,
        _ => false,
    })
}

impl<'a> Parts<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Parts<'a>, ReadError> {
        let zip = || Ok(Parts::Zip(Box::new(Container::open(bytes, FORMAT, limits)?)));
        if !is_word_xml(bytes) {
            return zip();
        }
        limits.check(Limit::PartBytes, FORMAT, bytes.len() as u64)?;
        match xml::root(bytes).map(|(name, _)| name).as_deref() {
            Some("package") => Parts::flat(bytes, limits),
            Some("wordDocument") => {
                Ok(Parts::Single(Rc::new(xml::decode(bytes.to_vec(), "wordDocument", FORMAT)?)))
            }
            _ => zip(),
        }
    }

    fn flat(bytes: &[u8], limits: &Limits) -> Result<Parts<'a>, ReadError> {
        let text = xml::decode(bytes.to_vec(), "package", FORMAT)?;
        let mut parts = BTreeMap::new();
        let mut xml = Xml::new(&text, "package", FORMAT, limits);
        let mut name = String::new();
        while let Some(event) = xml.next()? {
            let Event::Open(tag) = event else { continue };
            match tag.name() {
                "part" => name = key(&tag.get("name").unwrap_or_default()),
                "xmlData" => {
                    let end = xml.skip()?.start;
                    parts.insert(std::mem::take(&mut name), Span { start: tag.span.end, end });
                }
                "binaryData" => drop(xml.skip()?),
                _ => {}
            }
        }
        Ok(Parts::Flat { xml: Rc::new(text), parts })
    }

    /// The part that holds the text.
    pub(super) fn main(&mut self) -> Result<Part, ReadError> {
        if let Parts::Single(xml) = self {
            return Ok(Part::whole("", xml.clone()));
        }
        let named = self.targets("", "officeDocument")?.into_iter().next();
        for name in named.iter().map(String::as_str).chain(["word/document.xml"]) {
            if let Some(part) = self.part(name)? {
                return Ok(part);
            }
        }
        let what = named.unwrap_or_else(|| "word/document.xml".to_string());
        Err(ReadError::corrupt(FORMAT, (format!("没有正文部件 {what}"), format!("no main part {what}"))))
    }

    /// A part that the main part refers to, by the kind of the reference.
    pub(super) fn related(&mut self, main: &Part, kind: &str) -> Result<Option<Part>, ReadError> {
        if matches!(self, Parts::Single(_)) {
            return Ok((kind == "styles").then(|| main.clone()));
        }
        for name in self.targets(&main.name, kind)? {
            if let Some(part) = self.part(&name)? {
                return Ok(Some(part));
            }
        }
        Ok(None)
    }

    /// What to say about the package.
    pub(super) fn warning(&self) -> Option<Warning> {
        match self {
            Parts::Zip(zip) => zip.doubled(),
            Parts::Flat { .. } | Parts::Single(_) => None,
        }
    }

    fn part(&mut self, name: &str) -> Result<Option<Part>, ReadError> {
        match self {
            Parts::Zip(zip) => {
                let Some(bytes) = zip.part(name)? else { return Ok(None) };
                Ok(Some(Part::whole(name, Rc::new(xml::decode(bytes, name, FORMAT)?))))
            }
            Parts::Flat { xml, parts } => {
                let span = parts.get(&key(name)).copied();
                Ok(span.map(|span| Part { name: name.to_string(), xml: xml.clone(), span }))
            }
            Parts::Single(_) => Ok(None),
        }
    }

    /// Names of the parts that `from` refers to as `kind`; the root of the package is the part without a name.
    fn targets(&mut self, from: &str, kind: &str) -> Result<Vec<String>, ReadError> {
        let Some(part) = self.part(&relations_of(from))? else { return Ok(Vec::new()) };
        let list = relations(part.read(&Limits::default()), from)?;
        Ok(list.into_iter().filter(|r| r.kind == kind).filter_map(|r| r.target).collect())
    }
}

fn key(name: &str) -> String {
    name.trim_start_matches('/').to_lowercase()
}
