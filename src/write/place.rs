//! Places and words of a report as its user sees them.

use super::escape::clean;
use super::lines::Line;
use crate::text::{CellRef, Source, Span};

/// Longest quote, in characters; a result never repeats the report.
const QUOTE: usize = 40;

/// The words of a span as printed, blanks made single, without characters that a terminal would obey.
pub(super) fn printed(source: &Source, span: Span) -> String {
    clean(source.slice(span)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A place as its user sees it.
pub(super) fn line(source: &Source, span: Span) -> Line {
    let (start, end) = (source.locate(span.start), source.locate(span.end));
    let origin = source.block_at(span.start).map(|b| b.origin).unwrap_or_default();
    Line {
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        page: origin.page,
        page_is_estimate: origin.page.is_some() && origin.page_is_estimate,
        paragraph: origin.paragraph,
        cell: origin.cell.map(cell),
        offset: span.start,
        length: span.len() as u32,
        quote: quote(source, span),
    }
}

fn cell(cell: CellRef) -> String {
    format!("T{}R{}C{}", cell.table, cell.row, cell.column)
}

/// The words of a place, bounded.
pub(super) fn quote(source: &Source, span: Span) -> String {
    let words = printed(source, span);
    if words.chars().count() <= QUOTE {
        return words;
    }
    let cut: String = words.chars().take(QUOTE - 1).collect();
    format!("{cut}…")
}
