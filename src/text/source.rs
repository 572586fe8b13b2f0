//! The text of one file as it was read, and where each paragraph came from.

use serde::{Deserialize, Serialize};

use super::lines::{LineColumn, LineIndex};
use super::{Lang, Span, Speak, Words};

/// The decoded text of one input, its paragraphs, and what the reader noticed.
#[derive(Clone, Debug)]
pub struct Source {
    text: String,
    blocks: Vec<Block>,
    lines: LineIndex,
    /// The format that was really read, such as `txt` or `docx`; decided by content.
    pub format: &'static str,
    /// Name of the text encoding, for formats that have one.
    pub encoding: Option<&'static str>,
    /// What a reader of the result should know about the reading.
    pub warnings: Vec<Warning>,
    /// Metadata found beside the text, such as the information table of a government page.
    pub properties: Vec<Property>,
}

/// What a reader knew about a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The words, without surrounding blanks. May hold line breaks where lines were joined.
    pub span: Span,
    /// The leading part of `span` that was made from automatic list numbering.
    pub auto_number: Option<Span>,
    /// Its kind.
    pub kind: BlockKind,
    /// Where the user finds it in the original file.
    pub origin: Origin,
}

/// Kinds of paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// Body text.
    Paragraph,
    /// A heading by style, with its level from 1.
    Heading(u8),
    /// A cell of a data table.
    Cell(CellRef),
    /// A foot- or endnote.
    Note,
    /// Text of a drawing.
    TextBox,
    /// An entry of a table of contents; never part of the report.
    Contents,
}

/// A table cell, all counts from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellRef {
    /// Table in the document.
    pub table: u32,
    /// Row in the table.
    pub row: u32,
    /// Column in the row.
    pub column: u32,
}

/// A position that the user of the original file sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Page, from 1.
    pub page: Option<u32>,
    /// The page is an estimate (formats without fixed pages).
    pub page_is_estimate: bool,
    /// Paragraph in the file, from 1, empty ones counted.
    pub paragraph: Option<u32>,
    /// Table cell.
    pub cell: Option<CellRef>,
}

/// Something noticed while reading that does not stop the reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A fixed word, such as `malformed_bytes`.
    pub kind: &'static str,
    /// The sentence.
    pub words: Words,
}

impl Warning {
    /// A warning with its sentence in both languages.
    pub fn new(kind: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Warning { kind, words: Words::new(zh, en) }
    }
}

impl Speak for Warning {
    fn say(&self, lang: Lang) -> String {
        self.words.say(lang)
    }
}

/// A named value beside the text, such as `发布日期` = `2022-03-23`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Property {
    /// The label as printed, without colon.
    pub name: String,
    /// The value as printed.
    pub value: String,
}

impl Source {
    /// A source from decoded text and its blocks, which must be in order and inside the text.
    pub fn new(format: &'static str, text: String, blocks: Vec<Block>) -> Self {
        let lines = LineIndex::new(&text);
        debug_assert!(blocks.iter().all(|b| text.get(b.span.range()).is_some()));
        Source { text, blocks, lines, format, encoding: None, warnings: Vec::new(), properties: Vec::new() }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The paragraphs in reading order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The words of a span; empty for a span of another text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// The line number of an offset, from 1.
    pub fn line(&self, offset: u32) -> u32 {
        self.lines.line(offset)
    }

    /// Line and column of an offset.
    pub fn locate(&self, offset: u32) -> LineColumn {
        self.lines.locate(&self.text, offset)
    }

    /// Number of lines.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The block that holds an offset, or the last one before it.
    pub fn block_at(&self, offset: u32) -> Option<&Block> {
        let after = self.blocks.partition_point(|b| b.span.start <= offset);
        after.checked_sub(1).and_then(|i| self.blocks.get(i))
    }
}
