//! From checked nodes to signals. Words that can never match are faults.

use super::compile::{int, text, texts};
use super::error::PackError;
use super::node::Node;
use super::signal::{Names, Near, Pattern, Signal, ZoneSet};
use crate::text::fold_str;

/// The signals of a rule, in the order of the file.
pub(super) fn signals(file: &str, node: &Node, errors: &mut Vec<PackError>) -> Vec<Signal> {
    let entries = node.get("signals").map_or(&[][..], Node::entries);
    entries.iter().map(|(name, body)| signal(file, name, body, errors)).collect()
}

fn signal(file: &str, name: &Node, body: &Node, errors: &mut Vec<PackError>) -> Signal {
    let mut folded = |key: &str| -> Vec<String> {
        texts(body.get(key))
            .into_iter()
            .filter_map(|(t, at)| {
                let word = fold_str(&t);
                if word.trim().is_empty() {
                    let message = (
                        format!("“{t}”去掉空白后没有文字,永远不会匹配"),
                        format!("“{t}” is nothing but blanks and never matches"),
                    );
                    let help = ("请写入要找的文字", "write the text to look for");
                    errors.push(PackError::new(file, at, message, help));
                    return None;
                }
                Some(word)
            })
            .collect()
    };
    let words = folded("any");
    let except = folded("except");
    let mut patterns = Vec::new();
    for (source, at) in texts(body.get("regex")) {
        match Pattern::new(&source) {
            Ok(pattern) => patterns.push(pattern),
            Err((message, help)) => errors.push(PackError::new(file, at, message, help)),
        }
    }
    if body.get("any").is_none() && body.get("regex").is_none() {
        let signal = name.text().unwrap_or("");
        let message = (
            format!("信号“{signal}”没有 any 也没有 regex,永远不会出现"),
            format!("the signal “{signal}” has neither any nor regex and is never seen"),
        );
        errors.push(PackError::new(file, name.at, message, ("请写 any 或 regex", "write any or regex")));
    }
    repeated(file, body, &words, errors);
    let near = body.get("near").map(|n| Near {
        words: texts(n.get("any")).into_iter().map(|(t, _)| fold_str(&t)).collect(),
        within: int(n.get("within")) as usize,
    });
    Signal {
        name: name.text().unwrap_or("").to_string(),
        zones: zones(body, "body"),
        words,
        patterns,
        except,
        near,
        names: match text(body, "names").as_str() {
            "keep" => Names::Keep,
            "only" => Names::Only,
            _ => Names::Skip,
        },
    }
}

/// A word twice in one signal is a slip of the pen, and one that holds another can never be the only hit.
fn repeated(file: &str, body: &Node, words: &[String], errors: &mut Vec<PackError>) {
    for (i, word) in words.iter().enumerate() {
        if let Some(shorter) = words
            .iter()
            .enumerate()
            .find(|(k, w)| *k != i && word.contains(w.as_str()) && (*k < i || *w != word))
        {
            let at = body.get("any").map_or(body.at, |n| n.list().get(i).map_or(n.at, |x| x.at));
            let shorter = shorter.1;
            let message = (
                format!("“{word}”已被“{shorter}”包含,不起作用"),
                format!("“{word}” holds “{shorter}”, which is seen anyway"),
            );
            errors.push(PackError::new(file, at, message, ("请删去其中一个", "delete one of them")));
        }
    }
}

/// The zones under `in`.
pub(super) fn zones(node: &Node, default: &str) -> ZoneSet {
    let named = texts(node.get("in")).into_iter().filter_map(|(t, _)| ZoneSet::of(&t)).reduce(ZoneSet::with);
    named.or_else(|| ZoneSet::of(default)).unwrap_or(ZoneSet(1))
}
