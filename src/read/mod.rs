//! Bytes of a file to [`Source`]: one reader per format, chosen by content.
//!
//! Comes in: a name, bytes and limits. Goes out: text with paragraphs and origins, or a [`ReadError`]
//! that names the format and the cause. The only stage that can fail.

mod archive;
mod cells;
pub(crate) mod container;
mod decode;
mod doc;
pub(crate) mod docx;
mod draft;
mod epub;
mod error;
mod html;
mod layout;
mod limits;
mod markdown;
mod mhtml;
mod notices;
mod numerals;
mod odt;
mod ofd;
mod package;
mod paragraphs;
mod pdf;
mod plain;
mod rtf;
mod segments;
pub(crate) mod xml;
mod xml_bytes;

pub use archive::{Entry, archive};
pub use doc::OLD_WORD;
pub use error::{ErrorKind, ReadError};
pub use limits::{Limit, Limits};

use crate::text::{Fixed, Source};

/// One file as it was handed over.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Name or path, for the extension and for messages.
    pub name: &'a str,
    /// The bytes.
    pub bytes: &'a [u8],
}

impl Input<'_> {
    /// The extension in lower case, without dot; empty when there is none.
    pub fn extension(&self) -> String {
        let name = self.name.rsplit(['/', '\\']).next().unwrap_or("");
        name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default()
    }
}

/// What a format is called, and what reading it keeps and loses. The formats page of the docs is made of these.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// The word used in results and for `--input`.
    pub format: &'static str,
    /// Usual extensions.
    pub extensions: &'static [&'static str],
    /// What is kept (Chinese).
    pub keeps: &'static str,
    /// What is lost or left out (Chinese).
    pub loses: &'static str,
    /// The places a finding can name (Chinese).
    pub places: &'static str,
    /// The limits that can stop it, besides that on the size of the file.
    pub limits: &'static [Limit],
}

/// A file format.
pub trait Reader: Sync {
    /// Name, extensions, and what is kept.
    fn about(&self) -> About;
    /// Whether these bytes are this format, judged by content. The extension may only break a tie.
    fn recognises(&self, input: &Input<'_>) -> bool;
    /// The text, or why there is none.
    fn read(&self, input: &Input<'_>, limits: &Limits) -> Result<Source, ReadError>;
}

/// All formats, in the order in which they are asked. The last one takes whatever is text.
pub static READERS: &[&dyn Reader] = &[
    &pdf::Pdf,
    &rtf::Rtf,
    &docx::Docx,
    &odt::Odt,
    &ofd::Ofd,
    &epub::Epub,
    &doc::Doc,
    &mhtml::Mhtml,
    &html::Html,
    &markdown::Markdown,
    &plain::Plain,
];

/// Read one file with the first reader that recognises it.
pub fn read(input: Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
    let format = "file";
    limits.check(Limit::Bytes, format, input.bytes.len() as u64)?;
    if input.bytes.is_empty() {
        return Err(ReadError::Empty { format });
    }
    if let Some(error) = package::refusal(input.bytes, limits) {
        return Err(error);
    }
    for reader in READERS {
        if reader.recognises(&input) {
            let source = reader.read(&input, limits)?;
            if source.blocks().is_empty() {
                return Err(ReadError::Empty { format: reader.about().format });
            }
            return Ok(source);
        }
    }
    Err(ReadError::unsupported(unknown(input.bytes)))
}

/// The format that an input really has, judged by content; `None` when no reader takes it.
pub fn format_of(input: &Input<'_>) -> Option<&'static str> {
    READERS.iter().find(|r| r.recognises(input)).map(|r| r.about().format)
}

/// A word for content that no reader takes.
fn unknown(bytes: &[u8]) -> Fixed {
    const TIFF: Fixed = ("TIFF 图像", "a TIFF picture");
    const PROGRAM: Fixed = ("程序", "a program");
    const MAGIC: &[(&[u8], Fixed)] = &[
        (b"\x89PNG", ("PNG 图像", "a PNG picture")),
        (b"\xff\xd8\xff", ("JPEG 图像", "a JPEG picture")),
        (b"GIF8", ("GIF 图像", "a GIF picture")),
        (b"BM", ("BMP 图像", "a BMP picture")),
        (b"II*\0", TIFF),
        (b"MM\0*", TIFF),
        (b"Rar!", ("RAR 压缩包", "a RAR archive")),
        (b"7z\xbc\xaf", ("7z 压缩包", "a 7z archive")),
        (b"\x1f\x8b", ("gzip 压缩文件", "a gzip archive")),
        (b"\x7fELF", PROGRAM),
        (b"MZ", PROGRAM),
    ];
    let known = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    known.map_or(("二进制数据", "binary data"), |(_, word)| *word)
}
