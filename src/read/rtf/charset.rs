//! Bytes of an RTF file to characters: code pages of the file and of its fonts, pairs across tokens, `\u`.

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, MACINTOSH, SHIFT_JIS, WINDOWS_874, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258,
};

/// The encoding of a code page.
pub(super) fn of_code_page(page: i32) -> Option<&'static Encoding> {
    Some(match page {
        936 | 54936 => GB18030,
        950 => BIG5,
        932 => SHIFT_JIS,
        949 => EUC_KR,
        874 => WINDOWS_874,
        1250 => WINDOWS_1250,
        1251 => WINDOWS_1251,
        437 | 850 | 1252 => WINDOWS_1252,
        1253 => WINDOWS_1253,
        1254 => WINDOWS_1254,
        1255 => WINDOWS_1255,
        1256 => WINDOWS_1256,
        1257 => WINDOWS_1257,
        1258 => WINDOWS_1258,
        10000 => MACINTOSH,
        _ => return None,
    })
}

/// The encoding of a font's character set; `None` for those that leave it to the file.
pub(super) fn of_font(charset: i32) -> Option<&'static Encoding> {
    of_code_page(match charset {
        134 => 936,
        136 => 950,
        128 => 932,
        129 | 130 => 949,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        77 => 10000,
        _ => return None,
    })
}

/// Puts characters together from bytes and halves.
#[derive(Default)]
pub(super) struct Decoder {
    /// Bytes of a character that is not complete.
    held: Vec<u8>,
    /// The first half of a character beyond U+FFFF.
    high: Option<u16>,
    /// Bytes that were no character.
    pub(super) malformed: u64,
}

impl Decoder {
    /// Whether the next byte belongs to a character already begun.
    pub(super) fn waits(&self) -> bool {
        !self.held.is_empty()
    }

    /// Take a byte; appends the character it completes. `western` says that the font is one for Western text,
    /// in which only pairs of GB 2312 are taken for ideographs.
    pub(super) fn byte(&mut self, byte: u8, encoding: &'static Encoding, western: bool, out: &mut String) {
        self.high = None;
        if self.held.is_empty() && !(is_lead(byte, encoding) && (!western || byte >= 0xa1)) {
            let encoding = if western && byte >= 0x80 { WINDOWS_1252 } else { encoding };
            self.decode(&[byte], encoding, out);
            return;
        }
        if western && self.held.len() == 1 && byte < 0xa1 {
            let first = std::mem::take(&mut self.held);
            self.decode(&first, WINDOWS_1252, out);
            self.byte(byte, encoding, western, out);
            return;
        }
        self.held.push(byte);
        let complete = match self.held.as_slice() {
            [_] | [_, b'0'..=b'9', _] => false,
            [_, b'0'..=b'9'] => encoding != GB18030,
            _ => true,
        };
        if complete {
            let held = std::mem::take(&mut self.held);
            self.decode(&held, encoding, out);
        }
    }

    /// Take a `\u` value.
    pub(super) fn unit(&mut self, unit: u16, out: &mut String) {
        self.drop_held(out);
        match (self.high.take(), unit) {
            (_, 0xd800..=0xdbff) => self.high = Some(unit),
            (Some(high), 0xdc00..=0xdfff) => {
                out.extend(char::decode_utf16([high, unit]).filter_map(Result::ok));
            }
            // Bullets of symbol fonts.
            (_, 0xf020..=0xf0ff) => out.push('•'),
            (_, unit) => match char::from_u32(u32::from(unit)) {
                Some(c) if c.is_control() => {}
                Some(c) => out.push(c),
                None => self.malformed += 1,
            },
        }
    }

    /// Text that comes next is no part of a character begun before.
    pub(super) fn drop_held(&mut self, out: &mut String) {
        if !self.held.is_empty() {
            self.held.clear();
            self.malformed += 1;
            out.push(char::REPLACEMENT_CHARACTER);
        }
    }

    fn decode(&mut self, bytes: &[u8], encoding: &'static Encoding, out: &mut String) {
        let (text, bad) = encoding.decode_without_bom_handling(bytes);
        self.malformed += u64::from(bad);
        out.push_str(&text);
    }
}

fn is_lead(byte: u8, encoding: &'static Encoding) -> bool {
    if encoding == SHIFT_JIS {
        return matches!(byte, 0x81..=0x9f | 0xe0..=0xfc);
    }
    (encoding == GB18030 || encoding == BIG5 || encoding == EUC_KR) && (0x81..=0xfe).contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], western: bool) -> (String, u64) {
        let (mut decoder, mut out) = (Decoder::default(), String::new());
        for byte in bytes {
            decoder.byte(*byte, GB18030, western, &mut out);
        }
        decoder.drop_held(&mut out);
        (out, decoder.malformed)
    }

    #[test]
    fn pairs_and_fours_are_put_together() {
        let (bytes, ..) = GB18030.encode("法a\u{20bb7}治");
        assert_eq!(read(&bytes, false), ("法a\u{20bb7}治".to_string(), 0));
        assert_eq!(read(&[0xb7], false), ("\u{fffd}".to_string(), 1));
    }

    #[test]
    fn quotes_of_western_fonts_are_not_halves_of_ideographs() {
        assert_eq!(read(b"\x93ab\x94\x96", true).0, "“ab”–");
        assert_eq!(read(&GB18030.encode("法治").0, true).0, "法治");
    }

    #[test]
    fn halves_of_a_rare_character_meet() {
        let (mut decoder, mut out) = (Decoder::default(), String::new());
        decoder.unit(0xd842, &mut out);
        decoder.unit(0xdfb7, &mut out);
        assert_eq!(out, "\u{20bb7}");
    }
}
