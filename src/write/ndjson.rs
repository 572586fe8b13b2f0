//! `ndjson`: one report a line, each line written as soon as the report is scored.
//!
//! A line stands alone: it holds the report of the contract and what is needed to score it again. A file that could
//! not be read is a line, too, so that there are as many lines as files.

use std::io::{self, Write};

use serde::Serialize;

use super::{Card, FileError, Head, Run, Stream, Style, Writer, stream};

pub(super) struct Ndjson;

impl Writer for Ndjson {
    fn format(&self) -> &'static str {
        "ndjson"
    }

    fn about(&self) -> &'static str {
        "每份报告一行 JSON,边评边写,内存不随份数增加"
    }

    fn write(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
        stream::whole(self, run, style, out)
    }

    fn stream(&self) -> Option<&dyn Stream> {
        Some(self)
    }
}

/// One line.
#[derive(Serialize)]
struct Row<'a> {
    schema: &'static str,
    run: Made<'a>,
    #[serde(flatten)]
    report: Option<&'a Card>,
    /// Of a file without a report.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a FileError>,
}

/// What a score depends on beside the report.
#[derive(Serialize)]
struct Made<'a> {
    version: &'a str,
    profile: &'a str,
    profile_version: &'a str,
    packs: Vec<String>,
    as_of: &'a str,
}

impl<'a> Made<'a> {
    fn of(head: &'a Head) -> Self {
        let packs = head.packs.iter().map(|p| format!("{}@{}#{}", p.id, p.version, short(&p.sha256)));
        Made {
            version: head.tool.version,
            profile: &head.profile.id,
            profile_version: &head.profile.version,
            packs: packs.collect(),
            as_of: &head.as_of,
        }
    }
}

/// The beginning of a digest, enough to tell two packs apart.
fn short(digest: &str) -> &str {
    digest.get(..12).unwrap_or(digest)
}

impl Stream for Ndjson {
    fn report(&self, head: &Head, card: &Card, _style: Style, out: &mut dyn Write) -> io::Result<()> {
        row(
            &Row { schema: head.schema, run: Made::of(head), report: Some(card), path: None, error: None },
            out,
        )
    }

    fn error(&self, head: &Head, error: &FileError, _style: Style, out: &mut dyn Write) -> io::Result<()> {
        row(
            &Row {
                schema: head.schema,
                run: Made::of(head),
                report: None,
                path: Some(&error.path),
                error: Some(error),
            },
            out,
        )
    }
}

fn row(row: &Row<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, row)?;
    out.write_all(b"\n")
}
