//! The command line.

mod args;
mod baselines;
mod compare;
mod config;
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
mod terminal;
mod terms;
mod waivers;
mod wanted;
mod weights;

use std::process::ExitCode;

use clap::CommandFactory as _;

use crate::host::worker;
use args::{Args, Command};
use exit::Exit;

/// Run the program.
pub fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(worker::COMMAND) {
        return worker::serve();
    }
    let args = match args::parse() {
        Ok(args) => args,
        Err(error) => {
            let wrong = error.use_stderr();
            let _ = error.print();
            return if wrong { Exit::Usage.code() } else { Exit::Passed.code() };
        }
    };
    // The parser's own stack is small on some systems; scripts and deep documents run on this one.
    let worker = std::thread::Builder::new().stack_size(16 << 20).spawn(move || run(args));
    let exit = worker.ok().and_then(|w| w.join().ok()).unwrap_or(Exit::Bug);
    exit.code()
}

fn run(args: Args) -> Exit {
    let done = match args.command {
        Command::Score(args) => score::score(&args),
        Command::Outline(args) => outline::outline(&args),
        Command::Text(args) => outline::text(&args),
        Command::Compare(args) => compare::compare(&args),
        Command::Waivers(args) => waivers::waivers(&args),
        Command::Explain(args) => explain::explain(&args),
        Command::Packs(args) => packs::packs(&args),
        Command::Completions(args) => {
            let mut out = Vec::new();
            clap_complete::generate(args.shell, &mut Args::command(), "lawcheck", &mut out);
            terminal::print(&out)
        }
        Command::Generate(args) => generate::generate(&args),
    };
    done.unwrap_or_else(|error| {
        let exit = Exit::of(&error);
        terminal::say(&format!("lawcheck: {error:#}"));
        exit
    })
}
