//! What a report says.

pub mod dates;
pub mod figures;
pub mod relations;
