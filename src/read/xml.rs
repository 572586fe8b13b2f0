//! XML parts as a stream of events, by local name.
//!
//! Comes in: the bytes of a part, in UTF-8, UTF-16 or the encoding they declare. Goes out: opening and closing
//! elements and stretches of text with their byte spans. A DTD is refused, so nothing is ever expanded.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE};
use quick_xml::events::{BytesStart, Event as Raw};
use quick_xml::{Reader, XmlVersion};

pub(crate) use super::xml_bytes::{decode, encode};
use super::{Limit, Limits, ReadError};
use crate::text::Span;

/// What stands next in a part. Spans count bytes of the decoded part.
#[derive(Debug)]
pub(crate) enum Event<'x> {
    /// An element begins; an empty element begins and ends.
    Open(Tag<'x>),
    /// The element that began last ends; the span is that of its end mark.
    Close(Span),
    /// Characters as they are written; a character reference is a stretch of its own.
    Text(Cow<'x, str>, Span),
}

/// The beginning of an element.
#[derive(Debug)]
pub(crate) struct Tag<'x> {
    raw: BytesStart<'x>,
    /// Where the mark stands.
    pub(crate) span: Span,
}

impl Tag<'_> {
    /// The name without prefix.
    pub(crate) fn name(&self) -> &str {
        let name = self.raw.name().0;
        name.rsplit_once(':').map_or(name, |(_, local)| local)
    }

    /// The name as it is written.
    pub(crate) fn written(&self) -> &str {
        self.raw.name().0
    }

    /// The prefix; empty without one.
    pub(crate) fn prefix(&self) -> &str {
        self.raw.name().0.split_once(':').map_or("", |(prefix, _)| prefix)
    }

    /// The value of an attribute, by local name.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        self.find(|key| key.rsplit_once(':').map_or(key, |(_, local)| local) == name)
    }

    /// A whole number in an attribute.
    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.get(name)?.trim().parse().ok()
    }

    /// An on-off property as Word writes it: on unless the value says otherwise.
    pub(super) fn is_on(&self) -> bool {
        !self.get("val").is_some_and(|v| matches!(v.as_str(), "0" | "false" | "off" | "none"))
    }

    /// The prefix that the element declares for a namespace, and the address; an own prefix before the default one,
    /// which is empty.
    pub(crate) fn namespace(&self, wanted: impl Fn(&str) -> bool) -> Option<(String, String)> {
        let mut default = None;
        for attribute in self.raw.attributes().with_checks(false).flatten() {
            let key = attribute.key.0;
            let Some(prefix) = key.strip_prefix("xmlns:").or((key == "xmlns").then_some("")) else {
                continue;
            };
            if !wanted(&attribute.value) {
                continue;
            }
            let found = (prefix.to_string(), attribute.value.to_string());
            if prefix.is_empty() {
                default = Some(found);
            } else {
                return Some(found);
            }
        }
        default
    }

    fn find(&self, wanted: impl Fn(&str) -> bool) -> Option<String> {
        let mut attributes = self.raw.attributes();
        // The check for duplicates compares every pair.
        let found = attributes.with_checks(false).flatten().find(|a| wanted(a.key.0))?;
        let value = found.normalized_value(XmlVersion::Implicit1_0);
        Some(value.map_or_else(|_| found.value.to_string(), Cow::into_owned))
    }
}

/// A part being read.
pub(crate) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    /// Offset of the stretch being read in the whole part.
    base: usize,
    name: &'x str,
    format: &'static str,
    limits: &'x Limits,
    depth: u64,
    work: u64,
    begun: bool,
    page: bool,
}

impl<'x> Xml<'x> {
    /// Read a decoded part; `name` is for messages.
    pub(crate) fn new(text: &'x str, name: &'x str, format: &'static str, limits: &'x Limits) -> Xml<'x> {
        Xml::within(text, Span::new(0, text.len()), name, format, limits)
    }

    /// Read one element of a larger text; spans count from the start of the text.
    pub(crate) fn within(
        text: &'x str,
        span: Span,
        name: &'x str,
        format: &'static str,
        limits: &'x Limits,
    ) -> Xml<'x> {
        let mut reader = Reader::from_str(text.get(span.range()).unwrap_or(""));
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        let base = span.start as usize;
        Xml { reader, base, name, format, limits, depth: 0, work: 0, begun: false, page: false }
    }

    /// Read a web page in XML: it may name a document type and use the entities of web pages.
    pub(super) fn page(mut self) -> Xml<'x> {
        self.page = true;
        self
    }

    fn position(&self) -> usize {
        self.base + usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// What stands next; `None` after the end of the root element.
    pub(crate) fn next(&mut self) -> Result<Option<Event<'x>>, ReadError> {
        while !self.begun || self.depth > 0 {
            let start = self.position();
            let raw = self.reader.read_event().map_err(|e| self.corrupt("XML 写法不对", &e.to_string()))?;
            let span = Span::new(start, self.position());
            self.work += 1;
            self.limits.check(Limit::Work, self.format, self.work)?;
            match raw {
                Raw::Start(raw) => return self.open(raw, span).map(Some),
                Raw::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Event::Close(span)));
                }
                Raw::Text(raw) if self.depth > 0 => return Ok(Some(Event::Text(raw.into_inner(), span))),
                Raw::CData(raw) if self.depth > 0 => {
                    let inner = Span { start: span.start + 9, end: span.end.saturating_sub(3) };
                    return Ok(Some(Event::Text(raw.into_inner(), inner)));
                }
                Raw::GeneralRef(raw) if self.depth > 0 => {
                    let c = self.character(&raw)?;
                    return Ok(Some(Event::Text(Cow::Owned(c.to_string()), span)));
                }
                Raw::DocType(raw) => self.refuse_definitions(&raw)?,
                Raw::Eof => {
                    return Err(self.corrupt("XML 在元素结束前中断", "the XML ends inside an element"));
                }
                _ => {}
            }
        }
        Ok(None)
    }

    /// Pass over the element whose opening was the last event; gives the span of its end mark.
    pub(crate) fn skip(&mut self) -> Result<Span, ReadError> {
        let outside = self.depth.saturating_sub(1);
        let mut last = Span { start: 0, end: 0 };
        while self.depth > outside {
            if let Some(Event::Close(span)) = self.next()? {
                last = span;
            }
        }
        Ok(last)
    }

    fn open(&mut self, raw: BytesStart<'x>, span: Span) -> Result<Event<'x>, ReadError> {
        self.begun = true;
        self.depth += 1;
        self.limits.check(Limit::Depth, self.format, self.depth)?;
        let attributes = raw.attributes_raw();
        if attributes.len() as u64 > self.limits.get(Limit::Attributes) * 4 {
            let count = attributes.bytes().filter(|b| *b == b'=').count();
            self.limits.check(Limit::Attributes, self.format, count as u64)?;
        }
        Ok(Event::Open(Tag { raw, span }))
    }

    fn character(&self, raw: &quick_xml::events::BytesRef<'_>) -> Result<char, ReadError> {
        if let Ok(Some(c)) = raw.resolve_char_ref() {
            return Ok(c);
        }
        Ok(match &**raw {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "apos" => '\'',
            "quot" => '"',
            "nbsp" if self.page => '\u{a0}',
            "ldquo" if self.page => '“',
            "rdquo" if self.page => '”',
            "mdash" if self.page => '—',
            "hellip" if self.page => '…',
            "middot" if self.page => '·',
            _ if self.page => char::REPLACEMENT_CHARACTER,
            other => {
                let (zh, en) = (format!("未定义的实体 {other}"), format!("undefined entity {other}"));
                return Err(self.corrupt(&zh, &en));
            }
        })
    }

    fn refuse_definitions(&self, doctype: &str) -> Result<(), ReadError> {
        if self.page && !doctype.contains('[') {
            return Ok(());
        }
        Err(self.corrupt("含有 DTD,这种格式不允许", "a DTD, which this format does not allow"))
    }

    fn corrupt(&self, zh: &str, en: &str) -> ReadError {
        ReadError::corrupt(self.format, (format!("{}({zh})", self.name), format!("{} ({en})", self.name)))
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The root element of something that may be XML: its local name and the value of one of its attributes.
pub(super) fn root(bytes: &[u8]) -> Option<(String, String)> {
    let head = bytes.get(..bytes.len().min(8192))?;
    let text = match head {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => UTF_16LE.decode(head).0,
        [0xfe, 0xff, ..] | [0, b'<', ..] => UTF_16BE.decode(head).0,
        _ => String::from_utf8_lossy(head),
    };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with('<') {
        return None;
    }
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().ok()? {
            Raw::Start(tag) => {
                return Some((local(tag.name().0).to_string(), tag.attributes_raw().to_string()));
            }
            Raw::Eof | Raw::Text(_) if reader.buffer_position() as usize >= text.len() => return None,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, limits: &Limits) -> Result<String, ReadError> {
        let mut xml = Xml::new(text, "part.xml", "xml", limits);
        let mut out = Vec::new();
        while let Some(event) = xml.next()? {
            match event {
                Event::Open(tag) if tag.name() == "skip" => drop(xml.skip()?),
                Event::Open(tag) => out.push(format!("<{}{}", tag.name(), tag.get("a").unwrap_or_default())),
                Event::Close(_) => out.push(">".to_string()),
                Event::Text(text, span) => out.push(format!("{text}@{}", span.start)),
            }
        }
        Ok(out.concat())
    }

    #[test]
    fn names_lose_their_prefix_and_texts_keep_their_place() {
        let text = "<?xml version='1.0'?><w:p><x:r w:a='&lt;1'/>甲&amp;乙<skip><x>丙</x></skip><![CDATA[<丁]]></w:p>";
        let found = words(text, &Limits::default()).unwrap();
        let at = |needle: &str| text.find(needle).unwrap();
        let want = format!("<p<r<1>甲@{}&@{}乙@{}<丁@{}>", at("甲"), at("&amp;"), at("乙"), at("<丁"));
        assert_eq!(found, want);
    }

    #[test]
    fn hostile_parts_are_refused() {
        let limits = Limits::default();
        let deep = "<a>".repeat(600);
        let wide = format!("<a{}/>", " b='1'".repeat(1100));
        for (text, kind) in [
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "corrupt"),
            ("<a>&b;</a>", "corrupt"),
            ("<a><b></a></b>", "corrupt"),
            ("<a><b>", "corrupt"),
            ("", "corrupt"),
            (&deep, "limit_exceeded"),
            (&wide, "limit_exceeded"),
        ] {
            assert_eq!(words(text, &limits).unwrap_err().kind().word(), kind, "{text:.40}");
        }
    }

    #[test]
    fn the_root_tells_what_an_xml_file_is() {
        let text = b"<?xml version='1.0'?><!-- x --><pkg:package xmlns:pkg='urn:p'><a/>";
        assert_eq!(root(text), Some(("package".into(), " xmlns:pkg='urn:p'".into())));
        assert_eq!(root("一、<主要>".as_bytes()), None);
    }
}
