//! A zip archive of reports: the files inside, to be read one by one.
//!
//! Comes in: bytes and limits. Goes out: names and bytes of the files, or the error of each. An archive inside an
//! archive is not opened. Nothing is written anywhere.

use super::container::Container;
use super::{Limits, ReadError, package};

/// A file of an archive.
#[derive(Debug)]
pub struct Entry {
    /// Its path inside the archive.
    pub name: String,
    /// Its bytes, or why it has none.
    pub bytes: Result<Vec<u8>, ReadError>,
}

/// The files of an archive; `None` for bytes that are no plain archive.
pub fn archive(bytes: &[u8], limits: &Limits) -> Option<Result<Vec<Entry>, ReadError>> {
    package::is_archive(bytes).then(|| entries(bytes, limits))
}

fn entries(bytes: &[u8], limits: &Limits) -> Result<Vec<Entry>, ReadError> {
    let mut zip = Container::open(bytes, "zip", limits)?;
    let files = zip.files().into_iter().filter(|(_, name)| !is_furniture(name));
    let mut out = Vec::new();
    for (index, name) in files.collect::<Vec<_>>() {
        let bytes = zip.inflate(index, &name);
        out.push(Entry { name, bytes });
    }
    Ok(out)
}

/// What packers add by themselves.
fn is_furniture(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or("");
    name.starts_with("__MACOSX/") || last.starts_with('.') || last == "Thumbs.db" || last == "desktop.ini"
}
