//! Scores Chinese annual reports on building a law-based government.

pub mod host;
pub mod read;
pub mod text;
