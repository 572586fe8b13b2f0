//! Every output format, on the same hand-made run.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]
#![expect(clippy::disallowed_methods, reason = "schemas of packages are read from their folders")]

mod command;
mod comments;
mod fixed;
mod harmless;
mod look;
mod real;
mod schemas;
mod shape;
mod sizes;
mod workbook;

use lawcheck::write::{Run, Style, writer};

/// What a format makes of a run.
fn bytes(format: &str, run: &Run, style: Style) -> Vec<u8> {
    let mut out = Vec::new();
    writer(format).unwrap().write(run, style, &mut out).unwrap();
    out
}

/// The same as text, in Chinese.
fn text(format: &str, run: &Run) -> String {
    String::from_utf8(bytes(format, run, Style::default())).unwrap()
}
