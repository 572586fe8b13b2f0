//! RTF files: headings by style, and characters in either of the two ways that writers have.

use std::fmt::Write as _;

use super::Report;

/// How characters beyond ASCII are written.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Coding {
    /// `\u27861?`
    Unicode,
    /// `\'b7\'a8`
    Gbk,
}

/// A report.
pub(crate) fn report(paragraphs: Report<'_>, coding: Coding) -> Vec<u8> {
    let mut out = String::from(
        "{\\rtf1\\ansi\\ansicpg936\\deff0\\uc1{\\fonttbl{\\f0\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}}\n\
         {\\stylesheet{\\s0 Normal;}",
    );
    for level in 1..=3 {
        write!(out, "{{\\s{level}\\sbasedon0\\outlinelevel{} heading {level};}}", level - 1).unwrap();
    }
    out.push_str("}\n{\\header\\pard \\u39029?\\u30473?\\par}\n");
    for (level, text) in paragraphs {
        write!(out, "\\pard\\plain\\s{}\\f0 ", level.unwrap_or(0)).unwrap();
        for c in text.chars() {
            push(&mut out, c, coding);
        }
        out.push_str("\\par\n");
    }
    out.push('}');
    out.into_bytes()
}

fn push(out: &mut String, c: char, coding: Coding) {
    match (c, coding) {
        ('\\' | '{' | '}', _) => {
            out.push('\\');
            out.push(c);
        }
        (' '..='~', _) => out.push(c),
        (_, Coding::Gbk) => {
            for byte in encoding_rs::GBK.encode(&c.to_string()).0.iter() {
                write!(out, "\\'{byte:02x}").unwrap();
            }
        }
        (_, Coding::Unicode) => {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                write!(out, "\\u{}?", unit.cast_signed()).unwrap();
            }
        }
    }
}
