//! Damaged and malicious files cost one clear error, never a panic and never much time.

use lawcheck::read::{self, Input, Limit, Limits};

use super::{REPORT, open, word};
use crate::forge::doc::{Block, Doc, file, plain};
use crate::forge::html::{Layout, page};
use crate::forge::mhtml::{Transfer, message};
use crate::forge::word::{Level, change};

#[test]
fn pages_beyond_a_limit_are_refused() {
    assert_eq!(
        word(open("a.html", format!("<html>{}", "<div>".repeat(100_000)).as_bytes())),
        "limit_exceeded"
    );
    let attributes: String = (0..60_000).flat_map(|n| [format!(" a{n}=1")]).collect();
    assert_eq!(word(open("a.html", format!("<html><p{attributes}>").as_bytes())), "limit_exceeded");
    let mut limits = Limits::default();
    limits.lower(Limit::Paragraphs, 3);
    let text = page(Layout::Divs, &REPORT);
    assert_eq!(word(read::read(Input { name: "a.html", bytes: text.as_bytes() }, &limits)), "limit_exceeded");
}

#[test]
fn endless_markup_ends() {
    for piece in [
        "<table><tr><td>",
        "<a href=x><p>",
        "<svg><g>",
        "<select><option>",
        "<li><b>",
        "<!--",
        "&#x4e00",
        "</p>",
    ] {
        let text = format!("<html><body>{}", piece.repeat(30_000));
        assert!(word(open("a.html", text.as_bytes())) != "html", "{piece}");
    }
}

#[test]
fn looping_and_overlapping_sectors_are_corrupt() {
    let good = file(&REPORT);
    let fat = 512 * (1 + u32::from_le_bytes(good[0x4c..0x50].try_into().unwrap()) as usize);
    for sector in 0..good.len() / 512 - 1 {
        for target in [sector as u32, 0, 2] {
            let mut bad = good.clone();
            bad[fat + 4 * sector..fat + 4 * sector + 4].copy_from_slice(&target.to_le_bytes());
            assert!(matches!(word(open("a.doc", &bad)), "corrupt" | "doc"), "sector {sector} to {target}");
        }
    }
    let mut bad = good.clone();
    bad[fat + 4..fat + 8].copy_from_slice(&1u32.to_le_bytes());
    assert_eq!(word(open("a.doc", &bad)), "corrupt");
}

#[test]
fn a_list_of_sectors_larger_than_the_file_is_corrupt() {
    let mut bad = file(&REPORT);
    bad.resize(bad.len() + 512 * 40, 0);
    // Every sector lists itself 127 times as a table, and one leads to the next.
    let first = (bad.len() / 512 - 41) as u32;
    bad[0x44..0x48].copy_from_slice(&first.to_le_bytes());
    for n in 0..40u32 {
        let start = 512 * (first + n + 1) as usize;
        for entry in 0..127 {
            bad[start + 4 * entry..start + 4 * entry + 4].copy_from_slice(&first.to_le_bytes());
        }
        bad[start + 508..start + 512].copy_from_slice(&(first + n + 1).to_le_bytes());
    }
    assert_eq!(word(open("a.doc", &bad)), "corrupt");
}

#[test]
fn cut_and_changed_files_never_panic() {
    let blocks = vec![
        Block { runs: vec![("甲\r", change::deleted())], changes: change::list(1, 1), style: 2 },
        Block { runs: vec![("乙\u{7}", vec![])], changes: change::in_table(), style: 0 },
        plain(1, "A\u{13} PAGE \u{14}3\u{15}\r"),
    ];
    let levels = vec![Level { format: 37, text: "(%1)", legal: false }];
    let doc = Doc { blocks, levels, starts: vec![Some(2)], heading_list: Some(1), ..Doc::default() }.bytes();
    let html = page(Layout::Tables, &REPORT).into_bytes();
    let mhtml = message(&html, "utf-8", Transfer::QuotedPrintable);
    for (name, bytes, step) in [("a.doc", doc, 7), ("a.html", html, 61), ("a.mhtml", mhtml, 97)] {
        for at in (0..bytes.len()).step_by(step) {
            let _ = open(name, &bytes[..at]);
            for value in [0, 1, 0x7f, 0xff] {
                let mut changed = bytes.clone();
                changed[at] = value;
                let _ = open(name, &changed);
            }
        }
    }
}
