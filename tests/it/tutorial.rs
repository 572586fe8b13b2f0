//! The tutorial, followed to the letter: its files are written, its commands run.

use std::path::Path;
use std::process::Command;

/// A fenced block with its language and the words before it.
struct Block<'a> {
    language: &'a str,
    lead: &'a str,
    text: &'a str,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut out = Vec::new();
    let mut rest = page;
    while let Some((lead, after)) = rest.split_once("```") {
        let (language, after) = after.split_once('\n').unwrap();
        let (text, after) = after.split_once("```").unwrap();
        out.push(Block { language, lead, text });
        rest = after;
    }
    out
}

/// The file that the words before a block name last.
fn named(lead: &str) -> &str {
    lead.rsplit('`').find(|w| w.contains('/') && w.strip_suffix(".yaml").is_some()).unwrap()
}

#[cfg(unix)]
#[test]
fn the_tutorial_works_as_written() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = include_str!("../../docs/tutorial.md");
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(root.join("reports-sample"), folder.path().join("reports-sample")).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_lawcheck")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut commands = 0;
    for block in blocks(page) {
        match block.language {
            "yaml" => {
                assert!(block.text.lines().count() <= 30);
                std::fs::write(folder.path().join(named(block.lead)), block.text).unwrap();
            }
            "sh" => {
                let mut shell = Command::new("sh");
                shell.args(["-ec", block.text]).current_dir(&folder).env("PATH", &path);
                let done = shell.output().unwrap();
                let said = String::from_utf8_lossy(&done.stderr).into_owned();
                assert!(done.status.success(), "{}{said}", block.text);
                commands += 1;
            }
            other => panic!("what is {other}?"),
        }
    }
    assert!(commands >= 3);
}
