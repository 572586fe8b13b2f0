//! What every page begins and ends with: one file that loads nothing and runs nothing.

use std::io::{self, Write};

use super::tags::esc;
use crate::text::Lang;
use crate::write::Style;

const CSS: &str = include_str!("style.css");

/// Nothing may be loaded, nothing may run.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/// Everything before the content of a page.
pub(in crate::write) fn begin(title: &str, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let lang = match style.lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    write!(
        out,
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{CSS}</style>\n</head>\n<body>\n<main>\n",
        esc(title)
    )
}

/// Everything after it.
pub(in crate::write) fn end(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"</main>\n</body>\n</html>\n")
}
