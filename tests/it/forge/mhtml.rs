//! Web pages saved as one file.

use std::fmt::Write;

/// How the page is written into the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Transfer {
    QuotedPrintable,
    Base64,
}

/// A message whose first part is a style sheet and whose second is the page.
pub(crate) fn message(page: &[u8], charset: &str, transfer: Transfer) -> Vec<u8> {
    let (name, body) = match transfer {
        Transfer::QuotedPrintable => ("quoted-printable", quoted_printable(page)),
        Transfer::Base64 => ("base64", base64(page)),
    };
    format!(
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--=_x\"\r\n\r\n\
         ----=_x\r\nContent-Type: text/css\r\n\r\n.a{{}}\r\n----=_x\r\nContent-Type: text/html; charset=\"{charset}\"\r\n\
         Content-Transfer-Encoding: {name}\r\n\r\n{body}\r\n----=_x--\r\n"
    )
    .into_bytes()
}

fn quoted_printable(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut width = 0;
    for byte in bytes {
        if width > 70 {
            out.push_str("=\r\n");
            width = 0;
        }
        if byte.is_ascii_graphic() && *byte != b'=' || *byte == b' ' {
            out.push(char::from(*byte));
            width += 1;
        } else {
            write!(out, "={byte:02X}").unwrap();
            width += 3;
        }
    }
    out
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for (n, chunk) in bytes.chunks(3).enumerate() {
        if n > 0 && n % 19 == 0 {
            out.push_str("\r\n");
        }
        let value = chunk.iter().fold(0u32, |v, b| v << 8 | u32::from(*b)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = (value >> (18 - 6 * place) & 63) as usize;
            out.push(if place <= chunk.len() { char::from(ALPHABET[digit]) } else { '=' });
        }
    }
    out
}
