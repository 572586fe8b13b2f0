//! `sarif`: version 2.1.0, for code scanning and editors.
//!
//! The texts of a rule stand once, in the rule; a result points at it. A file that could not be read and a document
//! that is not the annual report are results, too: whoever counts results must not take them for passes.

mod place;
mod result;
mod rules;

use std::io::{self, Write};

use serde_json::json;

use super::{Run, Style, Writer};
use crate::text::Lang;

pub(super) struct Sarif;

impl Writer for Sarif {
    fn format(&self) -> &'static str {
        "sarif"
    }

    fn about(&self) -> &'static str {
        "SARIF 2.1.0,供代码扫描平台和编辑器使用"
    }

    /// Results are written one by one: a document of them in memory would be many times the size of the run.
    fn write(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
        let language = match style.lang {
            Lang::Zh => "zh-CN",
            Lang::En => "en-US",
        };
        out.write_all(br#"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":"#)?;
        serde_json::to_writer(&mut *out, &rules::tool(&run.head, style))?;
        write!(out, r#","language":"{language}","columnKind":"unicodeCodePoints","invocations":"#)?;
        serde_json::to_writer(
            &mut *out,
            &json!([{ "executionSuccessful": run.troubles().all(|t| t.severity != "error") }]),
        )?;
        out.write_all(br#","artifacts":"#)?;
        serde_json::to_writer(&mut *out, &result::artifacts(run))?;
        out.write_all(br#","results":["#)?;
        let mut first = true;
        let mut each = |result: serde_json::Value| {
            if !std::mem::take(&mut first) {
                out.write_all(b",")?;
            }
            serde_json::to_writer(&mut *out, &result).map_err(io::Error::from)
        };
        result::results(run, style, &mut each)?;
        out.write_all(br#"],"properties":"#)?;
        serde_json::to_writer(&mut *out, &rules::properties(run))?;
        out.write_all(b"}]}\n")
    }
}
