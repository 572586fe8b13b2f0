//! OFD (GB/T 33190), the fixed-page format of Chinese archives.
//!
//! Comes in: a zip package. Goes out: paragraphs with real pages, joined from placed text by `layout`.

mod page;
mod place;
mod tree;

use std::collections::BTreeMap;

use super::container::Container;
use super::layout::{self, Pages};
use super::package::{self, Package};
use super::{About, Input, Limit, Limits, ReadError, Reader, notices};
use crate::text::{Source, Warning};

use page::PageText;
use place::Heading;

const FORMAT: &str = "ofd";

/// OFD files.
#[derive(Debug)]
pub(super) struct Ofd;

impl Reader for Ofd {
    fn about(&self) -> About {
        About {
            format: FORMAT,
            extensions: &["ofd"],
            keeps: "全部页面的文字,按阅读顺序接成段落;多个文档、多层、变换后的文字",
            loses: "模板页(套红、水印)、注释、签章、图像、页眉页脚、页码",
            places: "页、单元格",
            limits: &Limit::OF_PAGED_PACKAGES,
        }
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        package::kind(input.bytes) == Some(Package::Ofd)
    }

    fn read(&self, input: &Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
        let mut zip = Container::open(input.bytes, FORMAT, limits)?;
        if package::is_encrypted_ofd(&zip) {
            return Err(ReadError::Encrypted { format: FORMAT });
        }
        let tree = tree::read(&mut zip, limits)?;
        let mut book = Book::default();
        for (number, page) in (1..).zip(&tree.pages) {
            book.add(number, page, &mut zip, limits)?;
        }
        let mut warnings = book.warnings(&tree);
        warnings.extend(zip.doubled());
        book.finish(warnings, limits)
    }
}

/// The pages read so far.
#[derive(Debug, Default)]
struct Book {
    pages: Pages,
    pictures: Vec<u32>,
    unreadable: Vec<u32>,
    read: usize,
    ideographs: usize,
    hidden: bool,
}

impl Book {
    fn add(
        &mut self,
        number: u32,
        page: &tree::PageRef,
        zip: &mut Container<'_>,
        limits: &Limits,
    ) -> Result<(), ReadError> {
        let text = match tree::text(zip, &page.part) {
            Ok(Some(text)) => page::read(&text, &page.part, limits),
            Ok(None) => Err(tree::absent("页面", "page", &page.part)),
            Err(error) => Err(error),
        };
        match text {
            Ok(text) => {
                let paper = text.paper.unwrap_or(page.paper);
                self.pages.begin(number, paper[2]);
                // A row of a table has a handful of cells.
                limits.check(Limit::Paragraphs, FORMAT, self.pages.stretches() / 5)?;
                self.put(number, &text);
            }
            // One damaged page is said, a hostile one ends the reading.
            Err(ReadError::Corrupt { .. }) => self.unreadable.push(number),
            Err(error) => return Err(error),
        }
        Ok(())
    }

    fn put(&mut self, number: u32, text: &PageText) {
        self.read += 1;
        self.hidden |= text.hidden;
        if text.pictures {
            self.pictures.push(number);
        }
        let mut letters: BTreeMap<Heading, usize> = BTreeMap::new();
        for piece in &text.pieces {
            if let Some(heading) = piece.heading {
                *letters.entry(heading).or_default() += piece.text.len();
            }
        }
        // Text that runs another way than most of the page is a stamp or a watermark.
        let Some(heading) = letters.into_iter().max_by_key(|(_, count)| *count).map(|(h, _)| h) else {
            return;
        };
        for piece in text.pieces.iter().filter(|p| p.heading == Some(heading)) {
            self.ideographs += piece.text.chars().filter(|c| ('\u{3400}'..='\u{9fff}').contains(c)).count();
            self.pages.put(&piece.upright(heading));
        }
    }

    fn warnings(&mut self, tree: &tree::Tree) -> Vec<Warning> {
        let mut out = Vec::new();
        let blank = self.pages.blank();
        let pictures: Vec<u32> = blank.into_iter().filter(|page| self.pictures.contains(page)).collect();
        out.extend(notices::pages_without_text(&pictures));
        out.extend(notices::pages_unreadable(&self.unreadable));
        out.extend(self.hidden.then(notices::hidden_text));
        out.extend(tree.attachments.then(notices::embedded_part));
        out
    }

    fn finish(self, warnings: Vec<Warning>, limits: &Limits) -> Result<Source, ReadError> {
        const LEAST: usize = 10;
        if self.read == 0 {
            let what = ("所有页面都缺失或损坏", "all pages are missing or damaged");
            return Err(ReadError::corrupt(FORMAT, what));
        }
        if self.ideographs < LEAST && !self.pictures.is_empty() {
            return Err(ReadError::NoTextLayer { format: FORMAT });
        }
        let draft = layout::draft(layout::paragraphs(self.pages));
        draft.check(FORMAT, limits)?;
        Ok(draft.finish(FORMAT, warnings))
    }
}
