//! The reports that tests run on: the samples of the repository, and, where `LAWCHECK_REPORTS` names a folder, those in it.

use std::path::{Path, PathBuf};

use lawcheck::Checked;
use lawcheck::pack::{Build, Choice, Packs, embedded, load};
use lawcheck::read::{Input, Limits};
use lawcheck::report::Declared;

/// A report file.
pub(crate) struct Sample {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// All reports at hand.
pub(crate) fn samples() -> Vec<Sample> {
    let mut folders = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("reports-sample")];
    folders.extend(std::env::var_os("LAWCHECK_REPORTS").map(PathBuf::from));
    let mut out: Vec<Sample> = folders.iter().flat_map(|f| folder(f)).collect();
    out.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(out.len() >= 9, "the samples are missing");
    out
}

fn folder(path: &Path) -> Vec<Sample> {
    let entries = std::fs::read_dir(path).expect("a folder of reports");
    entries
        .map(|e| e.expect("an entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .map(|p| Sample {
            name: p.file_name().expect("a name").to_string_lossy().into_owned(),
            text: std::fs::read_to_string(&p).expect("a text"),
        })
        .collect()
}

/// The embedded packs under the national profile.
pub(crate) fn packs() -> Packs {
    let choice = Choice::Profile { name: "national".to_string(), added: Vec::new() };
    load(&embedded(), &choice, Build::Quick).unwrap_or_else(|e| panic!("{e}"))
}

/// Score bytes as a text file.
pub(crate) fn check(bytes: &[u8], packs: &Packs) -> Checked {
    lawcheck::check(Input { name: "report.txt", bytes }, packs, &Declared::default(), &Limits::default())
        .unwrap_or_else(|e| panic!("{e}"))
}
