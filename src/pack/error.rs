//! Faults of a rule pack: file, line, column, message and next step; all of them at once.

use std::fmt;

use crate::text::{Lang, Speak, Words};

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
    pub message: Box<Words>,
    /// What to do.
    pub help: Box<Words>,
}

impl PackError {
    /// A fault at a place.
    pub fn new(
        file: impl Into<String>,
        at: Position,
        message: impl Into<Words>,
        help: impl Into<Words>,
    ) -> Self {
        PackError { file: file.into(), at, message: Box::new(message.into()), help: Box::new(help.into()) }
    }
}

impl Speak for PackError {
    fn say(&self, lang: Lang) -> String {
        let Position { line, column } = self.at;
        let next = match lang {
            Lang::Zh => "下一步:",
            Lang::En => "next step: ",
        };
        let (message, help) = (self.message.say(lang), self.help.say(lang));
        format!("{}:{line}:{column}: {message}\n  {next}{help}", self.file)
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Lang::Zh))
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

    /// The faults alone, for files that are no packs.
    pub fn each(&self) -> Words {
        let said = |lang| self.0.iter().map(|e| e.say(lang)).collect::<Vec<_>>().join("\n");
        Words::new(said(Lang::Zh), said(Lang::En))
    }
}

impl Speak for PackErrors {
    fn say(&self, lang: Lang) -> String {
        let mut lines: Vec<String> = self.0.iter().map(|error| error.say(lang)).collect();
        lines.push(match (lang, self.0.len()) {
            (Lang::Zh, count) => format!("规则包共有 {count} 处错误"),
            (Lang::En, 1) => "1 fault in all".to_string(),
            (Lang::En, count) => format!("{count} faults in all"),
        });
        lines.join("\n")
    }
}

impl fmt::Display for PackErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Lang::Zh))
    }
}

impl std::error::Error for PackErrors {}
