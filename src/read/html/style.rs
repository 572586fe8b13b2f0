//! Which elements a page hides.
//!
//! Comes in: `style` attributes and the text of style sheets. Goes out: yes or no per element. Only simple
//! selectors can hide; whatever is unclear is shown, because lost text is worse than a line too many.

use std::collections::HashMap;

use super::tree::Element;

/// Rules beyond this number are not read.
const MAX_RULES: usize = 20_000;
/// Selectors of more names are not read.
const MAX_PARTS: usize = 8;
/// Rules beyond this number that end in the same name are not read.
const MAX_RULES_A_NAME: usize = 64;

/// Whether a list of declarations hides its element.
pub(super) fn hides(declarations: &str) -> bool {
    visibility(declarations) == Some(false)
}

/// Whether a list of declarations makes its element a block of its own.
pub(super) fn makes_block(declarations: &str) -> bool {
    let display = |(name, value): (&str, &str)| {
        name.eq_ignore_ascii_case("display")
            && ["block", "flex", "grid", "list-item", "table"].iter().any(|b| value.eq_ignore_ascii_case(b))
    };
    pairs(declarations).any(display)
}

/// Whether line ends of the file are displayed.
pub(super) fn keeps_lines(declarations: &str) -> bool {
    let pre = |v: &str| v.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("pre"));
    pairs(declarations).any(|(name, value)| name.eq_ignore_ascii_case("white-space") && pre(value))
}

/// The value of one property.
pub(super) fn value<'a>(declarations: &'a str, property: &str) -> Option<&'a str> {
    pairs(declarations).find(|(name, _)| name.eq_ignore_ascii_case(property)).map(|(_, value)| value)
}

fn pairs(declarations: &str) -> impl Iterator<Item = (&str, &str)> {
    declarations.split(';').filter_map(|d| d.split_once(':')).map(|(name, value)| {
        let value = value.trim();
        (name.trim(), value.strip_suffix("!important").unwrap_or(value).trim())
    })
}

/// `Some(false)` hidden, `Some(true)` shown, `None` when nothing is said.
fn visibility(declarations: &str) -> Option<bool> {
    let mut shown = None;
    for (name, value) in pairs(declarations) {
        let name = name.to_ascii_lowercase();
        let value = value.to_ascii_lowercase();
        match (name.as_str(), value.as_str()) {
            ("display", "none") | ("visibility", "hidden" | "collapse") | ("mso-hide", "all") => {
                shown = Some(false);
            }
            ("display", _) if shown.is_none() => shown = Some(true),
            _ => {}
        }
    }
    shown
}

/// The rules of all style sheets that hide or show, by the class, id or tag that they need.
#[derive(Debug, Default)]
pub(super) struct Sheets {
    rules: HashMap<String, Vec<Rule>>,
    count: usize,
}

#[derive(Debug)]
struct Rule {
    parts: Vec<String>,
    weight: usize,
    order: usize,
    shown: bool,
}

impl Sheets {
    /// Add a sheet; rules that apply only to some media are left out.
    pub(super) fn add(&mut self, sheet: &str) {
        let sheet = without_comments(sheet);
        let mut rest = sheet.as_str();
        while let Some((selectors, after)) = rest.split_once('{') {
            let selectors = selectors.rsplit(['}', ';']).next().unwrap_or(selectors).trim();
            if selectors.starts_with('@') {
                rest = after_block(after);
                continue;
            }
            let Some((declarations, after)) = after.split_once('}') else { return };
            rest = after;
            if let Some(shown) = visibility(declarations) {
                selectors.split(',').for_each(|s| self.add_rule(s, shown));
            }
        }
    }

    fn add_rule(&mut self, selector: &str, shown: bool) {
        let selector = selector.trim();
        let last = selector.rsplit([' ', '>', '+', '~', '\n', '\t']).next().unwrap_or("");
        let simple = last.len() == selector.len();
        // A rule about descendants or states may not apply; to show too much does no harm.
        if self.count >= MAX_RULES || last.is_empty() || last.contains([':', '[', '*']) || (!simple && !shown)
        {
            return;
        }
        let parts = parts(last);
        if parts.len() > MAX_PARTS {
            return;
        }
        let weight = parts.iter().map(|p| if p.starts_with('#') { 100 } else { 10 }).sum();
        let Some(key) = parts.last().cloned() else { return };
        let rules = self.rules.entry(key).or_default();
        if rules.len() < MAX_RULES_A_NAME {
            self.count += 1;
            rules.push(Rule { parts, weight, order: self.count, shown });
        }
    }

    /// Whether an element is hidden by attribute or sheet.
    pub(super) fn hide(&self, element: &Element) -> bool {
        if element.attribute("hidden").is_some() {
            return true;
        }
        match element.attribute("style").and_then(visibility) {
            Some(shown) => !shown,
            None => !self.rules.is_empty() && self.hidden_by_rule(element),
        }
    }

    fn hidden_by_rule(&self, element: &Element) -> bool {
        let mut names = vec![element.tag().to_string()];
        names.extend(element.attribute("id").map(|id| format!("#{id}")));
        let classes = element.attribute("class").unwrap_or("").split_ascii_whitespace().take(32);
        names.extend(classes.map(|class| format!(".{class}")));
        names
            .iter()
            .filter_map(|name| self.rules.get(name))
            .flatten()
            .filter(|rule| rule.parts.iter().all(|part| names.contains(part)))
            .max_by_key(|rule| (rule.weight, rule.order))
            .is_some_and(|rule| !rule.shown)
    }
}

fn without_comments(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.replace("<!--", "").replace("-->", "")
}

/// `p.a#b` as `p`, `.a`, `#b`.
fn parts(selector: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for c in selector.chars() {
        match out.last_mut() {
            Some(part) if !matches!(c, '.' | '#') => part.push(c),
            _ => out.push(c.to_string()),
        }
    }
    out
}

/// What follows the block whose opening brace was just read.
fn after_block(text: &str) -> &str {
    let mut depth = 1usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return text.get(at + 1..).unwrap_or("");
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;
    use html5ever::{QualName, ns};
    use std::rc::Rc;

    fn element(tag: &str, attributes: &[(&str, &str)]) -> Element {
        Element {
            name: Rc::new(QualName::new(None, ns!(html), tag.into())),
            attributes: attributes.iter().map(|(n, v)| (Box::from(*n), (*v).into())).collect(),
        }
    }

    fn hidden(sheet: &str, attributes: &[(&str, &str)]) -> bool {
        let mut sheets = Sheets::default();
        sheets.add(sheet);
        sheets.hide(&element("p", attributes))
    }

    #[test]
    fn attributes_hide() {
        assert!(hidden("", &[("style", "color:red; DISPLAY : none !important")]));
        assert!(hidden("", &[("style", "mso-hide:all")]));
        assert!(hidden("", &[("hidden", "")]));
        assert!(!hidden("", &[("style", "display:block")]));
    }

    #[test]
    fn simple_rules_hide_and_stronger_ones_show() {
        let sheet = "/* a */ .x,p#y{display:none} .x.on{display:block}";
        assert!(hidden(sheet, &[("class", "a x")]));
        assert!(hidden(sheet, &[("id", "y")]));
        assert!(!hidden(sheet, &[("class", "x on")]));
        assert!(!hidden(sheet, &[("class", "x"), ("style", "display:block")]));
    }

    #[test]
    fn what_is_unclear_is_shown() {
        assert!(!hidden("@media print{.x{display:none}} .y{color:red}", &[("class", "x")]));
        assert!(!hidden(".tab .x{display:none} .x:hover{display:none}", &[("class", "x")]));
        assert!(hidden("@import 'a.css'; .x{display:none}", &[("class", "x")]));
    }
}
