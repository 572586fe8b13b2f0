//! What a report says.

pub mod figures;
