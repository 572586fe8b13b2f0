//! stub
/// stub
pub fn scorecard_schema() -> String { String::new() }
