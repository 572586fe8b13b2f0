//! A small report around some lines, and the notes that it gets.

use super::{Declared, Report, build};
use crate::read::{Input, Limits, read};

/// A report of 2024 by a county whose measures are these lines.
pub(super) fn report(lines: &str) -> Report {
    whole(&format!(
        "临江县人民政府关于2024年法治政府建设情况的报告\n一、2024年度推进法治政府建设的主要举措和成效\n{lines}\n二、存在的不足和原因\n这一部分另文详述。"
    ))
}

/// A whole report.
pub(super) fn whole(text: &str) -> Report {
    let source = read(Input { name: "a.txt", bytes: text.as_bytes() }, &Limits::default()).unwrap();
    build(source, &Declared::default())
}

/// Kinds of the notes that these lines get, out of those asked for, in order.
pub(super) fn noted(lines: &str, kinds: &[&str]) -> Vec<String> {
    kinds_of(&report(lines), kinds)
}

/// Kinds of the notes of a report, out of those asked for.
pub(super) fn kinds_of(report: &Report, kinds: &[&str]) -> Vec<String> {
    report.notes.iter().filter(|n| kinds.contains(&n.kind)).map(|n| n.kind.to_string()).collect()
}
