//! `lawcheck outline` and `lawcheck text`.

use anyhow::Result;

use super::args::{ReadArgs, TextArgs};
use super::exit::{Exit, InputError};
use super::terminal;
use crate::host::files::{self, Place};
use crate::read::{self, Input, Limits};
use crate::report::{self, Declared};
use crate::text::{Lang, Source, Speak};
use crate::write;

/// How the report was understood.
pub(super) fn outline(args: &ReadArgs) -> Result<Exit> {
    let lang: Lang = args.lang.map(Into::into).unwrap_or_default();
    let source = source(&args.path, lang)?;
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
pub(super) fn text(args: &TextArgs) -> Result<Exit> {
    let lang: Lang = args.lang.map(Into::into).unwrap_or_default();
    let source = source(&args.path, lang)?;
    for warning in &source.warnings {
        terminal::say(&format!("{}: {}: {}", args.path, warning.kind, warning.say(lang)));
    }
    let mut out = Vec::new();
    if args.format == "json" {
        write::text_json(&source, lang, &mut out)?;
    } else {
        write::text_lines(&source, &mut out)?;
    }
    terminal::print(&out)
}

fn source(path: &str, lang: Lang) -> Result<Source> {
    let limits = Limits::default();
    let place = if path == "-" { Place::Stdin } else { Place::File(path.into()) };
    let read = files::bytes(&place, &limits)
        .and_then(|bytes| read::read(Input { name: path, bytes: &bytes }, &limits));
    read.map_err(|e| InputError(format!("{path}: {}: {}", e.kind().word(), e.say(lang))).into())
}
