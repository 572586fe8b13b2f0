//! How large a stream becomes when its filters are undone, found without keeping more than allowed.
//!
//! The engine unpacks without bound, so every stream is measured here before the engine may touch it.

use std::io::Read;

use hayro_syntax::Filter;

/// What unpacking a stream comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// At most this many bytes, those of the steps between filters included.
    Fits(u64),
    /// More than allowed.
    Over,
    /// Too damaged to say.
    Unknown,
}

/// The most that one byte of deflate data can stand for.
const DEFLATE_RATIO: u64 = 1032;

/// Measure a stream. `early` is the `EarlyChange` setting of LZW.
pub(super) fn measure(raw: &[u8], filters: &[Filter], early: bool, most: u64) -> Size {
    let Some((last, chain)) = filters.split_last() else { return Size::Fits(raw.len() as u64) };
    let mut between = 0;
    let mut data = std::borrow::Cow::Borrowed(raw);
    for filter in chain {
        let mut sink = Sink { kept: Some(Vec::new()), len: 0, most };
        let ended = run(*filter, &data, early, &mut sink);
        match ended {
            Ended::Full => return Size::Over,
            Ended::Damaged(left) if sink.len + left > most => return Size::Unknown,
            Ended::Damaged(_) | Ended::Whole => {}
        }
        between += sink.len;
        data = std::borrow::Cow::Owned(sink.kept.unwrap_or_default());
    }
    let mut sink = Sink { kept: None, len: 0, most: most.saturating_sub(between) };
    match run(*last, &data, early, &mut sink) {
        Ended::Full => Size::Over,
        Ended::Damaged(left) if between + sink.len + left > most => Size::Unknown,
        Ended::Damaged(left) => Size::Fits(between + sink.len + left),
        Ended::Whole => Size::Fits(between + sink.len),
    }
}

/// Takes unpacked bytes up to a limit.
struct Sink {
    kept: Option<Vec<u8>>,
    len: u64,
    most: u64,
}

impl Sink {
    /// Whether more is welcome.
    fn take(&mut self, bytes: &[u8]) -> bool {
        self.len += bytes.len() as u64;
        if self.len > self.most {
            return false;
        }
        if let Some(kept) = &mut self.kept {
            kept.extend_from_slice(bytes);
        }
        true
    }
}

/// How a filter ended.
enum Ended {
    /// At its end mark or the end of the data.
    Whole,
    /// At the limit.
    Full,
    /// At a fault; a forgiving decoder could still get this many bytes out of the rest.
    Damaged(u64),
}

fn run(filter: Filter, data: &[u8], early: bool, sink: &mut Sink) -> Ended {
    match filter {
        Filter::FlateDecode => flate(data, sink),
        Filter::LzwDecode => lzw(data, early, sink),
        Filter::Ascii85Decode => ascii85(data, sink),
        Filter::AsciiHexDecode => hex(data, sink),
        Filter::RunLengthDecode => run_length(data, sink),
        // The engine gives no data for picture filters; decryption keeps the length.
        Filter::CcittFaxDecode | Filter::Jbig2Decode | Filter::DctDecode | Filter::JpxDecode => Ended::Whole,
        Filter::Crypt => full_unless(sink.take(data)),
    }
}

fn full_unless(welcome: bool) -> Ended {
    if welcome { Ended::Whole } else { Ended::Full }
}

/// Deflate with its wrapper, or bare as some writers leave it: the engine tries both.
fn flate(data: &[u8], sink: &mut Sink) -> Ended {
    match inflate(flate2::read::ZlibDecoder::new(data), sink) {
        Ended::Damaged(_) if sink.len == 0 => match inflate(flate2::read::DeflateDecoder::new(data), sink) {
            Ended::Damaged(_) => Ended::Damaged(data.len() as u64 * DEFLATE_RATIO),
            ended => ended,
        },
        Ended::Damaged(_) => Ended::Damaged(data.len() as u64 * DEFLATE_RATIO),
        ended => ended,
    }
}

fn inflate(mut decoder: impl Read, sink: &mut Sink) -> Ended {
    let mut buffer = [0; 16 << 10];
    loop {
        match decoder.read(&mut buffer) {
            Ok(0) => return Ended::Whole,
            Ok(n) => {
                if !sink.take(buffer.get(..n).unwrap_or(&[])) {
                    return Ended::Full;
                }
            }
            // Cut data: every decoder stops where the data does.
            Err(e) if e.kind() == std::io::ErrorKind::UnexpectedEof && sink.len > 0 => return Ended::Whole,
            Err(_) => return Ended::Damaged(0),
        }
    }
}

fn ascii85(data: &[u8], sink: &mut Sink) -> Ended {
    let (mut group, mut count) = (0u32, 0);
    for &byte in data {
        match byte {
            b'z' if count == 0 && !sink.take(&[0; 4]) => return Ended::Full,
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    if !sink.take(&group.to_be_bytes()) {
                        return Ended::Full;
                    }
                    (group, count) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        let bytes = group.to_be_bytes();
        return full_unless(sink.take(bytes.get(..count - 1).unwrap_or(&[])));
    }
    Ended::Whole
}

fn hex(data: &[u8], sink: &mut Sink) -> Ended {
    let digits = data.iter().take_while(|b| **b != b'>').filter_map(|b| char::from(*b).to_digit(16));
    let mut high = None;
    for digit in digits {
        match high.take() {
            None => high = Some(digit),
            Some(h) => {
                if !sink.take(&[(h * 16 + digit) as u8]) {
                    return Ended::Full;
                }
            }
        }
    }
    full_unless(high.is_none_or(|h| sink.take(&[(h * 16) as u8])))
}

fn run_length(data: &[u8], sink: &mut Sink) -> Ended {
    let mut rest = data;
    while let [length, after @ ..] = rest {
        let (bytes, next) = match (*length, after) {
            (128, _) | (_, []) => break,
            (n @ 0..=127, _) => after.split_at(after.len().min(usize::from(n) + 1)),
            (n, [byte, next @ ..]) => {
                if !sink.take(&[*byte; 128][..257 - usize::from(n)]) {
                    return Ended::Full;
                }
                (&[][..], next)
            }
        };
        if !sink.take(bytes) {
            return Ended::Full;
        }
        rest = next;
    }
    Ended::Whole
}

/// LZW as TIFF and PDF have it: codes of 9 to 12 bits, high bit first.
fn lzw(data: &[u8], early: bool, sink: &mut Sink) -> Ended {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut table = Table::default();
    let (mut bits, mut held) = (0u32, 0u32);
    let mut last: Option<usize> = None;
    for &byte in data {
        bits = (bits << 8) | u32::from(byte);
        held += 8;
        let width = table.width(early);
        if held < width {
            continue;
        }
        held -= width;
        let code = (bits >> held) as usize & ((1 << width) - 1);
        match code {
            CLEAR => {
                table = Table::default();
                last = None;
            }
            END => return Ended::Whole,
            _ => {
                if !table.follow(last, code) {
                    return Ended::Whole;
                }
                if !sink.take(table.word(code)) {
                    return Ended::Full;
                }
                last = Some(code);
            }
        }
    }
    Ended::Whole
}

/// The words an LZW stream has defined since it was last cleared, after the 256 single bytes and two marks.
#[derive(Default)]
struct Table {
    words: Vec<Vec<u8>>,
    single: [u8; 1],
}

impl Table {
    const FIRST: usize = 258;

    fn width(&self, early: bool) -> u32 {
        match Self::FIRST + self.words.len() + usize::from(early) {
            2048.. => 12,
            1024.. => 11,
            512.. => 10,
            _ => 9,
        }
    }

    /// Define the word that this code implies; false for a code that cannot follow.
    fn follow(&mut self, last: Option<usize>, code: usize) -> bool {
        let next = Self::FIRST + self.words.len();
        let Some(last) = last else { return code < next };
        if code > next {
            return false;
        }
        let mut word = self.word(last).to_vec();
        let first = if code == next { word.first() } else { self.word(code).first() };
        let Some(&first) = first else { return false };
        word.push(first);
        if next < 4096 {
            self.words.push(word);
        }
        code < Self::FIRST + self.words.len()
    }

    fn word(&mut self, code: usize) -> &[u8] {
        if code < 256 {
            self.single = [code as u8];
            return &self.single;
        }
        code.checked_sub(Self::FIRST).and_then(|i| self.words.get(i)).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    const MOST: u64 = 1 << 20;

    fn deflated(data: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_bomb_is_over_and_a_text_fits() {
        assert_eq!(measure(&deflated(&vec![0; 3 << 20]), &[Filter::FlateDecode], true, MOST), Size::Over);
        assert_eq!(measure(&deflated(b"BT ET"), &[Filter::FlateDecode], true, MOST), Size::Fits(5));
    }

    #[test]
    fn a_bomb_inside_another_filter_is_found() {
        let inner = deflated(&vec![0; 3 << 20]);
        let digit = |d: u8| char::from_digit(u32::from(d), 16).unwrap();
        let hex: String = inner.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect();
        let chain = [Filter::AsciiHexDecode, Filter::FlateDecode];
        assert_eq!(measure(hex.as_bytes(), &chain, true, MOST), Size::Over);
        let twice = deflated(&inner);
        assert_eq!(measure(&twice, &[Filter::FlateDecode, Filter::FlateDecode], true, MOST), Size::Over);
    }

    #[test]
    fn the_small_filters_count_what_they_give() {
        let size = |filter, data: &[u8]| measure(data, &[filter], true, MOST);
        assert_eq!(size(Filter::AsciiHexDecode, b"41 42 4>"), Size::Fits(3));
        assert_eq!(size(Filter::Ascii85Decode, b"z87cUR~>"), Size::Fits(8));
        assert_eq!(size(Filter::RunLengthDecode, &[4, 10, 11, 12, 13, 14, 253, 3, 128]), Size::Fits(9));
        // The example of the PDF reference.
        assert_eq!(
            size(Filter::LzwDecode, &[0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]),
            Size::Fits(10)
        );
    }

    #[test]
    fn data_damaged_in_the_middle_is_not_trusted() {
        let noise: Vec<u8> = (0..90_000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let mut data = deflated(&noise);
        data[2] = 0x07;
        assert_eq!(measure(&data, &[Filter::FlateDecode], true, MOST), Size::Unknown);
        let cut = deflated(&noise);
        let cut = &cut[..cut.len() / 2];
        assert!(matches!(measure(cut, &[Filter::FlateDecode], true, MOST), Size::Fits(_)));
    }
}
