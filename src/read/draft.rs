//! Text and blocks in the making: paragraphs one after the other, one line each.
//!
//! Comes in: words with their kind and origin. Goes out: a [`Source`]. Knows no format.

use super::paragraphs::blank;
use super::{Limit, Limits, ReadError};
use crate::text::{Block, BlockKind, Origin, Source, Span, Warning};

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

    /// Append a paragraph with the number that the program puts before it. A number without words is nothing.
    pub(super) fn push_numbered(&mut self, number: &str, words: &str, kind: BlockKind, origin: Origin) {
        let words = words.trim_matches(blank);
        if words.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        let number = number.trim_matches(blank);
        self.text.push_str(number);
        let auto_number = (!number.is_empty()).then(|| Span::new(start, self.text.len()));
        self.text.push_str(words);
        self.blocks.push(Block { span: Span::new(start, self.text.len()), auto_number, kind, origin });
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
