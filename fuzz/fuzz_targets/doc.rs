//! Any bytes as a Word 97 file: as they are, or as the two streams of a compound file that is whole.

#![no_main]

use std::io::{Cursor, Write};

use lawcheck::read::{Input, Limits, read};
use libfuzzer_sys::fuzz_target;

const MAGIC: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

fuzz_target!(|bytes: &[u8]| {
    let file = if bytes.starts_with(MAGIC) { bytes.to_vec() } else { compound(bytes) };
    if let Ok(source) = read(Input { name: "a.doc", bytes: &file }, &Limits::default()) {
        assert!(source.blocks().iter().all(|b| !source.slice(b.span).is_empty()));
    }
});

/// The first two bytes say where the main stream ends; the table stream follows.
fn compound(bytes: &[u8]) -> Vec<u8> {
    let Some((length, rest)) = bytes.split_first_chunk() else { return Vec::new() };
    let (main, table) = rest.split_at(usize::from(u16::from_le_bytes(*length)).min(rest.len()));
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("memory does not fail");
    for (name, stream) in [("/WordDocument", main), ("/1Table", table), ("/0Table", table)] {
        let mut out = file.create_stream(name).expect("the name is new");
        out.write_all(stream).expect("memory does not fail");
    }
    file.flush().expect("memory does not fail");
    file.into_inner().into_inner()
}
