//! Characters of a paragraph to displayed text.
//!
//! Comes in: UTF-16 units with their looks. Goes out: text in which field codes, deleted and hidden words are
//! gone. Fields may reach over several paragraphs.

use super::document::{Look, Revision};

/// Signs that Word gives a meaning.
const FIELD_BEGIN: u16 = 0x13;
const FIELD_RESULT: u16 = 0x14;
const FIELD_END: u16 = 0x15;
const LINE_BREAK: u16 = 0x0b;
const PAGE_BREAK: u16 = 0x0c;
const COLUMN_BREAK: u16 = 0x0e;
const PICTURE: u16 = 0x01;
const DRAWING: u16 = 0x08;
const HYPHEN: u16 = 0x1e;

/// Instructions that make a number and keep no result.
const COUNTERS: [&str; 3] = ["AUTONUM", "LISTNUM", "AUTOTEXTLIST"];
/// Fields inside one another, at most.
const MAX_NESTING: usize = 64;
/// Longest instruction that is kept.
const MAX_INSTRUCTION: usize = 256;

/// What was met on the way.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each of which becomes a warning")]
pub(super) struct Met {
    pub(super) changes: bool,
    pub(super) hidden: bool,
    pub(super) pictures: bool,
    /// A field that shows a number which the file does not hold.
    pub(super) counters: bool,
}

#[derive(Debug, Default)]
struct Field {
    instruction: Vec<u16>,
    in_result: bool,
}

/// The text that is being collected.
#[derive(Debug, Default)]
pub(super) struct Words {
    units: Vec<u16>,
    fields: Vec<Field>,
    /// Open fields whose code is being read, and fields nested too deep to be looked at.
    in_code: usize,
    too_deep: usize,
    pub(super) met: Met,
}

impl Words {
    /// Add a character.
    pub(super) fn push(&mut self, unit: u16, look: Look) {
        self.met.changes |= look.revision != Revision::None;
        if look.revision == Revision::Deleted {
            return;
        }
        match unit {
            FIELD_BEGIN => self.begin_field(),
            FIELD_RESULT => self.begin_result(),
            FIELD_END => self.end_field(),
            _ if self.in_code + self.too_deep > 0 => self.instruct(unit),
            _ if look.hidden => self.met.hidden |= unit > 0x20,
            PICTURE | DRAWING => self.met.pictures = true,
            LINE_BREAK => self.units.push(u16::from(b'\n')),
            // An empty line always begins a paragraph.
            PAGE_BREAK => self.units.extend([u16::from(b'\n'); 2]),
            COLUMN_BREAK | 0xa0 => self.units.push(u16::from(b' ')),
            HYPHEN => self.units.push(u16::from(b'-')),
            // Signs of symbol fonts have no meaning without the font.
            _ if look.symbol => {}
            0x09 | 0x20.. => self.units.push(unit),
            _ => {}
        }
    }

    fn begin_field(&mut self) {
        if self.fields.len() < MAX_NESTING {
            self.fields.push(Field::default());
            self.in_code += 1;
        } else {
            self.too_deep += 1;
        }
    }

    fn begin_result(&mut self) {
        if let Some(field) = self.fields.last_mut().filter(|f| !f.in_result && self.too_deep == 0) {
            field.in_result = true;
            self.in_code -= 1;
        }
    }

    fn instruct(&mut self, unit: u16) {
        if let Some(field) = self.fields.last_mut().filter(|f| f.instruction.len() < MAX_INSTRUCTION) {
            field.instruction.push(unit);
        }
    }

    fn end_field(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let Some(field) = self.fields.pop() else { return };
        self.in_code -= usize::from(!field.in_result);
        let instruction = String::from_utf16_lossy(&field.instruction);
        let word = instruction.split_whitespace().next().unwrap_or("").to_ascii_uppercase();
        self.met.counters |= COUNTERS.iter().any(|c| word.starts_with(c));
        if self.in_code == 0 && !field.in_result && word == "EQ" {
            self.units.extend(overlaid(&instruction).unwrap_or("").encode_utf16());
        }
    }

    /// The text so far.
    pub(super) fn take(&mut self) -> String {
        let text = String::from_utf16_lossy(&self.units);
        self.units.clear();
        text
    }
}

/// The last of the characters that an equation sets over one another: the word under its reading, the number
/// in its circle.
fn overlaid(instruction: &str) -> Option<&str> {
    let (_, arguments) = instruction.split_once("\\o").or_else(|| instruction.split_once("\\O"))?;
    let (_, last) = arguments.rsplit_once([',', ';'])?;
    Some(last.trim().trim_end_matches(')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> (String, Met) {
        let mut words = Words::default();
        text.encode_utf16().for_each(|unit| words.push(unit, Look::default()));
        (words.take(), words.met)
    }

    #[test]
    fn field_codes_go_and_results_stay() {
        assert_eq!(shown("见\u{13} HYPERLINK \"a\" \u{14}条\u{13}PAGE\u{15}例\u{15}。").0, "见条例。");
        assert_eq!(shown("\u{13}EQ \\o\\ad(\\s\\up 9(fa),法)\u{15}治").0, "法治");
        assert!(shown("\u{13} AUTONUM \u{15}甲").1.counters);
    }

    #[test]
    fn deleted_and_hidden_words_go() {
        let mut words = Words::default();
        words.push(0x4e00, Look { revision: Revision::Deleted, ..Look::default() });
        words.push(0x4e8c, Look { hidden: true, ..Look::default() });
        words.push(0x4e09, Look { revision: Revision::Inserted, ..Look::default() });
        assert_eq!(words.take(), "三");
        assert!(words.met.changes && words.met.hidden);
    }
}
