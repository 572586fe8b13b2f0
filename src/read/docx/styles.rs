//! Styles: which paragraphs are headings or contents, which are numbered, which text is hidden.
//!
//! Chinese versions of Word call the heading styles `1`, `2`, `3`; only the name inside, the outline level
//! and the style they are based on tell what they are.

use std::collections::HashMap;

use super::parts::Part;
use crate::read::xml::{Event, Tag};
use crate::read::{Limits, ReadError};

/// More styles than Word can keep.
const MOST: usize = 10_000;
/// Longest chain of styles based on each other.
const LONGEST: usize = 20;

/// Number and level of a list, each inherited by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ListRef {
    pub(super) num: Option<u32>,
    pub(super) level: Option<u8>,
}

impl ListRef {
    /// Take over what a `numId` or `ilvl` element says.
    pub(super) fn note(&mut self, tag: &Tag<'_>) {
        let value = tag.number("val");
        match tag.name() {
            "numId" => self.num = value.and_then(|v| u32::try_from(v).ok()),
            "ilvl" => self.level = value.and_then(|v| u8::try_from(v).ok()),
            _ => {}
        }
    }
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: ListRef,
    hidden: Option<bool>,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    default: Option<String>,
}

impl Styles {
    pub(super) fn read(part: &Part, limits: &Limits) -> Result<Styles, ReadError> {
        let mut out = Styles::default();
        let mut xml = part.read(limits);
        let mut current: Option<(String, Style)> = None;
        while let Some(event) = xml.next()? {
            let Event::Open(tag) = event else { continue };
            match tag.name() {
                "style" => {
                    out.keep(current.take());
                    if out.by_id.len() >= MOST {
                        break;
                    }
                    let id = tag.get("styleId").unwrap_or_default();
                    let default = tag.get("default").is_some_and(|v| v != "0" && v != "false" && v != "off");
                    if default && tag.get("type").as_deref() == Some("paragraph") {
                        out.default = Some(id.clone());
                    }
                    current = Some((id, Style::default()));
                }
                // What stands in a conditional format of a table, or in an old version, is not the style's own.
                "tblStylePr" | "pPrChange" | "rPrChange" | "body" => drop(xml.skip()?),
                _ => {
                    if let Some((_, style)) = &mut current {
                        style.note(&tag);
                    }
                }
            }
        }
        out.keep(current);
        Ok(out)
    }

    fn keep(&mut self, style: Option<(String, Style)>) {
        if let Some((id, style)) = style {
            self.by_id.insert(id, style);
        }
    }

    /// A style and those it is based on, nearest first.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let mut next = id.filter(|id| self.by_id.contains_key(*id)).or(self.default.as_deref());
        let step = move || {
            let id = next.take()?;
            let style = self.by_id.get(id)?;
            next = style.based_on.as_deref();
            Some((id, style))
        };
        std::iter::from_fn(step).take(LONGEST)
    }

    /// The ids of a style and those it is based on.
    pub(super) fn ids<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = &'s str> {
        self.chain(id).map(|(id, _)| id)
    }

    /// The outline level of paragraphs of this style, from 1; `None` for body text.
    pub(super) fn heading(&self, id: Option<&str>) -> Option<u8> {
        let level = self.chain(id).find_map(|(_, s)| s.outline.or_else(|| heading_name(&s.name)))?;
        (level < 9).then_some(level + 1)
    }

    /// Whether the style is for entries of a table of contents.
    pub(super) fn is_contents(&self, id: Option<&str>) -> bool {
        self.chain(id).any(|(_, s)| {
            let rest = s.name.strip_prefix("toc").or_else(|| s.name.strip_prefix("目录"));
            let rest = rest.map(str::trim);
            rest.is_some_and(|r| matches!(r, "heading" | "标题") || r.parse::<u8>().is_ok())
        })
    }

    /// The list that the style puts its paragraphs in.
    pub(super) fn list(&self, id: Option<&str>) -> ListRef {
        ListRef {
            num: self.chain(id).find_map(|(_, s)| s.list.num),
            level: self.chain(id).find_map(|(_, s)| s.list.level),
        }
    }

    /// The list that a numbering style stands for.
    pub(super) fn list_of_numbering_style(&self, id: &str) -> Option<u32> {
        self.by_id.get(id)?.list.num
    }

    /// Whether text of this style is hidden.
    pub(super) fn hidden(&self, id: Option<&str>) -> bool {
        self.chain(id).find_map(|(_, s)| s.hidden).unwrap_or(false)
    }
}

impl Style {
    fn note(&mut self, tag: &Tag<'_>) {
        let value = || tag.get("val").unwrap_or_default();
        match tag.name() {
            "name" => self.name = value().trim().to_lowercase(),
            "basedOn" => self.based_on = Some(value()),
            "outlineLvl" => self.outline = tag.number("val").and_then(|v| u8::try_from(v).ok()),
            "vanish" => self.hidden = Some(tag.is_on()),
            _ => self.list.note(tag),
        }
    }
}

/// The outline level, from 0, of Word's own heading styles.
fn heading_name(name: &str) -> Option<u8> {
    let digit = name.strip_prefix("heading ").or_else(|| name.strip_prefix("标题 "))?;
    digit.parse::<u8>().ok().filter(|n| (1..=9).contains(n)).map(|n| n - 1)
}
