//! Numbers that a browser shows before the items of an ordered list.

use super::style;
use super::tree::Element;
use crate::read::numerals;

/// The count of one list.
#[derive(Debug)]
pub(super) struct Counter {
    next: u32,
    kind: Kind,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    None,
    Decimal,
    Letter { upper: bool },
    Roman { upper: bool },
    Chinese,
}

/// The counter of a list element; `None` for anything else. Lists without numbers have one that is silent.
pub(super) fn counter(element: &Element) -> Option<Counter> {
    let ordered = match element.tag() {
        "ol" => true,
        "ul" | "menu" | "dir" => false,
        _ => return None,
    };
    let next = element.attribute("start").and_then(|s| s.trim().parse().ok()).unwrap_or(1);
    let kind = if ordered { kind(element) } else { Kind::None };
    Some(Counter { next, kind })
}

fn kind(element: &Element) -> Kind {
    let style = element.attribute("style").unwrap_or("");
    let named = style::value(style, "list-style-type").or_else(|| style::value(style, "list-style"));
    let named = named.or_else(|| element.attribute("type")).unwrap_or("decimal");
    match named {
        "a" | "lower-alpha" | "lower-latin" => Kind::Letter { upper: false },
        "A" | "upper-alpha" | "upper-latin" => Kind::Letter { upper: true },
        "i" | "lower-roman" => Kind::Roman { upper: false },
        "I" | "upper-roman" => Kind::Roman { upper: true },
        "1" | "decimal" => Kind::Decimal,
        n if ["cjk", "chinese", "ideographic", "japanese"].iter().any(|c| n.contains(c)) => Kind::Chinese,
        _ => Kind::None,
    }
}

impl Counter {
    /// The number of the next item, with its mark.
    pub(super) fn next(&mut self, item: &Element) -> Option<String> {
        let given = item.attribute("value").and_then(|v| v.trim().parse().ok());
        let n: u32 = given.unwrap_or(self.next);
        self.next = n.saturating_add(1);
        match self.kind {
            Kind::None => None,
            Kind::Decimal => Some(format!("{n}.")),
            Kind::Letter { upper } => Some(format!("{}.", numerals::letters(n, upper))),
            Kind::Roman { upper } => Some(format!("{}.", numerals::roman(n, upper))),
            Kind::Chinese => Some(format!("{}、", numerals::chinese(n))),
        }
    }
}
