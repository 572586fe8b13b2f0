//! Any text through the report stage and all national rules: never a panic, spans on character borders.
#![no_main]

use std::sync::LazyLock;

use lawcheck::pack::{Build, Choice, Packs, embedded, load};
use lawcheck::read::{Input, Limits};
use lawcheck::report::Declared;

static PACKS: LazyLock<Packs> = LazyLock::new(|| {
    let choice = Choice::Profile { name: "national".to_string(), added: Vec::new() };
    load(&embedded(), &choice, Build::Quick).expect("the embedded packs load")
});

libfuzzer_sys::fuzz_target!(|text: &str| {
    let input = Input { name: "report.txt", bytes: text.as_bytes() };
    if let Ok(checked) = lawcheck::check(input, &PACKS, &Declared::default(), &Limits::default()) {
        let text = checked.report.source.text();
        for result in &checked.scorecard.results {
            for evidence in &result.verdict.evidence {
                assert!(text.get(evidence.span.range()).is_some());
            }
        }
    }
});
