//! Formats that write each report as it comes, so that memory does not grow with the number of reports.

use std::io::{self, Write};

use super::{Card, FileError, Head, Run, Style, Summary};

/// A run, piece by piece: the start, every report and every unreadable file, the end.
pub trait Stream: Sync {
    /// Before the first report.
    fn start(&self, _head: &Head, _style: Style, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// One report.
    fn report(&self, head: &Head, card: &Card, style: Style, out: &mut dyn Write) -> io::Result<()>;

    /// One file that gave no report, or a state of the run.
    fn error(&self, head: &Head, error: &FileError, style: Style, out: &mut dyn Write) -> io::Result<()>;

    /// After the last report.
    fn end(&self, _summary: &Summary, _style: Style, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// A whole run through a stream.
pub(super) fn whole(stream: &dyn Stream, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
    stream.start(&run.head, style, out)?;
    for card in &run.reports {
        stream.report(&run.head, card, style, out)?;
    }
    for error in run.troubles() {
        stream.error(&run.head, error, style, out)?;
    }
    stream.end(&run.summary, style, out)
}
