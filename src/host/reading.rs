//! Reading one input the way the program does it: in place, or in a process of its own for formats whose engine
//! cannot promise to stay within memory and time.

use super::worker;
use crate::read::{self, Input, Limits, ReadError};
use crate::text::Source;

/// Formats that are read in a worker.
const ISOLATED: [&str; 1] = ["pdf"];

/// The text of an input, or why there is none.
pub(super) fn read(input: Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
    let format = read::format_of(&input);
    if format.is_some_and(|f| ISOLATED.contains(&f)) {
        return worker::read_isolated(input, limits);
    }
    read::read(input, limits)
}
