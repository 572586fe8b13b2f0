//! Control words that set something or stand for a character.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, GB18030};

use super::charset::{of_code_page, of_font};
use super::group::Destination;
use super::pass::Pass;
use crate::read::ReadError;

/// More fonts than any file has.
const MOST_FONTS: usize = 10_000;

/// Character sets of the fonts, and of the file.
#[derive(Default)]
pub(super) struct Fonts {
    known: BTreeMap<i32, Font>,
    /// The font being defined.
    current: i32,
    default: i32,
    file: Option<&'static Encoding>,
}

#[derive(Clone, Copy, Default)]
struct Font {
    encoding: Option<&'static Encoding>,
    /// The font is one for Western text.
    western: bool,
}

impl Fonts {
    /// The encoding of text in a font, and whether only pairs of GB 2312 are ideographs in it.
    pub(super) fn encoding(&self, font: Option<i32>) -> (&'static Encoding, bool) {
        let font = self.known.get(&font.unwrap_or(self.default)).copied().unwrap_or_default();
        match (font.encoding, self.file) {
            (Some(encoding), _) => (encoding, false),
            (None, Some(encoding)) => (encoding, font.western && encoding == GB18030),
            // Nothing is said: ideographs where the bytes can only be some.
            (None, None) => (GB18030, true),
        }
    }

    fn define(&mut self, set: impl FnOnce(&mut Font)) {
        if self.known.len() < MOST_FONTS {
            set(self.known.entry(self.current).or_default());
        }
    }
}

impl Pass<'_> {
    pub(super) fn word(&mut self, word: &str, param: Option<i32>) -> Result<(), ReadError> {
        if word == "u" {
            self.unicode(param.unwrap_or(0));
            return Ok(());
        }
        if self.stand_ins > 0 {
            self.stand_ins -= 1;
            return Ok(());
        }
        if self.state.destination == Destination::Skipped {
            return Ok(());
        }
        if let Some(c) = character(word) {
            self.special(c);
        } else if !self.formats(word, param) {
            self.structure(word)?;
        }
        Ok(())
    }

    fn unicode(&mut self, value: i32) {
        self.stand_ins = self.state.fallback;
        // Values above 32767 are written as negative numbers.
        let unit = value.rem_euclid(0x1_0000) as u16;
        let mut text = String::new();
        self.decoder.unit(unit, &mut text);
        self.put(&text);
    }

    fn special(&mut self, c: char) {
        let mut text = String::new();
        self.decoder.drop_held(&mut text);
        text.push(c);
        self.put(&text);
    }

    pub(super) fn symbol(&mut self, symbol: u8) {
        if self.stand_ins > 0 {
            self.stand_ins -= 1;
            return;
        }
        match symbol {
            b'~' => self.special('\u{a0}'),
            b'_' => self.special('-'),
            b'\\' | b'{' | b'}' => self.special(char::from(symbol)),
            _ => {}
        }
    }

    /// Words that set something; false for others.
    fn formats(&mut self, word: &str, param: Option<i32>) -> bool {
        let number = param.unwrap_or(0);
        let on = param != Some(0);
        match self.state.destination {
            Destination::Fonts => return self.defines_font(word, number),
            Destination::StyleName => return self.defines_style(word, number),
            _ => {}
        }
        match word {
            "ansicpg" => self.fonts.file = of_code_page(number).or(self.fonts.file),
            "mac" => self.fonts.file = of_code_page(10000),
            "deff" => self.fonts.default = number,
            "f" => self.state.font = param,
            "uc" => self.state.fallback = u32::try_from(number).unwrap_or(1).min(16),
            "v" => self.state.hidden = on,
            "deleted" | "mvf" => {
                self.state.deleted = on;
                self.story.seen.changes |= on;
            }
            "revised" | "mvt" => self.story.seen.changes |= on,
            "plain" => self.state.reset_characters(),
            "pard" => self.state.reset_paragraph(),
            "s" => self.state.style = number,
            "outlinelevel" => self.state.outline = Some(number),
            "intbl" => self.state.nesting = self.state.nesting.max(1),
            "itap" => self.state.nesting = u32::try_from(number).unwrap_or(0),
            _ => return false,
        }
        true
    }

    fn defines_font(&mut self, word: &str, number: i32) -> bool {
        match word {
            "f" => self.fonts.current = number,
            "fcharset" => self.fonts.define(|font| {
                font.encoding = font.encoding.or(of_font(number));
                font.western = number == 0;
            }),
            "cpg" => self.fonts.define(|font| font.encoding = of_code_page(number)),
            _ => return false,
        }
        true
    }

    fn defines_style(&mut self, word: &str, number: i32) -> bool {
        match word {
            "s" => self.style.number = number,
            "sbasedon" => self.style.based_on = Some(number),
            "outlinelevel" => self.style.outline = Some(number),
            _ => return false,
        }
        true
    }

    /// Words that end something.
    fn structure(&mut self, word: &str) -> Result<(), ReadError> {
        match (self.state.destination, word) {
            // A deleted paragraph mark joins two paragraphs.
            (Destination::Text, "par" | "sect") if !self.state.deleted => self.end_paragraph()?,
            (Destination::Text, "cell" | "nestcell") => {
                self.state.nesting = self.state.nesting.max(1);
                self.end_paragraph()?;
                self.tables.close_cell();
            }
            (Destination::Text | Destination::Frame, "row" | "nestrow") => self.tables.close_row(),
            _ => {}
        }
        Ok(())
    }
}

/// Words that stand for a character.
fn character(word: &str) -> Option<char> {
    Some(match word {
        "line" | "page" | "lbr" => '\n',
        "tab" => '\t',
        "emdash" => '\u{2014}',
        "endash" => '\u{2013}',
        "lquote" => '\u{2018}',
        "rquote" => '\u{2019}',
        "ldblquote" => '\u{201c}',
        "rdblquote" => '\u{201d}',
        "bullet" => '•',
        "emspace" => '\u{2003}',
        "enspace" => '\u{2002}',
        "qmspace" => '\u{2005}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_decides_and_the_file_does_where_it_does_not() {
        let mut fonts = Fonts::default();
        assert_eq!(fonts.encoding(None), (GB18030, true));
        fonts.file = of_code_page(1252);
        fonts.current = 3;
        fonts.define(|font| font.encoding = of_font(134));
        assert_eq!(fonts.encoding(Some(3)), (GB18030, false));
        assert_eq!(fonts.encoding(Some(0)).0.name(), "windows-1252");
    }
}
