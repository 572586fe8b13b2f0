//! Which files a run is about, and their bytes.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::fault::system;
use crate::read::{self, Limit, Limits, READERS, ReadError};
use crate::text::Words;

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
    /// A file of an archive, unpacked already.
    Unpacked(Vec<u8>),
}

/// Files to read, and files in folders that were left out because their extension is of no format.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub(super) found: Vec<Found>,
    pub(super) skipped: Vec<String>,
    pub(super) missing: Vec<(String, ReadError)>,
}

/// List the files of paths: a file is taken as it is, a folder is walked in sorted order, an archive is opened.
pub(super) fn list(paths: &[String], limits: &Limits) -> Listing {
    let mut out = Listing::default();
    for path in paths {
        if path == "-" {
            out.found.push(Found { path: "-".to_string(), place: Place::Stdin });
            continue;
        }
        let place = PathBuf::from(path);
        match std::fs::metadata(&place) {
            Ok(meta) if meta.is_dir() => walk(&place, limits, &mut out),
            Ok(_) => add(&place, limits, &mut out),
            Err(error) => out.missing.push((shown(&place), fault(&error))),
        }
    }
    out
}

fn walk(folder: &Path, limits: &Limits, out: &mut Listing) {
    let hidden = |e: &walkdir::DirEntry| e.depth() > 0 && e.file_name().to_string_lossy().starts_with('.');
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|e| !hidden(e));
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => {
                if known_extension(entry.path()) {
                    add(entry.path(), limits, out);
                } else {
                    out.skipped.push(shown(entry.path()));
                }
            }
            Err(error) => {
                let path = error.path().map(shown).unwrap_or_default();
                let looped = || Words::new("链接绕回自己的文件夹", "a link leads back to its own folder");
                let what = error.io_error().map_or_else(looped, system);
                out.missing.push((path, ReadError::Permission { what }));
            }
        }
    }
}

/// Take a file; the files of an archive are taken one by one, under its path and `!`.
fn add(path: &Path, limits: &Limits, out: &mut Listing) {
    let place = Place::File(path.to_path_buf());
    let name = shown(path);
    let opened = if extension(path) == "zip" { bytes(&place, limits).ok() } else { None };
    match opened.and_then(|b| read::archive(&b, limits)) {
        None => out.found.push(Found { path: name, place }),
        Some(Err(error)) => out.missing.push((name, error)),
        Some(Ok(entries)) => {
            for entry in entries {
                let path = format!("{name}!{}", entry.name);
                match entry.bytes {
                    Err(error) => out.missing.push((path, error)),
                    Ok(bytes) if known_extension(Path::new(&entry.name)) => {
                        out.found.push(Found { path, place: Place::Unpacked(bytes) });
                    }
                    Ok(_) => out.skipped.push(path),
                }
            }
        }
    }
}

fn extension(path: &Path) -> String {
    path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}

fn known_extension(path: &Path) -> bool {
    let extension = extension(path);
    extension == "zip" || READERS.iter().any(|r| r.about().extensions.contains(&extension.as_str()))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn fault(error: &std::io::Error) -> ReadError {
    match error.kind() {
        std::io::ErrorKind::NotFound => ReadError::NotFound,
        _ => ReadError::Permission { what: system(error) },
    }
}

/// The bytes of a file, or why there are none. Never more than the limit is read.
pub(super) fn bytes(place: &Place, limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let most = limits.get(Limit::Bytes);
    let mut out = Vec::new();
    let read = match place {
        Place::Stdin => std::io::stdin().lock().take(most + 1).read_to_end(&mut out),
        Place::Unpacked(bytes) => {
            out.clone_from(bytes);
            Ok(out.len())
        }
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
