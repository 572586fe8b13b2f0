//! Web pages saved as one file: a mail message whose first HTML part is the page.
//!
//! Comes in: bytes. Goes out: what the HTML reader makes of that part. Pictures and styles in other parts are
//! not looked at.

use encoding_rs::Encoding;

use super::{About, Input, Limit, Limits, ReadError, Reader, html};
use crate::text::Source;

/// `.mhtml`, `.mht`.
#[derive(Debug)]
pub(super) struct Mhtml;

/// The header of a message or of one part, names in lower case.
struct Headers(Vec<(String, String)>);

/// Multiparts inside one another, at most.
const MAX_NESTING: usize = 8;

impl Reader for Mhtml {
    fn about(&self) -> About {
        About {
            format: "mhtml",
            extensions: &["mhtml", "mht"],
            keeps: "同 html;取其中第一个网页",
            loses: "同 html;其他部件",
            places: "段落(正文内序号)、单元格",
            limits: &Limit::OF_WEB_PAGES,
        }
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        let head = input.bytes.get(..16 << 10).unwrap_or(input.bytes);
        let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
        let (headers, _) = split_headers(head);
        let mail = ["mime-version", "from", "subject", "snapshot-content-location"];
        mail.iter().any(|name| headers.get(name).is_some())
            && headers.get("content-type").is_some_and(|t| {
                let t = t.trim_start().to_ascii_lowercase();
                t.starts_with("multipart/") || t.starts_with("text/html")
            })
    }

    fn read(&self, input: &Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
        let bytes = input.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input.bytes).trim_ascii_start();
        let (headers, body) = page_part(bytes).ok_or_else(|| ReadError::NoMainContent {
            what: ("存档里没有网页部件", "no web page in the archive").into(),
            attachment: None,
        })?;
        let body = transfer_decoded(&headers, body);
        let label = headers.parameter("content-type", "charset");
        let label = label.as_deref().and_then(|l| Encoding::for_label(l.as_bytes()));
        html::page(&body, label, "mhtml", limits)
    }
}

/// The first part that is HTML.
fn page_part(message: &[u8]) -> Option<(Headers, &[u8])> {
    let mut open = vec![(message, 0)];
    while let Some((part, nesting)) = open.pop() {
        let (headers, body) = split_headers(part);
        let kind = headers.get("content-type").unwrap_or("").trim_start().to_ascii_lowercase();
        if kind.starts_with("text/html") || kind.starts_with("application/xhtml") {
            return Some((headers, body));
        }
        if kind.starts_with("multipart/") && nesting < MAX_NESTING {
            let boundary = headers.parameter("content-type", "boundary")?;
            let inner = parts(body, boundary.as_bytes());
            open.extend(inner.into_iter().rev().map(|part| (part, nesting + 1)));
        }
    }
    None
}

/// What stands between the lines `--boundary`.
fn parts<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut out = Vec::new();
    let mut start = None;
    let mut at = 0;
    for line in body.split_inclusive(|&b| b == b'\n') {
        if let Some(after) = line.strip_prefix(b"--").and_then(|l| l.strip_prefix(boundary)) {
            let end = after.trim_ascii();
            if end.is_empty() || end == b"--" {
                out.extend(start.and_then(|s| body.get(s..at)));
                start = Some(at + line.len());
            }
        }
        at += line.len();
    }
    // The last part of a cut file has no end.
    out.extend(start.and_then(|s| body.get(s..)));
    out
}

/// Header lines up to the first empty line, and what follows.
fn split_headers(part: &[u8]) -> (Headers, &[u8]) {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut at = 0;
    for line in part.split_inclusive(|&b| b == b'\n') {
        at += line.len();
        let text = String::from_utf8_lossy(line);
        let text = text.trim_end();
        if text.is_empty() {
            break;
        }
        if text.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push(' ');
                value.push_str(text.trim_start());
            }
        } else if let Some((name, value)) = text.split_once(':') {
            fields.push((name.trim().to_ascii_lowercase(), value.trim().to_string()));
        } else {
            break;
        }
    }
    (Headers(fields), part.get(at..).unwrap_or(&[]))
}

impl Headers {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// A parameter of a field, such as `charset`.
    fn parameter(&self, field: &str, name: &str) -> Option<String> {
        let parameters = self.get(field)?.split(';').skip(1);
        parameters
            .filter_map(|p| p.split_once('='))
            .find(|(n, _)| n.trim().eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim().trim_matches('"').to_string())
    }
}

fn transfer_decoded(headers: &Headers, body: &[u8]) -> Vec<u8> {
    match headers.get("content-transfer-encoding").unwrap_or("").to_ascii_lowercase().as_str() {
        "quoted-printable" => quoted_printable(body),
        "base64" => base64(body),
        _ => body.to_vec(),
    }
}

/// `=E4` is a byte, `=` at the end of a line is nothing.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'=' {
            out.push(byte);
            continue;
        }
        match after {
            [b'\r', b'\n', more @ ..] | [b'\n', more @ ..] => rest = more,
            [high, low, more @ ..] => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    out.push(high << 4 | low);
                    rest = more;
                }
                _ => out.push(byte),
            },
            _ => out.push(byte),
        }
    }
    out
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|d| d as u8)
}

/// Characters outside the alphabet are skipped, the end mark ends it.
fn base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0u32);
    for &byte in body.iter().take_while(|b| **b != b'=') {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transfer_encodings_give_the_bytes_back() {
        assert_eq!(quoted_printable(b"a=3D=E4=\r\nb=\nc=Z"), b"a=\xe4bc=Z");
        assert_eq!(base64(b"5oql\r\n5ZGK"), "报告".as_bytes());
        assert_eq!(base64(b"5g=="), b"\xe6");
    }

    #[test]
    fn the_first_page_of_nested_parts_is_found() {
        let message = b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=\"a\"\r\n\r\n--a\r\n\
            Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\n\
            Content-Type: text/html; charset=gb2312\r\n\r\n<p>\r\n--b--\r\n--a--\r\n";
        let (headers, body) = page_part(message).unwrap();
        assert_eq!(headers.parameter("content-type", "charset").as_deref(), Some("gb2312"));
        assert_eq!(body, b"<p>\r\n");
    }
}
