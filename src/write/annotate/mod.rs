//! A Word file with comments in it, and nothing else changed.
//!
//! Comes in: the bytes of a package, and comments with the places of their words in the text that was read of it.
//! Goes out: the bytes of the package with these comments. Parts that need no change are copied as they are packed.
//! Knows nothing of rules and scores.

mod anchor;
mod comments;
mod error;
mod marks;
mod package;
mod part;
mod run;

use crate::read::Limits;
use crate::read::docx::anatomy;
use crate::text::{Source, Span};

use anchor::anchor;
use comments::Comments;
pub use error::Unmarked;
use marks::Marks;
use package::Package;
use part::{Part, Vocabulary};

/// The format of files that can be annotated.
pub(super) const FORMAT: &str = "docx";

/// What a comment is about, in the text that was read of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// Words.
    Words(Span),
    /// What comes after the paragraph on a line, counted from 1: its last words are marked.
    EndOfLine(u32),
    /// The file as a whole: its first paragraph is marked.
    Start,
}

/// What is to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Comment {
    /// Of what.
    pub(super) spot: Spot,
    /// What is said, paragraph by paragraph.
    pub(super) said: Vec<String>,
}

/// Who says it, and when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Author<'a> {
    /// Name.
    pub(super) name: &'a str,
    /// Day, as `YYYY-MM-DD`.
    pub(super) day: &'a str,
}

/// The file with the comments in it.
pub(super) fn annotate(input: &[u8], said: &[Comment], author: Author<'_>) -> Result<Vec<u8>, Unmarked> {
    let limits = Limits::default();
    let mut package = Package::open(input, &limits)?;
    let file = anatomy(input, &limits)?;
    let mut main = package.must(&file.part)?;
    let words = Vocabulary::of(&main)?;
    let mut comments = Comments::open(&mut package, &main, &words)?;
    let mut marks = Marks::default();
    for comment in said {
        let anchor = anchor(&file, comment.spot).ok_or(Unmarked::NoWords)?;
        marks.set(anchor, comments.add(comment, author));
    }
    main.text = marks.write(&file, &words)?;
    package.put(main);
    comments.close(&mut package)?;
    let out = package.pack()?;
    match anatomy(&out, &limits) {
        Ok(after) if same(&after.source, &file.source) => Ok(out),
        _ => Err(Unmarked::Changed),
    }
}

/// Whether a reader sees the same in both.
fn same(one: &Source, other: &Source) -> bool {
    one.text() == other.text() && one.blocks() == other.blocks()
}

#[cfg(test)]
mod tests;
