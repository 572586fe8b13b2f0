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

/// What a style means together with those it is based on.
#[derive(Clone, Debug, Default)]
struct Resolved {
    heading: Option<u8>,
    contents: bool,
    list: ListRef,
    hidden: bool,
    /// Its own id and those of the styles it is based on, nearest first.
    ids: Vec<String>,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Resolved>,
    /// What paragraphs without a style look like.
    default: Resolved,
}

impl Styles {
    pub(super) fn read(part: &Part, limits: &Limits) -> Result<Styles, ReadError> {
        let mut sheet = Sheet::default();
        let mut xml = part.read(limits);
        let mut current: Option<(String, Style)> = None;
        while let Some(event) = xml.next()? {
            let Event::Open(tag) = event else { continue };
            match tag.name() {
                "style" => {
                    sheet.by_id.extend(current.take());
                    if sheet.by_id.len() >= MOST {
                        break;
                    }
                    current = Some((sheet.begin(&tag), Style::default()));
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
        sheet.by_id.extend(current);
        let by_id = sheet.by_id.keys().map(|id| (id.clone(), sheet.resolve(id))).collect();
        let default = sheet.default.as_ref().map(|id| sheet.resolve(id)).unwrap_or_default();
        Ok(Styles { by_id, default })
    }

    fn get(&self, id: Option<&str>) -> &Resolved {
        id.and_then(|id| self.by_id.get(id)).unwrap_or(&self.default)
    }

    /// The ids of a style and those it is based on.
    pub(super) fn ids(&self, id: Option<&str>) -> &[String] {
        &self.get(id).ids
    }

    /// The outline level of paragraphs of this style, from 1; `None` for body text.
    pub(super) fn heading(&self, id: Option<&str>) -> Option<u8> {
        self.get(id).heading
    }

    /// Whether the style is for entries of a table of contents.
    pub(super) fn is_contents(&self, id: Option<&str>) -> bool {
        self.get(id).contents
    }

    /// The list that the style puts its paragraphs in.
    pub(super) fn list(&self, id: Option<&str>) -> ListRef {
        self.get(id).list
    }

    /// The list that a numbering style stands for.
    pub(super) fn list_of_numbering_style(&self, id: &str) -> Option<u32> {
        self.by_id.get(id)?.list.num
    }

    /// Whether text of this style is hidden.
    pub(super) fn hidden(&self, id: Option<&str>) -> bool {
        self.get(id).hidden
    }
}

/// The styles as they are written.
#[derive(Debug, Default)]
struct Sheet {
    by_id: HashMap<String, Style>,
    default: Option<String>,
}

impl Sheet {
    fn begin(&mut self, tag: &Tag<'_>) -> String {
        let id = tag.get("styleId").unwrap_or_default();
        let default = tag.get("default").is_some_and(|v| !matches!(v.as_str(), "0" | "false" | "off"));
        if default && tag.get("type").as_deref() == Some("paragraph") {
            self.default = Some(id.clone());
        }
        id
    }

    fn resolve(&self, id: &str) -> Resolved {
        let mut chain: Vec<(&str, &Style)> = Vec::new();
        let mut next = Some(id);
        while let Some((id, style)) = next.take().and_then(|id| self.by_id.get_key_value(id)) {
            if chain.len() < LONGEST {
                chain.push((id, style));
                next = style.based_on.as_deref();
            }
        }
        let own = || chain.iter().map(|(_, style)| *style);
        let outline = own().find_map(|s| s.outline.or_else(|| heading_name(&s.name)));
        Resolved {
            heading: outline.filter(|level| *level < 9).map(|level| level + 1),
            contents: own().any(|s| is_contents_name(&s.name)),
            list: ListRef { num: own().find_map(|s| s.list.num), level: own().find_map(|s| s.list.level) },
            hidden: own().find_map(|s| s.hidden).unwrap_or(false),
            ids: chain.iter().map(|(id, _)| (*id).to_string()).collect(),
        }
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

/// Word's own styles for tables of contents: `toc 1`, `TOC Heading`.
fn is_contents_name(name: &str) -> bool {
    let rest = name.strip_prefix("toc").or_else(|| name.strip_prefix("目录")).map(str::trim);
    rest.is_some_and(|r| matches!(r, "heading" | "标题") || r.parse::<u8>().is_ok())
}
