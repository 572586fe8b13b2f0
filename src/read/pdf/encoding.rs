//! Simple fonts without a `ToUnicode` map: one byte a code, named by an encoding.

use std::collections::BTreeMap;

use encoding_rs::{MACINTOSH, WINDOWS_1252};
use hayro_syntax::object::{Array, Dict, Name, Object};

use super::names;

/// What each code stands for.
pub(super) struct Encoding {
    base: Base,
    /// Codes that the file names one by one; `None` for a name without meaning.
    differences: BTreeMap<u8, Option<char>>,
}

/// The table below the differences.
#[derive(Clone, Copy)]
enum Base {
    WinAnsi,
    MacRoman,
    /// Adobe's standard encoding: ASCII but for its quotes.
    Standard,
    /// The font's own order of glyphs, which only its program knows.
    BuiltIn,
}

impl Encoding {
    pub(super) fn of(dict: &Dict<'_>) -> Encoding {
        let encoding = dict.get::<Object<'_>>("Encoding");
        let mut differences = BTreeMap::new();
        let name = match &encoding {
            Some(Object::Name(name)) => Some(name.clone()),
            Some(Object::Dict(table)) => {
                differences = read_differences(table);
                table.get::<Name<'_>>("BaseEncoding")
            }
            _ => None,
        };
        let base = match name.as_ref().map(AsRef::as_ref) {
            Some(b"WinAnsiEncoding") => Base::WinAnsi,
            Some(b"MacRomanEncoding") => Base::MacRoman,
            None if symbolic(dict) => Base::BuiltIn,
            Some(_) | None => Base::Standard,
        };
        Encoding { base, differences }
    }

    pub(super) fn char(&self, code: u32) -> Option<char> {
        let code = u8::try_from(code).ok()?;
        if let Some(named) = self.differences.get(&code) {
            return *named;
        }
        let table = match self.base {
            Base::WinAnsi => WINDOWS_1252,
            Base::MacRoman => MACINTOSH,
            Base::Standard => return names::standard(code),
            Base::BuiltIn => return None,
        };
        let c = table.decode_without_bom_handling(&[code]).0.chars().next()?;
        (!c.is_control()).then_some(c)
    }
}

fn read_differences(table: &Dict<'_>) -> BTreeMap<u8, Option<char>> {
    let mut out = BTreeMap::new();
    let mut code = 0i64;
    for item in table.get::<Array<'_>>("Differences").unwrap_or_default().iter::<Object<'_>>() {
        match item {
            Object::Number(number) => code = number.as_i64(),
            Object::Name(name) => {
                if let Ok(code) = u8::try_from(code) {
                    out.insert(code, names::char(name.as_str()));
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    out
}

/// Whether the font has its own set of characters: flagged so, embedded, or one of the two standard symbol fonts.
fn symbolic(dict: &Dict<'_>) -> bool {
    const SYMBOLIC: u32 = 1 << 2;
    let descriptor = dict.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
    let flagged = descriptor.get::<u32>("Flags").is_some_and(|flags| flags & SYMBOLIC != 0);
    let pictures = dict
        .get::<Name<'_>>("BaseFont")
        .is_some_and(|n| ["Symbol", "ZapfDingbats", "Wingdings"].iter().any(|w| n.as_str().contains(w)));
    flagged || pictures
}
