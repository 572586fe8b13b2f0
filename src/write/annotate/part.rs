//! XML parts of a package: their text, elements added to their root, and the names that an element needs there.

use super::{FORMAT, Unmarked};
use crate::read::Limits;
use crate::read::xml::{Event, Tag, Xml, decode, encode};
use crate::text::Span;

/// Where the words of Word files come from: transitional and strict files differ.
const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// A part, decoded.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Name in the package.
    pub(super) name: String,
    /// The text at work.
    pub(super) text: String,
    /// The bytes as they were.
    original: Vec<u8>,
}

/// The root element of a part.
struct Root<'x> {
    tag: Tag<'x>,
    end: Span,
}

impl Part {
    pub(super) fn new(name: &str, bytes: Vec<u8>) -> Result<Part, Unmarked> {
        let text = decode(bytes.clone(), name, FORMAT)?;
        Ok(Part { name: name.to_string(), text, original: bytes })
    }

    /// Whether the decoded text gives the very same bytes.
    pub(super) fn survives(&self) -> bool {
        encode(&self.text, &self.original) == self.original
    }

    /// The text in the encoding that the part had.
    pub(super) fn bytes(&self) -> Vec<u8> {
        encode(&self.text, &self.original)
    }

    /// Its events.
    pub(super) fn events<'x>(&'x self, limits: &'x Limits) -> Xml<'x> {
        Xml::new(&self.text, &self.name, FORMAT, limits)
    }

    /// Add children at the end of the root; `children` gets the prefix of the root with its colon.
    pub(super) fn append(&mut self, children: impl Fn(&str) -> String) -> Result<(), Unmarked> {
        let limits = Limits::default();
        let Root { tag, end } = root(self, &limits)?;
        let colon = if tag.prefix().is_empty() { "" } else { ":" };
        let added = children(&format!("{}{colon}", tag.prefix()));
        let (open, name) = (tag.span, tag.written());
        let at = |from: u32, to: u32| self.text.get(Span { start: from, end: to }.range()).unwrap_or("");
        let length = self.text.len() as u32;
        self.text = match at(0, open.end).strip_suffix("/>") {
            Some(head) => format!("{head}>{added}</{name}>{}", at(open.end, length)),
            None => format!("{}{added}{}", at(0, end.start), at(end.start, length)),
        };
        Ok(())
    }
}

fn root<'x>(part: &'x Part, limits: &'x Limits) -> Result<Root<'x>, Unmarked> {
    let mut xml = part.events(limits);
    while let Some(event) = xml.next()? {
        if let Event::Open(tag) = event {
            let end = xml.skip()?;
            return Ok(Root { tag, end });
        }
    }
    Err(Unmarked::Package { why: part.name.clone() })
}

/// How elements of Word are written in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Vocabulary {
    /// The prefix, with its colon.
    pub(super) w: String,
    /// What an element of ours has to declare; empty where the root does.
    pub(super) declares: String,
    /// The address of the words.
    pub(super) address: String,
}

impl Vocabulary {
    /// As the root of a part declares them.
    pub(super) fn of(part: &Part) -> Result<Vocabulary, Unmarked> {
        let limits = Limits::default();
        let found =
            root(part, &limits)?.tag.namespace(|address| address == TRANSITIONAL || address == STRICT);
        let (prefix, address) = found.unwrap_or_else(|| (String::new(), TRANSITIONAL.to_string()));
        // Attributes of Word need a prefix, even where its elements have none.
        Ok(if prefix.is_empty() {
            Vocabulary { w: "w:".to_string(), declares: format!(" xmlns:w=\"{address}\""), address }
        } else {
            Vocabulary { w: format!("{prefix}:"), declares: String::new(), address }
        })
    }

    /// Whether the part is one of a strict file.
    pub(super) fn is_strict(&self) -> bool {
        self.address == STRICT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(text: &str) -> Part {
        Part::new("a.xml", text.as_bytes().to_vec()).unwrap()
    }

    #[test]
    fn children_are_added_under_the_prefix_of_the_root() {
        for (before, after) in [
            (
                "<?xml version='1.0'?><a:l b='>'><a:x/></a:l>\n",
                "<?xml version='1.0'?><a:l b='>'><a:x/><a:y/></a:l>\n",
            ),
            ("<l/>", "<l><y/></l>"),
            ("<l xmlns='u' />", "<l xmlns='u' ><y/></l>"),
            ("<l></l>", "<l><y/></l>"),
        ] {
            let mut part = part(before);
            part.append(|prefix| format!("<{prefix}y/>")).unwrap();
            assert_eq!(part.text, after);
        }
    }

    #[test]
    fn the_words_of_word_are_found_under_any_prefix() {
        let of = |text: &str| Vocabulary::of(&part(text)).unwrap();
        let strict = of(&format!("<ns0:document xmlns:x='u' xmlns:ns0='{STRICT}'/>"));
        assert_eq!((strict.w.as_str(), strict.declares.as_str(), strict.is_strict()), ("ns0:", "", true));
        let bare = of(&format!("<document xmlns='{TRANSITIONAL}'/>"));
        assert_eq!((bare.w.as_str(), bare.is_strict()), ("w:", false));
        assert_eq!(bare.declares, format!(" xmlns:w=\"{TRANSITIONAL}\""));
    }

    #[test]
    fn a_part_is_written_in_its_own_encoding() {
        let text = "<?xml version='1.0' encoding='UTF-16'?><a>\u{6cd5}</a>";
        let bytes: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let part = Part::new("a.xml", bytes.clone()).unwrap();
        assert!(part.survives());
        assert_eq!(part.bytes(), bytes);
    }
}
