//! Options that several commands share.

use clap::{Args as Group, ValueEnum};

use crate::text::Lang as Language;

/// Limits of reading, wherever a file is read.
#[derive(Clone, Debug, Default, Group)]
pub(in crate::host::cli) struct LimitArgs {
    /// 调低一项读取限额(可重复,只能调低;名称见 docs/reference/formats.md)
    ///
    /// Lower a limit of reading (repeatable; names in docs/reference/formats.md)
    #[arg(long, value_name = "NAME=VALUE")]
    pub(in crate::host::cli) limit: Vec<String>,
}

/// Language on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::host::cli) enum Lang {
    Zh,
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Language {
        match lang {
            Lang::Zh => Language::Zh,
            Lang::En => Language::En,
        }
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::host::cli) enum Colour {
    #[default]
    Auto,
    Always,
    Never,
}
