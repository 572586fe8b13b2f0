//! Reading one input the way the program does it: in place; in a process of its own for formats whose engine cannot
//! promise to stay within memory and time; through LibreOffice for old Word files that the readers do not get in full.

use super::{office, worker};
use crate::read::{self, Input, Limits, ReadError};
use crate::text::{Lang, Source, Speak as _, Warning};

/// Formats that are read in a worker.
const ISOLATED: [&str; 1] = ["pdf"];

/// The text of an input, or why there is none.
pub(super) fn read(input: Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
    let format = read::format_of(&input);
    if format.is_some_and(|f| ISOLATED.contains(&f)) {
        return worker::read_isolated(input, limits);
    }
    let native = read::read(input, limits);
    if office::may_help(&native) { converted(input, limits, native) } else { native }
}

/// The text after a conversion; the native result, with what stood in the way, where there is none.
fn converted(
    input: Input<'_>,
    limits: &Limits,
    native: Result<Source, ReadError>,
) -> Result<Source, ReadError> {
    let extension = input.name.rsplit_once('.').map_or("doc", |(_, e)| e);
    match office::convert(input.bytes, extension) {
        Ok(bytes) => {
            let mut source = read::read(Input { name: "converted.docx", bytes: &bytes }, limits)?;
            source.warnings.push(office::warning());
            Ok(source)
        }
        Err(error) => native.map(|mut source| {
            source.warnings.push(Warning::new("not_converted", error.say(Lang::Zh), error.say(Lang::En)));
            source
        }),
    }
}
