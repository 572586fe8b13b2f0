//! Text and blocks in the making: paragraphs one after the other, one line each.
//!
//! Comes in: words with their kind and origin. Goes out: a [`Source`]. Knows no format.

use super::paragraphs::blank;
use super::{Limit, Limits, ReadError};
use crate::text::{Block, BlockKind, Origin, Source, Span, Warning};

/// Characters of an automatic number; a pattern could make thousands of them before every paragraph.
const LONGEST_NUMBER: usize = 40;

/// The text of a source before it is finished.
#[derive(Debug, Default)]
pub(super) struct Draft {
    text: String,
    blocks: Vec<Block>,
}

impl Draft {
    /// Append a paragraph; surrounding blanks go, and blank paragraphs are no paragraphs.
    pub(super) fn push(&mut self, words: &str, kind: BlockKind, origin: Origin) {
        self.push_numbered("", words, kind, origin);
    }

    /// Append a paragraph with the number that the program puts before it, and give the offset of its words.
    /// A number without words is nothing.
    pub(super) fn push_numbered(
        &mut self,
        number: &str,
        words: &str,
        kind: BlockKind,
        origin: Origin,
    ) -> Option<usize> {
        let words = words.trim_matches(blank);
        if words.is_empty() {
            return None;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.extend(number.trim_start_matches(blank).chars().take(LONGEST_NUMBER));
        let words_start = self.text.len();
        let auto_number = (words_start > start).then(|| Span::new(start, words_start));
        self.text.push_str(words);
        self.blocks.push(Block { span: Span::new(start, self.text.len()), auto_number, kind, origin });
        Some(words_start)
    }

    /// An error when there are more paragraphs than allowed.
    pub(super) fn check(&self, format: &'static str, limits: &Limits) -> Result<(), ReadError> {
        limits.check(Limit::Paragraphs, format, self.blocks.len() as u64)
    }

    /// The finished source.
    pub(super) fn finish(self, format: &'static str, warnings: Vec<Warning>) -> Source {
        let mut source = Source::new(format, self.text, self.blocks);
        source.warnings = warnings;
        source
    }
}
