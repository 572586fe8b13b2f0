//! `html`: one page that needs nothing beside it: no script, no font, no address.
//!
//! Summary first; then what costs points, beside the text of the report with the places marked and linked both ways.
//! The page forbids itself to load or run anything, and everything that comes from a report is escaped.

mod frame;
mod losses;
mod marks;
mod overview;
mod report;
mod rest;
mod tags;
mod text;

use std::io::{self, Write};

use super::{Run, Style, Writer, phrase};

pub(super) use frame::{begin, end};
pub(super) use tags::esc;

pub(super) struct Html;

impl Writer for Html {
    fn format(&self) -> &'static str {
        "html"
    }

    fn about(&self) -> &'static str {
        "一个自足的网页:总览、失分和原文对照,可打印"
    }

    fn needs_text(&self) -> bool {
        true
    }

    fn write(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
        let name = style.pick("法治政府建设年度报告评分", "Annual report scores");
        let title = match run.reports.as_slice() {
            [only] => format!("{} · {name}", phrase::title(only, style)),
            _ => name.to_string(),
        };
        begin(&title, style, out)?;
        overview::overview(run, style, out)?;
        for (card, number) in phrase::ranked(&run.reports).into_iter().zip(1..) {
            report::report(card, number, style, out)?;
        }
        overview::footer(&run.head, style, out)?;
        end(out)
    }
}
