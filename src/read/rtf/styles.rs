//! The style sheet: which styles are headings, which are entries of a table of contents.

use std::collections::BTreeMap;

use crate::text::BlockKind;

/// Styles inherit from each other at most this far.
const LONGEST_CHAIN: usize = 16;

/// A style as it is being read.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub(super) number: i32,
    pub(super) based_on: Option<i32>,
    /// Outline level, from 0.
    pub(super) outline: Option<i32>,
    pub(super) name: String,
}

/// All styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    known: BTreeMap<i32, Style>,
}

impl Styles {
    pub(super) fn add(&mut self, style: Style) {
        self.known.insert(style.number, style);
    }

    /// What a paragraph with this style is. `outline` is the level that the paragraph gives itself, from 0.
    pub(super) fn kind(&self, style: i32, outline: Option<i32>) -> BlockKind {
        let chain = || {
            let first = self.known.get(&style);
            std::iter::successors(first, |s| self.known.get(&s.based_on?)).take(LONGEST_CHAIN)
        };
        if chain().any(|s| is_contents(&s.name)) {
            return BlockKind::Contents;
        }
        let level = outline.or_else(|| chain().find_map(|s| s.outline.or_else(|| heading_name(&s.name))));
        match level.and_then(|level| u8::try_from(level).ok()) {
            Some(level @ 0..=8) => BlockKind::Heading(level + 1),
            _ => BlockKind::Paragraph,
        }
    }
}

fn after<'n>(name: &'n str, words: &[&str]) -> Option<&'n str> {
    words.iter().find_map(|word| {
        let head = name.get(..word.len())?;
        head.eq_ignore_ascii_case(word).then(|| name.get(word.len()..).unwrap_or("").trim())
    })
}

/// The outline level, from 0, of the built-in heading styles.
fn heading_name(name: &str) -> Option<i32> {
    let rest = after(name.trim(), &["heading ", "标题 ", "标题"])?;
    let level: i32 = rest.parse().ok()?;
    (1..=9).contains(&level).then(|| level - 1)
}

fn is_contents(name: &str) -> bool {
    let rest = after(name.trim(), &["toc ", "contents ", "目录 ", "目录"]);
    rest.is_some_and(|rest| rest.parse::<u8>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_come_from_the_paragraph_the_style_and_what_it_is_based_on() {
        let mut styles = Styles::default();
        styles.add(Style { number: 1, name: "Heading 1".into(), ..Style::default() });
        styles.add(Style { number: 2, name: "标题 2".into(), outline: Some(1), ..Style::default() });
        styles.add(Style { number: 9, based_on: Some(1), name: "公文一级".into(), ..Style::default() });
        styles.add(Style { number: 5, based_on: Some(5), name: "toc 1".into(), ..Style::default() });
        let kind = |style| styles.kind(style, None);
        assert_eq!([kind(1), kind(2), kind(9)], [1, 2, 1].map(BlockKind::Heading));
        assert_eq!((kind(5), kind(7)), (BlockKind::Contents, BlockKind::Paragraph));
        assert_eq!(styles.kind(1, Some(9)), BlockKind::Paragraph);
    }
}
