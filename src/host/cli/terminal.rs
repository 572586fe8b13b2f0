//! Standard output, standard error, and what the terminal can do.

use std::io::{IsTerminal as _, Write as _};

use anyhow::Result;

use super::args::Colour;
use super::exit::Exit;
use crate::host::fault::{OutputError, system};
use crate::text::Lang;
use crate::write::FileError;

/// Width when there is no terminal to ask.
const WIDTH: u16 = 100;

/// Write results to standard output. A closed pipe is the reader's choice and no error.
pub(super) fn print(bytes: &[u8]) -> Result<Exit> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(Exit::Passed),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(Exit::Passed),
        Err(error) => {
            let why = system(&error);
            let zh = format!("写到标准输出失败:{}", why.zh);
            Err(OutputError((zh, format!("standard output could not be written: {}", why.en)).into()).into())
        }
    }
}

/// Say something that is not a result.
pub(super) fn say(words: &str, lang: Lang) {
    let _ = writeln!(std::io::stderr().lock(), "{}", lang.typeset(words));
}

/// Say what became of a file, or of the run. The kind stands as a word, for programs that read it.
pub(super) fn trouble(error: &FileError, lang: Lang) {
    say(&format!("{}: {}: {}", error.path, error.kind, error.message), lang);
}

/// Whether standard output is a terminal.
pub(super) fn is_terminal() -> bool {
    std::io::stdout().is_terminal()
}

/// Columns of the terminal; `COLUMNS` wins.
#[expect(clippy::disallowed_methods, reason = "host is where the environment is read")]
pub(super) fn width() -> u16 {
    let asked = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok()).filter(|w| *w >= 40);
    asked.or_else(|| terminal_size::terminal_size().map(|(w, _)| w.0)).unwrap_or(WIDTH)
}

/// Whether colours are wanted and possible.
#[expect(clippy::disallowed_methods, reason = "host is where the environment is read")]
pub(super) fn colour(asked: Colour) -> bool {
    match asked {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => std::env::var("NO_COLOR").is_err() && std::io::stdout().is_terminal(),
    }
}
