//! Which document a zip package holds, told by the parts inside.
//!
//! Comes in: bytes. Goes out: the kind of package. Reads no text.

use super::container::Container;
use super::{Limits, ReadError, xml};
use crate::text::Fixed;

/// What a zip package is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Package {
    /// Word, with or without macros.
    Docx,
    /// OpenDocument text.
    Odt,
    /// GB/T 33190.
    Ofd,
    /// An electronic book.
    Epub,
    /// Something that is not read, by name.
    Other(Fixed),
}

/// The kind of a zip package; `None` for bytes that are none.
pub(super) fn kind(bytes: &[u8]) -> Option<Package> {
    const MAGIC: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"];
    if !MAGIC.iter().any(|magic| bytes.starts_with(magic)) {
        return None;
    }
    let limits = Limits::default();
    match Container::open(bytes, "zip", &limits) {
        Ok(mut zip) => Some(by_parts(&mut zip)),
        Err(_) => Some(by_local_headers(bytes)),
    }
}

/// Whether bytes are a zip archive that is no document.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    kind(bytes) == Some(Package::Other(ARCHIVE))
}

/// A zip that is no document.
const ARCHIVE: Fixed = ("ZIP 压缩包", "a ZIP archive");

const NO_TEXT_DOCUMENT: Fixed =
    ("不是文字文档的 OpenDocument 文件", "an OpenDocument file that is not a text document");

/// The error for a package that no reader takes; `None` for everything else.
pub(super) fn refusal(bytes: &[u8], limits: &Limits) -> Option<ReadError> {
    let Package::Other(found) = kind(bytes)? else { return None };
    let broken = Container::open(bytes, "zip", limits).err();
    Some(broken.unwrap_or(ReadError::unsupported(found)))
}

fn by_parts(zip: &mut Container<'_>) -> Package {
    if zip.has("OFD.xml") || is_encrypted_ofd(zip) {
        return Package::Ofd;
    }
    let mut text = |name: &str| {
        let bytes = zip.part(name).ok().flatten().unwrap_or_default();
        xml::decode(bytes, name, "zip").unwrap_or_default()
    };
    let mime = text("mimetype");
    match mime.trim() {
        "application/epub+zip" => return Package::Epub,
        m if m.starts_with("application/vnd.oasis.opendocument.text") => return Package::Odt,
        m if m.starts_with("application/vnd.oasis.opendocument") => {
            return Package::Other(NO_TEXT_DOCUMENT);
        }
        _ => {}
    }
    let types = text("[Content_Types].xml").to_lowercase();
    // Embedded documents are named too; only the main part has ".main".
    let main = ["wordprocessingml.document.main", "wordprocessingml.template.main", "ms-word."];
    if main.iter().any(|kind| types.contains(kind)) {
        return Package::Docx;
    }
    let manifest = text("META-INF/manifest.xml");
    let folder = |name: &str| zip.names().any(|n| n.starts_with(name));
    if manifest.contains("opendocument.text") {
        Package::Odt
    } else if folder("xl/") {
        Package::Other(("XLSX 工作簿", "an XLSX workbook"))
    } else if folder("ppt/") {
        Package::Other(("PPTX 演示文稿", "PPTX slides"))
    } else if folder("word/document") {
        Package::Docx
    } else if zip.has("META-INF/container.xml") {
        Package::Epub
    } else {
        Package::Other(ARCHIVE)
    }
}

/// An encrypted OFD package: GM/T 0099 gives fixed names to the parts that tell how to decrypt it.
pub(super) fn is_encrypted_ofd(zip: &Container<'_>) -> bool {
    const MARKS: [&str; 3] = ["encryptions.xml", "decryptseed", "encryptentries"];
    zip.names()
        .any(|name| MARKS.iter().any(|mark| name.rsplit('/').next().is_some_and(|n| n.starts_with(mark))))
}

/// A package whose list of entries is lost: the names still stand before each entry.
fn by_local_headers(bytes: &[u8]) -> Package {
    let head = |length: usize| bytes.get(..length).unwrap_or(bytes);
    let holds = |name: &[u8]| head(1 << 20).windows(name.len()).any(|w| w.eq_ignore_ascii_case(name));
    let near_start = |name: &[u8]| head(200).windows(name.len()).any(|w| w == name);
    if near_start(b"application/vnd.oasis.opendocument.text") {
        Package::Odt
    } else if near_start(b"application/epub+zip") {
        Package::Epub
    } else if holds(b"OFD.xml") {
        Package::Ofd
    } else if holds(b"word/document") || holds(b"word/_rels") {
        Package::Docx
    } else {
        Package::Other(ARCHIVE)
    }
}
