//! A look at the raw bytes before the engine opens a file.
//!
//! Comes in: the file. Goes out: a copy without pictures, fonts and attachments (none of which text needs, all of
//! which may be large), or the limit that unpacking the rest would break. Opening a file makes the engine unpack
//! cross-reference and object streams, and any stream can be declared to be one, so all of them are measured.

use hayro_syntax::Filter;
use hayro_syntax::object::{Dict, FromBytes, Name, Object, Stream};
use memchr::memmem;

use super::FORMAT;
use super::unlock::{Locked, Unlocked, number};
use super::unpack::{Size, measure};
use crate::read::{Limit, Limits, ReadError};

/// Dictionaries are looked for this far before the keyword `stream`.
const DICT_REACH: usize = 4096;

/// The file as the engine may see it.
pub(super) fn disarmed(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let mut copy = bytes.to_vec();
    let mut rest = Vec::new();
    for found in Streams::new(bytes) {
        let found = found?;
        if found.dict.as_ref().is_some_and(beside_the_text) {
            blank(&mut copy, &found);
        } else {
            rest.push(found);
        }
    }
    let encrypted = memmem::find(bytes, b"/Encrypt").is_some();
    let unlocked = if encrypted { unlocked(bytes, &rest) } else { None };
    let mut counted = Counted { limits, unpacked: 0 };
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

fn blank(copy: &mut [u8], found: &Found<'_>) {
    copy.get_mut(found.data.clone()).unwrap_or_default().fill(0);
}

fn unlocked(bytes: &[u8], streams: &[Found<'_>]) -> Option<Unlocked> {
    let mut locked = Locked::default();
    for found in streams {
        if let (Some(id), Some(stream)) = (number(bytes, found.at), found.stream(bytes)) {
            locked.add(id, &stream.raw_data());
        }
    }
    locked.open(bytes)
}

/// The sum of what the streams unpack to.
struct Counted<'l> {
    limits: &'l Limits,
    unpacked: u64,
}

impl Counted<'_> {
    /// Whether the size is known.
    fn add(&mut self, size: Size) -> Result<bool, ReadError> {
        match size {
            Size::Fits(n) => {
                self.unpacked += n;
                self.limits.check(Limit::UnpackedBytes, FORMAT, self.unpacked)?;
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

/// Whether a stream is a picture, a font program or an attachment.
fn beside_the_text(dict: &Dict<'_>) -> bool {
    let is = |key: &str, words: &[&[u8]]| {
        dict.get::<Name<'_>>(key).is_some_and(|name| words.iter().any(|w| name.as_ref() == *w))
    };
    is("Subtype", &[b"Image", b"Type1C", b"CIDFontType0C", b"OpenType"])
        || is("Type", &[b"EmbeddedFile"])
        || dict.contains_key("Length1")
}

/// A stream found by its keyword.
struct Found<'a> {
    dict: Option<Dict<'a>>,
    /// Where the dictionary starts.
    at: usize,
    /// From the line end after the keyword to the next `endstream`.
    data: std::ops::Range<usize>,
}

impl Found<'_> {
    fn stream<'a>(&self, bytes: &'a [u8]) -> Option<Stream<'a>> {
        bytes.get(self.at..).filter(|_| self.dict.is_some()).and_then(Stream::from_bytes)
    }

    fn size(&self, bytes: &[u8], most: u64) -> Size {
        if let Some(stream) = self.stream(bytes) {
            return size_as(&stream, &stream.raw_data(), most);
        }
        // No telling what it is, so it may be deflate data; if it is not, it is no bomb either.
        let data = bytes.get(self.data.clone()).unwrap_or(&[]);
        match measure(data, &[Filter::FlateDecode], true, most) {
            Size::Unknown => Size::Fits(0),
            size => size,
        }
    }

    /// The size of what stands in the stream when it is decrypted.
    fn size_unlocked(&self, bytes: &[u8], unlocked: &Unlocked, most: u64) -> Size {
        let plain = number(bytes, self.at).and_then(|id| unlocked.stream(id));
        match (self.stream(bytes), plain) {
            (Some(stream), Some(plain)) => size_as(&stream, &plain.raw_data(), most),
            _ => Size::Unknown,
        }
    }
}

/// The size of data with the filters of a stream.
fn size_as(stream: &Stream<'_>, data: &[u8], most: u64) -> Size {
    let (filters, dict) = (stream.filters(), stream.dict());
    if filters.is_empty() && (dict.contains_key("Filter") || dict.contains_key("F")) {
        // The filter stands in another object; deflate is the only one that grows far.
        return measure(data, &[Filter::FlateDecode], true, most);
    }
    measure(data, &filters, early_change(dict), most)
}

/// The `EarlyChange` setting of LZW, 1 unless said otherwise.
pub(super) fn early_change(dict: &Dict<'_>) -> bool {
    let params = dict.get::<Object<'_>>("DecodeParms").or_else(|| dict.get::<Object<'_>>("DP"));
    let zero = |dict: &Dict<'_>| dict.get::<i32>("EarlyChange") == Some(0);
    match params {
        Some(Object::Dict(dict)) => !zero(&dict),
        Some(Object::Array(array)) => !array.iter::<Dict<'_>>().any(|d| zero(&d)),
        _ => true,
    }
}

/// All streams of a file, in order.
struct Streams<'a> {
    bytes: &'a [u8],
    keywords: memmem::FindIter<'a, 'static>,
    next_end: usize,
    /// Bytes between keywords and their ends, which the engine may have to search again and again.
    reach: usize,
}

impl<'a> Streams<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Streams { bytes, keywords: memmem::find_iter(bytes, b"stream"), next_end: 0, reach: 0 }
    }

    fn end_after(&mut self, start: usize) -> usize {
        if self.next_end < start {
            let rest = self.bytes.get(start..).unwrap_or(&[]);
            self.next_end = memmem::find(rest, b"endstream").map_or(self.bytes.len(), |n| start + n);
        }
        self.next_end
    }

    fn dict_before(&self, keyword: usize) -> Option<(Dict<'a>, usize)> {
        let from = keyword.saturating_sub(DICT_REACH);
        let window = self.bytes.get(from..keyword)?;
        let after = memmem::rfind(window, b"obj").map_or(0, |n| n + 3);
        let start = from + after + memmem::find(window.get(after..)?, b"<<")?;
        let dict = self.bytes.get(start..keyword).and_then(Dict::from_bytes)?;
        Some((dict, start))
    }
}

impl<'a> Iterator for Streams<'a> {
    type Item = Result<Found<'a>, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let keyword = self.keywords.next()?;
            let before = self.bytes.get(keyword.saturating_sub(3)..keyword);
            let start = match self.bytes.get(keyword + 6..)? {
                _ if before == Some(b"end") => continue,
                [b'\r', b'\n', ..] => keyword + 8,
                [b'\r' | b'\n', ..] => keyword + 7,
                _ => continue,
            };
            let end = self.end_after(start);
            self.reach += end - start;
            if self.reach > self.bytes.len() * 16 {
                let what = "大量数据流没有结束标记".to_string();
                return Some(Err(ReadError::Corrupt { format: FORMAT, what }));
            }
            let (dict, at) = self.dict_before(keyword).map_or((None, start), |(d, at)| (Some(d), at));
            return Some(Ok(Found { dict, at, data: start..end }));
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
