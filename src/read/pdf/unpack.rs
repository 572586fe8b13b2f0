//! How large a stream becomes when its filters are undone, found without keeping more than allowed.
//!
//! The engine unpacks without bound, so every stream is measured here before the engine may touch it.

use hayro_syntax::Filter;

use super::filters::{Ended, Sink, run};

/// What unpacking a stream comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// At most this much.
    Fits(Unpacked),
    /// More than allowed.
    Over,
    /// Too damaged to say.
    Unknown,
}

/// Counts of unpacked data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Unpacked {
    /// Bytes, those of the steps between filters included.
    pub(super) bytes: u64,
    /// Dictionaries, by their opening marks.
    pub(super) dicts: u64,
}

/// Measure a stream. `early` is the `EarlyChange` setting of LZW.
pub(super) fn measure(raw: &[u8], filters: &[Filter], early: bool, most: u64) -> Size {
    let Some((last, chain)) = filters.split_last() else {
        return Size::Fits(Unpacked { bytes: raw.len() as u64, dicts: 0 });
    };
    let mut between = 0;
    let mut data = std::borrow::Cow::Borrowed(raw);
    for filter in chain {
        let mut sink = Sink::keeping(most);
        let ended = run(*filter, &data, early, &mut sink);
        match ended {
            Ended::Full => return Size::Over,
            Ended::Damaged(left) if sink.len + left > most => return Size::Unknown,
            Ended::Damaged(_) | Ended::Whole => {}
        }
        between += sink.len;
        data = std::borrow::Cow::Owned(sink.kept.unwrap_or_default());
    }
    let mut sink = Sink::counting(most.saturating_sub(between));
    let left = match run(*last, &data, early, &mut sink) {
        Ended::Full => return Size::Over,
        Ended::Damaged(left) => left,
        Ended::Whole => 0,
    };
    let bytes = between + sink.len + left;
    if bytes > most { Size::Unknown } else { Size::Fits(Unpacked { bytes, dicts: sink.dicts }) }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    const MOST: u64 = 1 << 20;

    fn bytes(bytes: u64) -> Unpacked {
        Unpacked { bytes, dicts: 0 }
    }

    fn deflated(data: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_bomb_is_over_and_a_text_fits() {
        assert_eq!(measure(&deflated(&vec![0; 3 << 20]), &[Filter::FlateDecode], true, MOST), Size::Over);
        assert_eq!(measure(&deflated(b"BT ET"), &[Filter::FlateDecode], true, MOST), Size::Fits(bytes(5)));
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
        assert_eq!(size(Filter::AsciiHexDecode, b"41 42 4>"), Size::Fits(bytes(3)));
        assert_eq!(size(Filter::Ascii85Decode, b"z87cUR~>"), Size::Fits(bytes(8)));
        assert_eq!(
            size(Filter::RunLengthDecode, &[4, 10, 11, 12, 13, 14, 253, 3, 128]),
            Size::Fits(bytes(9))
        );
        // The example of the PDF reference.
        assert_eq!(
            size(Filter::LzwDecode, &[0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]),
            Size::Fits(bytes(10))
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
