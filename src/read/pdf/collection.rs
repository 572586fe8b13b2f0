//! Composite fonts without a `ToUnicode` map: what their codes and character numbers mean.
//!
//! Usual in official typesetting: fonts that are not embedded, or embedded as they are, with one of the
//! predefined encodings (`GBK-EUC-H`, `UniGB-UCS2-H`).

use std::rc::Rc;

use hayro_cmap::{BfString, CMap, CidFamily};
use hayro_syntax::object::{Dict, Name, Object, String as PdfString};

use super::maps::Maps;

/// What gives meaning to a code.
pub(super) enum Collection {
    /// The code is UTF-16 itself.
    Unicode,
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
        let name = encoding.map_or("", |n| n.as_str());
        if name.starts_with("Uni") && (name.contains("UCS2") || name.contains("UTF16")) {
            return Collection::Unicode;
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

    pub(super) fn text(&self, code: u32, cid: u32) -> Option<BfString> {
        match self {
            Collection::Unicode => {
                let units = [(code >> 16) as u16, code as u16];
                let units = if code > 0xffff { &units[..] } else { &units[1..] };
                let c = char::decode_utf16(units.iter().copied()).next()?.ok()?;
                Some(BfString::Char(c))
            }
            Collection::Public(map) => map.lookup_bf_string(cid),
            Collection::None => None,
        }
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
