//! The stories of a document to blocks: main text, then notes and text boxes.
//!
//! Comes in: a [`Document`]. Goes out: text, blocks and what was met. A deleted paragraph mark joins two
//! paragraphs, as accepting the change would.

use super::document::{Document, Paragraph, Revision};
use super::fib::Story;
use super::numbering::{Label, Numbering};
use super::tables::Tables;
use super::words::{Met, Words};
use crate::read::cells::Cells;
use crate::read::draft::Draft;
use crate::read::segments::segments;
use crate::read::{Limit, Limits, ReadError};
use crate::text::{BlockKind, CellRef, Origin};

const PARAGRAPH_MARK: u16 = 0x0d;
const CELL_MARK: u16 = 0x07;
const SECTION_MARK: u16 = 0x0c;

/// What reading a document gives.
pub(super) struct Reading {
    pub(super) draft: Draft,
    pub(super) met: Met,
    /// Some number of a list or a field could not be made.
    pub(super) numbers_missing: bool,
}

/// A paragraph with words.
struct Entry {
    story: Story,
    number: String,
    words: String,
    heading: Option<u8>,
    contents: bool,
    cell: Option<CellRef>,
    /// Which paragraph of the main text it is, from 1.
    paragraph: Option<u32>,
}

struct Reader<'a> {
    document: &'a Document<'a>,
    limits: &'a Limits,
    numbering: Numbering,
    words: Words,
    tables: Tables,
    paragraphs: u32,
    entries: Vec<Entry>,
    numbers_missing: bool,
}

/// Read all stories that belong to the report; headers and comments do not.
pub(super) fn read(
    document: &Document<'_>,
    numbering: Numbering,
    limits: &Limits,
) -> Result<Reading, ReadError> {
    let mut reader = Reader {
        document,
        limits,
        numbering,
        words: Words::default(),
        tables: Tables::default(),
        paragraphs: 0,
        entries: Vec::new(),
        numbers_missing: false,
    };
    for story in [Story::Main, Story::Footnotes, Story::Endnotes, Story::TextBoxes] {
        // What is open at the end of a story does not reach into the next.
        let met = std::mem::take(&mut reader.words).met;
        reader.words.met = met;
        reader.story(story)?;
    }
    let (met, numbers_missing) = (reader.words.met, reader.numbers_missing);
    let draft = draft(&reader.entries, limits)?;
    Ok(Reading { draft, met, numbers_missing: numbers_missing || met.counters })
}

impl Reader<'_> {
    fn story(&mut self, story: Story) -> Result<(), ReadError> {
        let range = self.document.story(story);
        self.limits.check(Limit::Work, "doc", range.len() as u64)?;
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
                self.document.check_work(self.limits)?;
                self.limits.check(Limit::Paragraphs, "doc", self.entries.len() as u64)?;
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
        let blank = words.trim().is_empty();
        let cell = if story == Story::Main { self.tables.enter(paragraph) } else { None };
        let properties = &paragraph.properties;
        let label = match properties.list.filter(|_| !paragraph.ends_row) {
            Some(list) => self.numbering.next(list, properties.list_level, paragraph.style),
            None => Label::None,
        };
        self.numbers_missing |= label == Label::Unknown && !blank;
        if !blank {
            self.entries.push(Entry {
                story,
                number: if let Label::Number(number) = label { number } else { String::new() },
                words,
                heading: properties.heading(),
                contents: properties.contents,
                cell,
                paragraph: (story == Story::Main).then_some(self.paragraphs),
            });
        }
        self.tables.leave(paragraph, cell_mark);
    }
}

/// The blocks of all paragraphs.
fn draft(entries: &[Entry], limits: &Limits) -> Result<Draft, ReadError> {
    let mut cells = Cells::default();
    for entry in entries {
        cells.note(entry.cell, entry.words.len());
    }
    let boxes_are_text = boxes_hold_most(entries);
    let mut draft = Draft::default();
    for entry in entries {
        let origin = Origin { paragraph: entry.paragraph, cell: entry.cell, ..Origin::default() };
        let mut number = entry.number.as_str();
        let mut kind = kind(entry, &cells, boxes_are_text);
        for segment in segments(&entry.words) {
            let words = entry.words.get(segment.range()).unwrap_or("");
            draft.push_numbered(number, words, kind, origin);
            // What follows a break is text under the heading.
            number = "";
            if let BlockKind::Heading(_) = kind {
                kind = BlockKind::Paragraph;
            }
        }
        draft.check("doc", limits)?;
    }
    Ok(draft)
}

fn kind(entry: &Entry, cells: &Cells, boxes_are_text: bool) -> BlockKind {
    match (entry.story, entry.cell.filter(|cell| cells.is_data(*cell))) {
        (Story::Footnotes | Story::Endnotes, _) => BlockKind::Note,
        (Story::TextBoxes, _) if !boxes_are_text => BlockKind::TextBox,
        _ if entry.contents => BlockKind::Contents,
        (_, Some(cell)) => BlockKind::Cell(cell),
        (_, None) => entry.heading.map_or(BlockKind::Paragraph, BlockKind::Heading),
    }
}

/// Some converters put every paragraph in a text box.
fn boxes_hold_most(entries: &[Entry]) -> bool {
    let bytes = |story| entries.iter().filter(|e| e.story == story).map(|e| e.words.len()).sum::<usize>();
    bytes(Story::TextBoxes) > bytes(Story::Main)
}
