//! The filters of streams, undone byte by byte into something that may say stop.

use std::io::Read;

use hayro_syntax::Filter;

use super::lzw;

/// The most that one byte of deflate data can stand for.
const DEFLATE_RATIO: u64 = 1032;

/// Takes unpacked bytes up to a limit.
pub(super) struct Sink {
    pub(super) kept: Option<Vec<u8>>,
    pub(super) len: u64,
    /// Opening marks of dictionaries.
    pub(super) dicts: u64,
    last: u8,
    most: u64,
}

impl Sink {
    pub(super) fn keeping(most: u64) -> Self {
        Sink { kept: Some(Vec::new()), ..Sink::counting(most) }
    }

    pub(super) fn counting(most: u64) -> Self {
        Sink { kept: None, len: 0, dicts: 0, last: 0, most }
    }

    /// Whether more is welcome.
    pub(super) fn take(&mut self, bytes: &[u8]) -> bool {
        self.len += bytes.len() as u64;
        if self.len > self.most {
            return false;
        }
        self.dicts += memchr::memmem::find_iter(bytes, b"<<").count() as u64;
        self.dicts += u64::from(self.last == b'<' && bytes.first() == Some(&b'<'));
        self.last = bytes.last().copied().unwrap_or(self.last);
        if let Some(kept) = &mut self.kept {
            kept.extend_from_slice(bytes);
        }
        true
    }
}

/// How a filter ended.
pub(super) enum Ended {
    /// At its end mark or the end of the data.
    Whole,
    /// At the limit.
    Full,
    /// At a fault; a forgiving decoder could still get this many bytes out of the rest.
    Damaged(u64),
}

/// Undo one filter.
pub(super) fn run(filter: Filter, data: &[u8], early: bool, sink: &mut Sink) -> Ended {
    match filter {
        Filter::FlateDecode => flate(data, sink),
        Filter::LzwDecode => lzw::undo(data, early, sink),
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
