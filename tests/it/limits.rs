//! Hostile scripts end inside their limits, as undecided rules, never as a pass or a fail.

use std::borrow::Cow;

use lawcheck::judge::Outcome;
use lawcheck::pack::{Build, Choice, Packs, ShelfFile, load};
use lawcheck::text::{Lang, Speak as _};

use crate::reports::check;

const REPORT: &str =
    "云溪县2024年法治政府建设情况报告\n一、主要举措和成效\n全年办理行政复议案件20件,全部办结。";

/// A shelf with one rule whose script is given.
fn packs(script: &str) -> Packs {
    let rule = format!(
        "title: 试\nkind: quality\nbasis: {{ document: 试, status: unverified }}\nweight: 1\nseverity: info\nsignals:\n  word: {{ any: [复议] }}\njudge: |\n{}\nadvice: 试\nexamples:\n  - met: {{ text: 复议 }}\n  - unmet: {{ text: 无 }}\n",
        script.lines().map(|l| format!("  {l}")).collect::<Vec<_>>().join("\n")
    );
    let profile = "title: 试\nversion: 1.0.0\npacks: { p: 100 }\nbands: [{ from: 0, title: 无, en: none }]\ngate: { minimum: 0, fail_on: never }\n";
    let files = [
        (
            "p/pack.yaml",
            "title: 试\nauthority: 试\nversion: 1.0.0\nbasis: [{ document: 试, status: unverified }]\n",
        ),
        ("p/10-a/part.yaml", "title: 试\nweight: 1\n"),
        ("p/10-a/r.yaml", rule.as_str()),
        ("profiles/t.yaml", profile),
    ];
    let files: Vec<ShelfFile> = files
        .iter()
        .map(|(p, t)| ShelfFile { path: (*p).to_string(), text: Cow::Owned((*t).to_string()) })
        .collect();
    let choice = Choice::Profile { name: "t".to_string(), added: Vec::new() };
    load(&files, &choice, Build::Quick).unwrap_or_else(|e| panic!("{e}"))
}

/// The message of the undecided rule.
fn undecided(script: &str) -> String {
    let packs = packs(script);
    let checked = check(REPORT.as_bytes(), &packs);
    let result = &checked.scorecard.results[0];
    assert_eq!(result.verdict.outcome, Outcome::Undecided, "{script}");
    assert!(!checked.scorecard.passed(), "{script}: an undecided rule passed the gate");
    assert!(!checked.scorecard.failures.iter().any(|f| f.say(Lang::En).is_empty()));
    let (_, _, rule) = packs.rules().next().unwrap();
    result.verdict.message(rule, Lang::En)
}

#[test]
fn endless_loops_are_stopped() {
    for script in [
        "loop {}",
        "while true { 1 + 1; }",
        "let i = 0; loop { i += 1; }",
        "for i in 0..9000000000 { i * 2; }",
    ] {
        assert_eq!(undecided(script), "the script ran over a limit (operations)", "{script}");
    }
    let caught = "loop { try { loop {} } catch { } }";
    assert!(undecided(caught).contains("limit"), "a limit must not be caught");
}

#[test]
fn recursion_is_stopped() {
    assert!(undecided("fn f(x) { f(x + 1) } f(0)").contains("limit"));
    assert!(undecided("fn f(x) { g(x) + g(x) } fn g(x) { f(x) + f(x) } f(0)").contains("limit"));
}

#[test]
fn growing_values_are_stopped() {
    assert!(undecided("let s = \"甲\"; loop { s += s; }").contains("limit"));
    assert!(undecided("let a = [1]; loop { a += a; }").contains("limit"));
    assert!(undecided("let a = []; loop { a.push(1); }").contains("limit"));
    assert!(undecided("let m = #{}; let i = 0; loop { m[`k${i}`] = i; i += 1; }").contains("limit"));
    let nested = "let a = [1]; loop { a = [a, a]; }";
    assert!(undecided(nested).contains("limit"));
}

#[test]
fn too_many_variables_are_stopped() {
    let script: String = (0..100).map(|i| format!("let v{i} = {i};\n")).collect();
    assert!(undecided(&script).contains("limit"));
}

#[test]
fn faults_are_undecided_with_their_line() {
    assert_eq!(undecided("let x = 1;\nx / 0"), "the script failed at line 10: Division by zero: 1 / 0");
    assert_eq!(undecided("1 + 1"), "the script ended without a verdict");
    assert_eq!(undecided("if false { met() }"), "the script ended without a verdict");
    assert!(undecided("partly(3, 2, \"甲\")").contains("partly(3, 2)"));
    assert!(undecided("report.notes(\"no-such\")").contains("no-such"));
}

/// What a script may not even name is refused when the pack is loaded.
#[test]
fn the_outside_is_out_of_reach() {
    for script in [
        "eval(\"1\")",
        "import \"a\" as a; met()",
        "print(1); met()",
        "debug(1); met()",
        "sleep(1); met()",
        "timestamp(); met()",
        "\"a\".pad(10, \"b\"); met()",
        "Fn(\"met\"); met()",
        "let f = |x| x; met()",
    ] {
        let caught = std::panic::catch_unwind(|| packs(script));
        assert!(caught.is_err(), "{script}");
    }
}

#[test]
fn deep_and_long_scripts_are_refused_when_they_are_loaded() {
    let deep = format!("{}1{}", "(".repeat(100), ")".repeat(100));
    let many: String = (0..40).map(|i| format!("fn f{i}() {{ {i} }}\n")).collect();
    let long = format!("met() // {}", "x".repeat(20_000));
    for script in [deep, many + "met()", long] {
        let caught = std::panic::catch_unwind(|| packs(&script));
        assert!(caught.is_err());
    }
}
