//! The one input of a command that looks at a single file.

use anyhow::Result;

use crate::host::fault::InputError;
use crate::host::files::{self, Place};
use crate::host::reading;
use crate::read::{Input, Limits};
use crate::text::{Lang, Source, Speak as _, Words};

/// The text of a file, or of standard input for `-`.
pub(super) fn source(path: &str, limits: &Limits) -> Result<Source> {
    let place = if path == "-" { Place::Stdin } else { Place::File(path.into()) };
    let read = files::bytes(&place, limits)
        .and_then(|bytes| reading::read(Input { name: path, bytes: &bytes }, limits));
    read.map_err(|e| {
        let said = |lang| format!("{path}: {}: {}", e.kind().word(), e.say(lang));
        InputError(Words::new(said(Lang::Zh), said(Lang::En))).into()
    })
}
