//! The scorecard of every sample as a person sees it, and the generated pages.

use lawcheck::pack::{Build, Choice, embedded, load};
use lawcheck::text::{Lang, fold_str};
use lawcheck::write::{Cards, Run, Style, Summary, head, pages, writer};

use crate::reports::{check, packs};

/// The printed scorecard of a sample at 100 columns.
fn scorecard(name: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("reports-sample").join(name);
    let packs = packs();
    let head = head(&packs, "2026-01-01", Lang::Zh);
    let cards = Cards { packs: &packs, head: &head, waivers: &[], lang: Lang::Zh, text: false };
    let checked = check(&std::fs::read(path).unwrap(), &packs);
    let card = cards.card(name, "", &checked.report, &checked.scorecard);
    let summary = Summary { reports: 1, ..Summary::default() };
    let run =
        Run { head: head.clone(), summary, reports: vec![card], errors: Vec::new(), findings: Vec::new() };
    let mut out = Vec::new();
    writer("table").unwrap().write(&run, Style::default(), &mut out).unwrap();
    // Full-width marks are folded: what handles these files on the way may fold them, too.
    String::from_utf8(out).unwrap().lines().map(|l| fold_str(l) + "\n").collect()
}

#[test]
fn every_sample_gets_its_scorecard() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("reports-sample");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    for name in names {
        insta::assert_snapshot!(name.trim_end_matches(".txt"), scorecard(&name));
    }
}

#[test]
fn the_generated_pages_are_current() {
    let packs = load(&embedded(), &Choice::All, Build::Quick).unwrap();
    let docs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let stale: Vec<String> = pages(&packs)
        .into_iter()
        .filter(|(path, text)| std::fs::read_to_string(docs.join(path)).ok().as_ref() != Some(text))
        .map(|(path, _)| path)
        .collect();
    assert!(stale.is_empty(), "run `lawcheck generate`: {stale:?}");
}
