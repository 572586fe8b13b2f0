//! Which files a run is about, and their bytes.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::read::{Limit, Limits, READERS, ReadError};

/// A file of the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Path as shown, with `/`.
    pub(super) path: String,
    /// Where its bytes are.
    pub(super) place: Place,
}

/// Where bytes come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

/// Files to read, and files in folders that were left out because their extension is of no format.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub(super) found: Vec<Found>,
    pub(super) skipped: Vec<String>,
    pub(super) missing: Vec<(String, ReadError)>,
}

/// List the files of paths: a file is taken as it is, a folder is walked in sorted order.
pub(super) fn list(paths: &[String]) -> Listing {
    let mut out = Listing::default();
    for path in paths {
        if path == "-" {
            out.found.push(Found { path: "-".to_string(), place: Place::Stdin });
            continue;
        }
        let place = PathBuf::from(path);
        match std::fs::metadata(&place) {
            Ok(meta) if meta.is_dir() => walk(&place, &mut out),
            Ok(_) => out.found.push(Found { path: shown(&place), place: Place::File(place) }),
            Err(error) => out.missing.push((shown(&place), fault(&error))),
        }
    }
    out
}

fn walk(folder: &Path, out: &mut Listing) {
    let hidden = |e: &walkdir::DirEntry| e.depth() > 0 && e.file_name().to_string_lossy().starts_with('.');
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|e| !hidden(e));
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => {
                let path = shown(entry.path());
                if known_extension(entry.path()) {
                    out.found.push(Found { path, place: Place::File(entry.path().to_path_buf()) });
                } else {
                    out.skipped.push(path);
                }
            }
            Err(error) => {
                let path = error.path().map(shown).unwrap_or_default();
                let what = error.to_string();
                out.missing.push((path, ReadError::Permission { what }));
            }
        }
    }
}

fn known_extension(path: &Path) -> bool {
    let extension = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    READERS.iter().any(|r| r.about().extensions.contains(&extension.as_str()))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn fault(error: &std::io::Error) -> ReadError {
    match error.kind() {
        std::io::ErrorKind::NotFound => ReadError::NotFound,
        _ => ReadError::Permission { what: error.to_string() },
    }
}

/// The bytes of a file, or why there are none. Never more than the limit is read.
pub(super) fn bytes(place: &Place, limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let most = limits.get(Limit::Bytes);
    let mut out = Vec::new();
    let read = match place {
        Place::Stdin => std::io::stdin().lock().take(most + 1).read_to_end(&mut out),
        Place::File(path) => open(path).and_then(|file| file.take(most + 1).read_to_end(&mut out)),
    };
    read.map_err(|e| fault(&e))?;
    limits.check(Limit::Bytes, "file", out.len() as u64)?;
    Ok(out)
}

#[expect(clippy::disallowed_methods, reason = "host is where files are opened")]
fn open(path: &Path) -> std::io::Result<std::fs::File> {
    std::fs::File::open(path)
}
