//! The package: parts taken out, put back and added, all others copied as they are packed.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{DateTime, ZipArchive};

use super::{FORMAT, Part, Unmarked};
use crate::read::Limits;
use crate::read::container::Container;

/// Where signatures are kept.
const SIGNATURES: &str = "_xmlsignatures/";

/// A package being changed.
pub(super) struct Package<'a> {
    bytes: &'a [u8],
    parts: Container<'a>,
    /// Changed parts by their place in the package.
    changed: BTreeMap<usize, Vec<u8>>,
    added: Vec<Part>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Package<'a>, Unmarked> {
        if !bytes.starts_with(b"PK") {
            return Err(Unmarked::Flat);
        }
        let parts = Container::open(bytes, FORMAT, limits)?;
        if parts.doubled().is_some() {
            return Err(Unmarked::Doubled);
        }
        if parts.names().any(|name| name.starts_with(SIGNATURES)) {
            return Err(Unmarked::Signed);
        }
        Ok(Package { bytes, parts, changed: BTreeMap::new(), added: Vec::new() })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.index(name).is_some()
    }

    /// A part, if it is there; it must be possible to write it back as it was.
    pub(super) fn take(&mut self, name: &str) -> Result<Option<Part>, Unmarked> {
        let Some(bytes) = self.parts.part(name)? else { return Ok(None) };
        let part = Part::new(name, bytes)?;
        if part.survives() { Ok(Some(part)) } else { Err(Unmarked::Encoding { part: part.name }) }
    }

    /// A part that has to be there.
    pub(super) fn must(&mut self, name: &str) -> Result<Part, Unmarked> {
        self.take(name)?.ok_or_else(|| Unmarked::Package { why: name.to_string() })
    }

    /// Put a part back, or add it.
    pub(super) fn put(&mut self, part: Part) {
        match self.parts.index(&part.name) {
            Some(index) => drop(self.changed.insert(index, part.bytes())),
            None => self.added.push(part),
        }
    }

    /// The bytes of the package, its parts in their old order.
    pub(super) fn pack(self) -> Result<Vec<u8>, Unmarked> {
        self.write().map_err(|error| Unmarked::Package { why: error.to_string() })
    }

    fn write(self) -> Result<Vec<u8>, ZipError> {
        let mut old = ZipArchive::new(Cursor::new(self.bytes))?;
        let mut new = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len() + 4096)));
        let mut time = DateTime::default();
        for index in 0..old.len() {
            let entry = old.by_index_raw(index)?;
            match self.changed.get(&index) {
                None => new.raw_copy_file(entry)?,
                Some(bytes) => {
                    time = entry.last_modified().unwrap_or(time);
                    let name = entry.name()?.into_owned();
                    new.start_file(name, entry.options())?;
                    new.write_all(bytes)?;
                }
            }
        }
        for part in &self.added {
            new.start_file(&part.name, SimpleFileOptions::default().last_modified_time(time))?;
            new.write_all(&part.bytes())?;
        }
        new.set_raw_comment(old.comment().into())?;
        Ok(new.finish()?.into_inner())
    }
}
