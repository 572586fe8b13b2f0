//! The streams of an OLE compound file.
//!
//! Comes in: bytes. Goes out: streams by name. Knows sectors and sizes, not what a stream means.

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::bytes::{offset_at, u16_at, u32_at};
use crate::read::{Limit, Limits, ReadError};
use crate::text::Words;

/// The first bytes of every compound file.
pub(super) const MAGIC: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

const FREE: u32 = 0xffff_ffff;
const LAST_SECTOR: u32 = 0xffff_fffa;

/// An opened file.
pub(super) struct Ole<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
    size: u64,
}

impl<'a> Ole<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        check_allocation(bytes)
            .ok_or_else(|| corrupt(("扇区表超出文件", "the list of sectors is larger than the file")))?;
        // The library refuses sectors that belong to two chains, and so every loop.
        let file = CompoundFile::open(Cursor::new(bytes))
            .map_err(|e| corrupt(("复合文件的目录或扇区链", e.to_string())))?;
        Ok(Ole { file, size: bytes.len() as u64 })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.file.is_stream(name)
    }

    /// A whole stream; `None` when there is none of this name.
    pub(super) fn stream(&mut self, name: &str, limits: &Limits) -> Result<Option<Vec<u8>>, ReadError> {
        if !self.has(name) {
            return Ok(None);
        }
        let stream = self.file.open_stream(name).map_err(|e| fault(name, &e))?;
        if stream.len() > self.size {
            return Err(corrupt((
                format!("数据流 {name} 的长度超出文件"),
                format!("stream {name} is longer than the file"),
            )));
        }
        limits.check(Limit::PartBytes, "doc", stream.len())?;
        let mut out = Vec::with_capacity(stream.len() as usize);
        stream.take(self.size).read_to_end(&mut out).map_err(|e| fault(name, &e))?;
        Ok(Some(out))
    }
}

fn fault(name: &str, error: &std::io::Error) -> ReadError {
    corrupt((format!("数据流 {name}"), format!("stream {name} ({error})")))
}

fn corrupt(what: impl Into<Words>) -> ReadError {
    ReadError::corrupt("doc", what)
}

/// Whether the list of table sectors fits into the file. The library loads all tables before it compares
/// their size, so a small file could ask for gigabytes.
fn check_allocation(bytes: &[u8]) -> Option<()> {
    let size = 1usize.checked_shl(u32::from(u16_at(bytes, 0x1e)?)).filter(|s| matches!(s, 512 | 4096))?;
    let sectors = bytes.len() / size;
    let mut tables = (0..109).filter(|i| u32_at(bytes, 0x4c + 4 * i).is_some_and(|s| s != FREE)).count();
    let mut next = u32_at(bytes, 0x44)?;
    for _ in 0..=sectors {
        if next >= LAST_SECTOR || tables > sectors {
            break;
        }
        let start = (next as usize).checked_add(1)?.checked_mul(size)?;
        let sector = bytes.get(start..start.checked_add(size)?)?;
        tables += sector.chunks_exact(4).rev().skip(1).filter(|s| *s != FREE.to_le_bytes()).count();
        next = offset_at(sector, size - 4)? as u32;
    }
    (tables <= sectors).then_some(())
}
