//! Styles of an OpenDocument text: hidden text, outline levels, page breaks, and the list of a paragraph.

use std::collections::HashMap;

use super::FORMAT;
use super::lists::ListStyles;
use crate::read::xml::{Event, Tag, Xml};
use crate::read::{Limits, ReadError};

/// More styles than an office program writes.
const MOST: usize = 20_000;
/// Longest chain of styles with parents.
const LONGEST: usize = 20;

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    list: Option<String>,
    level: Option<u8>,
    hidden: Option<bool>,
    break_before: bool,
}

/// All styles of a document, of paragraphs and of text.
#[derive(Debug, Default)]
pub(super) struct Styles {
    paragraph: HashMap<String, Style>,
    text: HashMap<String, Style>,
    pub(super) lists: ListStyles,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Family {
    Paragraph,
    Text,
}

impl Styles {
    /// Add the styles that stand in a part, before its text begins.
    pub(super) fn add(&mut self, text: &str, name: &str, limits: &Limits) -> Result<(), ReadError> {
        let mut xml = Xml::new(text, name, FORMAT, limits);
        let mut at: Option<(Family, String)> = None;
        while let Some(event) = xml.next()? {
            let Event::Open(tag) = event else { continue };
            match tag.name() {
                "body" | "master-styles" => drop(xml.skip()?),
                "style" => at = self.begin(&tag),
                "text-properties" | "paragraph-properties" => {
                    let style = at.as_ref().and_then(|(family, name)| self.family_mut(*family).get_mut(name));
                    if let Some(style) = style {
                        style.note(&tag);
                    }
                }
                _ => self.lists.note(&tag),
            }
            if self.paragraph.len() + self.text.len() >= MOST {
                break;
            }
        }
        Ok(())
    }

    fn begin(&mut self, tag: &Tag<'_>) -> Option<(Family, String)> {
        let family = match tag.get("family").as_deref() {
            Some("paragraph") => Family::Paragraph,
            Some("text") => Family::Text,
            _ => return None,
        };
        let name = tag.get("name")?;
        let style = Style {
            parent: tag.get("parent-style-name"),
            list: tag.get("list-style-name"),
            level: tag.number("default-outline-level").and_then(|v| u8::try_from(v).ok()),
            hidden: None,
            break_before: tag.get("master-page-name").is_some_and(|name| !name.is_empty()),
        };
        self.family_mut(family).insert(name.clone(), style);
        Some((family, name))
    }

    fn family_mut(&mut self, family: Family) -> &mut HashMap<String, Style> {
        match family {
            Family::Paragraph => &mut self.paragraph,
            Family::Text => &mut self.text,
        }
    }

    fn chain<'s>(&'s self, family: Family, name: Option<&'s str>) -> impl Iterator<Item = &'s Style> {
        let styles = match family {
            Family::Paragraph => &self.paragraph,
            Family::Text => &self.text,
        };
        let mut next = name;
        let step = move || {
            let style = styles.get(next.take()?)?;
            next = style.parent.as_deref();
            Some(style)
        };
        std::iter::from_fn(step).take(LONGEST)
    }

    /// Whether text of this style is hidden.
    pub(super) fn hidden(&self, family: Family, name: Option<&str>) -> bool {
        self.chain(family, name).find_map(|s| s.hidden).unwrap_or(false)
    }

    /// The outline level of paragraphs of this style, from 1.
    pub(super) fn level(&self, name: Option<&str>) -> Option<u8> {
        self.chain(Family::Paragraph, name).find_map(|s| s.level).filter(|level| *level > 0)
    }

    /// The list that paragraphs of this style belong to.
    pub(super) fn list<'s>(&'s self, name: Option<&'s str>) -> Option<&'s str> {
        let list = self.chain(Family::Paragraph, name).find_map(|s| s.list.as_deref());
        list.filter(|name| !name.is_empty())
    }

    /// Whether a paragraph of this style begins a page.
    pub(super) fn begins_page(&self, name: Option<&str>) -> bool {
        self.chain(Family::Paragraph, name).next().is_some_and(|s| s.break_before)
    }
}

impl Style {
    fn note(&mut self, tag: &Tag<'_>) {
        if let Some(display) = tag.get("display") {
            self.hidden = Some(display == "none");
        }
        self.break_before |= tag.get("break-before").as_deref() == Some("page");
    }
}
