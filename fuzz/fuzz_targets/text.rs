//! Any bytes through the text readers: an error or text, never a panic.
#![no_main]

use lawcheck::read::{Input, Limits, read};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for name in ["report.txt", "report.md"] {
        if let Ok(source) = read(Input { name, bytes }, &Limits::default()) {
            for block in source.blocks() {
                assert!(source.text().get(block.span.range()).is_some());
            }
        }
    }
});
