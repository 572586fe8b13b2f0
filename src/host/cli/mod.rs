//! The command line.

mod args;
mod baselines;
mod compare;
mod config;
mod config_keys;
mod exit;
mod explain;
mod gate;
mod generate;
mod input;
mod limits;
mod outline;
mod outputs;
mod packs;
mod score;
mod spoken;
mod terminal;
mod terms;
mod waivers;
mod wanted;
mod weights;

use std::process::ExitCode;

use crate::host::{fault, worker};
use crate::text::Lang;
use args::{Args, Command};
use exit::Exit;

/// Run the program.
pub fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(worker::COMMAND) {
        return worker::serve();
    }
    let lang = args::asked().or_else(config::lang).unwrap_or_default();
    let args = match args::parse(lang) {
        Ok(args) => args,
        Err(error) => return unparsed(&error, lang).code(),
    };
    // The parser's own stack is small on some systems; scripts and deep documents run on this one.
    let worker = std::thread::Builder::new().stack_size(16 << 20).spawn(move || run(args, lang));
    let exit = worker.ok().and_then(|w| w.join().ok()).unwrap_or(Exit::Bug);
    exit.code()
}

/// Help and version go to standard output; what was typed wrong is said.
fn unparsed(error: &anyhow::Error, lang: Lang) -> Exit {
    let Some(typed) = error.downcast_ref::<clap::Error>() else { return failed(error, lang) };
    if typed.use_stderr() && typed.kind() != clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    {
        terminal::say(&format!("lawcheck: {}", spoken::fault(typed, lang)), lang);
        return Exit::Usage;
    }
    let page = spoken::page(typed, lang, terminal::colour(args::Colour::Auto));
    if typed.use_stderr() {
        terminal::say(page.trim_end(), lang);
        return Exit::Usage;
    }
    terminal::print(lang.typeset(&page).as_bytes()).unwrap_or_else(|error| failed(&error, lang))
}

fn failed(error: &anyhow::Error, lang: Lang) -> Exit {
    terminal::say(&format!("lawcheck: {}", fault::told(error, lang)), lang);
    Exit::of(error)
}

fn run(args: Args, lang: Lang) -> Exit {
    let done = match args.command {
        Command::Score(args) => score::score(&args, lang),
        Command::Outline(args) => outline::outline(&args, lang),
        Command::Text(args) => outline::text(&args, lang),
        Command::Compare(args) => compare::compare(&args, lang),
        Command::Waivers(args) => waivers::waivers(&args, lang),
        Command::Explain(args) => explain::explain(&args, lang),
        Command::Packs(args) => packs::packs(&args, lang),
        Command::Completions(args) => {
            let mut out = Vec::new();
            clap_complete::generate(args.shell, &mut args::command(lang), "lawcheck", &mut out);
            terminal::print(&out)
        }
        Command::Generate(args) => generate::generate(&args, lang),
    };
    done.unwrap_or_else(|error| failed(&error, lang))
}
