//! Encrypted files: their streams made measurable before the engine opens the file itself.
//!
//! Only the engine can decrypt, and opening a file makes it unpack as well. So it is given a file made for the
//! purpose: the same encrypted streams without their filters, the same key material, and an empty document.

use std::io::Write;

use hayro_syntax::Pdf as File;
use hayro_syntax::object::{Array, Dict, FromBytes, ObjectIdentifier, Stream};
use memchr::memmem;

/// Numbers for the objects of the empty document, above any that are in use.
const FREE: u32 = 8_388_000;

/// The streams of an encrypted file, decrypted and still packed.
pub(super) struct Unlocked {
    file: File,
}

/// Puts the streams together.
#[derive(Default)]
pub(super) struct Locked {
    out: Vec<u8>,
}

impl Locked {
    /// Add a stream with the bytes it has in the file.
    pub(super) fn add(&mut self, id: ObjectIdentifier, raw: &[u8]) {
        let head = format!("{} {} obj\n<</Length {}>>stream\n", id.obj_number, id.gen_number, raw.len());
        self.out.extend_from_slice(head.as_bytes());
        self.out.extend_from_slice(raw);
        self.out.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// Decrypt with the key material of the file; `None` where there is none or a password is needed.
    pub(super) fn open(mut self, bytes: &[u8]) -> Option<Unlocked> {
        let trailer = trailer(bytes)?;
        let key = match trailer.get_ref("Encrypt") {
            Some(id) => object(bytes, id.into())?,
            None => trailer.get::<Dict<'_>>("Encrypt")?,
        };
        let id = trailer.get::<Array<'_>>("ID").unwrap_or_default();
        write!(
            self.out,
            "{FREE} 0 obj\n<</Type/Catalog/Pages {} 0 R>>\nendobj\n{} 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n",
            FREE + 1,
            FREE + 1
        )
        .ok()?;
        write!(self.out, "trailer\n<</Root {FREE} 0 R/ID[").ok()?;
        self.out.extend_from_slice(id.data());
        self.out.extend_from_slice(b"]/Encrypt");
        self.out.extend_from_slice(key.data());
        self.out.extend_from_slice(b">>\n");
        Some(Unlocked { file: File::new(self.out).ok()? })
    }
}

impl Unlocked {
    /// A stream as it is without its encryption.
    pub(super) fn stream(&self, id: ObjectIdentifier) -> Option<Stream<'_>> {
        self.file.xref().get::<Stream<'_>>(id)
    }
}

/// The number of the object whose dictionary begins at `at`.
pub(super) fn number(bytes: &[u8], at: usize) -> Option<ObjectIdentifier> {
    let before = bytes.get(at.saturating_sub(64)..at)?.trim_ascii_end().strip_suffix(b"obj")?;
    let (before, generation) = last_number(before)?;
    let (_, number) = last_number(before)?;
    Some(ObjectIdentifier::new(number, i32::try_from(generation).ok()?))
}

fn last_number(bytes: &[u8]) -> Option<(&[u8], u32)> {
    let bytes = bytes.trim_ascii_end();
    let start = bytes.iter().rposition(|b| !b.is_ascii_digit()).map_or(0, |n| n + 1);
    let (before, digits) = bytes.split_at(start);
    Some((before, std::str::from_utf8(digits).ok()?.parse().ok()?))
}

/// The last dictionary that names key material: a trailer, or that of a cross-reference stream.
fn trailer(bytes: &[u8]) -> Option<Dict<'_>> {
    let named = memmem::rfind(bytes, b"/Encrypt")?;
    let before = bytes.get(..named)?;
    let starts = memmem::rfind_iter(before, b"<<").take(64);
    starts
        .filter_map(|at| bytes.get(at..).and_then(Dict::from_bytes))
        .find(|dict| dict.contains_key("Encrypt"))
}

/// The dictionary of an object, found by its number.
fn object(bytes: &[u8], id: ObjectIdentifier) -> Option<Dict<'_>> {
    let head = format!("{} {} obj", id.obj_number, id.gen_number);
    memmem::find_iter(bytes, head.as_bytes()).take(64).find_map(|at| {
        let whole = at == 0 || bytes.get(at - 1).is_some_and(|b| !b.is_ascii_digit());
        let after = bytes.get(at + head.len()..)?.trim_ascii_start();
        Dict::from_bytes(after).filter(|_| whole)
    })
}
