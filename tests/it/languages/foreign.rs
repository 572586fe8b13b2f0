//! What does not belong into a text of one language.

use std::ops::Range;

use aho_corasick::AhoCorasick;
use lawcheck::pack::{Basis, Rule};
use regex::Regex;
use serde_json::Value;

/// Chinese that English output may hold: whole strings from the reports and the names of documents, wherever they
/// stand; and within quotation marks, whatever stands in the reports or the rules.
pub(super) struct Known {
    whole: AhoCorasick,
    quotable: String,
}

/// Fields of results whose values are words of the report, names of documents, or a paragraph to fill in.
const WORDS_OF_OTHERS: [&str; 10] =
    ["metadata", "heading", "number", "quote", "snippet", "headings", "unit", "document", "at", "skeleton"];
/// What damaged words of the samples may have been.
const REPAIRED: [&str; 2] = ["5月16日", "〔2022〕18号"];
/// Shorter strings are words of common use, which count only where nothing else of Chinese stands beside them.
const SHORT: usize = 6;

impl Known {
    /// From results, as JSON, and from the texts that may be quoted.
    pub(super) fn of(results: &[Value], reports: &[String], rules: &[String]) -> Known {
        let mut whole: Vec<String> = reports.iter().flat_map(|r| r.lines()).map(line).collect();
        results.iter().for_each(|result| collect(result, false, &mut whole));
        let years = (2015..=2026).map(|year| year.to_string());
        let open = |words: &&String| words.contains("年度}");
        let filled: Vec<String> = years
            .flat_map(|year| {
                let fill = |words: &String| words.replace("{年度}", &year).replace("{下一年度}", &year);
                whole.iter().filter(open).map(fill).collect::<Vec<_>>()
            })
            .collect();
        whole.extend(filled);
        Known::with(whole, [reports, rules, &REPAIRED.map(str::to_string)].concat().join("\n"))
    }

    /// From one rule: search words, script, examples, the paragraph to fill in and the basis.
    pub(super) fn of_rule(rule: &Rule, yaml: &str) -> Known {
        let Basis { document, number, at, .. } = &rule.basis;
        let mut whole = vec![document.clone(), number.clone(), at.clone()];
        let script = rule.judge_text.iter().map(String::as_str);
        let skeleton = rule.belongs.iter().map(|b| b.skeleton.as_str());
        let examples =
            rule.examples.iter().flat_map(|e| [Some(&e.text), e.report.as_ref(), e.heading.as_ref()]);
        let texts = script.chain(skeleton).chain(examples.flatten().map(String::as_str));
        whole.extend(texts.flat_map(|text| text.lines().chain([text])).map(line));
        Known::with(whole, yaml.to_string())
    }

    fn with(mut whole: Vec<String>, quotable: String) -> Known {
        whole.retain(|words| words.chars().any(is_han));
        whole.sort();
        whole.dedup();
        Known { whole: AhoCorasick::new(whole).unwrap(), quotable }
    }

    /// The places of a text that are Chinese without leave.
    pub(super) fn chinese_in(&self, text: &str) -> Vec<String> {
        let mut allowed = vec![false; text.len()];
        let words: Vec<Range<usize>> = self.whole.find_overlapping_iter(text).map(|m| m.range()).collect();
        let (short, long): (Vec<_>, Vec<_>) =
            words.into_iter().partition(|w| text[w.clone()].chars().count() < SHORT);
        long.into_iter().for_each(|w| allowed[w].fill(true));
        for word in short {
            let open = |beside: Option<(usize, char)>, edge: Option<char>| {
                edge.is_some_and(is_han) && beside.is_some_and(|(at, c)| is_han(c) && !allowed[at])
            };
            let before = text[..word.start].char_indices().next_back();
            let after = text[word.end..].char_indices().next().map(|(at, c)| (word.end + at, c));
            let inner = &text[word.clone()];
            if !open(before, inner.chars().next()) && !open(after, inner.chars().next_back()) {
                allowed[word].fill(true);
            }
        }
        for quoted in Regex::new("“([^“”]*)”|`([^`]*)`").unwrap().captures_iter(text) {
            let words = quoted.get(1).or(quoted.get(2)).unwrap();
            if self.quotable.contains(words.as_str().trim_end_matches('…')) {
                allowed[words.range()].fill(true);
            }
        }
        let mut left: Vec<usize> =
            text.char_indices().filter(|(at, c)| is_han(*c) && !allowed[*at]).map(|(at, _)| at).collect();
        left.dedup_by_key(|at| text[..*at].rfind('\n'));
        left.into_iter().map(|at| around(text, at)).collect()
    }
}

/// Runs of three or more English words, commands and code left out.
pub(super) fn english_in(text: &str) -> Vec<String> {
    let code = Regex::new(r"(?s)```.*?```|`[^`]*`|lawcheck(?: [a-z-]+)+|<[a-z][^>]*>").unwrap();
    let text = code.replace_all(text, "");
    let sentence = Regex::new(r"[A-Za-z]{2,}(?:[ ,;:]{1,2}[a-z]{2,}){2,}").unwrap();
    sentence.find_iter(&text).map(|found| around(&text, found.start())).collect()
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

fn line(text: &str) -> String {
    text.trim().to_string()
}

/// A few words around a place, on its line.
fn around(text: &str, at: usize) -> String {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let before: Vec<char> = text[start..at].chars().rev().take(40).collect();
    let after = text[at..].lines().next().unwrap_or("").chars().take(30);
    before.into_iter().rev().chain(after).collect()
}

fn collect(value: &Value, wanted: bool, out: &mut Vec<String>) {
    match value {
        Value::String(words) if wanted => out.extend(words.lines().map(line)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, wanted, out)),
        // The fields of the metadata and of a snippet are strings themselves.
        Value::Object(fields) if wanted => fields.values().for_each(|field| collect(field, true, out)),
        Value::Object(fields) => {
            for (name, field) in fields {
                collect(field, WORDS_OF_OTHERS.contains(&name.as_str()), out);
            }
        }
        _ => {}
    }
}
