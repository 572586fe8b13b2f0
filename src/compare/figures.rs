//! The same quantity in both reports: unchanged, or out of all proportion.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Twin;
use crate::report::Report;
use crate::report::figures::Figure;
use crate::text::Span;

/// How a figure moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// The very same number.
    Unchanged,
    /// Three times as much or more, or a third or less.
    Jumped,
}

impl Movement {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Movement::Unchanged => "unchanged",
            Movement::Jumped => "jumped",
        }
    }
}

/// A quantity that both reports give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureChange {
    /// What is counted: the words before the figure, and its unit.
    pub about: String,
    /// The figures as printed.
    pub twin: Twin,
    /// Older value.
    pub old: Decimal,
    /// Newer value.
    pub new: Decimal,
    /// How it moved.
    pub movement: Movement,
}

/// Most characters of the words before a figure that name the quantity.
const NAME: usize = 8;
/// Smaller numbers are the same by chance.
const SMALL: i64 = 10;

/// Quantities that stand once in each report, and did not change or jumped.
pub(super) fn changes(old: &Report, new: &Report) -> Vec<FigureChange> {
    let (a, b) = (named(old), named(new));
    let mut out: Vec<FigureChange> = b
        .iter()
        .filter_map(|(name, after)| {
            let before = (*a.get(name)?)?;
            let after = (*after)?;
            let (x, y) = (before.normalised(), after.normalised());
            Some(FigureChange {
                about: name.clone(),
                twin: Twin { old: old.text.to_source(before.span), new: new.text.to_source(after.span) },
                old: x,
                new: y,
                movement: movement(before, x, y)?,
            })
        })
        .collect();
    out.sort_by_key(|c| c.twin.new);
    out
}

fn movement(figure: &Figure, old: Decimal, new: Decimal) -> Option<Movement> {
    let small = Decimal::from(SMALL);
    let three = Decimal::from(3);
    if old == new {
        // A full rate is full every year.
        let full = figure.is_percent() && old == Decimal::from(100);
        return (old >= small && !full).then_some(Movement::Unchanged);
    }
    let (low, high) = if old < new { (old, new) } else { (new, old) };
    (!figure.is_percent() && high >= small * three && low * three <= high).then_some(Movement::Jumped)
}

/// Figures by what they count; a name that stands twice names nothing.
fn named(report: &Report) -> BTreeMap<String, Option<&Figure>> {
    let mut out: BTreeMap<String, Option<&Figure>> = BTreeMap::new();
    for figure in &report.figures {
        if let Some(name) = name(report, figure) {
            out.entry(name).and_modify(|slot| *slot = None).or_insert(Some(figure));
        }
    }
    out
}

/// The words before a figure in its clause, without numbers, and the unit.
fn name(report: &Report, figure: &Figure) -> Option<String> {
    let before = report.text.slice(Span { start: 0, end: figure.span.start });
    let words: Vec<char> = before
        .chars()
        .rev()
        .take_while(|c| !matches!(c, ',' | '。' | ';' | ':' | '、' | '(' | ')' | '\n'))
        .filter(|c| !c.is_ascii_digit())
        .take(NAME)
        .collect();
    let words: String = words.into_iter().rev().collect();
    (words.chars().count() >= 3).then(|| format!("{words} {}", figure.unit))
}
