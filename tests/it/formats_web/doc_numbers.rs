//! Automatic numbers of Word 97 files.

use lawcheck::text::Source;

use super::{lines, open};
use crate::forge::doc::{Block, Doc, plain};
use crate::forge::word::{Level, change};

const fn level(format: u8, text: &'static str) -> Level {
    Level { format, text, legal: false }
}

/// Number formats of the file: 37 and 39 count 一, 二, 三; 0 counts 1, 2, 3.
const CHINESE: [Level; 3] = [level(39, "%1、"), level(37, "(%2)"), level(0, "%3.")];

fn numbers(source: &Source) -> Vec<&str> {
    source.blocks().iter().map(|b| b.auto_number.map_or("", |n| source.slice(n).trim_end())).collect()
}

/// A paragraph that uses a list (from 1) at a level.
fn item(list: u16, level: u8) -> Block<'static> {
    Block { runs: vec![("甲\r", vec![])], changes: change::list(list, level), style: 0 }
}

fn source(blocks: Vec<Block<'_>>, levels: &[Level], starts: &[Option<u32>]) -> Source {
    open("a.doc", &Doc { blocks, levels: levels.to_vec(), starts: starts.to_vec(), ..Doc::default() }.bytes())
        .unwrap()
}

#[test]
fn heading_styles_number_headings_in_chinese() {
    let blocks = vec![
        plain(1, "主要举措\r"),
        plain(2, "加强领导\r"),
        plain(2, "规范执法\r"),
        plain(0, "正文。\r"),
        plain(1, "存在问题\r"),
        plain(2, "力量不足\r"),
    ];
    let doc =
        Doc { blocks, heading_list: Some(1), levels: CHINESE.to_vec(), starts: vec![None], ..Doc::default() };
    let source = open("a.doc", &doc.bytes()).unwrap();
    assert_eq!(numbers(&source), ["一、", "(一)", "(二)", "", "二、", "(一)"]);
    assert_eq!(lines(&source)[4], "二、存在问题");
}

#[test]
fn levels_restart_and_go_beyond_ten() {
    let mut blocks: Vec<Block<'_>> = (0..12).map(|_| item(1, 0)).collect();
    blocks.extend([item(1, 2), item(1, 2), item(1, 0), item(1, 2)]);
    let source = source(blocks, &CHINESE, &[None]);
    assert_eq!(numbers(&source)[9..], ["十、", "十一、", "十二、", "1.", "2.", "十三、", "1."]);
    assert_eq!(lines(&source)[12], "1. 甲");
}

#[test]
fn a_use_may_start_anew_and_number_zero_switches_off() {
    let blocks = vec![item(1, 0), item(1, 0), item(2, 0), item(2, 0), item(0, 0)];
    let source = source(blocks, &CHINESE, &[None, Some(1)]);
    assert_eq!(numbers(&source), ["一、", "二、", "一、", "二、", ""]);
}

#[test]
fn numbers_of_several_levels_may_be_arabic_throughout() {
    let legal = Level { format: 0, text: "%1.%2", legal: true };
    let levels = [level(39, "第%1章"), legal, level(18, "%3")];
    let blocks = vec![item(1, 0), item(1, 1), item(1, 0), item(1, 1), item(1, 1), item(1, 2)];
    let source = source(blocks, &levels, &[None]);
    assert_eq!(numbers(&source), ["第一章", "1.1", "第二章", "2.1", "2.2", "①"]);
}

#[test]
fn a_deleted_item_does_not_count() {
    let deleted = Block {
        runs: vec![("乙", change::deleted()), ("\r", change::deleted())],
        changes: change::list(1, 0),
        style: 0,
    };
    let source = source(vec![item(1, 0), deleted, item(1, 0)], &CHINESE, &[None]);
    assert_eq!(numbers(&source), ["一、", "二、"]);
}

#[test]
fn numbers_that_cannot_be_made_are_said_to_be_missing() {
    let kinds = |source: &Source| source.warnings.iter().map(|w| w.kind).collect::<Vec<_>>();
    let unknown = source(vec![item(1, 0)], &[level(41, "%1.")], &[None]);
    assert_eq!(kinds(&unknown), ["numbering_may_be_missing"]);
    let no_list = source(vec![item(9, 0)], &CHINESE, &[None]);
    assert_eq!(kinds(&no_list), ["numbering_may_be_missing"]);
    let field = source(vec![plain(0, "\u{13} AUTONUM \u{15}甲\r")], &CHINESE, &[None]);
    assert_eq!(kinds(&field), ["numbering_may_be_missing"]);
    let bullets = source(vec![item(1, 0)], &[level(23, "\u{f0b7}")], &[None]);
    assert!(kinds(&bullets).is_empty());
}
