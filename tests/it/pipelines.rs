//! The pipeline definitions of docs/ci and the pre-commit hook, as far as they run without network: their files parse,
//! and the commands that score give the right exit code and the files that later steps use.

use std::path::Path;
use std::process::Command;

use lawcheck::read::READERS;
use serde_json::Value;

fn yaml(path: &str) -> Value {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

/// Run a script in a folder whose `drafts/` holds one report. The exit code, and the folder to look at.
fn run(script: &str, report: &str) -> (Option<i32>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("drafts")).unwrap();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/gate.in");
    std::fs::copy(cases.join(report), folder.path().join("drafts").join(report)).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_lawcheck")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let done =
        Command::new("sh").args(["-ec", script]).current_dir(&folder).env("PATH", path).output().unwrap();
    (done.status.code(), folder)
}

fn scores(script: &str, files: &[&str]) {
    for (report, code) in [("good.txt", 0), ("no-plan.txt", 1), ("reading.txt", 1), ("empty.txt", 4)] {
        let (found, folder) = run(script, report);
        assert_eq!(found, Some(code), "{report}: {script}");
        for file in files {
            let size = std::fs::metadata(folder.path().join(file)).map_or(0, |m| m.len());
            assert!(size > 0, "{file} after {report}");
        }
    }
}

/// The scripts among some, that score.
fn scoring(commands: &Value) -> String {
    let all = commands.as_array().unwrap().iter().filter_map(Value::as_str);
    let found: Vec<&str> = all.filter(|c| c.starts_with("lawcheck ")).collect();
    assert!(!found.is_empty());
    found.join("\n")
}

#[cfg(unix)]
#[test]
fn the_github_workflow_scores_and_writes_what_it_uploads() {
    let workflow = yaml("docs/ci/github-actions.yml");
    let steps = workflow["jobs"]["score"]["steps"].as_array().unwrap();
    let named = |name: &str| steps.iter().find(|s| s["name"] == name).unwrap();
    let upload = named("upload")["with"]["sarif_file"].as_str().unwrap();
    scores(named("score")["run"].as_str().unwrap(), &[upload, "lawcheck.md"]);
    assert!(named("summary")["run"].as_str().unwrap().contains("lawcheck.md"));
}

#[cfg(unix)]
#[test]
fn the_gitlab_job_scores_and_writes_its_reports() {
    let job = &yaml("docs/ci/gitlab-ci.yml")["lawcheck"];
    let reports = job["artifacts"]["reports"].as_object().unwrap();
    let files: Vec<&str> = reports.values().filter_map(Value::as_str).collect();
    assert_eq!(files.len(), 2);
    scores(&scoring(&job["script"]), &files);
}

#[cfg(unix)]
#[test]
fn the_gitee_pipeline_scores() {
    let pipeline = yaml("docs/ci/gitee-go.yml");
    scores(&scoring(&pipeline["stages"][0]["steps"][0]["command"]), &["lawcheck.html"]);
}

#[cfg(unix)]
#[test]
fn the_hook_scores_the_files_it_is_given() {
    let hook = &yaml(".pre-commit-hooks.yaml")[0];
    let entry = hook["entry"].as_str().unwrap();
    for (report, code) in [("good.txt", 0), ("no-plan.txt", 1)] {
        assert_eq!(run(&format!("{entry} drafts/{report}"), report).0, Some(code));
    }
}

#[test]
fn the_hook_takes_every_format() {
    let hook = &yaml(".pre-commit-hooks.yaml")[0];
    let files = regex::Regex::new(hook["files"].as_str().unwrap()).unwrap();
    for extension in READERS.iter().flat_map(|r| r.about().extensions) {
        assert!(files.is_match(&format!("drafts/x.{extension}")), "{extension}");
    }
    assert!(!files.is_match("drafts/x.png") && !files.is_match("README.md"));
}
