//! A look at the raw bytes before the engine opens a file.
//!
//! Comes in: the file. Goes out: a copy without pictures, fonts and attachments (none of which text needs, all of
//! which may be large), or the limit that unpacking the rest would break. Opening a file makes the engine unpack
//! cross-reference and object streams, and any stream can be declared to be one, so all of them are measured.

use memchr::memmem;

use super::FORMAT;
use super::streams::{Found, Streams};
use super::unlock::{Locked, Unlocked, number};
use super::unpack::{Size, Unpacked};
use crate::read::{Limit, Limits, ReadError};

/// A page, a font, a paragraph of a tagged document is a dictionary or several.
const DICTS_PER_ENTRY: u64 = 10;

/// The file as the engine may see it.
pub(super) fn disarmed(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let mut counted = Counted { limits, sum: Unpacked { bytes: 0, dicts: 0 } };
    counted.add(Size::Fits(Unpacked { bytes: 0, dicts: memmem::find_iter(bytes, b"<<").count() as u64 }))?;
    let mut copy = bytes.to_vec();
    let mut rest = Vec::new();
    for found in Streams::new(bytes) {
        let found = found?;
        if found.beside {
            blank(&mut copy, &found);
        } else {
            rest.push(found);
        }
    }
    let encrypted = memmem::find(bytes, b"/Encrypt").is_some();
    let unlocked = if encrypted { unlocked(bytes, &rest) } else { None };
    for found in &rest {
        let as_it_is = counted.add(found.size(bytes, limits.get(Limit::PartBytes)))?;
        let decrypted = match &unlocked {
            Some(unlocked) => {
                counted.add(found.size_unlocked(bytes, unlocked, limits.get(Limit::PartBytes)))?
            }
            None => encrypted,
        };
        // What cannot be measured must not be unpacked.
        if !as_it_is && !decrypted {
            blank(&mut copy, found);
        }
    }
    Ok(copy)
}

fn blank(copy: &mut [u8], found: &Found) {
    copy.get_mut(found.data.clone()).unwrap_or_default().fill(0);
}

fn unlocked(bytes: &[u8], streams: &[Found]) -> Option<Unlocked> {
    let mut locked = Locked::default();
    for found in streams {
        if let (Some(id), Some(stream)) = (found.dict.and_then(|at| number(bytes, at)), found.stream(bytes)) {
            locked.add(id, &stream.raw_data());
        }
    }
    locked.open(bytes)
}

/// The sum of what the streams unpack to. The engine keeps every object stream, and makes a page of every
/// dictionary that a page tree may name.
struct Counted<'l> {
    limits: &'l Limits,
    sum: Unpacked,
}

impl Counted<'_> {
    /// Whether the size is known.
    fn add(&mut self, size: Size) -> Result<bool, ReadError> {
        match size {
            Size::Fits(more) => {
                self.sum.bytes += more.bytes;
                self.sum.dicts += more.dicts;
                self.limits.check(Limit::UnpackedBytes, FORMAT, self.sum.bytes)?;
                self.limits.check(Limit::Entries, FORMAT, self.sum.dicts / DICTS_PER_ENTRY)?;
                Ok(true)
            }
            Size::Unknown => Ok(false),
            Size::Over => {
                let limit = Limit::PartBytes;
                Err(ReadError::Limit { format: FORMAT, limit, allowed: self.limits.get(limit) })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(dict: &str, data: &[u8]) -> Vec<u8> {
        [b"%PDF-1.7\n1 0 obj\n<<", dict.as_bytes(), b">>\nstream\n", data, b"\nendstream\nendobj\n"].concat()
    }

    fn bomb() -> Vec<u8> {
        use std::io::Write;
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(&vec![b' '; 60 << 20]).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_bomb_in_any_dress_is_refused() {
        let data = bomb();
        for dict in ["/Filter/FlateDecode", "/Type/ObjStm/Filter[/FlateDecode]", "/Filter 7 0 R", "/F /Fl"] {
            let error = disarmed(&file(dict, &data), &Limits::default()).unwrap_err();
            assert_eq!(error.kind().word(), "limit_exceeded", "{dict}");
        }
    }

    #[test]
    fn pictures_are_blanked_and_not_counted() {
        let data = bomb();
        let file = file("/Subtype /Image /Filter /FlateDecode", &data);
        let copy = disarmed(&file, &Limits::default()).unwrap();
        assert_eq!(copy.len(), file.len());
        assert_eq!(memmem::find(&copy, &data[..16]), None);
    }

    #[test]
    fn streams_without_an_end_are_refused_when_they_are_many() {
        let file = [b"%PDF-1.7\n".to_vec(), b"<<>>stream\n".repeat(5000)].concat();
        assert_eq!(disarmed(&file, &Limits::default()).unwrap_err().kind().word(), "corrupt");
    }
}
