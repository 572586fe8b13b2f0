//! Levels of headings against the order 一、(一)1.(1): a level left out, or one that stands under a lower one.

use std::collections::BTreeSet;

use crate::report::{Heading, Notation, Note, Report};
use crate::text::Place;

/// Each odd step once, where it is first made.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let mut seen: BTreeSet<(Notation, Notation)> = BTreeSet::new();
    let mut out = Vec::new();
    let mut open: Vec<&Heading> = Vec::new();
    for heading in report.headings.iter().filter(|h| h.value > 0) {
        open.retain(|h| h.depth < heading.depth);
        if let Some(above) = open.last() {
            let step = (above.notation, heading.notation);
            if is_odd(step.0, step.1) && seen.insert(step) {
                out.push(note(report, heading, step.0));
            }
        }
        let inside = (Notation::Ordinal, Notation::Arabic);
        if heading.notation == inside.0 && holds_arabic(report, heading) && seen.insert(inside) {
            out.push(note(report, heading, Notation::Ordinal));
        }
        open.push(heading);
    }
    out
}

/// Spoken numbers (`一是`) are no level; `第一,` is none either, and nothing official may stand under it.
fn is_odd(above: Notation, below: Notation) -> bool {
    if below == Notation::Shi || below == Notation::Ordinal {
        return false;
    }
    below.level() != above.level() + 1
}

/// `第一,…。1.…2.…` in one paragraph.
fn holds_arabic(report: &Report, heading: &Heading) -> bool {
    let paragraph = report.paragraphs.get(heading.paragraph).map_or("", |p| report.text.slice(p.span));
    ["。1.", ":1.", ";1."].iter().any(|sign| paragraph.contains(sign))
}

fn note(report: &Report, heading: &Heading, above: Notation) -> Note {
    let name = |n: Notation| match n {
        Notation::Dun => "一、",
        Notation::Bracket => "(一)",
        Notation::Arabic => "1.",
        Notation::ArabicBracket => "(1)",
        Notation::Ordinal => "第一,",
        Notation::Shi => "一是",
    };
    let below = if heading.notation == Notation::Ordinal { Notation::Arabic } else { heading.notation };
    let span = report.text.to_source(heading.number.cover(heading.title));
    Note::new(
        "level-order",
        Place::Span(span),
        format!("“{}”之下用“{}”,与通行的层次序数“一、”“(一)”“1.”“(1)”不同", name(above), name(below)),
        format!(
            "“{}” stands under “{}”, not in the usual order “一、”, “(一)”, “1.”, “(1)”",
            name(below),
            name(above)
        ),
    )
}

#[cfg(test)]
mod tests {
    use crate::report::testing::noted;

    #[test]
    fn a_level_left_out_or_inverted_is_noted_once() {
        assert_eq!(noted("1.加强领导\n召开会议。\n2.规范执法\n检查。", &["level-order"]), ["level-order"]);
        assert_eq!(
            noted("(一)领导\n第一,深化改革。1.清理证明。2.搭建平台。", &["level-order"]),
            ["level-order"]
        );
    }

    #[test]
    fn the_usual_order_and_spoken_numbers_are_not() {
        let text = "(一)领导\n1.召开会议\n(1)研究议题。\n(二)执法\n一是开展检查。\n二是组织培训。";
        assert_eq!(noted(text, &["level-order"]), [""; 0]);
    }
}
