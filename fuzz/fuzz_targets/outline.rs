//! Any text through the report stage and all national rules: never a panic, spans on character borders.
#![no_main]

#[path = "shared/national.rs"]
mod national;

use lawcheck::read::{Input, Limits};
use lawcheck::report::Declared;
use national::PACKS;

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
