//! Gate, waivers and baseline: every state told in one language.

use super::{YEARS, known, none, search};

#[test]
fn the_gate_speaks_one_language() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (waivers, baseline, report) = (path("waivers.yaml"), path("baseline.json"), path("a.txt"));
    let waiver = |rule: &str, until: &str| {
        format!("  - {{ rule: {rule}, reason: a, owner: b, approver: c, expires: {until} }}\n")
    };
    let list = [
        "waivers:\n",
        &waiver("annual-report/contents/causes-given", "2026-06-30"),
        &waiver("outline-2021-2025/*", "2025-06-30"),
        &waiver("no-pack/no-rule", "2026-06-30"),
    ];
    std::fs::write(&waivers, list.concat()).unwrap();
    let root = super::root();
    // The baseline is of another report: some findings are new, some gone, and the score drops.
    std::fs::copy(root.join(YEARS[1]), &report).unwrap();
    let known = known();
    let mut found = search(&known, "text", &["score", &report, "--write-baseline", &baseline], false);
    std::fs::copy(root.join(YEARS[0]), &report).unwrap();
    for format in ["table", "json", "html", "markdown", "xlsx", "junit"] {
        let args = [
            "score",
            &report,
            "--as-of",
            "2026-01-01",
            "--format",
            format,
            "--waivers",
            &waivers,
            "--baseline",
            &baseline,
            "--fail-under",
            "99",
            "--floor",
            "annual-report=99",
            "--veto",
            "annual-report/*",
            "--max-drop",
            "1",
        ];
        found.extend(search(&known, format, &args, false));
    }
    found.extend(search(&known, "text", &["waivers", "lint", &waivers, "--as-of", "2026-01-01"], false));
    none(&found);
}
