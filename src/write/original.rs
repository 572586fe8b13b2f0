//! The file that a report was read from, for a format that gives it back with remarks.

use std::sync::Arc;

use crate::report::Report;
use crate::text::Span;

/// A file as it was handed over.
#[derive(Clone, Debug)]
pub struct Original {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// The title of the report, in the text that was read of the file.
    pub title: Option<Span>,
}

impl Original {
    /// The file of a report.
    pub fn new(bytes: Vec<u8>, report: &Report) -> Original {
        Original { bytes: bytes.into(), title: report.metadata.title.as_ref().and_then(|t| t.span) }
    }
}
