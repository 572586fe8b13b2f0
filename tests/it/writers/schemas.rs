//! Formats against the schemas that others, or we, have published.

use std::path::{Path, PathBuf};
use std::process::Command;

use lawcheck::text::Lang;
use lawcheck::write::scorecard_schema;
use serde_json::Value;

use super::fixed::fixed_run;
use super::{real, text};

fn faults(schema: &Value, document: &Value) -> Vec<String> {
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(schema).unwrap();
    validator.iter_errors(document).map(|e| format!("{}: {e}", e.instance_path())).collect()
}

/// The official schema of SARIF 2.1.0, which a package ships.
fn sarif_schema() -> Value {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|p| p["name"] == "serde-sarif").unwrap();
    let folder = Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap();
    let schema = std::fs::read_to_string(folder.join("src/schema.json")).unwrap();
    // The official pattern of a language has a stray bracket, which strict expressions refuse.
    let (stray, meant) = ("^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
    serde_json::from_str(&schema.replace(stray, meant)).unwrap()
}

#[test]
fn sarif_follows_the_official_schema() {
    let schema = sarif_schema();
    let packs = real::packs();
    for run in [fixed_run(), real::run(&packs, &[real::REPORT])] {
        let document: Value = serde_json::from_str(&text("sarif", &run)).unwrap();
        assert_eq!(faults(&schema, &document), Vec::<String>::new());
    }
    let mut wrong: Value = serde_json::from_str(&text("sarif", &fixed_run())).unwrap();
    wrong["runs"][0]["results"][0]["kind"] = "perhaps".into();
    assert!(!faults(&schema, &wrong).is_empty(), "the schema is not really applied");
}

#[test]
fn sarif_has_a_kind_for_every_outcome_and_all_places() {
    let document: Value = serde_json::from_str(&text("sarif", &fixed_run())).unwrap();
    let run = &document["runs"][0];
    let results = run["results"].as_array().unwrap();
    let kinds: Vec<(&str, &str)> =
        results.iter().map(|r| (r["kind"].as_str().unwrap(), r["level"].as_str().unwrap())).collect();
    assert_eq!(
        kinds,
        [
            ("pass", "none"),
            ("fail", "warning"),
            ("fail", "error"),
            ("fail", "note"),
            ("notApplicable", "none"),
            ("open", "none"),
            ("fail", "error"),
            ("fail", "error"),
            ("fail", "warning"),
        ]
    );
    assert_eq!(results[1]["locations"].as_array().unwrap().len(), 8);
    assert_eq!(results[2]["relatedLocations"][0]["message"]["text"], "只缺“年度”");
    for result in results {
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
    }
    assert_eq!(run["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"], "error");
    assert!(run["tool"]["driver"]["rules"][0]["help"]["text"].as_str().unwrap().contains("写明主要原因"));
    assert_eq!(run["tool"]["extensions"][0]["version"], "1.0.0");
}

#[test]
fn json_follows_the_schema_that_the_program_prints() {
    let schema: Value = serde_json::from_str(&scorecard_schema(Lang::Zh)).unwrap();
    let packs = real::packs();
    for run in [fixed_run(), real::run(&packs, &[real::REPORT, "2021年工作要点\n\n一、加强学习。\n"])]
    {
        let document: Value = serde_json::from_str(&text("json", &run)).unwrap();
        assert_eq!(faults(&schema, &document), Vec::<String>::new());
    }
}

#[test]
fn the_schema_refuses_fields_that_it_does_not_know() {
    let schema: Value = serde_json::from_str(&scorecard_schema(Lang::Zh)).unwrap();
    let good: Value = serde_json::from_str(&text("json", &fixed_run())).unwrap();
    let places = [
        "",
        "/tool",
        "/profile",
        "/packs/0",
        "/packs/0/parts/0/rules/0",
        "/summary",
        "/reports/0",
        "/reports/0/metadata",
        "/reports/0/parts/plan",
        "/reports/0/sections/0",
        "/reports/0/results/1",
        "/reports/0/results/1/basis",
        "/reports/0/results/1/evidence/0",
        "/reports/0/results/2/near_misses/0",
        "/reports/0/notes/0",
        "/errors/0",
    ];
    for place in places {
        let mut wrong = good.clone();
        let object = wrong.pointer_mut(place).unwrap().as_object_mut().unwrap();
        object.insert("surprise".to_string(), Value::Null);
        assert!(!faults(&schema, &wrong).is_empty(), "an unknown field in “{place}” went through");
    }
}

/// Where `.ci/run` puts the XSD that the test pages of build servers use.
fn junit_xsd() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/schemas/junit-10.xsd")
}

#[test]
fn junit_follows_the_common_schema() {
    let xml = text("junit", &fixed_run());
    // The structure that every reader of the format relies on.
    let report = quick_junit::Report::deserialize_from_str(&xml).unwrap();
    let suites: Vec<(&str, usize)> = report.test_suites.iter().map(|s| (s.name.as_str(), s.tests)).collect();
    assert_eq!(
        suites,
        [("drafts/甲,乙 1.txt", 7), ("drafts/plan.txt", 1), ("scan.pdf", 1), ("waivers.yaml", 1)]
    );
    if !junit_xsd().is_file() {
        return;
    }
    let file = std::env::temp_dir().join(format!("lawcheck-junit-{}.xml", std::process::id()));
    std::fs::write(&file, xml).unwrap();
    let checked =
        Command::new("xmllint").args(["--noout", "--schema"]).arg(junit_xsd()).arg(&file).output().unwrap();
    std::fs::remove_file(&file).unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}
