//! Any bytes as a web page: every span lies in the text, no panic, bounded work.

#![no_main]

use lawcheck::read::{Input, Limits, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The name breaks ties only; half of the inputs are taken for archives.
    let name = if bytes.len() % 2 == 0 { "a.html" } else { "a.mhtml" };
    if let Ok(source) = read(Input { name, bytes }, &Limits::default()) {
        assert!(source.blocks().iter().all(|b| !source.slice(b.span).is_empty()));
    }
});
