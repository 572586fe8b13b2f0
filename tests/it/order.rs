//! A stage uses only what stands to its left: text < read < report < pack < judge < score < compare < write < host.

use std::path::Path;

const STAGES: [&str; 9] = ["text", "read", "report", "pack", "judge", "score", "compare", "write", "host"];

#[test]
fn no_stage_uses_a_later_one() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut faults = Vec::new();
    let mut seen = 0;
    for (rank, stage) in STAGES.iter().enumerate() {
        for file in files(&src.join(stage)) {
            seen += 1;
            let text = std::fs::read_to_string(&file).unwrap();
            for later in &STAGES[rank + 1..] {
                if text.contains(&format!("crate::{later}::")) || text.contains(&format!("crate::{later};")) {
                    faults.push(format!("{} uses {later}", file.display()));
                }
            }
        }
    }
    assert!(seen > 40, "the stages were not found");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            out.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
    out
}
