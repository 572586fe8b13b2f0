//! A profile as the file that an author would write.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::profile::Profile;
use super::rule::Severity;

/// The text of a profile file; read back, it is the same profile.
pub fn profile_file(profile: &Profile) -> String {
    let mut out = String::new();
    let mut line = |text: String| {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{text}");
    };
    line(format!("title: {}", quoted(&profile.title)));
    line(format!("version: {}", quoted(&profile.version)));
    if !profile.summary.is_empty() {
        line(format!("summary: {}", quoted(&profile.summary)));
    }
    line("packs:".to_string());
    for (id, share) in &profile.packs {
        line(format!("  {}: {share}", quoted(id)));
    }
    line(format!("model: {}", profile.model.word()));
    table("parts", "", &profile.parts, &mut line);
    table("weights", "", &profile.weights, &mut line);
    list("skip", "", &profile.skip, &mut line);
    line("bands:".to_string());
    for band in &profile.bands {
        let (title, en) = (quoted(&band.title.zh), quoted(&band.title.en));
        line(format!("  - {{ from: {}, title: {title}, en: {en} }}", band.from));
    }
    let gate = &profile.gate;
    line("gate:".to_string());
    line(format!("  minimum: {}", gate.minimum));
    line(format!("  fail_on: {}", gate.fail_on.map_or("never", Severity::word)));
    table("floors", "  ", &gate.floors, &mut line);
    list("veto", "  ", &gate.veto, &mut line);
    if let Some(drop) = gate.max_drop {
        line(format!("  max_drop: {drop}"));
    }
    out
}

/// Text in double quotes; JSON's escapes are YAML's, too.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn table(key: &str, indent: &str, entries: &BTreeMap<String, u32>, line: &mut impl FnMut(String)) {
    if !entries.is_empty() {
        line(format!("{indent}{key}:"));
    }
    for (name, number) in entries {
        line(format!("{indent}  {}: {number}", quoted(name)));
    }
}

fn list(key: &str, indent: &str, entries: &[String], line: &mut impl FnMut(String)) {
    if !entries.is_empty() {
        let items: Vec<String> = entries.iter().map(|e| quoted(e)).collect();
        line(format!("{indent}{key}: [{}]", items.join(", ")));
    }
}

#[cfg(test)]
mod tests {
    use super::super::node;
    use super::super::profile::profile;
    use super::*;

    #[test]
    fn a_written_profile_reads_back_as_itself() {
        let text = "title: \"甲: “乙”\"\nversion: '1.0'\nsummary: s\npacks: { a: 60, b: 40 }\nmodel: flat\n\
                    parts: { a/c: 5 }\nweights: { a/c/r: 0 }\nskip: [a/d/*]\n\
                    bands:\n  - { from: 60, title: 合格, en: adequate }\n  - { from: 0, title: 差, en: poor }\n\
                    gate: { minimum: 60, fail_on: never, floors: { a: 50 }, veto: [a/c/r], max_drop: 3 }\n";
        let read = |text: &str| profile("p", &node::parse("p.yaml", text).unwrap());
        let first = read(text);
        assert_eq!(format!("{:?}", read(&profile_file(&first))), format!("{first:?}"));
    }
}
