//! Faults of a rule pack: file, line, column, message and next step; all of them at once.

use std::fmt;

/// A place in a file of a pack, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line.
    pub line: u32,
    /// Column.
    pub column: u32,
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError {
    /// File inside the shelf of packs.
    pub file: String,
    /// Where.
    pub at: Position,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl PackError {
    /// A fault at a place.
    pub fn new(
        file: impl Into<String>,
        at: Position,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        PackError { file: file.into(), at, message: message.into(), help: help.into() }
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: {}\n  下一步:{}",
            self.file, self.at.line, self.at.column, self.message, self.help
        )
    }
}

/// All faults of the packs that were loaded, in order of file and line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackErrors(pub Vec<PackError>);

impl PackErrors {
    /// In order of file and place.
    pub fn sorted(mut errors: Vec<PackError>) -> Self {
        errors.sort_by(|a, b| (&a.file, a.at).cmp(&(&b.file, b.at)));
        PackErrors(errors)
    }
}

impl fmt::Display for PackErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for error in &self.0 {
            writeln!(f, "{error}")?;
        }
        write!(f, "规则包共有 {} 处错误", self.0.len())
    }
}

impl std::error::Error for PackErrors {}
