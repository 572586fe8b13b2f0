//! Words as they may stand in a page.

use crate::write::escape::clean;

/// Text without markup, also fit for the value of an attribute.
pub(in crate::write) fn esc(words: &str) -> String {
    let words = clean(words);
    let mut out = String::with_capacity(words.len());
    push(&words, &mut out);
    out
}

fn push(words: &str, out: &mut String) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

/// Words of a paragraph whose lines were joined: no blank between ideographs where the line broke.
pub(super) fn flow(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut lines = words.split(['\n', '\r']).filter(|l| !l.is_empty()).peekable();
    while let Some(line) = lines.next() {
        push(&clean(line), &mut out);
        let next = lines.peek().and_then(|l| l.chars().next());
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if latin(line.chars().next_back()) && latin(next) {
            out.push(' ');
        }
    }
    out
}

/// A share of a whole in percent, for widths.
pub(super) fn percent(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { (part / whole * 100.0).clamp(0.0, 100.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_becomes_markup() {
        assert_eq!(esc("<script>\"&'\u{0}"), "&lt;script&gt;&quot;&amp;&#39;");
    }

    #[test]
    fn joined_lines_get_a_blank_between_latin_words_only() {
        assert_eq!(flow("执法\n力量"), "执法力量");
        assert_eq!(flow("rule\r\nof law"), "rule of law");
    }
}
