//! `lawcheck waivers lint`: what is wrong with a waivers file, without scoring anything.

use anyhow::Result;

use super::args::{WaiversArgs, WaiversCommand};
use super::exit::Exit;
use super::{gate, terminal, terms};
use crate::host::shelf::Shelf;
use crate::pack::Build;
use crate::score::lint_waivers;
use crate::text::Lang;

pub(super) fn waivers(args: &WaiversArgs, lang: Lang) -> Result<Exit> {
    let WaiversCommand::Lint(args) = &args.command;
    let day = gate::as_of(args.as_of.as_deref())?;
    let waivers = terms::read_waivers(&args.path)?;
    let mut shelf = Shelf::new();
    for folder in &args.packs {
        shelf.add_pack(folder)?;
    }
    let profile = shelf.profile(args.profile.as_deref().unwrap_or("national"))?;
    let packs = shelf.load(&profile, Build::Quick)?;
    let faults = lint_waivers(&waivers, &packs, day);
    let findings = faults.iter().map(|fault| terms::fault_finding(&args.path, &waivers, fault, lang));
    let mut lines: Vec<String> =
        findings.map(|f| format!("{}: {}: {}\n", f.path, f.kind, f.message)).collect();
    lines.push(match lang {
        Lang::Zh => format!("豁免 {} 条,有问题的 {} 条\n", waivers.len(), faults.len()),
        Lang::En => format!("{} waivers, {} faults\n", waivers.len(), faults.len()),
    });
    let out = lines.concat();
    terminal::print(lang.typeset(&out).as_bytes())?;
    Ok(if faults.is_empty() { Exit::Passed } else { Exit::Failed })
}
