//! Where results go: each `--format` with its own `--output`, all in one run.
//!
//! Comes in: reports one by one. Goes out: files written as a whole or not at all, and standard output. Formats that
//! stream get every report at once; reports are kept only when some format needs them all.

use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Result;
use tempfile::NamedTempFile;

use super::terminal;
use super::wanted::{self, Wanted};
use crate::host::fault::{OutputError, system};
use crate::text::Words;
use crate::write::{Card, FileError, Head, Run, Stream, Style, Summary, Writer};

/// All outputs of a run.
pub(super) struct Outputs {
    each: Vec<Output>,
    cards: Vec<Card>,
    errors: Vec<FileError>,
    findings: Vec<FileError>,
    summary: Summary,
    head: Head,
}

struct Output {
    writer: &'static dyn Writer,
    style: Style,
    path: Option<String>,
    sink: Sink,
    failed: Option<anyhow::Error>,
}

/// Where bytes go while a run is on.
enum Sink {
    Stdout(BufWriter<std::io::Stdout>),
    File(BufWriter<NamedTempFile>),
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self {
            Sink::Stdout(out) => out.write(bytes),
            Sink::File(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match self {
            Sink::Stdout(out) => out.flush(),
            Sink::File(out) => out.flush(),
        }
    }
}

impl Outputs {
    /// Open every output. `style` is for standard output; files get no colours.
    pub(super) fn open(wanted: &[Wanted], head: Head, style: Style) -> Result<Outputs> {
        let writers = wanted::check(wanted)?;
        let mut each = Vec::new();
        for (one, writer) in wanted.iter().zip(writers) {
            let (sink, style) = match &one.output {
                None => (Sink::Stdout(BufWriter::new(std::io::stdout())), style),
                Some(path) => (
                    Sink::File(BufWriter::new(temporary(path)?)),
                    Style { colour: false, troubles: true, ..style },
                ),
            };
            each.push(Output { writer, style, path: one.output.clone(), sink, failed: None });
        }
        let mut out = Outputs {
            each,
            cards: Vec::new(),
            errors: Vec::new(),
            findings: Vec::new(),
            summary: Summary::default(),
            head,
        };
        out.stream(|stream, head, style, sink| stream.start(head, style, sink));
        Ok(out)
    }

    /// Take a report.
    pub(super) fn report(&mut self, card: Card) {
        self.summary.reports += 1;
        match (card.passed, card.failures.is_empty()) {
            (true, _) => self.summary.passed += 1,
            (false, false) => self.summary.failed += 1,
            (false, true) => self.summary.allowed += 1,
        }
        self.stream(|stream, head, style, sink| stream.report(head, &card, style, sink));
        if self.each.iter().any(|o| o.writer.stream().is_none()) {
            self.cards.push(card);
            if let [first, .., last] = self.cards.as_mut_slice() {
                // Files are given back one at a time, so one is all that is kept.
                (first.original, last.original) = (None, None);
            }
        }
    }

    /// Take a file that gave no report.
    pub(super) fn error(&mut self, error: FileError) {
        self.summary.unreadable += 1;
        self.stream(|stream, head, style, sink| stream.error(head, &error, style, sink));
        self.errors.push(error);
    }

    /// Take a state of the run.
    pub(super) fn finding(&mut self, finding: FileError) {
        self.stream(|stream, head, style, sink| stream.error(head, &finding, style, sink));
        self.findings.push(finding);
    }

    /// Write what waited for the end. One output that fails does not stop the others.
    pub(super) fn finish(mut self) -> Result<()> {
        let summary = self.summary;
        self.stream(|stream, _, style, sink| stream.end(&summary, style, sink));
        let run = Run {
            head: self.head,
            summary,
            reports: self.cards,
            errors: self.errors,
            findings: self.findings,
        };
        let mut first = None;
        for output in self.each {
            if let Err(error) = output.finish(&run) {
                first.get_or_insert(error);
            }
        }
        first.map_or(Ok(()), Err)
    }

    fn stream(&mut self, mut piece: impl FnMut(&dyn Stream, &Head, Style, &mut Sink) -> std::io::Result<()>) {
        for output in &mut self.each {
            let Some(stream) = output.writer.stream() else { continue };
            if output.failed.is_none()
                && let Err(error) = piece(stream, &self.head, output.style, &mut output.sink)
            {
                output.failed = Some(fault(output.writer, output.path.as_deref(), &error));
            }
        }
    }
}

impl Output {
    fn finish(mut self, run: &Run) -> Result<()> {
        if let Some(error) = self.failed {
            return ignore_closed_pipe(error);
        }
        let named = |path: Option<&str>, error: &std::io::Error| fault(self.writer, path, error);
        let written = match self.writer.stream() {
            Some(_) => Ok(None),
            None => self.writer.write_or_tell(run, self.style, &mut self.sink),
        };
        let done = written.and_then(|told| self.sink.flush().map(|()| told));
        match done {
            Ok(Some(told)) => terminal::trouble(&told, self.style.lang),
            Ok(None) => {}
            Err(error) => ignore_closed_pipe(named(self.path.as_deref(), &error))?,
        }
        if let (Sink::File(file), Some(path)) = (self.sink, &self.path) {
            let file = file.into_inner().map_err(|e| named(Some(path), e.error()))?;
            file.persist(path).map_err(|e| named(Some(path), &e.error))?;
        }
        Ok(())
    }
}

/// A pipe that its reader closed is the reader's choice.
fn ignore_closed_pipe(error: anyhow::Error) -> Result<()> {
    let closed = |e: &(dyn std::error::Error + 'static)| {
        e.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(closed) { Ok(()) } else { Err(error) }
}

fn fault(writer: &dyn Writer, path: Option<&str>, error: &std::io::Error) -> anyhow::Error {
    let kind = std::io::Error::from(error.kind());
    let words = if let Some(path) = path {
        unwritten(path, error)
    } else {
        let (format, why) = (writer.format(), system(error));
        let zh = format!("{format} 写到标准输出失败:{}", why.zh);
        Words::new(zh, format!("{format} could not be written to standard output: {}", why.en))
    };
    anyhow::Error::new(kind).context(OutputError(words))
}

/// Results are for others, too: the user's own mask decides who may read them, not the care for temporary files.
#[cfg(unix)]
fn builder() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut builder = tempfile::Builder::new();
    builder.permissions(std::fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn builder() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}

/// A file beside the target, which takes its name when all is written.
fn temporary(path: &str) -> Result<NamedTempFile> {
    let folder = Path::new(path).parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    builder().tempfile_in(folder).map_err(|e| {
        // The name of the temporary file would only confuse.
        OutputError(unwritten(path, &std::io::Error::from(e.kind()))).into()
    })
}

/// Write a file as a whole or not at all.
pub(super) fn save(path: &str, bytes: &[u8]) -> Result<()> {
    let mut file = temporary(path)?;
    let done = file.write_all(bytes).and_then(|()| file.persist(path).map_err(|e| e.error));
    done.map(|_| ()).map_err(|e| OutputError(unwritten(path, &e)).into())
}

fn unwritten(path: &str, error: &std::io::Error) -> Words {
    let why = system(error);
    Words::new(
        format!("写 {path} 失败:{};请检查文件夹和权限", why.zh),
        format!("{path} could not be written: {}; check the folder and permissions", why.en),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Limits;
    use crate::report::Declared;

    #[test]
    fn streams_keep_no_report() {
        let card = || {
            let packs = crate::host::shelf::Shelf::new().load("national", crate::pack::Build::Quick).unwrap();
            let head = crate::write::head(&packs, "2026-11-22", crate::text::Lang::Zh);
            let cards = crate::write::Cards {
                packs: &packs,
                head: &head,
                waivers: &[],
                lang: crate::text::Lang::Zh,
                text: false,
            };
            let input = crate::read::Input {
                name: "a.txt",
                bytes: "甲县2021年度法治政府建设情况报告".as_bytes(),
            };
            let checked = crate::check(input, &packs, &Declared::default(), &Limits::default()).unwrap();
            (cards.card("a.txt", "", &checked.report, &checked.scorecard), head.clone())
        };
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| Some(folder.path().join(name).to_string_lossy().into_owned());
        for (formats, kept) in [(vec!["ndjson", "csv"], 0), (vec!["ndjson", "json"], 1)] {
            let wanted: Vec<Wanted> =
                formats.iter().map(|f| Wanted { format: (*f).to_string(), output: path(f) }).collect();
            let (card, head) = card();
            let mut outputs = Outputs::open(&wanted, head, Style::default()).unwrap();
            outputs.report(card);
            assert_eq!(outputs.cards.len(), kept);
            outputs.finish().unwrap();
            assert!(
                wanted.iter().all(|w| Path::new(w.output.as_deref().unwrap()).metadata().unwrap().len() > 0)
            );
        }
    }
}
