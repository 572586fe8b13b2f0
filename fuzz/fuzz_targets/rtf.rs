//! No bytes make the RTF reader panic, hang or take more memory than its limits.

#![no_main]

use lawcheck::read::{Input, Limits, read};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = read(Input { name: "a.rtf", bytes }, &Limits::default());
});
