//! Any text as a rule file: errors or a pack, and whatever loads judges a report without panic.
#![no_main]

use std::borrow::Cow;

use lawcheck::pack::{Build, Choice, ShelfFile, load};
use lawcheck::read::{Input, Limits};
use lawcheck::report::Declared;

const PACK: &str = "title: t\nauthority: t\nversion: 1.0.0\nbasis: [{ document: t, status: unverified }]\n";
const PROFILE: &str = "title: t\nversion: 1.0.0\npacks: { p: 100 }\nbands: [{ from: 0, title: t, en: t }]\ngate: { minimum: 0, fail_on: never }\n";
const REPORT: &str = "云溪县2024年法治政府建设情况报告\n一、主要举措和成效\n受理行政复议案件20件,办结18件。\n二、存在的不足\n一是力量不足。";

libfuzzer_sys::fuzz_target!(|rule: &str| {
    let files = [
        ("p/pack.yaml", PACK),
        ("p/10-a/part.yaml", "title: t\nweight: 1\n"),
        ("p/10-a/r.yaml", rule),
        ("profiles/t.yaml", PROFILE),
    ];
    let files: Vec<ShelfFile> = files
        .iter()
        .map(|(p, t)| ShelfFile { path: (*p).to_string(), text: Cow::Owned((*t).to_string()) })
        .collect();
    let choice = Choice::Profile { name: "t".to_string(), added: Vec::new() };
    if let Ok(packs) = load(&files, &choice, Build::Quick) {
        let input = Input { name: "r.txt", bytes: REPORT.as_bytes() };
        let _ = lawcheck::check(input, &packs, &Declared::default(), &Limits::default());
    }
});
