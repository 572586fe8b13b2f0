//! `json`: the scorecard of the contract, one document.

use std::io::{self, Write};

use super::{Run, Style, Writer};

pub(super) struct Json;

impl Writer for Json {
    fn format(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "完整结果,字段固定,供其他程序使用"
    }

    fn write(&self, run: &Run, _style: Style, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, run)?;
        writeln!(out)
    }
}
