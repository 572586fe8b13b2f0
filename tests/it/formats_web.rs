//! Web pages, saved archives of them, and Word 97 files.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::format_collect,
    reason = "a test may stop at a surprise"
)]

mod doc_files;
mod doc_numbers;
mod hostile;
mod pages;
mod pages_without_report;

use lawcheck::read::{self, Input, Limits, ReadError};
use lawcheck::text::{BlockKind, Source};

use crate::forge::Report;

/// A short report; the first line is its title.
const REPORT: [(Option<u8>, &str); 10] = [
    (None, "某某区人民政府关于2023年法治政府建设情况的报告"),
    (None, "2023年,我区深入推进依法行政、全面建设法治政府。现将有关情况报告如下。"),
    (Some(2), "一、主要做法和成效"),
    (None, "一是加强组织领导。全年召开专题会议3次、培训执法人员45人次。"),
    (None, "二是规范行政执法。全年办理行政复议案件67件、审结61件。"),
    (Some(2), "二、存在的问题"),
    (None, "执法力量不足、专业人才缺乏。"),
    (Some(2), "三、下一步打算"),
    (None, "加强培训、充实队伍。"),
    (None, "某某区人民政府 2024年1月10日"),
];

fn open(name: &str, bytes: &[u8]) -> Result<Source, ReadError> {
    read::read(Input { name, bytes }, &Limits::default())
}

fn lines(source: &Source) -> Vec<&str> {
    source.blocks().iter().map(|b| source.slice(b.span)).collect()
}

fn texts(paragraphs: Report<'_>) -> Vec<&str> {
    paragraphs.iter().map(|p| p.1).collect()
}

fn kinds(source: &Source) -> Vec<BlockKind> {
    source.blocks().iter().map(|b| b.kind).collect()
}

fn word(result: Result<Source, ReadError>) -> &'static str {
    match result {
        Ok(source) => source.format,
        Err(error) => error.kind().word(),
    }
}
