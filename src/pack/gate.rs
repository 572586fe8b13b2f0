//! The literals without which a pattern cannot match.
//!
//! Searching 200 patterns one by one costs more than everything else together. With a literal that every match
//! must hold, a pattern is only tried on sentences that hold it, and never compiled for the other reports.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Hir, HirKind};

/// Why a pattern has no gate.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is not a pattern.
    Syntax(String),
    /// It cannot match anything.
    Never,
    /// It can match without any fixed text.
    Open,
}

/// A set of literals of which one stands in every match.
pub(super) fn required(pattern: &str) -> Result<Vec<String>, Fault> {
    let parsed = ParserBuilder::new().nest_limit(50).build().parse(pattern);
    let hir = parsed.map_err(|e| Fault::Syntax(first_line(&e.to_string())))?;
    if hir.properties().minimum_len().is_none() {
        return Err(Fault::Never);
    }
    literals(&hir).filter(|set| good(set)).ok_or(Fault::Open)
}

/// The line of the parser's message that says what is wrong.
fn first_line(message: &str) -> String {
    message
        .lines()
        .rev()
        .find(|l| !l.trim().is_empty())
        .unwrap_or(message)
        .trim()
        .trim_start_matches("error: ")
        .to_string()
}

/// One ASCII character is no gate: digits and commas stand in every sentence.
fn good(set: &[String]) -> bool {
    !set.is_empty() && set.len() <= 64 && set.iter().all(|l| l.chars().count() >= 2 || !l.is_ascii())
}

/// Better: more characters in the shortest literal, then fewer literals.
fn quality(set: &[String]) -> (usize, usize) {
    let shortest = set.iter().map(|l| l.chars().count()).min().unwrap_or(0);
    (shortest, usize::MAX - set.len())
}

fn literals(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0)
            .ok()
            .map(|text| vec![text.to_string()])
            .filter(|s| !s[0].is_empty()),
        HirKind::Capture(capture) => literals(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min >= 1 => literals(&repetition.sub),
        HirKind::Concat(parts) => {
            parts.iter().filter_map(literals).filter(|set| good(set)).max_by_key(|set| quality(set))
        }
        HirKind::Alternation(branches) => {
            let mut all = Vec::new();
            for branch in branches {
                all.extend(literals(branch)?);
            }
            all.sort();
            all.dedup();
            Some(all)
        }
        HirKind::Class(class) => small_class(class),
        HirKind::Repetition(_) | HirKind::Empty | HirKind::Look(_) => None,
    }
}

/// `[市县区]` is a choice of literals.
fn small_class(class: &regex_syntax::hir::Class) -> Option<Vec<String>> {
    let regex_syntax::hir::Class::Unicode(class) = class else { return None };
    let size: usize = class.iter().map(regex_syntax::hir::ClassUnicodeRange::len).sum();
    if size > 16 {
        return None;
    }
    Some(class.iter().flat_map(|r| r.start()..=r.end()).map(String::from).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate(pattern: &str) -> Vec<String> {
        required(pattern).unwrap()
    }

    #[test]
    fn the_longest_required_literal_is_taken() {
        assert_eq!(gate("受理[^。]{0,20}复议案件"), ["复议案件"]);
        assert_eq!(gate("(不足|问题)(和|与)原因"), ["原因"]);
        assert_eq!(gate("第[一二三]次常务会议"), ["次常务会议"]);
        assert_eq!(gate("讲座|培训"), ["培训", "讲座"]);
    }

    #[test]
    fn patterns_without_fixed_text_are_named() {
        assert_eq!(required(r"\d+[.,]\d+"), Err(Fault::Open));
        assert_eq!(required("(甲)?"), Err(Fault::Open));
        assert_eq!(required(r"[^\s\S]甲"), Err(Fault::Never));
        assert!(matches!(required("(甲"), Err(Fault::Syntax(_))));
    }
}
