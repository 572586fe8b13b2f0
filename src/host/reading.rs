//! Reading one input the way the program does it: in place; in a process of its own for formats whose engine cannot
//! promise to stay within memory and time; through LibreOffice for old Word files that the readers do not get in full.

use super::{office, worker};
use crate::read::{self, Input, Limits, ReadError};
use crate::text::{Source, Warning, Words};

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
        Err(error) => without(native, Words::of(&error)),
    }
}

/// The native result, saying why there is no conversion.
fn without(native: Result<Source, ReadError>, why: Words) -> Result<Source, ReadError> {
    match native {
        Ok(mut source) => {
            source.warnings.push(Warning { kind: "not_converted", words: why });
            Ok(source)
        }
        Err(ReadError::Unsupported { found }) => Err(ReadError::NotConverted { found, why }),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::office::OfficeError;
    use crate::read::OLD_WORD;
    use crate::text::{Lang, Speak as _};

    #[test]
    fn a_file_that_needs_a_missing_program_names_it_and_how_to_get_it() {
        let missing = OfficeError::Missing;
        let why = Words::of(&missing);
        let error = without(Err(ReadError::Unsupported { found: OLD_WORD.into() }), why).unwrap_err();
        assert_eq!(error.kind().word(), "unsupported_format");
        for lang in [Lang::Zh, Lang::En] {
            let said = error.say(lang);
            assert!(said.contains(&OLD_WORD.say(lang)) && said.contains("apt install libreoffice"), "{said}");
        }
    }

    #[test]
    fn a_text_that_was_read_in_part_says_why_it_was_not_converted() {
        let source = read::read(Input { name: "a.txt", bytes: "举措。".as_bytes() }, &Limits::default());
        let source = without(source, Words::new("缺程序", "no program")).unwrap();
        assert_eq!(source.warnings.last().map(|w| w.kind), Some("not_converted"));
    }
}
