//! The stories of a document to blocks: main text, then notes and text boxes.
//!
//! Comes in: a [`Document`]. Goes out: text, blocks and what was met. A deleted paragraph mark joins two
//! paragraphs, as accepting the change would.

use super::document::{Document, Paragraph, Revision};
use super::fib::Story;
use super::numbering::{Label, Numbering};
use super::tables::{self, Tables};
use super::words::{BLOCK_BREAK, Met, Words};
use crate::read::{Limit, Limits, ReadError};
use crate::text::{Block, BlockKind, CellRef, Origin, Span};

const PARAGRAPH_MARK: u16 = 0x0d;
const CELL_MARK: u16 = 0x07;
const SECTION_MARK: u16 = 0x0c;

/// What reading a document gives.
pub(super) struct Reading {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) met: Met,
    /// A number of the page that could not be made.
    pub(super) numbers_missing: bool,
}

struct Reader<'a> {
    document: &'a Document<'a>,
    numbering: Numbering,
    words: Words,
    tables: Tables,
    paragraphs: u32,
    out: Reading,
}

/// Read all stories that belong to the report; headers and comments do not.
pub(super) fn read(
    document: &Document<'_>,
    numbering: Numbering,
    limits: &Limits,
) -> Result<Reading, ReadError> {
    let out =
        Reading { text: String::new(), blocks: Vec::new(), met: Met::default(), numbers_missing: false };
    let mut reader = Reader {
        document,
        numbering,
        words: Words::default(),
        tables: Tables::default(),
        paragraphs: 0,
        out,
    };
    for story in [Story::Main, Story::Footnotes, Story::Endnotes, Story::TextBoxes] {
        let met = std::mem::take(&mut reader.words).met;
        reader.words.met = met;
        reader.story(story, limits)?;
    }
    reader.out.met = reader.words.met;
    reader.out.numbers_missing |= reader.out.met.counters;
    tables::dissolve_layout(&mut reader.out.blocks);
    Ok(reader.out)
}

impl Reader<'_> {
    fn story(&mut self, story: Story, limits: &Limits) -> Result<(), ReadError> {
        let range = self.document.story(story);
        limits.check(Limit::Work, "doc", range.len() as u64)?;
        let units = self.document.units(range.clone());
        let mut start = 0;
        for (at, &unit) in units.iter().enumerate() {
            let character = range.start + at;
            let ends = match unit {
                PARAGRAPH_MARK | CELL_MARK => true,
                SECTION_MARK => self.document.paragraph_ends(character),
                _ => at + 1 == units.len(),
            };
            if ends {
                self.paragraph(story, range.start + start, &units[start..=at]);
                start = at + 1;
                self.document.check_work(limits)?;
                limits.check(Limit::Paragraphs, "doc", self.out.blocks.len() as u64)?;
            }
        }
        Ok(())
    }

    /// One paragraph, its mark included.
    fn paragraph(&mut self, story: Story, start: usize, units: &[u16]) {
        let mark = start + units.len() - 1;
        let paragraph = self.document.paragraph(mark);
        let hidden = paragraph.properties.hidden.unwrap_or(false);
        let mut joins = false;
        for (range, look) in self.document.looks(start..start + units.len(), hidden) {
            for character in range {
                let unit = units[character - start];
                if character < mark || !matches!(unit, PARAGRAPH_MARK | CELL_MARK | SECTION_MARK) {
                    self.words.push(unit, look);
                } else {
                    joins = unit == PARAGRAPH_MARK && (look.revision == Revision::Deleted || look.hidden);
                    self.words.met.changes |= look.revision != Revision::None;
                }
            }
        }
        // The mark at the end of a row is no paragraph to its user.
        self.paragraphs += u32::from(story == Story::Main && !paragraph.ends_row);
        if !joins {
            self.end_paragraph(story, &paragraph, units.last() == Some(&CELL_MARK));
        }
    }

    fn end_paragraph(&mut self, story: Story, paragraph: &Paragraph, cell_mark: bool) {
        let words = self.words.take();
        let cell = if story == Story::Main { self.tables.enter(paragraph) } else { None };
        let label = match paragraph.properties.list {
            Some(list) if !paragraph.ends_row => {
                self.numbering.next(list, paragraph.properties.list_level, paragraph.style)
            }
            _ => Label::None,
        };
        let number = match label {
            Label::Number(number) => number,
            Label::None => String::new(),
            Label::Unknown => {
                self.out.numbers_missing |= !words.trim().is_empty();
                String::new()
            }
        };
        let kind = kind(story, paragraph, cell);
        let paragraph_number = (story == Story::Main).then_some(self.paragraphs);
        let origin = Origin { paragraph: paragraph_number, cell, ..Origin::default() };
        for (n, words) in lines(&words).into_iter().enumerate() {
            self.out.push(if n == 0 { &number } else { "" }, words, kind, origin);
        }
        self.tables.leave(paragraph, cell_mark);
    }
}

fn kind(story: Story, paragraph: &Paragraph, cell: Option<CellRef>) -> BlockKind {
    match (story, cell) {
        (Story::Footnotes | Story::Endnotes, _) => BlockKind::Note,
        (Story::TextBoxes, _) => BlockKind::TextBox,
        (Story::Main, _) if paragraph.properties.contents => BlockKind::Contents,
        (Story::Main, Some(cell)) => BlockKind::Cell(cell),
        (Story::Main, None) => {
            paragraph.properties.heading().map_or(BlockKind::Paragraph, BlockKind::Heading)
        }
    }
}

/// The blocks of one paragraph: a page break ends one, and so does a line break before an indent.
fn lines(words: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for part in words.split(BLOCK_BREAK) {
        let mut start = 0;
        for (at, _) in part.match_indices('\n') {
            let rest = part.get(at + 1..).unwrap_or("");
            let indent = rest.chars().take_while(|c| matches!(c, ' ' | '\u{3000}' | '\t' | '\u{a0}'));
            let width: usize = indent.map(|c| if matches!(c, '\u{3000}' | '\t') { 2 } else { 1 }).sum();
            if width >= 2 {
                out.extend(part.get(start..at));
                start = at + 1;
            }
        }
        out.extend(part.get(start..));
    }
    let blank = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}');
    out.iter().map(|line| line.trim_matches(blank)).filter(|line| !line.is_empty()).collect()
}

impl Reading {
    fn push(&mut self, number: &str, words: &str, kind: BlockKind, origin: Origin) {
        let start = self.text.len();
        self.text.push_str(number);
        let auto_number = (!number.is_empty()).then(|| Span::new(start, self.text.len()));
        if number.ends_with(|c: char| c.is_ascii()) {
            self.text.push(' ');
        }
        self.text.push_str(words);
        self.blocks.push(Block { span: Span::new(start, self.text.len()), auto_number, kind, origin });
        self.text.push('\n');
    }
}
