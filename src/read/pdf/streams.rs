//! The streams of a file, found by their keyword in the raw bytes.

use hayro_syntax::Filter;
use hayro_syntax::object::{Dict, FromBytes, Name, Object, Stream};
use memchr::memmem;

use super::FORMAT;
use super::unlock::{Unlocked, number};
use super::unpack::{Size, Unpacked, measure};
use crate::read::ReadError;

/// Dictionaries are looked for this far before the keyword `stream`.
const DICT_REACH: usize = 4096;

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
pub(super) struct Found {
    /// Where its dictionary starts, if one was found.
    pub(super) dict: Option<usize>,
    /// It is no part of the text: a picture, a font program or an attachment.
    pub(super) beside: bool,
    /// From the line end after the keyword to the next `endstream`.
    pub(super) data: std::ops::Range<usize>,
}

impl Found {
    /// The stream as the engine will see it.
    pub(super) fn stream<'a>(&self, bytes: &'a [u8]) -> Option<Stream<'a>> {
        bytes.get(self.dict?..).and_then(Stream::from_bytes)
    }

    /// What it unpacks to.
    pub(super) fn size(&self, bytes: &[u8], most: u64) -> Size {
        if let Some(stream) = self.stream(bytes) {
            return size_as(&stream, &stream.raw_data(), most);
        }
        // No telling what it is, so it may be deflate data; if it is not, it is no bomb either.
        let data = bytes.get(self.data.clone()).unwrap_or(&[]);
        match measure(data, &[Filter::FlateDecode], true, most) {
            Size::Unknown => Size::Fits(Unpacked::default()),
            size => size,
        }
    }

    /// The size of what stands in the stream when it is decrypted.
    pub(super) fn size_unlocked(&self, bytes: &[u8], unlocked: &Unlocked, most: u64) -> Size {
        let plain = self.dict.and_then(|at| number(bytes, at)).and_then(|id| unlocked.stream(id));
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
pub(super) struct Streams<'a> {
    bytes: &'a [u8],
    keywords: memmem::FindIter<'a, 'static>,
    next_end: usize,
    /// Bytes between keywords and their ends, which the engine may have to search again and again.
    reach: usize,
}

impl<'a> Streams<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
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

impl Iterator for Streams<'_> {
    type Item = Result<Found, ReadError>;

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
                let what = ("大量数据流没有结束标记", "many streams have no end mark");
                return Some(Err(ReadError::corrupt(FORMAT, what)));
            }
            let (beside, dict) =
                self.dict_before(keyword).map_or((false, None), |(d, at)| (beside_the_text(&d), Some(at)));
            return Some(Ok(Found { dict, beside, data: start..end }));
        }
    }
}
