//! How well the examples of a rule hold it: right and wrong verdicts, words that nothing exercises, mutants that
//! nobody notices.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::trial::{self, got};
use crate::pack::{Build, Choice, Expect, Packs, Rule, ShelfFile, load, mutants};
use crate::text::Words;

/// What the examples of one rule show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quality {
    /// Rule id.
    pub rule: String,
    /// Examples that got what their author says.
    pub right: usize,
    /// Examples that should have been met, and were not.
    pub missed: Vec<Words>,
    /// Examples that should not have been met, and were.
    pub over_eager: Vec<Words>,
    /// Other wrong outcomes.
    pub wrong: Vec<Words>,
    /// Alternatives of signals that no example matches.
    pub unmatched: Vec<Words>,
    /// Number of alternatives.
    pub alternatives: usize,
    /// Mutants that some example noticed.
    pub killed: usize,
    /// Mutants that no example noticed.
    pub survived: Vec<Words>,
}

/// Run the examples of a rule, and count what they exercise.
pub fn quality(packs: &Packs, rule: &Rule) -> Quality {
    let mut out = Quality { rule: rule.id.clone(), ..Quality::default() };
    let mut seen: BTreeSet<(usize, u16)> = BTreeSet::new();
    for example in &rule.examples {
        let Some((verdict, hits)) = trial::verdict_and_hits(packs, rule, example) else {
            let at = format!("{}:{}", rule.file, example.at.line);
            out.wrong.push(Words::new(format!("{at}: 读不了"), format!("{at}: cannot be read")));
            continue;
        };
        seen.extend(hits);
        let outcome = got(&verdict);
        if outcome == example.expect {
            out.right += 1;
            continue;
        }
        let at = format!("{}:{}", rule.file, example.at.line);
        let (want, got) = (example.expect.word(), outcome.word());
        let line =
            Words::new(format!("{at}: 应为 {want},得 {got}"), format!("{at}: should be {want}, is {got}"));
        match (example.expect, outcome) {
            (Expect::Met | Expect::Partly, Expect::Unmet) => out.missed.push(line),
            (Expect::Unmet, Expect::Met | Expect::Partly) => out.over_eager.push(line),
            _ => out.wrong.push(line),
        }
    }
    for (offset, signal) in rule.signals.iter().enumerate() {
        out.alternatives += signal.alternatives();
        for alternative in 0..signal.alternatives() {
            if !seen.contains(&(offset, alternative as u16)) {
                let words = format!("{}: “{}”", signal.name, signal.alternative(alternative));
                out.unmatched.push(Words::name(words));
            }
        }
    }
    out
}

/// Change the rule in every small way, and count how many changes some example notices.
pub fn mutate(files: &[ShelfFile], rule: &Rule, out: &mut Quality) {
    let Some(file) = files.iter().find(|f| f.path == rule.file) else { return };
    let shelf = small_shelf(files, rule);
    for mutant in mutants(&file.path, &file.text) {
        let changed = ShelfFile { path: rule.file.clone(), text: Cow::Owned(mutant.text) };
        let mut files = shelf.clone();
        files.push(changed);
        let choice = Choice::Profile { name: "mutant".to_string(), added: Vec::new() };
        // A mutant that does not even load is noticed by the loader.
        let noticed = load(&files, &choice, Build::Quick).map_or(true, |packs| is_noticed(&packs, &rule.id));
        if noticed {
            out.killed += 1;
        } else {
            out.survived.push(mutant.change);
        }
    }
}

fn is_noticed(packs: &Packs, id: &str) -> bool {
    let Some((_, _, rule)) = packs.rules().find(|(_, _, r)| r.id == id) else { return true };
    rule.examples.iter().any(|e| trial::trial(packs, id, e).is_none_or(|t| !t.right))
}

/// The pack and part of a rule, the library, and a profile for them; without the rule itself.
fn small_shelf(files: &[ShelfFile], rule: &Rule) -> Vec<ShelfFile> {
    let folder = rule.file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let pack = rule.file.split('/').next().unwrap_or("");
    let wanted = |f: &&ShelfFile| {
        f.path.starts_with("lib/")
            || f.path == format!("{pack}/pack.yaml")
            || f.path == format!("{folder}/part.yaml")
    };
    let mut out: Vec<ShelfFile> = files.iter().filter(wanted).cloned().collect();
    for file in &mut out {
        if file.path.ends_with("/pack.yaml") {
            file.text = Cow::Owned(without_exemptions(&file.text, rule));
        }
    }
    let profile = format!(
        "title: m\nversion: 1.0.0\npacks: {{ {pack}: 100 }}\nbands: [{{ from: 0, title: m, en: m }}]\ngate: {{ minimum: 0, fail_on: never }}\n"
    );
    out.push(ShelfFile { path: "profiles/mutant.yaml".to_string(), text: Cow::Owned(profile) });
    out
}

/// Exemptions of other rules name rules that are not on the small shelf.
fn without_exemptions(text: &str, rule: &Rule) -> String {
    crate::pack::keep_exemptions(text, &rule.id)
}
