//! Scores Chinese annual reports on building a law-based government.

pub mod read;
pub mod text;
