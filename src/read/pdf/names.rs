//! Names of glyphs that stand in Chinese reports: letters, digits, punctuation. The rest has `uniXXXX` names.

/// The character of a glyph name.
pub(super) fn char(name: &str) -> Option<char> {
    // A suffix only says which drawing of the character is meant.
    let name = name.split('.').next().filter(|n| !n.is_empty())?;
    let mut letters = name.chars();
    if let (Some(c), None) = (letters.next(), letters.next()) {
        return Some(c);
    }
    if let Some((_, c)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*c);
    }
    let hex = name
        .strip_prefix("uni")
        .filter(|h| h.len() == 4)
        .or_else(|| name.strip_prefix('u').filter(|h| (4..=6).contains(&h.len())))?;
    u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)
}

/// Adobe's standard encoding.
pub(super) fn standard(code: u8) -> Option<char> {
    match code {
        b'\'' => Some('\u{2019}'),
        b'`' => Some('\u{2018}'),
        0x20..=0x7e => Some(char::from(code)),
        0xa1 => Some('¡'),
        0xa2 => Some('¢'),
        0xa3 => Some('£'),
        0xa5 => Some('¥'),
        0xa7 => Some('§'),
        0xaa => Some('\u{201c}'),
        0xab => Some('«'),
        0xb1 => Some('\u{2013}'),
        0xb4 => Some('·'),
        0xb7 => Some('•'),
        0xba => Some('\u{201d}'),
        0xbb => Some('»'),
        0xbc => Some('…'),
        0xbd => Some('‰'),
        0xd0 => Some('\u{2014}'),
        _ => None,
    }
}

const NAMES: &[(&str, char)] = &[
    ("space", ' '),
    ("nbspace", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '-'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("quoteleft", '\u{2018}'),
    ("quoteright", '\u{2019}'),
    ("quotedblleft", '\u{201c}'),
    ("quotedblright", '\u{201d}'),
    ("endash", '\u{2013}'),
    ("emdash", '\u{2014}'),
    ("bullet", '•'),
    ("ellipsis", '…'),
    ("perthousand", '‰'),
    ("periodcentered", '·'),
    ("degree", '°'),
    ("multiply", '×'),
    ("divide", '÷'),
    ("plusminus", '±'),
    ("section", '§'),
    ("yen", '¥'),
    ("fi", '\u{fb01}'),
    ("fl", '\u{fb02}'),
    ("ff", '\u{fb00}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_kind_are_known() {
        let known = ["A", "seven", "uni4E00", "u20BB7", "one.oldstyle", "parenleft"].map(char);
        assert_eq!(known, [Some('A'), Some('7'), Some('一'), Some('\u{20bb7}'), Some('1'), Some('(')]);
        assert_eq!([char("g27"), char(".notdef"), char("uniD800")], [None, None, None]);
    }
}
