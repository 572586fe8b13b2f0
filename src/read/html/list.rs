//! Numbers that a browser shows before the items of an ordered list.

use super::style;
use super::tree::Element;
use crate::read::numerals::Numeral;

/// The count of one list.
#[derive(Debug)]
pub(super) struct Counter {
    next: u32,
    numeral: Numeral,
}

/// The counter of a list element; `None` for anything else. Lists without numbers have one that is silent.
pub(super) fn counter(element: &Element) -> Option<Counter> {
    let numeral = match element.tag() {
        "ol" => numeral(element),
        "ul" | "menu" | "dir" => Numeral::None,
        _ => return None,
    };
    let next = element.attribute("start").and_then(|s| s.trim().parse().ok()).unwrap_or(1);
    Some(Counter { next, numeral })
}

fn numeral(element: &Element) -> Numeral {
    let style = element.attribute("style").unwrap_or("");
    let named = style::value(style, "list-style-type").or_else(|| style::value(style, "list-style"));
    match named.or_else(|| element.attribute("type")).unwrap_or("decimal") {
        "a" | "lower-alpha" | "lower-latin" => Numeral::LowerLetter,
        "A" | "upper-alpha" | "upper-latin" => Numeral::UpperLetter,
        "i" | "lower-roman" => Numeral::LowerRoman,
        "I" | "upper-roman" => Numeral::UpperRoman,
        "1" | "decimal" => Numeral::Decimal,
        n if ["cjk", "chinese", "ideographic", "japanese"].iter().any(|c| n.contains(c)) => Numeral::Chinese,
        _ => Numeral::None,
    }
}

impl Counter {
    /// The number of the next item, with its mark.
    pub(super) fn next(&mut self, item: &Element) -> Option<String> {
        let given = item.attribute("value").and_then(|v| v.trim().parse().ok());
        let n: u32 = given.unwrap_or(self.next);
        self.next = n.saturating_add(1);
        match self.numeral {
            Numeral::None => None,
            Numeral::Chinese => Some(Numeral::Chinese.write(n) + "、"),
            numeral => Some(numeral.write(n) + ". "),
        }
    }
}
