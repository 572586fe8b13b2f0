//! The only code that touches files, environment, clock, threads, sockets and terminal.

pub mod office;
