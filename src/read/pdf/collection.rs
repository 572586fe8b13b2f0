//! Composite fonts without a `ToUnicode` map: what their codes and character numbers mean.
//!
//! Usual in official typesetting: fonts that are not embedded, or embedded as they are, with one of the
//! predefined encodings (`GBK-EUC-H`, `UniGB-UCS2-H`).

use std::rc::Rc;

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_16BE};
use hayro_cmap::{BfString, CMap, CidFamily};
use hayro_syntax::object::{Dict, Name, Object, String as PdfString};

use super::maps::Maps;

/// What gives meaning to a code.
pub(super) enum Collection {
    /// The bytes of the code are text in this encoding.
    Text(&'static Encoding),
    /// The character number is one of a public collection; the map leads to Unicode.
    Public(Rc<CMap>),
    /// Numbers of glyphs in the embedded font: no meaning.
    None,
}

impl Collection {
    pub(super) fn of(
        encoding: Option<&Name<'_>>,
        map: &CMap,
        descendant: &Dict<'_>,
        maps: &mut Maps,
    ) -> Collection {
        if let Some(encoding) = encoding.and_then(|name| text_encoding(name.as_str())) {
            return Collection::Text(encoding);
        }
        let stated = map.metadata().character_collection.as_ref().map(|c| c.family.clone());
        let family = stated
            .filter(|family| *family != CidFamily::AdobeIdentity)
            .or_else(|| declared(descendant).filter(|_| numbers_are_public(descendant)));
        family
            .and_then(|family| family.ucs2_cmap())
            .and_then(|name| maps.predefined(name))
            .map_or(Collection::None, Collection::Public)
    }

    /// The characters of a code; `bytes` are those of the code, `cid` the number it has in the collection.
    pub(super) fn text(&self, bytes: &[u8], cid: u32) -> Option<BfString> {
        match self {
            Collection::Text(encoding) => {
                let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
                text.chars().next().filter(|c| !c.is_control()).map(BfString::Char)
            }
            Collection::Public(map) => map.lookup_bf_string(cid),
            Collection::None => None,
        }
    }

    /// Length of a code that the map of the font does not know.
    pub(super) fn unmapped_len(&self, bytes: &[u8]) -> usize {
        let Collection::Text(encoding) = self else { return 1 };
        match (bytes, *encoding == UTF_16BE) {
            (_, true) => 2,
            ([0x81..=0xff, 0x30..=0x39, ..], _) if *encoding == GB18030 => 4,
            ([0x81..=0xff, ..], _) => 2,
            _ => 1,
        }
    }
}

/// The encoding behind the name of a predefined map.
fn text_encoding(name: &str) -> Option<&'static Encoding> {
    let family = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match name {
        _ if name.starts_with("Uni") && family(&["UCS2", "UTF16"]) => Some(UTF_16BE),
        _ if name.starts_with("GB") => Some(GB18030),
        _ if family(&["B5"]) => Some(BIG5),
        _ if family(&["RKSJ"]) => Some(SHIFT_JIS),
        _ if family(&["KSC"]) => Some(EUC_KR),
        _ => None,
    }
}

/// The collection that the font says its numbers are from.
fn declared(descendant: &Dict<'_>) -> Option<CidFamily> {
    let info = descendant.get::<Dict<'_>>("CIDSystemInfo")?;
    let registry = info.get::<PdfString<'_>>("Registry")?;
    let ordering = info.get::<PdfString<'_>>("Ordering")?;
    Some(CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes()))
}

/// Whether that can be believed: in an embedded TrueType subset the numbers are those of its own glyphs,
/// whatever collection is declared, unless a map leads from one to the other.
fn numbers_are_public(descendant: &Dict<'_>) -> bool {
    let descriptor = descendant.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
    let embedded = ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.contains_key(key));
    let truetype = descendant.get::<Name<'_>>("Subtype").is_some_and(|s| s.as_ref() == b"CIDFontType2");
    let mapped = matches!(descendant.get::<Object<'_>>("CIDToGIDMap"), Some(Object::Stream(_)));
    !embedded || !truetype || mapped
}
