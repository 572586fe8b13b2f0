//! Makes words that come from a report harmless where an output format would take them for something else.
//!
//! Comes in: any text. Goes out: the same words for the reader, no commands for the program that shows them.

use std::borrow::Cow;

/// Without control characters and noncharacters, which XML cannot hold and terminals obey. Tabs and line breaks become
/// blanks.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| c.is_control() || nonsense(c)) {
        return Cow::Borrowed(text);
    }
    let blank =
        |c: char| if matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}') { ' ' } else { c };
    Cow::Owned(text.chars().map(blank).filter(|c| !c.is_control() && !nonsense(*c)).collect())
}

fn nonsense(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{fdd0}'..='\u{fdef}')
}

/// Text that no spreadsheet takes for a formula: a sign at the start gets an apostrophe before it.
pub(super) fn inert(text: &str) -> Cow<'_, str> {
    let text = clean(text);
    let first = text.chars().find(|c| !c.is_whitespace());
    let signs = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '|', '%'];
    if first.is_some_and(|c| signs.contains(&c)) { Cow::Owned(format!("'{text}")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_of_every_spelling_become_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u{3000}=1", "\u{ff1d}1"] {
            assert!(inert(formula).starts_with('\''), "{formula:?}");
        }
        assert_eq!(inert("法治=善治"), "法治=善治");
    }

    #[test]
    fn control_characters_are_dropped_and_breaks_become_blanks() {
        assert_eq!(clean("a\u{1b}[31m\u{0}b\r\nc"), "a[31mb  c");
    }
}
