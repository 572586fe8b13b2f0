//! Faulty packs: every case under `tests/packs-bad/` gives exactly the text beside it.
//!
//! A case is a folder with the files of a pack `bad`, `expected.txt` in Chinese and `expected.en.txt` in English. Set
//! `UPDATE_EXPECTED=1` to write the texts anew, and read the difference.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use lawcheck::pack::{Build, Choice, ShelfFile, load};
use lawcheck::text::{Lang, Speak};

const PROFILE: &str = "title: 试\nversion: 1.0.0\npacks: { bad: 100 }\nbands: [{ from: 0, title: 无, en: none }]\ngate: { minimum: 0, fail_on: never }\n";

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs-bad");
    let mut out: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).collect();
    out.retain(|p| p.is_dir());
    out.sort();
    out
}

fn shelf(case: &Path) -> Vec<ShelfFile> {
    let mut files = vec![ShelfFile { path: "profiles/t.yaml".to_string(), text: Cow::Borrowed(PROFILE) }];
    collect(case, case, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn collect(root: &Path, folder: &Path, out: &mut Vec<ShelfFile>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, out);
        } else if !path.to_string_lossy().ends_with(".txt") {
            let inside = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(&path).unwrap();
            out.push(ShelfFile { path: inside, text: Cow::Owned(text) });
        }
    }
}

#[test]
fn every_fault_is_named_with_file_line_and_next_step() {
    let cases = cases();
    assert!(cases.len() >= 20, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let choice = Choice::Profile { name: "t".to_string(), added: Vec::new() };
        let errors = load(&shelf(&case), &choice, Build::Quick).err();
        for (lang, name) in [(Lang::Zh, "expected.txt"), (Lang::En, "expected.en.txt")] {
            let got =
                errors.as_ref().map_or_else(|| "no fault".to_string(), |e| format!("{}\n", e.say(lang)));
            let expected = case.join(name);
            if std::env::var_os("UPDATE_EXPECTED").is_some() {
                std::fs::write(&expected, &got).unwrap();
            }
            let want = std::fs::read_to_string(&expected).unwrap_or_default();
            if got != want {
                wrong.push(format!("{}:\n{got}instead of\n{want}", expected.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
