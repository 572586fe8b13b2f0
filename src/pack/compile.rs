//! From checked nodes to rules. Every fault that is left is found here, with its place.

use rhai::Engine;

use super::compile_condition::condition;
use super::compile_signal::{signals, zones};
use super::error::{PackError, Position};
use super::example::{self, Expect};
use super::node::{Node, Value};
use super::rule::{Basis, Belongs, Closest, Rule, RuleKind, Severity};
use super::script::{self, Library};
use super::shape;
use super::shapes;
use crate::report::NOTE_KINDS;
use crate::text::{Words, fold_str};

/// What compiling needs besides the file itself.
pub(super) struct Workshop<'a> {
    pub(super) engine: &'a Engine,
    pub(super) library: &'a Library,
    /// English of the messages in the library.
    pub(super) library_english: &'a [(String, String)],
}

/// Compile one rule file.
pub(super) fn rule(
    workshop: &Workshop<'_>,
    id: &str,
    file: &str,
    node: &Node,
) -> Result<Rule, Vec<PackError>> {
    let mut errors = Vec::new();
    shape::check(file, node, &shapes::RULE, &mut errors);
    if !errors.is_empty() {
        return Err(errors);
    }
    let applies = node.get("applies").map(|n| condition(file, n, &mut errors)).unwrap_or_default();
    let signals = signals(file, node, &mut errors);
    let examples = node.get("examples").map(example::examples).unwrap_or_default();
    check_examples(file, node, &examples, &mut errors);
    let judge = node.get("judge");
    if judge.is_none() && signals.is_empty() {
        let message = (
            "规则既没有 signals 也没有 judge,永远不会有结论",
            "the rule has neither signals nor judge and would never decide anything",
        );
        errors.push(PackError::new(
            file,
            node.at,
            message,
            ("请写 signals 或 judge", "write signals or judge"),
        ));
    }
    let rests_on = rests_on(file, node, &mut errors);
    let names: Vec<String> = signals.iter().map(|s| s.name.clone()).collect();
    let script = judge.and_then(|j| {
        let text = j.text().unwrap_or("");
        script::script(workshop.engine, workshop.library, &names, file, j.at, text)
            .map_err(|e| errors.extend(e))
            .ok()
    });
    // A script that does not compile has no messages to hold against the table.
    let english = if errors.is_empty() {
        english(workshop, file, node, script.as_ref(), &mut errors)
    } else {
        Vec::new()
    };
    if !errors.is_empty() {
        return Err(errors);
    }
    let en = node.get("en");
    Ok(Rule {
        id: id.to_string(),
        file: file.to_string(),
        title: words(node, en, "title"),
        kind: RuleKind::ALL.into_iter().find(|k| k.word() == text(node, "kind")).unwrap_or(RuleKind::Quality),
        basis: node.get("basis").map_or_else(empty_basis, basis),
        applies,
        weight: int(node.get("weight")),
        severity: Severity::ALL
            .into_iter()
            .find(|s| s.word() == text(node, "severity"))
            .unwrap_or(Severity::Info),
        first_signal: 0,
        signals,
        judge: script,
        judge_text: judge.and_then(Node::text).map(ToString::to_string),
        advice: words(node, en, "advice"),
        rests_on,
        closest: closest(node),
        belongs: node.get("belongs").map(belongs),
        examples,
        notes: words(node, en, "notes"),
        english,
    })
}

pub(super) fn text(node: &Node, key: &str) -> String {
    node.get(key).and_then(Node::text).unwrap_or("").trim().to_string()
}

pub(super) fn int(node: Option<&Node>) -> u32 {
    let Some(Value::Int(i)) = node.map(|n| &n.value) else { return 0 };
    u32::try_from(*i).unwrap_or(0)
}

/// A text in both languages; without English the Chinese stands for both.
pub(super) fn words(node: &Node, en: Option<&Node>, key: &str) -> Words {
    let zh = text(node, key);
    let english = en.map(|n| text(n, key)).filter(|t| !t.is_empty());
    Words { en: english.unwrap_or_else(|| zh.clone()), zh }
}

/// One text or a list of texts.
pub(super) fn texts(node: Option<&Node>) -> Vec<(String, Position)> {
    let Some(node) = node else { return Vec::new() };
    node.list()
        .iter()
        .chain(node.text().map(|_| node))
        .filter_map(|n| n.text().map(|t| (t.to_string(), n.at)))
        .collect()
}

pub(super) fn basis(node: &Node) -> Basis {
    Basis {
        document: text(node, "document"),
        number: text(node, "number"),
        at: text(node, "at"),
        seen: text(node, "status") == "seen",
    }
}

fn empty_basis() -> Basis {
    Basis { document: String::new(), number: String::new(), at: String::new(), seen: false }
}

fn rests_on(file: &str, node: &Node, errors: &mut Vec<PackError>) -> Vec<&'static str> {
    let mut out = Vec::new();
    for (kind, at) in texts(node.get("rests_on")) {
        let known = NOTE_KINDS.iter().map(|(known, _)| *known).find(|known| *known == kind);
        out.extend(known);
        if known.is_none() {
            let near = shape::nearest(&kind, NOTE_KINDS.iter().map(|(k, _)| *k));
            let all = || Words::new("种类见 docs/reference/notes.md", "see docs/reference/notes.md");
            let help = near.map_or_else(all, shape::meant);
            let message = (format!("没有“{kind}”这种提示"), format!("no kind of note is “{kind}”"));
            errors.push(PackError::new(file, at, message, help));
        }
    }
    out
}

fn closest(node: &Node) -> Vec<Closest> {
    let list = node.get("closest").map_or(&[][..], Node::list);
    list.iter()
        .map(|n| {
            let zh = text(n, "lacks");
            let en = text(n, "lacks_en");
            Closest {
                zones: zones(n, "headings"),
                words: texts(n.get("any")).into_iter().map(|(t, _)| fold_str(&t)).collect(),
                lacks: Words { en: if en.is_empty() { zh.clone() } else { en }, zh },
            }
        })
        .collect()
}

fn belongs(node: &Node) -> Belongs {
    let part = |key: &str| node.get(key).and_then(Node::text).map(ToString::to_string);
    Belongs { part: part("part"), after: part("after"), skeleton: text(node, "skeleton") }
}

fn check_examples(file: &str, node: &Node, examples: &[example::Example], errors: &mut Vec<PackError>) {
    let at = node.get("examples").map_or(node.at, |n| n.at);
    for (need, word) in [(Expect::Met, "met"), (Expect::Unmet, "unmet")] {
        if !examples.iter().any(|e| e.expect == need) {
            let message = (format!("没有 {word} 的示例"), format!("no example of {word}"));
            let line = format!("“- {word}: {{ text: … }}”");
            errors.push(PackError::new(file, at, message, (format!("请补写{line}"), format!("add {line}"))));
        }
    }
    for (_, body) in
        node.get("examples").map_or(&[][..], Node::list).iter().filter_map(|c| c.entries().first())
    {
        if let Some(date) = body
            .get("published")
            .filter(|d| d.text().is_some_and(|t| t.parse::<jiff::civil::Date>().is_err()))
        {
            let typed = date.text().unwrap_or("");
            let message = (format!("日期“{typed}”写法有误"), format!("“{typed}” is no date"));
            let help = ("写法:\"2025-03-31\"", "write it as \"2025-03-31\"");
            errors.push(PackError::new(file, date.at, message, help));
        }
    }
}

/// English of every message; a rule that has English at all must have all of it.
fn english(
    workshop: &Workshop<'_>,
    file: &str,
    node: &Node,
    script: Option<&script::Script>,
    errors: &mut Vec<PackError>,
) -> Vec<(String, String)> {
    let Some(en) = node.get("en") else { return Vec::new() };
    let table = en.get("messages").map_or(&[][..], Node::entries);
    let mut out: Vec<(String, String)> = table
        .iter()
        .map(|(k, v)| (k.text().unwrap_or("").to_string(), v.text().unwrap_or("").to_string()))
        .collect();
    let messages = script.map_or(&[][..], |s| s.messages.as_slice());
    for message in messages.iter().filter(|m| !m.is_empty()) {
        let known = out.iter().chain(workshop.library_english).any(|(zh, _)| zh == message);
        if !known {
            let text =
                (format!("信息“{message}”没有英文"), format!("no English for the message “{message}”"));
            let help = ("请在 en.messages 里补写", "add it to en.messages");
            errors.push(PackError::new(file, en.at, text, help));
        }
    }
    for (zh, _) in &out {
        if !messages.contains(zh) {
            let text = (
                format!("en.messages 里的“{zh}”在脚本里没有"),
                format!("“{zh}” in en.messages is not in the script"),
            );
            let help = ("请删去,或与脚本里的信息写得一致", "drop it, or write it as in the script");
            errors.push(PackError::new(file, en.at, text, help));
        }
    }
    out.extend(workshop.library_english.iter().cloned());
    out
}
