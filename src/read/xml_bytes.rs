//! The bytes of an XML part to text and back.
//!
//! Comes in: bytes in UTF-8, UTF-16 or the encoding they declare. Goes out: text; and for a text, the bytes in the
//! encoding of another part.

use encoding_rs::{Encoding, GB18030, GBK, UTF_16BE, UTF_16LE};

use super::ReadError;

/// The text of an XML part.
pub(crate) fn decode(bytes: Vec<u8>, name: &str, format: &'static str) -> Result<String, ReadError> {
    let encoding = match bytes.as_slice() {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] | [0, b'<', ..] => Some(UTF_16BE),
        _ => declared(&bytes),
    };
    let bad =
        || ReadError::corrupt(format, (format!("{name}(文字编码不对)"), format!("{name} (wrong encoding)")));
    if let Some(encoding) = encoding {
        let encoding = if encoding == GBK { GB18030 } else { encoding };
        let (text, malformed) = encoding.decode_with_bom_removal(&bytes);
        return if malformed { Err(bad()) } else { Ok(text.into_owned()) };
    }
    let mut text = String::from_utf8(bytes).map_err(|_| bad())?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// The encoding that the XML declaration names, if it is not UTF-8.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = std::str::from_utf8(bytes.get(..bytes.len().min(200))?.split(|b| *b == b'>').next()?).ok()?;
    let value = head.starts_with("<?xml").then(|| head.split_once("encoding"))??.1;
    let label = value.trim_start_matches([' ', '=', '"', '\'']);
    let label = label.split(['"', '\'', ' ', '?']).next()?;
    // UTF-16 in a part of single bytes is a lie.
    Encoding::for_label(label.as_bytes()).filter(|e| e.is_ascii_compatible() && *e != encoding_rs::UTF_8)
}

/// The bytes of a text in the encoding of `like`, with its mark at the start. A character that the encoding lacks
/// becomes a reference to its number.
pub(crate) fn encode(text: &str, like: &[u8]) -> Vec<u8> {
    let mark: &[u8] = match like {
        [0xff, 0xfe, ..] => &[0xff, 0xfe],
        [0xfe, 0xff, ..] => &[0xfe, 0xff],
        [0xef, 0xbb, 0xbf, ..] => &[0xef, 0xbb, 0xbf],
        _ => &[],
    };
    let units = || text.encode_utf16();
    let rest = match like {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => units().flat_map(u16::to_le_bytes).collect(),
        [0xfe, 0xff, ..] | [0, b'<', ..] => units().flat_map(u16::to_be_bytes).collect(),
        _ => match declared(like) {
            Some(encoding) => encoding.encode(text).0.into_owned(),
            None => text.as_bytes().to_vec(),
        },
    };
    [mark, &rest].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_by_their_bytes() {
        let text = "<?xml version=\"1.0\" encoding=\"GB2312\"?><a>法治</a>";
        let little: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let gb = GB18030.encode(text).0.into_owned();
        for bytes in [little, big, gb] {
            assert_eq!(encode(text, &bytes), bytes);
            assert_eq!(decode(bytes, "a", "xml").as_deref(), Ok(text));
        }
        assert!(decode(b"<a>\xff</a>".to_vec(), "a", "xml").is_err());
    }
}
