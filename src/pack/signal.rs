//! Signals: what a rule looks for, and where.

use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};

use super::{gate, parser};
use crate::text::{Words, fold_str};

/// Zones as a set of bits, in the order of `vocabulary::ZONES`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneSet(pub u16);

impl ZoneSet {
    /// The set of one zone, by its word.
    pub fn of(word: &str) -> Option<ZoneSet> {
        super::vocabulary::ZONES.iter().position(|z| *z == word).map(|i| ZoneSet(1 << i))
    }

    /// Both sets together.
    #[must_use]
    pub fn with(self, other: ZoneSet) -> ZoneSet {
        ZoneSet(self.0 | other.0)
    }

    /// Whether the two share a zone.
    pub fn meets(self, other: ZoneSet) -> bool {
        self.0 & other.0 != 0
    }
}

/// What to do with words inside 《》.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// They name rules and documents and do not count.
    #[default]
    Skip,
    /// They count.
    Keep,
    /// Only they count.
    Only,
}

/// A compiled signal.
#[derive(Debug)]
pub struct Signal {
    /// Its name, a variable of the script.
    pub name: String,
    /// Where it is looked for.
    pub zones: ZoneSet,
    /// Folded words, then patterns; the index of an alternative counts through both.
    pub words: Vec<String>,
    /// Patterns.
    pub patterns: Vec<Pattern>,
    /// Folded words around a hit that make it not count.
    pub except: Vec<String>,
    /// Folded words of which one must stand near.
    pub near: Option<Near>,
    /// Words inside 《》.
    pub names: Names,
}

/// Words that must stand near a hit, in the same sentence.
#[derive(Debug)]
pub struct Near {
    /// Folded words.
    pub words: Vec<String>,
    /// Most characters between.
    pub within: usize,
}

impl Signal {
    /// Number of alternatives.
    pub fn alternatives(&self) -> usize {
        self.words.len() + self.patterns.len()
    }

    /// An alternative as the author wrote it, folded.
    pub fn alternative(&self, index: usize) -> &str {
        self.words
            .get(index)
            .map(String::as_str)
            .or_else(|| self.patterns.get(index - self.words.len()).map(|p| p.source.as_str()))
            .unwrap_or("")
    }
}

/// A regular expression that is compiled when its gate is first seen.
#[derive(Debug)]
pub struct Pattern {
    /// The folded source.
    pub source: String,
    /// Literals of which one stands in every match.
    pub gate: Vec<String>,
    regex: OnceLock<Option<Regex>>,
}

/// Longest pattern, in characters.
const MAX_PATTERN: usize = 512;
/// Compiled size that bounds the worst search to a few milliseconds per report.
const SIZE_LIMIT: usize = 256 << 10;
const DFA_LIMIT: usize = 1 << 20;

impl Pattern {
    /// Check and fold a pattern; `Err` says what is wrong and what to do.
    pub(crate) fn new(source: &str) -> Result<Pattern, (Words, Words)> {
        if source.chars().count() > MAX_PATTERN {
            let message = (
                format!("正则表达式超过 {MAX_PATTERN} 字"),
                format!("regular expression above {MAX_PATTERN} characters"),
            );
            let help = ("请拆成几条,或改用 any 列词", "split it, or list words under any");
            return Err((message.into(), help.into()));
        }
        let folded = fold_pattern(source);
        if folded.contains(' ') {
            let message = (
                "正则表达式含空格,匹配前空白已去掉,永远不会匹配",
                "the regular expression has a blank; blanks are removed before matching, so it never matches",
            );
            return Err((message.into(), ("请删去空格", "delete the blank").into()));
        }
        let gate = match gate::required(&folded) {
            Ok(gate) => gate,
            Err(gate::Fault::Syntax(said)) => {
                let help = ("请对照 regex 语法改正", "see the syntax of the regex crate");
                return Err((parser::regex(&said), help.into()));
            }
            Err(gate::Fault::Never) => {
                let message = ("正则表达式永远不会匹配", "the regular expression never matches");
                let help = ("请检查字符类和次数", "check the character classes and counts");
                return Err((message.into(), help.into()));
            }
            Err(gate::Fault::Open) => {
                let message = (
                    "正则表达式没有必然出现的文字,会拖慢每一份报告",
                    "the regular expression has no text that is in every match; it would slow down every report",
                );
                let help =
                    ("请写入至少一个必然出现的字或词", "write at least one word that is in every match");
                return Err((message.into(), help.into()));
            }
        };
        let pattern = Pattern { source: folded, gate, regex: OnceLock::new() };
        build(&pattern.source).map(|_| pattern).map_err(|_| {
            let message = (
                format!("正则表达式过大,编译后超过 {SIZE_LIMIT} 字节"),
                format!("regular expression too large: above {SIZE_LIMIT} bytes when compiled"),
            );
            let help = ("请缩小次数,例如用 [^。]{0,20}", "use smaller counts, such as [^。]{0,20}");
            (message.into(), help.into())
        })
    }

    /// The compiled pattern; `None` never happens for a pattern that passed `Pattern::new`.
    pub fn regex(&self) -> Option<&Regex> {
        self.regex.get_or_init(|| build(&self.source).ok()).as_ref()
    }
}

fn build(source: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(source).size_limit(SIZE_LIMIT).dfa_size_limit(DFA_LIMIT).nest_limit(50).build()
}

/// Fold the text of a pattern without changing its syntax: a full-width sign stays a sign to look for.
fn fold_pattern(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for c in source.chars() {
        if c.is_ascii() {
            out.push(c);
            continue;
        }
        let folded = fold_str(c.encode_utf8(&mut [0; 4]));
        out.push_str(&regex::escape(&folded));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_signs_are_looked_for_and_not_read_as_syntax() {
        let pattern = Pattern::new("其中\u{ff08}[^\u{ff09}]*\u{ff09}").unwrap();
        assert!(pattern.regex().unwrap().is_match("其中(甲)"));
    }

    #[test]
    fn faults_of_patterns() {
        for bad in ["[甲", "甲 乙", r"\d+", "[^\\s\\S]甲", "(?:甲{1000}){1000}"] {
            assert!(Pattern::new(bad).is_err(), "{bad}");
        }
        assert!(Pattern::new(&"甲".repeat(600)).is_err());
    }
}
