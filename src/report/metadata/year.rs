//! The report year. The newest year in a report is usually the next one, so the place of a year decides.

use super::{Basis, Found, Material};
use crate::report::paragraph::Zone;
use crate::text::Span;

/// From the title, else from the opening sentence, else from the headings.
pub(super) fn find(material: &Material<'_>, title: Option<Span>) -> Option<Found<i16>> {
    title
        .and_then(|span| year_in(material, span, Basis::Stated).or_else(|| quoted_year(material, span)))
        .or_else(|| heading_year(material))
        .or_else(|| opening_year(material))
        .or_else(|| plan_year(material))
}

fn year_in(material: &Material<'_>, span: Span, basis: Basis) -> Option<Found<i16>> {
    let words = material.text.slice(span);
    let (year, range) = years(words).next()?;
    let start = span.start as usize;
    Some(material.found(year, Span::new(start + range.start, start + range.end), basis))
}

/// `关于报送《甲县2023年度法治政府建设情况报告》的报告`.
fn quoted_year(material: &Material<'_>, title: Span) -> Option<Found<i16>> {
    let words = material.text.slice(title);
    let (start, end) = (words.find('《')? + '《'.len_utf8(), words.find('》')?);
    let inner = words.get(start..end).filter(|inner| super::title::is_title(inner))?;
    let from = title.start as usize + start;
    year_in(material, Span::new(from, from + inner.len()), Basis::Stated)
}

/// A heading on measures or shortcomings that names its year.
fn heading_year(material: &Material<'_>) -> Option<Found<i16>> {
    material.headings.iter().filter(|h| h.depth <= 2).find_map(|h| {
        let roles = crate::report::roles::roles(material.text.slice(h.title), None);
        let past = (roles.measures || roles.shortcomings || roles.duties) && !roles.plan;
        if past { year_in(material, h.title, Basis::Inferred) } else { None }
    })
}

/// The first sentence of the body that begins with a year, or ends by naming one.
fn opening_year(material: &Material<'_>) -> Option<Found<i16>> {
    let mut opening = material.zone(Zone::Body).take(3).filter(|p| {
        crate::report::numbering::number(material.words(p)).is_none() && material.words(p).chars().count() > 8
    });
    opening.find_map(|p| year_in(material, p.span, Basis::Inferred))
}

/// The plan's heading names the year after the report year.
fn plan_year(material: &Material<'_>) -> Option<Found<i16>> {
    material.headings.iter().filter(|h| h.depth == 1).rev().find_map(|h| {
        let title = material.text.slice(h.title);
        let plan = ["安排", "打算", "思路", "计划", "重点", "设想"].iter().any(|w| title.contains(w));
        let mut found = if plan { year_in(material, h.title, Basis::Inferred) } else { None }?;
        found.value -= 1;
        Some(found)
    })
}

/// Years written as such (`2021年`, `2021年度`), without those of programmes (`2021-2025年`, `十四五`) and of names in 《》.
pub(in crate::report) fn years(text: &str) -> impl Iterator<Item = (i16, std::ops::Range<usize>)> + '_ {
    let mut quoted = 0i32;
    text.char_indices().filter_map(move |(at, c)| {
        match c {
            '《' => quoted += 1,
            '》' => quoted -= 1,
            _ => {}
        }
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let starts = c.is_ascii_digit()
            && !before.is_some_and(|b| b.is_ascii_digit() || matches!(b, '-' | '~' | '至' | '.' | '['));
        if quoted > 0 || !starts {
            return None;
        }
        let year: i16 = text.get(at..at + 4)?.parse().ok().filter(|y| (1990..=2100).contains(y))?;
        let after = text.get(at + 4..)?;
        after.starts_with('年').then(|| (year, at..at + 4 + '年'.len_utf8()))
    })
}

/// Bytes of a year at the start of a title (`2020年`, `2020年度`).
pub(super) fn leading_year(title: &str) -> usize {
    let Some((_, range)) = years(title).next().filter(|(_, r)| r.start == 0) else { return 0 };
    let rest = title.get(range.end..).unwrap_or("");
    range.end + if rest.starts_with('度') { '度'.len_utf8() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programme_spans_and_names_are_not_report_years() {
        let text = "落实《法治政府建设实施纲要(2021-2025年)》,2015-2020年纲要,2021年度全区";
        assert_eq!(years(text).map(|(y, _)| y).collect::<Vec<_>>(), [2021]);
    }
}
