//! Zip packages: parts by name, every limit counted while inflating.
//!
//! Comes in: bytes and limits. Goes out: unpacked parts. Nothing is written anywhere, so a name that points
//! outside the package is only a name that no part refers to. Knows no document format.

use std::collections::HashMap;
use std::fmt::Display;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{Limit, Limits, ReadError};
use crate::text::Warning;

/// Unpacked bytes from which the ratio of a part is looked at: short parts of one repeated word are honest.
const RATIO_FROM: u64 = 1 << 20;

/// An open package.
pub(crate) struct Container<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Names in lower case with forward slashes, and which entry each is.
    names: HashMap<String, usize>,
    format: &'static str,
    limits: &'a Limits,
    unpacked: u64,
}

impl<'a> Container<'a> {
    /// Read the list of entries.
    pub(crate) fn open(
        bytes: &'a [u8],
        format: &'static str,
        limits: &'a Limits,
    ) -> Result<Container<'a>, ReadError> {
        check_entry_counts(bytes, format, limits)?;
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|e| fault(&e, format, ("压缩包目录", "list of entries")))?;
        limits.check(Limit::Entries, format, archive.len() as u64)?;
        let mut names = HashMap::with_capacity(archive.len());
        for index in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(index) {
                names.entry(normal(&name)).or_insert(index);
            }
        }
        Ok(Container { archive, names, format, limits, unpacked: 0 })
    }

    /// Whether there is a part of this name; case and the kind of slash do not matter.
    pub(super) fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// Which entry of the package a part is.
    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        self.names.get(&normal(name)).copied()
    }

    /// The names of all parts, in lower case, in no order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// The bytes of a part; `None` when there is none.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(index) = self.index(name) else { return Ok(None) };
        self.inflate(index, name).map(Some)
    }

    /// The entries that are files, in the order of the package: index, and name as its writer saw it.
    pub(super) fn files(&mut self) -> Vec<(usize, String)> {
        let mut out = Vec::new();
        for index in 0..self.archive.len() {
            let Ok(entry) = self.archive.by_index_data(index) else { continue };
            if !entry.is_dir() {
                let decoded = entry.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
                out.push((index, written_name(entry.name_raw(), &decoded)));
            }
        }
        out
    }

    /// The bytes of an entry.
    pub(super) fn inflate(&mut self, index: usize, name: &str) -> Result<Vec<u8>, ReadError> {
        let format = self.format;
        if self.archive.by_index_data(index).is_ok_and(|entry| entry.encrypted()) {
            return Err(ReadError::Encrypted { format });
        }
        let mut entry = self.archive.by_index(index).map_err(|e| fault(&e, format, (name, name)))?;
        let packed = entry.compressed_size().max(1);
        let mut out = Vec::new();
        let mut chunk = vec![0; 64 << 10];
        loop {
            let read = entry.read(&mut chunk).map_err(|e| fault(&e, format, (name, name)))?;
            if read == 0 {
                return Ok(out);
            }
            out.extend_from_slice(chunk.get(..read).unwrap_or(&[]));
            self.unpacked += read as u64;
            let size = out.len() as u64;
            self.limits.check(Limit::PartBytes, format, size)?;
            self.limits.check(Limit::UnpackedBytes, format, self.unpacked)?;
            if size > RATIO_FROM {
                self.limits.check(Limit::Ratio, format, size / packed)?;
            }
        }
    }

    /// What to say about a package in which two entries have one name.
    pub(crate) fn doubled(&self) -> Option<Warning> {
        self.archive.has_duplicate_names().then(|| {
            Warning::new(
                "duplicate_part",
                "压缩包里有同名部件,只读了最后一个;其他软件显示的内容可能不同",
                "two entries of the package have one name; the last one was read, other programs may show another",
            )
        })
    }
}

/// The name of an entry: packers on Chinese systems write GBK without saying so.
fn written_name(raw: &[u8], decoded: &str) -> String {
    if std::str::from_utf8(raw).is_ok() {
        return decoded.replace('\\', "/");
    }
    encoding_rs::GB18030.decode(raw).0.replace('\\', "/")
}

/// A name as it is compared.
fn normal(name: &str) -> String {
    let name = name.replace('\\', "/").to_lowercase();
    name.trim_start_matches("./").trim_start_matches('/').to_string()
}

/// The part that `target` names, seen from the part `from`; `None` when it lies outside the package.
pub(super) fn resolve(from: &str, target: &str) -> Option<String> {
    let target = target.replace('\\', "/");
    let mut path: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        path.extend(from.split('/').filter(|s| !s.is_empty()));
        path.pop();
    }
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()?),
            _ => path.push(step),
        }
    }
    Some(path.join("/"))
}

/// Refuse a package that claims too many entries, before the list of them is built.
fn check_entry_counts(bytes: &[u8], format: &'static str, limits: &Limits) -> Result<(), ReadError> {
    // The end record stands before a comment of at most 64 KiB; its wide form may stand anywhere before the
    // locator that goes with it.
    let tail = bytes.get(bytes.len().saturating_sub(70 << 10)..).unwrap_or(bytes);
    for (at, _) in tail.windows(4).enumerate().filter(|(_, w)| *w == b"PK\x05\x06") {
        let count = tail.get(at + 10..).and_then(<[u8]>::first_chunk).map_or(0, |c| u16::from_le_bytes(*c));
        if count != u16::MAX {
            limits.check(Limit::Entries, format, u64::from(count))?;
        }
    }
    if !tail.windows(4).any(|w| w == b"PK\x06\x07") {
        return Ok(());
    }
    for (at, _) in bytes.windows(4).enumerate().filter(|(_, w)| *w == b"PK\x06\x06") {
        let count = bytes.get(at + 32..).and_then(<[u8]>::first_chunk).map_or(0, |c| u64::from_le_bytes(*c));
        limits.check(Limit::Entries, format, count)?;
    }
    Ok(())
}

fn fault(error: &impl Display, format: &'static str, (zh, en): (&str, &str)) -> ReadError {
    ReadError::corrupt(format, (format!("{zh}(不能解压)"), format!("{en} ({error})")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn pack(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn part(bytes: &[u8], name: &str, limits: &Limits) -> Result<Option<Vec<u8>>, ReadError> {
        Container::open(bytes, "zip", limits)?.part(name)
    }

    #[test]
    fn names_match_whatever_their_case_and_slashes() {
        let bytes = pack(&[("Doc_0\\Document.xml", b"x"), ("../outside.xml", b"y")]);
        let limits = Limits::default();
        assert_eq!(part(&bytes, "doc_0/document.XML", &limits), Ok(Some(b"x".to_vec())));
        assert_eq!(part(&bytes, "outside.xml", &limits), Ok(None));
    }

    #[test]
    fn paths_stay_inside_the_package() {
        assert_eq!(resolve("Doc_0/Document.xml", "Pages/P.xml").as_deref(), Some("Doc_0/Pages/P.xml"));
        assert_eq!(resolve("Doc_0/Document.xml", "/Doc_1/D.xml").as_deref(), Some("Doc_1/D.xml"));
        assert_eq!(resolve("a/b/c.xml", "..\\d.xml").as_deref(), Some("a/d.xml"));
        assert_eq!(resolve("a/b.xml", "../../etc/passwd"), None);
    }

    #[test]
    fn limits_are_counted_while_inflating() {
        let bytes = pack(&[("a", &[b'a'; 5000]), ("b", &vec![0; 3 << 20])]);
        let limits = Limits::default();
        assert!(matches!(part(&bytes, "b", &limits), Err(ReadError::Limit { limit: Limit::Ratio, .. })));
        for (limit, value) in [(Limit::PartBytes, 4999), (Limit::UnpackedBytes, 4999), (Limit::Entries, 1)] {
            let mut limits = Limits::default();
            limits.lower(limit, value);
            let error = part(&bytes, "a", &limits).unwrap_err();
            assert_eq!(error, ReadError::Limit { format: "zip", limit, allowed: value });
        }
    }

    #[test]
    fn a_cut_package_is_corrupt() {
        let bytes = pack(&[("a", &[b'a'; 5000])]);
        let cut = &bytes[..bytes.len() - 30];
        assert_eq!(part(cut, "a", &Limits::default()).unwrap_err().kind().word(), "corrupt");
    }

    #[test]
    fn an_entry_count_that_lies_is_refused_before_memory_is_taken() {
        let mut bytes = pack(&[("a", b"x")]);
        let end = bytes.len() - 22;
        bytes[end + 10..end + 12].copy_from_slice(&60_000u16.to_le_bytes());
        assert_eq!(part(&bytes, "a", &Limits::default()).unwrap_err().kind().word(), "limit_exceeded");
    }
}
