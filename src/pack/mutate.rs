//! Mutants of a rule: one alternative dropped, one condition flipped. An example should notice each.
//!
//! Comes in: the text of a rule file. Goes out: texts of changed rule files. JSON is YAML, so a changed tree is
//! written as JSON and takes the same way through the loader as the author's file.

use serde_json::{Map, Value as Json, json};

use super::node::{self, Node, Value};
use crate::text::Words;

/// A changed rule.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// What was changed.
    pub change: Words,
    /// The text of the changed rule file.
    pub text: String,
}

/// Words that no text holds, in place of a dropped alternative.
const NOTHING: &str = "\u{e000}\u{e001}";

/// All mutants of a rule file; none for a file that cannot be parsed.
pub fn mutants(file: &str, text: &str) -> Vec<Mutant> {
    let Ok(node) = node::parse(file, text) else { return Vec::new() };
    let whole = json(&node);
    let mut out = alternatives(&whole);
    out.extend(conditions(&whole));
    out
}

fn json(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Bool(b) => json!(b),
        Value::Int(i) => json!(i),
        Value::Float(f) => json!(f),
        Value::Text(t) => json!(t),
        Value::List(items) => Json::Array(items.iter().map(json).collect()),
        Value::Map(entries) => {
            let pairs = entries.iter().map(|(k, v)| (k.text().unwrap_or("").to_string(), json(v)));
            Json::Object(pairs.collect::<Map<_, _>>())
        }
    }
}

/// One word or pattern of one signal dropped, in turn; and one exception dropped, in turn.
fn alternatives(whole: &Json) -> Vec<Mutant> {
    let mut out = Vec::new();
    let signals = whole.get("signals").and_then(Json::as_object);
    for (name, signal) in signals.into_iter().flatten() {
        for key in ["any", "regex", "except"] {
            let count = match signal.get(key) {
                Some(Json::Array(items)) => items.len(),
                Some(Json::String(_)) => 1,
                _ => 0,
            };
            for at in 0..count {
                let mut changed = whole.clone();
                let place = &mut changed["signals"][name.as_str()][key];
                let slot = if place.is_array() { &mut place[at] } else { place };
                let dropped = slot.as_str().unwrap_or("").to_string();
                *slot = json!(NOTHING);
                out.push(Mutant {
                    change: Words::new(
                        format!("{name}.{key} 去掉“{dropped}”"),
                        format!("{name}.{key} without “{dropped}”"),
                    ),
                    text: changed.to_string(),
                });
            }
        }
    }
    out
}

/// Operators and what they are flipped to; longer ones first.
const FLIPS: [(&str, &str); 8] = [
    ("==", "!="),
    ("!=", "=="),
    (">=", "<"),
    ("<=", ">"),
    ("&&", "||"),
    ("||", "&&"),
    (">", "<="),
    ("<", ">="),
];

/// One operator of the script flipped, in turn.
fn conditions(whole: &Json) -> Vec<Mutant> {
    let Some(script) = whole.get("judge").and_then(Json::as_str) else { return Vec::new() };
    flips(script)
        .into_iter()
        .map(|(change, script)| {
            let mut changed = whole.clone();
            changed["judge"] = json!(script);
            Mutant { change, text: changed.to_string() }
        })
        .collect()
}

fn flips(script: &str) -> Vec<(Words, String)> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut quoted = false;
    while let Some(rest) = script.get(at..).filter(|r| !r.is_empty()) {
        let first = rest.chars().next().map_or(1, char::len_utf8);
        if rest.starts_with(['"', '`']) {
            quoted = !quoted;
        } else if !quoted {
            if let Some((from, to)) = FLIPS.iter().find(|(from, _)| rest.starts_with(from)) {
                out.push(replaced(script, at, from, to));
                at += from.len();
                continue;
            }
            if rest.starts_with('!') {
                out.push(replaced(script, at, "!", ""));
            }
            out.extend(plain_condition(script, at, rest));
        }
        at += first;
    }
    out
}

/// `if seen {` turned into `if !(seen) {`, for conditions that hold no operator of their own.
fn plain_condition(script: &str, at: usize, rest: &str) -> Option<(Words, String)> {
    let word =
        script.get(..at).and_then(|b| b.chars().next_back()).is_some_and(|c| c.is_alphanumeric() || c == '_');
    let condition = rest.strip_prefix("if ").filter(|_| !word)?.split('{').next()?;
    let bare = !condition.contains(['"', '`'])
        && !FLIPS.iter().any(|(op, _)| condition.contains(op))
        && !condition.contains('!');
    let from = format!("if {condition}");
    bare.then(|| replaced(script, at, &from, &format!("if !({}) ", condition.trim())))
}

fn replaced(script: &str, at: usize, from: &str, to: &str) -> (Words, String) {
    let (before, after) = (script.get(..at).unwrap_or(""), script.get(at + from.len()..).unwrap_or(""));
    let line = before.matches('\n').count() + 1;
    let text = format!("{before}{to}{after}");
    let (from, to) = (from.trim(), to.trim());
    let change = Words::new(
        format!("脚本第 {line} 行 {from} 改为 {to}"),
        format!("line {line} of the script: {from} turned into {to}"),
    );
    (change, text)
}

/// The text of a pack file with only those exemptions that name the rule.
pub fn keep_exemptions(text: &str, rule: &str) -> String {
    let Ok(node) = node::parse("pack.yaml", text) else { return text.to_string() };
    let mut whole = json(&node);
    let pack = rule.split('/').next().unwrap_or("");
    if let Some(list) = whole.get_mut("exempt").and_then(Json::as_array_mut) {
        for exemption in list.iter_mut() {
            if let Some(rules) = exemption.get_mut("rules").and_then(Json::as_array_mut) {
                rules.retain(|r| super::matches(&format!("{pack}/{}", r.as_str().unwrap_or("")), rule));
            }
        }
        list.retain(|e| e.get("rules").is_some_and(|r| !r.as_array().is_some_and(Vec::is_empty)));
        list.retain(|e| {
            e.get("rules").and_then(Json::as_str).is_none_or(|r| super::matches(&format!("{pack}/{r}"), rule))
        });
    }
    whole.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operator_outside_strings_is_flipped_once() {
        let changed: Vec<String> =
            flips("if a >= 1 && !b { unmet(\"x > y\") }").into_iter().map(|(_, s)| s).collect();
        assert_eq!(
            changed,
            [
                "if a < 1 && !b { unmet(\"x > y\") }",
                "if a >= 1 || !b { unmet(\"x > y\") }",
                "if a >= 1 && b { unmet(\"x > y\") }",
            ]
        );
    }

    #[test]
    fn a_condition_without_operators_is_negated() {
        let changed: Vec<String> = flips("if part.found { met() }").into_iter().map(|(_, s)| s).collect();
        assert_eq!(changed, ["if !(part.found) { met() }"]);
    }

    #[test]
    fn every_alternative_is_dropped_once() {
        let text = "signals:\n  s: { any: [甲, 乙], except: 丙 }\n";
        let changes: Vec<String> = mutants("r.yaml", text).into_iter().map(|m| m.change.zh).collect();
        assert_eq!(changes, ["s.any 去掉“甲”", "s.any 去掉“乙”", "s.except 去掉“丙”"]);
    }
}
