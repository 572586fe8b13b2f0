//! `lawcheck compare OLD NEW`.

use anyhow::Result;

use super::args::CompareArgs;
use super::exit::Exit;
use super::{input, limits, outputs, terminal};
use crate::Checked;
use crate::compare;
use crate::host::shelf::Shelf;
use crate::pack::{Build, Packs};
use crate::report::Declared;
use crate::score::Terms;
use crate::text::{Lang, Source};
use crate::write::{self, Style};

pub(super) fn compare(args: &CompareArgs, lang: Lang) -> Result<Exit> {
    let mut shelf = Shelf::new();
    let profile = shelf.profile(args.profile.as_deref().unwrap_or("national"))?;
    let packs = shelf.load(&profile, Build::Quick)?;
    let limits = limits::limits(&args.limits)?;
    let source = |path| input::source(path, &limits);
    let (old, new) = (check(source(&args.old)?, &packs), check(source(&args.new)?, &packs));
    let compared = compare::compare(&old, &new);
    let data = write::comparison((&args.old, &args.new), (&old, &new), &compared, &packs, lang);
    let mut out = Vec::new();
    let style = Style { lang, width: terminal::width(), ..Style::default() };
    match args.format.as_str() {
        "json" => write::comparison_json(&data, &mut out)?,
        "html" => write::comparison_page(&data, style, &mut out)?,
        _ => write::comparison_table(&data, style, &mut out)?,
    }
    match &args.output {
        None => terminal::print(&out),
        Some(path) => outputs::save(path, &out).map(|()| Exit::Passed),
    }
}

fn check(source: Source, packs: &Packs) -> Checked {
    crate::check_source(source, packs, &Declared::default(), &Terms::default())
}
