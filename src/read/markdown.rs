//! Markdown: the text without its marks, at the places it has in the file.
//!
//! Marks, link targets, comments and front matter are blanked out in place, so that lines and columns stay
//! those of the user's file. Every line is a paragraph, as in plain text.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{About, Input, Limit, Limits, ReadError, Reader, decode, paragraphs};
use crate::text::{Block, BlockKind, CellRef, Origin, Source, Span};

/// `.md`, `.markdown`.
#[derive(Debug)]
pub(super) struct Markdown;

impl Reader for Markdown {
    fn about(&self) -> About {
        About {
            format: "md",
            extensions: &["md", "markdown"],
            keeps: "文字、标题级别、列表序号、表格单元格、链接文字",
            loses: "文件头元数据、注释、链接地址、图片",
            places: "行、列、单元格",
            limits: &[Limit::Paragraphs],
        }
    }

    /// Markdown cannot be told from text by content, so here the extension decides.
    fn recognises(&self, input: &Input<'_>) -> bool {
        matches!(input.extension().as_str(), "md" | "markdown") && decode::looks_like_text(input.bytes)
    }

    fn read(&self, input: &Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
        let decoded = decode::decode(input.bytes, None, "md")?;
        let marks = Marks::of(&decoded.text);
        let text = marks.blanked(&decoded.text);
        let spans = paragraphs::paragraphs(&text);
        limits.check(Limit::Paragraphs, "md", spans.len() as u64)?;
        let blocks = spans.into_iter().flat_map(|span| marks.blocks(&text, span)).collect();
        let mut source = Source::new("md", text, blocks);
        source.encoding = Some(decoded.encoding);
        source.warnings = decoded.warnings;
        Ok(source)
    }
}

/// What the parser says of the bytes of a file.
#[derive(Default)]
struct Marks {
    /// Spans of words, in order.
    kept: Vec<Span>,
    headings: Vec<(Span, u8)>,
    cells: Vec<(Span, CellRef)>,
}

impl Marks {
    fn of(text: &str) -> Marks {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_FOOTNOTES;
        let mut marks = Marks::default();
        let mut cell = CellRef { table: 0, row: 0, column: 0 };
        let (mut hidden, mut image) = (0usize, 0usize);
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            let span = Span::new(range.start, range.end);
            match event {
                Event::Start(Tag::MetadataBlock(_)) => hidden += 1,
                Event::End(TagEnd::MetadataBlock(_)) => hidden = hidden.saturating_sub(1),
                Event::Start(Tag::Image { .. }) => image += 1,
                Event::End(TagEnd::Image) => image = image.saturating_sub(1),
                Event::Start(Tag::Heading { level, .. }) => marks.headings.push((span, depth(level))),
                Event::Start(Tag::Table(_)) => {
                    cell = CellRef { table: cell.table + 1, row: 0, column: 0 };
                }
                Event::Start(Tag::TableHead | Tag::TableRow) => {
                    cell = CellRef { row: cell.row + 1, column: 0, ..cell };
                }
                Event::Start(Tag::TableCell) => {
                    cell.column += 1;
                    marks.cells.push((span, cell));
                }
                Event::Start(Tag::Item) => marks.kept.extend(ordinal(text, span)),
                Event::Text(_) | Event::Code(_) | Event::FootnoteReference(_) if hidden + image == 0 => {
                    marks.kept.push(span);
                }
                _ => {}
            }
        }
        marks.kept.sort_unstable();
        marks
    }

    /// The text with everything that is not words replaced by blanks of the same length.
    fn blanked(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut kept = self.kept.iter().copied().peekable();
        for (at, c) in text.char_indices() {
            while kept.next_if(|k| k.end as usize <= at).is_some() {}
            let keep = c == '\n' || c == '\r' || kept.peek().is_some_and(|k| k.holds(at as u32));
            match (keep, c.len_utf8()) {
                (true, _) => out.push(c),
                (false, 1) => out.push(' '),
                (false, 2) => out.push('\u{a0}'),
                (false, 3) => out.push('\u{3000}'),
                // No blank has four bytes; an invisible mark of that length stands in.
                (false, _) => out.push('\u{e0020}'),
            }
        }
        out
    }

    fn blocks(&self, text: &str, span: Span) -> Vec<Block> {
        let cells: Vec<Block> = self
            .cells
            .iter()
            .filter(|(cell, _)| cell.overlaps(span))
            .filter_map(|(cell, at)| {
                let words = text.get(cell.range())?;
                let lead = words.len() - words.trim_start().len();
                let start = cell.start as usize + lead;
                let span = Span::new(start, start + words.trim().len());
                let origin = Origin { cell: Some(*at), ..Origin::default() };
                (!span.is_empty()).then_some(Block {
                    span,
                    auto_number: None,
                    kind: BlockKind::Cell(*at),
                    origin,
                })
            })
            .collect();
        if !cells.is_empty() {
            return cells;
        }
        let level = self.headings.iter().find(|(h, _)| h.overlaps(span)).map(|(_, level)| *level);
        let kind = level.map_or(BlockKind::Paragraph, BlockKind::Heading);
        vec![Block { span, auto_number: None, kind, origin: Origin::default() }]
    }
}

fn depth(level: HeadingLevel) -> u8 {
    level as u8
}

/// The number of an item of an ordered list, which the parser takes for a mark.
fn ordinal(text: &str, item: Span) -> Option<Span> {
    let words = text.get(item.range())?;
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let start = item.start as usize;
    (digits > 0).then(|| Span::new(start, start + digits + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Source {
        Markdown.read(&Input { name: "a.md", bytes: text.as_bytes() }, &Limits::default()).unwrap()
    }

    fn words(source: &Source) -> Vec<String> {
        source.blocks().iter().map(|b| source.slice(b.span).split_whitespace().collect()).collect()
    }

    #[test]
    fn marks_go_and_places_stay() {
        let source =
            read("---\ndate: 2022\n---\n\n# 一、**主要**举措\n<!-- 注 -->\n1. 见[条例](http://a.cn)\n");
        assert_eq!(words(&source), ["一、主要举措", "1.见条例"]);
        assert_eq!(source.blocks()[0].kind, BlockKind::Heading(1));
        assert_eq!(source.line(source.blocks()[1].span.start), 7);
    }

    #[test]
    fn table_cells_are_blocks_of_their_own() {
        let source = read("| 指标 | 数 |\n| --- | --- |\n| 受理 | 67件 |\n");
        assert_eq!(words(&source), ["指标", "数", "受理", "67件"]);
        assert_eq!(source.blocks()[3].kind, BlockKind::Cell(CellRef { table: 1, row: 2, column: 2 }));
    }
}
