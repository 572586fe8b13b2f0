//! The only code that touches files, environment, clock, threads and terminal.
//!
//! Comes in: the command line. Goes out: an exit code, with results on standard output and everything else on
//! standard error.

mod batch;
pub mod cli;
mod fault;
mod files;
mod office;
mod reading;
mod shelf;
pub mod worker;
