//! Scores Chinese annual reports on building a law-based government.

pub mod text;
pub mod read;
pub mod host;
