//! Fonts, as far as text needs them: how codes are cut from strings, how wide they are, what they mean.
//!
//! Font programs are never opened: they say how a glyph looks, hardly ever what it means, and they are large.

use std::rc::Rc;

use hayro_cmap::{BfString, CMap, WritingMode};
use hayro_syntax::object::{Array, Dict, Name, Object};

use super::budget::Budget;
use super::collection::Collection;
use super::encoding::Encoding;
use super::maps::Maps;
use super::widths::Widths;
use crate::read::ReadError;

/// Steps that loading a font counts for, beside its widths.
const LOAD_STEPS: u64 = 2_000;
/// Steps that one stored width counts for.
const WIDTH_STEPS: u64 = 4;

/// A font of the file.
pub(super) struct Font {
    codes: Codes,
    to_unicode: Option<Rc<CMap>>,
    widths: Widths,
}

/// How codes are read and what they mean without a `ToUnicode` map.
enum Codes {
    Simple(Encoding),
    Composite { map: Rc<CMap>, collection: Collection },
}

/// One character of a shown string.
pub(super) struct Code {
    /// The code as number.
    pub(super) value: u32,
    /// Bytes it took.
    pub(super) len: usize,
    cid: u32,
}

impl Font {
    pub(super) fn load(dict: &Dict<'_>, maps: &mut Maps, budget: &mut Budget<'_>) -> Result<Font, ReadError> {
        let to_unicode = maps.of(dict.get::<Object<'_>>("ToUnicode").as_ref(), budget)?;
        let composite = dict.get::<Name<'_>>("Subtype").is_some_and(|s| s.as_ref() == b"Type0");
        let (codes, widths) = if composite {
            let encoding = dict.get::<Object<'_>>("Encoding");
            let map = maps.of(encoding.as_ref(), budget)?.unwrap_or_else(|| Rc::new(CMap::identity_h()));
            let fonts = dict.get::<Array<'_>>("DescendantFonts").unwrap_or_default();
            let descendant = fonts.iter::<Dict<'_>>().next().unwrap_or_default();
            // An embedded map says which predefined one it stands for.
            let name = match encoding {
                Some(Object::Name(name)) => Some(name),
                Some(Object::Stream(stream)) => stream.dict().get::<Name<'_>>("CMapName"),
                _ => None,
            };
            let collection = Collection::of(name.as_ref(), &map, &descendant, maps);
            (Codes::Composite { map, collection }, Widths::composite(&descendant))
        } else {
            (Codes::Simple(Encoding::of(dict)), Widths::simple(dict))
        };
        budget.step(LOAD_STEPS + WIDTH_STEPS * widths.count())?;
        Ok(Font { codes, to_unicode, widths })
    }

    pub(super) fn vertical(&self) -> bool {
        matches!(&self.codes, Codes::Composite { map, .. }
            if map.metadata().writing_mode == Some(WritingMode::Vertical))
    }

    /// The next code of a string; `None` at its end.
    pub(super) fn next(&self, bytes: &[u8]) -> Option<Code> {
        let first = u32::from(*bytes.first()?);
        let Codes::Composite { map, collection } = &self.codes else {
            return Some(Code { value: first, len: 1, cid: first });
        };
        let mut value = 0;
        for (byte, len) in bytes.iter().zip(1u8..=4) {
            value = (value << 8) | u32::from(*byte);
            if let Some(cid) = map.lookup_cid_code(value, len) {
                return Some(Code { value, len: usize::from(len), cid });
            }
        }
        let len = collection.unmapped_len(bytes).min(bytes.len());
        let value = bytes.iter().take(len).fold(0, |value, byte| (value << 8) | u32::from(*byte));
        Some(Code { value, len, cid: 0 })
    }

    /// Width of a code in thousandths of the font size.
    pub(super) fn width(&self, code: &Code) -> f64 {
        self.widths.of(code.cid)
    }

    /// The characters a code stands for.
    pub(super) fn text(&self, code: &Code) -> Option<BfString> {
        if let Some(text) = self.to_unicode.as_ref().and_then(|map| map.lookup_bf_string(code.value))
            && meaningful(&text)
        {
            return Some(text);
        }
        match &self.codes {
            Codes::Simple(encoding) => encoding.char(code.value).map(BfString::Char),
            Codes::Composite { collection, .. } => {
                let bytes = code.value.to_be_bytes();
                collection.text(bytes.get(4 - code.len.min(4)..).unwrap_or(&[]), code.cid)
            }
        }
    }
}

/// Some writers map what they cannot name to NUL or to the replacement character.
fn meaningful(text: &BfString) -> bool {
    !matches!(text, BfString::Char('\0' | char::REPLACEMENT_CHARACTER))
}
