//! `lawcheck outline` and `lawcheck text`.

use anyhow::Result;

use super::args::{ReadArgs, TextArgs};
use super::exit::Exit;
use super::input::source;
use super::limits::limits;
use super::terminal;
use crate::report::{self, Declared};
use crate::text::{Lang, Speak as _};
use crate::write;

/// How the report was understood.
pub(super) fn outline(args: &ReadArgs, lang: Lang) -> Result<Exit> {
    let source = source(&args.path, &limits(&args.limits)?)?;
    let report = report::build(source, &Declared::default());
    let mut out = Vec::new();
    if args.format == "json" {
        write::outline_json(&report, lang, &mut out)?;
    } else {
        write::outline_table(&report, lang, &mut out)?;
    }
    terminal::print(&out)
}

/// The text as it was read.
pub(super) fn text(args: &TextArgs, lang: Lang) -> Result<Exit> {
    let source = source(&args.path, &limits(&args.limits)?)?;
    for warning in &source.warnings {
        terminal::say(&format!("{}: {}: {}", args.path, warning.kind, warning.say(lang)), lang);
    }
    let mut out = Vec::new();
    if args.format == "json" {
        write::text_json(&source, lang, &mut out)?;
    } else {
        write::text_lines(&source, &mut out)?;
    }
    terminal::print(&out)
}
