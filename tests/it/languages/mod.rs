//! Nobody gets a sentence in the language that was not asked for.
//!
//! The program runs; everything that it prints is searched. What of Chinese may stand in English output is told in
//! `foreign.rs`; the same search finds the labels of the Chinese output, or it would be blind.

mod faults;
mod foreign;
mod gate;
mod shown;

use std::path::Path;
use std::process::Command;

use lawcheck::pack::{Build, Choice, embedded, load};
use lawcheck::text::{Lang, Words, typeset};
use lawcheck::write::WRITERS;
use serde_json::Value;

use crate::reports::{packs, samples};
use foreign::{Known, english_in};
use shown::plain;

const DAMAGED: &str = "reports-sample/05-damaged-county-2022.txt";
const SAMPLES: &str = "reports-sample";
const YEARS: [&str; 2] =
    ["reports-sample/02-no-causes-county-2023.txt", "reports-sample/01-good-county-2024.txt"];

/// What the program prints, on both outputs.
fn printed(folder: &Path, format: &str, args: &[&str], lang: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lawcheck"));
    // Lines of tables are not to be broken.
    command.args(args).args(["--lang", lang]).current_dir(folder).env("COLUMNS", "2000");
    let output = command.output().unwrap();
    plain(format, &output.stdout) + &String::from_utf8(output.stderr).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn results(args: &[&str]) -> Value {
    let output =
        Command::new(env!("CARGO_BIN_EXE_lawcheck")).args(args).current_dir(root()).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Words of the samples and of the embedded rules.
fn known() -> Known {
    let all = [
        results(&["score", SAMPLES, "--format", "json"]),
        // Only here stands every place of a finding.
        results(&["score", SAMPLES, "--format", "sarif"]),
        results(&["compare", YEARS[0], YEARS[1], "--format", "json"]),
        results(&["outline", DAMAGED, "--format", "json"]),
    ];
    let reports: Vec<String> = samples().into_iter().map(|s| s.text).collect();
    Known::of(&all, &reports, &rules())
}

/// The texts of the embedded rules, with punctuation of both widths.
fn rules() -> Vec<String> {
    embedded().into_iter().flat_map(|f| [typeset(&f.text), f.text.to_string()]).collect()
}

/// Both languages of one command; `report` is a command that prints nothing but words of a report.
fn search(known: &Known, format: &str, args: &[&str], report: bool) -> Vec<String> {
    let (zh, en) = (printed(root(), format, args, "zh"), printed(root(), format, args, "en"));
    let name = args.join(" ");
    let mut out: Vec<String> = Vec::new();
    out.extend(known.chinese_in(&en).into_iter().map(|place| format!("{name} --lang en: {place}")));
    out.extend(english_in(&zh).into_iter().map(|place| format!("{name} --lang zh: {place}")));
    if !report && known.chinese_in(&zh).is_empty() {
        out.push(format!("{name} --lang zh: the search sees no Chinese"));
    }
    out
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_label_is_no_word_of_a_report() {
    let known = known();
    let labels = [
        "依据",
        "得分",
        "满分",
        "等次",
        "规则",
        "部分",
        "说明",
        "位置",
        "证据",
        "怎样改",
        "报告年度",
        "发文机关",
        "不满足",
        "部分满足",
        "未判定",
        "不适用",
        "通过",
        "不通过",
        "建议",
        "提示",
    ];
    let missed: Vec<&&str> =
        labels.iter().filter(|label| known.chinese_in(&format!("| {label} | 12 |")).is_empty()).collect();
    assert!(missed.is_empty(), "{missed:?}");
    assert_eq!(english_in("脚本出错:Function not found here"), ["脚本出错:Function not found here"]);
}

#[test]
fn every_output_format_speaks_one_language() {
    let known = known();
    let mut found = Vec::new();
    for writer in WRITERS {
        // A document is written of one report.
        let paths = if writer.needs_original() { YEARS[0] } else { SAMPLES };
        let args = ["score", paths, "--format", writer.format(), "--as-of", "2026-01-01", "--target", "90"];
        found.extend(search(&known, writer.format(), &args, false));
    }
    none(&found);
}

#[test]
fn every_command_speaks_one_language() {
    let known = known();
    let compare = ["compare", YEARS[0], YEARS[1], "--format"];
    let mut found = Vec::new();
    for format in ["table", "json", "html"] {
        found.extend(search(&known, format, &[&compare[..], &[format]].concat(), false));
    }
    for format in ["table", "json"] {
        found.extend(search(&known, format, &["outline", DAMAGED, "--format", format], false));
    }
    found.extend(search(&known, "text", &["text", DAMAGED], true));
    found.extend(search(&known, "json", &["text", DAMAGED, "--format", "json"], true));
    for args in ["list", "check", "test", "schema", "schema --scorecard", "weights"] {
        let args: Vec<&str> = ["packs"].into_iter().chain(args.split(' ')).collect();
        found.extend(search(&known, "text", &args, false));
    }
    none(&found);
}

#[test]
fn every_rule_is_explained_in_one_language() {
    let packs = packs();
    let mut found = Vec::new();
    for (_, _, rule) in packs.rules().step_by(7) {
        let file = embedded().into_iter().find(|f| f.path == rule.file).unwrap();
        let known = Known::of_rule(rule, &file.text);
        found.extend(search(&known, "text", &["explain", &rule.id], false));
    }
    none(&found);
}

#[test]
fn help_and_wrong_usage_speak_one_language() {
    let nothing = Known::of(&[], &[], &[]);
    let mut found = Vec::new();
    for args in [
        "--help",
        "score --help",
        "outline --help",
        "text --help",
        "compare --help",
        "waivers --help",
        "explain --help",
        "packs --help",
        "packs list --help",
        "packs check --help",
        "packs test --help",
        "packs new --help",
        "packs schema --help",
        "packs weights --help",
        "completions --help",
        "generate --help",
        "scor",
        "score --nope",
        "score",
        "score x --format nope",
        "score nowhere.txt",
        "score reports-sample --profile nope",
        "score reports-sample --level nope",
        "score reports-sample --year x",
        "score reports-sample --only nope",
        "score reports-sample --baseline nowhere.json",
        "score reports-sample --waivers nowhere.yaml",
        "score reports-sample --limit nope=1",
        "score reports-sample --output nowhere/x.json --format json",
        "score reports-sample --pack nowhere",
        "compare reports-sample nowhere.txt",
        "outline nowhere.txt",
        "text reports-sample",
        "explain nope",
        "packs check nowhere",
        "packs new rules",
        "packs weights --from README.md",
    ] {
        let args: Vec<&str> = args.split(' ').collect();
        found.extend(search(&nothing, "text", &args, false));
    }
    none(&found);
}

#[test]
fn the_settings_file_chooses_the_language_like_the_option() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(root().join(YEARS[0]), folder.path().join("a.txt")).unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lawcheck"));
        command.args(["score", "a.txt", "--as-of", "2026-01-01"]).args(args).current_dir(folder.path());
        let output = command.output().unwrap();
        (output.stdout, output.stderr)
    };
    let (asked, unasked) = (run(&["--lang", "en"]), run(&[]));
    assert_ne!(asked, unasked);
    std::fs::write(folder.path().join("lawcheck.yaml"), "lang: en\n").unwrap();
    assert_eq!(run(&[]), asked);
    assert_eq!(run(&["--lang", "zh"]), unasked);
}

#[test]
fn every_embedded_pack_part_and_rule_has_its_english() {
    let quotable = Known::of(&[], &[], &rules());
    let packs = load(&embedded(), &Choice::All, Build::Quick).unwrap_or_else(|e| panic!("{e}"));
    let mut found = Vec::new();
    let mut check = |whose: &str, words: &Words| {
        if words.en.is_empty() != words.zh.is_empty() || !quotable.chinese_in(&words.en).is_empty() {
            found.push(format!("{whose}: {} / {}", words.zh, words.en));
        }
    };
    for pack in packs.packs() {
        check(&pack.id, &pack.title);
        check(&pack.id, &pack.summary);
        pack.exempt.iter().for_each(|exemption| check(&pack.id, &exemption.why));
        for part in &pack.parts {
            check(&format!("{}/{}", pack.id, part.id), &part.title);
            check(&format!("{}/{}", pack.id, part.id), &part.summary);
        }
    }
    for (_, _, rule) in packs.rules() {
        check(&rule.id, &rule.title);
        check(&rule.id, &rule.advice);
        check(&rule.id, &rule.notes);
        rule.closest.iter().for_each(|closest| check(&rule.id, &closest.lacks));
        for (zh, _) in &rule.english {
            check(&rule.id, &Words::new(zh, rule.message(zh, Lang::En)));
        }
    }
    none(&found);
}
