//! Bytes to text: which encoding, decided by content, and what was malformed.
//!
//! Order: byte order mark; UTF-16 without mark; strict UTF-8; UTF-8 with a few bad bytes; the label of the
//! format, if it decodes cleanly; GB18030 against Big5. GB2312 and GBK are always decoded as GB18030.

use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use super::ReadError;
use crate::text::Warning;

/// Decoded text and how it was decoded.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static str,
    pub(super) warnings: Vec<Warning>,
}

/// Above this share of bad sequences, a file is not UTF-8.
const BAD_UTF8_PER_MILLE: usize = 50;
/// Below this share of everyday ideographs, text is mojibake.
const COMMON_PER_MILLE: usize = 400;

/// Decode a file; `label` is what the format declares, and only believed if the bytes agree.
pub(super) fn decode(
    bytes: &[u8],
    label: Option<&'static Encoding>,
    format: &'static str,
) -> Result<Decoded, ReadError> {
    let (text, encoding) = choose(bytes, label)?;
    let mut warnings = Vec::new();
    let bad = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    let total = text.chars().count().max(1);
    if bad * 50 > total {
        let what = (format!("{bad} 处字节无法解码"), format!("{bad} malformed sequences"));
        return Err(ReadError::garbled(format, what));
    }
    if bad > 0 {
        warnings.push(Warning::new(
            "malformed_bytes",
            format!("{bad} 处字节无法按 {} 解码", encoding.name()),
            format!("{bad} malformed sequences for {}", encoding.name()),
        ));
    }
    refuse_mojibake(&text, format)?;
    Ok(Decoded { text, encoding: display_name(encoding), warnings })
}

fn display_name(encoding: &'static Encoding) -> &'static str {
    // GBK is the smaller half of GB18030, and one name for both keeps results comparable.
    if encoding == GBK || encoding == GB18030 { "GB18030" } else { encoding.name() }
}

fn choose(bytes: &[u8], label: Option<&'static Encoding>) -> Result<(String, &'static Encoding), ReadError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok((plain(encoding, bytes.get(mark..).unwrap_or(&[])), encoding));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok((plain(encoding, bytes), encoding));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_string(), UTF_8));
    }
    if mostly_utf8(bytes) {
        return Ok((plain(UTF_8, bytes), UTF_8));
    }
    if let Some(line) = mixed_from(bytes) {
        return Err(ReadError::EncodingMixed { line });
    }
    if let Some(encoding) = label.filter(|e| *e != UTF_8) {
        let encoding = if encoding == GBK { GB18030 } else { encoding };
        if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
            && common_per_mille(&text) >= COMMON_PER_MILLE
        {
            return Ok((text.into_owned(), encoding));
        }
    }
    Ok(legacy(bytes))
}

fn plain(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// GB18030 or Big5, whichever gives fewer bad sequences and more everyday characters.
fn legacy(bytes: &[u8]) -> (String, &'static Encoding) {
    let rate = |encoding: &'static Encoding| {
        let text = plain(encoding, bytes);
        let total = text.chars().count().max(1);
        let bad = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
        let rate = common_per_mille(&text) as i64 - (bad * 10_000 / total) as i64;
        (rate, text)
    };
    let (gb, gb_text) = rate(GB18030);
    let (big5, big5_text) = rate(BIG5);
    if big5 <= gb {
        return (gb_text, GB18030);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let second = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    // Short texts: an equal score is decided by the detector, and by the country without it.
    let margin = if second == BIG5 { 0 } else { 150 };
    if big5 > gb + margin { (big5_text, BIG5) } else { (gb_text, GB18030) }
}

/// UTF-16 with its mark lost: some zero bytes, and nearly all units are ideographs, punctuation or ASCII.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) || !bytes.contains(&0) {
        return None;
    }
    let plausible = |unit: u16| matches!(unit, 9 | 10 | 13 | 0x20..=0x7e | 0xa0 | 0x2000..=0x206f | 0x3000..=0x303f | 0x4e00..=0x9fff | 0xff00..=0xffef);
    let share = |read: fn([u8; 2]) -> u16| {
        let good = bytes.as_chunks::<2>().0.iter().filter(|pair| plausible(read(**pair))).count();
        good * 200 / bytes.len() * 10
    };
    let (little, big) = (share(u16::from_le_bytes), share(u16::from_be_bytes));
    match (little, big) {
        (970.., b) if b < little => Some(UTF_16LE),
        (_, 970..) => Some(UTF_16BE),
        _ => None,
    }
}

/// UTF-8 that was cut or has single damaged bytes: few bad sequences, and real multi-byte ones.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut bad, mut multi) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        multi += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    multi > 0 && bad * 1000 <= (multi + bad) * BAD_UTF8_PER_MILLE
}

/// The first line in the other encoding, when whole lines are UTF-8 and whole lines are not.
fn mixed_from(bytes: &[u8]) -> Option<u32> {
    let kind = |line: &[u8]| {
        if line.is_ascii() {
            return None;
        }
        match std::str::from_utf8(line) {
            Ok(text) => text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)).then_some(true),
            Err(_) => Some(false),
        }
    };
    let kinds: Vec<(u32, bool)> = bytes
        .split(|&b| b == b'\n')
        .zip(1u32..)
        .filter_map(|(line, number)| kind(line).filter(|_| line.len() >= 24).map(|k| (number, k)))
        .collect();
    let utf8 = kinds.iter().filter(|(_, k)| *k).count();
    let other = kinds.len() - utf8;
    if utf8 < 2 || other < 2 {
        return None;
    }
    let first = kinds.first()?.1;
    kinds.iter().find(|(_, k)| *k != first).map(|(line, _)| *line)
}

/// Share of ideographs that are among the everyday ones (level one of GB 2312), per mille.
/// Real reports reach 990, traditional text 650, mojibake stays below 250.
fn common_per_mille(text: &str) -> usize {
    let (mut common, mut all) = (0usize, 0usize);
    for c in text.chars().filter(|c| ('\u{3400}'..='\u{9fff}').contains(c)).take(20_000) {
        all += 1;
        common += usize::from(is_common(c));
    }
    (common * 1000).checked_div(all).unwrap_or(0)
}

fn is_common(c: char) -> bool {
    // Encoding a character searches the whole code page; a table made once by decoding does not.
    static COMMON: LazyLock<Vec<bool>> = LazyLock::new(|| {
        let mut table = vec![false; 0xa000];
        let pairs = (0xb0..=0xd7).flat_map(|lead| (0xa1..=0xfe).map(move |trail| [lead, trail]));
        for pair in pairs {
            let (text, _) = GBK.decode_without_bom_handling(&pair);
            text.chars().for_each(|c| {
                if let Some(slot) = table.get_mut(c as usize) {
                    *slot = true;
                }
            });
        }
        table
    });
    COMMON.get(c as usize).copied().unwrap_or(false)
}

/// Text that decodes and is not language.
pub(super) fn refuse_mojibake(text: &str, format: &'static str) -> Result<(), ReadError> {
    let ideographs = text.chars().filter(|c| ('\u{3400}'..='\u{9fff}').contains(c)).count();
    let latin1 = text.chars().filter(|c| ('\u{a1}'..='\u{ff}').contains(c)).count();
    let shown = text.chars().filter(|c| !c.is_whitespace()).count().max(1);
    if ideographs * 20 < latin1 && latin1 * 3 > shown && latin1 >= 20 {
        let what = ("中文字节被当成西文字符保存", "bytes of Chinese text were saved as Latin characters");
        return Err(ReadError::garbled(format, what));
    }
    if ideographs >= 20 && common_per_mille(text) < COMMON_PER_MILLE {
        let what = (
            "多数汉字不是常用字,编码被读错后又保存",
            "most characters are not everyday ones, the text was saved after being read in a wrong encoding",
        );
        return Err(ReadError::garbled(format, what));
    }
    Ok(())
}

/// Whether bytes can be text at all: control characters other than white space are rare in any encoding.
pub(super) fn looks_like_text(bytes: &[u8]) -> bool {
    if Encoding::for_bom(bytes).is_some() || utf16_without_mark(bytes).is_some() {
        return true;
    }
    let head = bytes.get(..8192).unwrap_or(bytes);
    let control = head.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31 | 127)).count();
    control * 200 <= head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "一、2021年度推进法治政府建设的主要举措和成效\r\n(一)加强组织领导。\r\n";

    fn read(bytes: &[u8]) -> Decoded {
        decode(bytes, None, "txt").unwrap()
    }

    #[test]
    fn the_table_of_everyday_characters_is_level_one_of_the_code_page() {
        let encoded = |c: char| {
            let mut utf8 = [0; 4];
            matches!(*GBK.encode(c.encode_utf8(&mut utf8)).0, [0xb0..=0xd7, 0xa1..=0xff])
        };
        let ideographs = ('\u{4e00}'..='\u{9fff}').step_by(7);
        assert!(ideographs.clone().all(|c| is_common(c) == encoded(c)));
        assert!(ideographs.filter(|c| is_common(*c)).count() > 400);
        assert_eq!(is_common('\u{20000}'), encoded('\u{20000}'));
    }

    #[test]
    fn every_usual_encoding_gives_the_same_text() {
        let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut marked = vec![0xff, 0xfe];
        marked.extend(&utf16);
        let gb = GB18030.encode(TEXT).0.into_owned();
        for (bytes, name) in
            [(TEXT.as_bytes().to_vec(), "UTF-8"), (gb, "GB18030"), (utf16, "UTF-16LE"), (marked, "UTF-16LE")]
        {
            let decoded = read(&bytes);
            assert_eq!((decoded.text.as_str(), decoded.encoding), (TEXT, name));
        }
    }

    #[test]
    fn one_bad_byte_does_not_change_the_encoding() {
        let mut bytes = TEXT.repeat(20).into_bytes();
        bytes[10] = 0xff;
        let decoded = read(&bytes);
        assert_eq!(decoded.encoding, "UTF-8");
        assert_eq!(decoded.warnings[0].kind, "malformed_bytes");
    }

    #[test]
    fn a_label_that_lies_is_not_believed() {
        let gb = GB18030.encode(TEXT).0.into_owned();
        assert_eq!(decode(&gb, Some(UTF_8), "html").unwrap().encoding, "GB18030");
        assert_eq!(decode(TEXT.as_bytes(), Some(GBK), "html").unwrap().encoding, "UTF-8");
    }

    #[test]
    fn mojibake_is_refused() {
        let gb = GB18030.encode(TEXT).0.into_owned();
        let latin: String = gb.iter().map(|&b| char::from(b)).collect();
        let error = decode(latin.repeat(3).as_bytes(), None, "txt").unwrap_err();
        assert_eq!(error.kind().word(), "garbled_text");
        let wrong = GB18030.decode(TEXT.as_bytes()).0.into_owned().replace('\u{fffd}', "");
        assert!(decode(wrong.repeat(3).as_bytes(), None, "txt").is_err());
    }

    #[test]
    fn two_encodings_in_one_file_are_named_with_the_line() {
        let mut bytes = TEXT.repeat(2).into_bytes();
        bytes.extend(GB18030.encode(&TEXT.repeat(2)).0.iter());
        assert_eq!(decode(&bytes, None, "txt").unwrap_err(), ReadError::EncodingMixed { line: 5 });
    }
}
