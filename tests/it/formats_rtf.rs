//! RTF files as a whole: made by the forge, read back.

use lawcheck::read::{Input, Limits, read};
use lawcheck::text::BlockKind;

use crate::forge::rtf::{Coding, report};

const REPORT: [(Option<u8>, &str); 4] = [
    (None, "某某县人民政府2021年法治政府建设年度报告"),
    (Some(1), "一、主要举措和成效"),
    (None, "全年办理行政复议案件67件\u{ff0c}审结61件\u{ff0c}办结率91.04%\u{3002}"),
    (Some(2), "\u{ff08}一\u{ff09}存在的不足{待补}"),
];

#[test]
fn both_ways_of_writing_characters_give_the_same_report() {
    for coding in [Coding::Unicode, Coding::Gbk] {
        let file = report(&REPORT, coding);
        // Office systems name such files .doc.
        let source = read(Input { name: "a.doc", bytes: &file }, &Limits::default()).unwrap();
        assert_eq!(source.format, "rtf");
        let found: Vec<(Option<u8>, &str)> = source
            .blocks()
            .iter()
            .map(|b| match b.kind {
                BlockKind::Heading(level) => (Some(level), source.slice(b.span)),
                _ => (None, source.slice(b.span)),
            })
            .collect();
        assert_eq!(found, REPORT, "{coding:?}");
    }
}

#[test]
fn a_file_cut_anywhere_gives_text_or_an_error() {
    let file = report(&REPORT, Coding::Unicode);
    for end in 0..file.len() {
        match read(Input { name: "a.rtf", bytes: &file[..end] }, &Limits::default()) {
            Ok(source) if source.format == "rtf" => {
                assert_eq!(source.warnings.last().map(|w| w.kind), Some("truncated"), "{end}");
            }
            Ok(source) => assert_eq!(source.format, "txt", "{end}"),
            Err(error) => assert!(["corrupt", "empty"].contains(&error.kind().word()), "{end}: {error}"),
        }
    }
}
