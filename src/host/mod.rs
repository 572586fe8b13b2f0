//! Everything that touches files, processes, the clock and the terminal.

pub mod worker;
