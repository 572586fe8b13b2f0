//! The one place where outcomes become exit codes.

use std::process::ExitCode;

use crate::host::fault::{InputError, OutputError};
use crate::pack::PackErrors;

/// How a run ended. Where two apply, the larger wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exit {
    /// Passed.
    Passed = 0,
    /// The gate failed.
    Failed = 1,
    /// Wrong usage or configuration.
    Usage = 2,
    /// A pack is bad.
    Pack = 3,
    /// An input could not be read.
    Input = 4,
    /// The output could not be written.
    Output = 5,
    /// A bug.
    Bug = 70,
}

impl Exit {
    /// For the operating system.
    pub(super) fn code(self) -> ExitCode {
        ExitCode::from(self as u8)
    }

    /// What an error means.
    pub(super) fn of(error: &anyhow::Error) -> Exit {
        if error.downcast_ref::<PackErrors>().is_some() {
            Exit::Pack
        } else if error.downcast_ref::<OutputError>().is_some() {
            Exit::Output
        } else if error.downcast_ref::<InputError>().is_some() {
            Exit::Input
        } else {
            Exit::Usage
        }
    }
}
