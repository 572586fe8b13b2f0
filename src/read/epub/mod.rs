//! EPUB: the chapters of a book in the order of its spine.
//!
//! Comes in: a zip package. Goes out: paragraphs and headings. The order of files in the package means nothing.

mod page;

use std::collections::HashMap;

use super::container::{Container, resolve};
use super::draft::Draft;
use super::package::{self, Package};
use super::xml::{self, Event, Xml};
use super::{About, Input, Limit, Limits, ReadError, Reader};
use crate::text::Source;

const FORMAT: &str = "epub";

/// Electronic books.
#[derive(Debug)]
pub(super) struct Epub;

impl Reader for Epub {
    fn about(&self) -> About {
        About {
            format: FORMAT,
            extensions: &["epub"],
            keeps: "各章正文,按书脊顺序;标题级别、表格单元格",
            loses: "目录页、脚本、样式、图片",
            places: "段落",
            limits: &Limit::OF_PACKAGES,
        }
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        package::kind(input.bytes) == Some(Package::Epub)
    }

    fn read(&self, input: &Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
        let mut zip = Container::open(input.bytes, FORMAT, limits)?;
        if zip.has("META-INF/encryption.xml") {
            return Err(ReadError::Encrypted { format: FORMAT });
        }
        let container = text(&mut zip, "META-INF/container.xml")?;
        let book = rootfile(&container, limits)?;
        let package = text(&mut zip, &book)?;
        let mut draft = Draft::default();
        let mut counts = page::Counts::default();
        let mut pictures = false;
        for chapter in spine(&package, limits)? {
            let Some(name) = resolve(&book, &unescape(&chapter)) else {
                let zh = format!("章节 {chapter} 指向文件包之外");
                let en = format!("chapter {chapter} lies outside the package");
                return Err(ReadError::corrupt(FORMAT, (zh, en)));
            };
            let page = text(&mut zip, &name)?;
            pictures |= page::read(&page, &name, &mut draft, &mut counts, limits)?;
        }
        let source = draft.finish(FORMAT, zip.doubled().into_iter().collect());
        let scanned = source.blocks().is_empty() && pictures;
        if scanned { Err(ReadError::NoTextLayer { format: FORMAT }) } else { Ok(source) }
    }
}

fn text(zip: &mut Container<'_>, name: &str) -> Result<String, ReadError> {
    let absent = || ReadError::corrupt(FORMAT, (format!("没有部件 {name}"), format!("no part {name}")));
    let bytes = zip.part(name)?.ok_or_else(absent)?;
    xml::decode(bytes, name, FORMAT)
}

/// The part that describes the book.
fn rootfile(container: &str, limits: &Limits) -> Result<String, ReadError> {
    let mut xml = Xml::new(container, "META-INF/container.xml", FORMAT, limits);
    while let Some(event) = xml.next()? {
        if let Event::Open(tag) = event
            && tag.name() == "rootfile"
            && let Some(path) = tag.get("full-path")
        {
            return Ok(path);
        }
    }
    Err(ReadError::corrupt(FORMAT, ("没有书的说明文件", "no part that describes the book")))
}

/// The chapters in the order of reading.
fn spine(package: &str, limits: &Limits) -> Result<Vec<String>, ReadError> {
    let mut xml = Xml::new(package, "package", FORMAT, limits);
    let mut files: HashMap<String, String> = HashMap::new();
    let mut out = Vec::new();
    while let Some(event) = xml.next()? {
        let Event::Open(tag) = event else { continue };
        match tag.name() {
            // The table of contents is a page for machines.
            "item" if !tag.get("properties").is_some_and(|p| p.split(' ').any(|p| p == "nav")) => {
                if let (Some(id), Some(file)) = (tag.get("id"), tag.get("href")) {
                    files.insert(id, file);
                    limits.check(Limit::Entries, FORMAT, files.len() as u64)?;
                }
            }
            "itemref" => out.extend(tag.get("idref").and_then(|id| files.remove(&id))),
            _ => {}
        }
    }
    Ok(out)
}

/// File names in the package are written as in web addresses.
fn unescape(name: &str) -> String {
    let mut out = Vec::new();
    let mut rest = name.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let mut digit = || ahead.next().and_then(|b| char::from(b).to_digit(16));
        match (byte, digit(), digit()) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                rest = ahead;
            }
            _ => out.push(byte),
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unescaped() {
        assert_eq!(unescape("a%20b%e4%b8%80.xhtml"), "a b一.xhtml");
        assert_eq!(unescape("100%.xhtml"), "100%.xhtml");
    }
}
