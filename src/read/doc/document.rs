//! A Word file taken apart: text, formatting and styles, asked by character position.

use std::cell::Cell;
use std::ops::Range;

use super::bytes::{offset_at, u16_at};
use super::fib::{Fib, Part, Story};
use super::lists::Lists;
use super::pieces::Pieces;
use super::runs::{Kind, Run, run_at, runs};
use super::sprm::{self, Change};
use super::styles::{Properties, Styles};
use crate::read::{Limit, Limits, ReadError};

/// The parts of a file.
pub(super) struct Document<'a> {
    main: &'a [u8],
    data: &'a [u8],
    /// Structure that the pieces stand in; it holds changes too.
    piece_structure: &'a [u8],
    pub(super) pieces: Pieces,
    fib: &'a Fib<'a>,
    characters: Vec<Run>,
    paragraphs: Vec<Run>,
    styles: Styles,
    work: Cell<u64>,
}

/// What a tracked change does to characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Revision {
    #[default]
    None,
    Inserted,
    /// Also when they were inserted before.
    Deleted,
}

/// How a run of characters looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) revision: Revision,
    pub(super) hidden: bool,
    /// The character that stands here is a sign of a symbol font.
    pub(super) symbol: bool,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Paragraph {
    pub(super) style: u16,
    pub(super) properties: Properties,
    /// Tables around it.
    pub(super) depth: usize,
    pub(super) ends_row: bool,
    pub(super) ends_inner_cell: bool,
}

impl<'a> Document<'a> {
    /// Take the streams apart.
    pub(super) fn of(
        fib: &'a Fib<'a>,
        main: &'a [u8],
        table: &'a [u8],
        data: &'a [u8],
    ) -> Result<Self, ReadError> {
        let piece_structure = fib.part(Part::Pieces, table);
        let corrupt = || {
            ReadError::corrupt(
                "doc",
                ("文字块表与文件不符", "the table of text pieces does not fit the file"),
            )
        };
        Ok(Document {
            main,
            data,
            piece_structure,
            pieces: Pieces::of(piece_structure, main).ok_or_else(corrupt)?,
            fib,
            characters: runs(fib.part(Part::CharacterRuns, table), main, Kind::Characters),
            paragraphs: runs(fib.part(Part::ParagraphRuns, table), main, Kind::Paragraphs),
            styles: Styles::of(fib.part(Part::Styles, table)),
            work: Cell::new(0),
        })
    }

    /// The definitions of automatic numbers; `None` when they are damaged.
    pub(super) fn lists(&self, table: &[u8]) -> Option<Lists> {
        let after = table.get(self.fib.range(Part::Lists).end..).unwrap_or(&[]);
        Lists::of(self.fib.part(Part::Lists, table), after, self.fib.part(Part::ListOverrides, table))
    }

    /// The characters of a story that the file really has.
    pub(super) fn story(&self, story: Story) -> Range<usize> {
        let range = self.fib.story(story);
        let end = range.end.min(self.pieces.end());
        range.start.min(end)..end
    }

    /// An error once too many changes of formatting and characters were looked at.
    pub(super) fn check_work(&self, limits: &Limits) -> Result<(), ReadError> {
        limits.check(Limit::Work, "doc", self.work.get())
    }

    /// The changes in a list, counted as work.
    fn changes<'c>(&self, list: &'c [u8]) -> impl Iterator<Item = Change<'c>> {
        self.work.set(self.work.get() + 1 + list.len() as u64 / 4);
        sprm::changes(list)
    }

    pub(super) fn units(&self, range: Range<usize>) -> Vec<u16> {
        self.pieces.units(range, self.main)
    }

    /// Whether a paragraph ends right after this character, by its formatting.
    pub(super) fn paragraph_ends(&self, character: usize) -> bool {
        let Some(piece) = self.pieces.at(character) else { return true };
        let next = piece.offset(character + 1);
        run_at(&self.paragraphs, piece.offset(character)).is_none_or(|run| run.text.end <= next)
    }

    /// What the paragraph is whose mark stands at a character.
    pub(super) fn paragraph(&self, mark: usize) -> Paragraph {
        let Some(piece) = self.pieces.at(mark) else { return Paragraph::default() };
        let run = run_at(&self.paragraphs, piece.offset(mark));
        let style = run.map_or(0, |r| r.style);
        let mut out = Paragraph { style, properties: self.styles.resolved(style), ..Paragraph::default() };
        let own = run.and_then(|r| self.main.get(r.changes.clone())).unwrap_or(&[]);
        let of_piece = self.piece_structure.get(piece.changes.clone()).unwrap_or(&[]);
        for change in self.changes(own) {
            if change.code == sprm::ELSEWHERE {
                self.changes(self.elsewhere(&change)).for_each(|c| out.apply(&c));
            } else {
                out.apply(&change);
            }
        }
        self.changes(of_piece).for_each(|c| out.apply(&c));
        out
    }

    /// The changes that a paragraph keeps in the data stream.
    fn elsewhere(&self, change: &Change<'_>) -> &'a [u8] {
        let at = offset_at(change.operand, 0).unwrap_or(usize::MAX);
        let length = u16_at(self.data, at).map_or(0, usize::from);
        let start = at.saturating_add(2);
        self.data.get(start..start.saturating_add(length)).unwrap_or(&[])
    }

    /// The looks of a range of characters, in order.
    pub(super) fn looks(&self, range: Range<usize>, hidden: bool) -> Vec<(Range<usize>, Look)> {
        let mut out: Vec<(Range<usize>, Look)> = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let Some(piece) = self.pieces.at(at) else { break };
            let offset = piece.offset(at);
            let run = run_at(&self.characters, offset);
            let border = run.map_or_else(|| self.next_run(offset), |r| r.text.end);
            let end = piece.character(border).clamp(at + 1, range.end);
            let own = run.and_then(|r| self.main.get(r.changes.clone())).unwrap_or(&[]);
            let of_piece = self.piece_structure.get(piece.changes.clone()).unwrap_or(&[]);
            let look = self.look(self.changes(own).chain(self.changes(of_piece)), hidden);
            out.push((at..end, look));
            at = end;
        }
        out
    }

    fn next_run(&self, offset: usize) -> usize {
        let next = self.characters.partition_point(|r| r.text.start <= offset);
        self.characters.get(next).map_or(usize::MAX, |r| r.text.start)
    }

    fn look<'c>(&self, changes: impl Iterator<Item = Change<'c>>, hidden: bool) -> Look {
        let mut look = Look { hidden, ..Look::default() };
        let mut base = hidden;
        for change in changes {
            match change.code {
                sprm::DELETED if change.byte() & 1 == 1 => look.revision = Revision::Deleted,
                sprm::INSERTED if change.byte() & 1 == 1 && look.revision == Revision::None => {
                    look.revision = Revision::Inserted;
                }
                sprm::SYMBOL => look.symbol = true,
                sprm::CHARACTER_STYLE => {
                    base = self.styles.resolved(change.word()).hidden.unwrap_or(hidden);
                    look.hidden = base;
                }
                // 0x80: as the style; 0x81: the opposite.
                sprm::HIDDEN => {
                    look.hidden = match change.byte() {
                        0 => false,
                        0x80 => base,
                        0x81 => !base,
                        _ => true,
                    }
                }
                _ => {}
            }
        }
        look
    }
}

impl Paragraph {
    fn apply(&mut self, change: &Change<'_>) {
        match change.code {
            sprm::IN_TABLE => self.depth = self.depth.max(usize::from(change.byte() & 1)),
            sprm::TABLE_DEPTH => self.depth = offset_at(change.operand, 0).unwrap_or(0).min(64),
            sprm::ROW_END | sprm::INNER_ROW_END => self.ends_row = change.byte() & 1 == 1,
            sprm::INNER_CELL_END => self.ends_inner_cell = change.byte() & 1 == 1,
            _ => self.properties.apply(change),
        }
    }
}
