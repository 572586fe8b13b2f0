//! Makes files of every format from paragraphs, so that no binary fixture is needed.

pub(crate) mod locked;
pub(crate) mod pdf;
pub(crate) mod rtf;

/// Paragraphs with their heading level, as every forge takes them.
pub(crate) type Paragraphs<'a> = [(Option<u8>, &'a str)];
