//! The two dates of a report: when it was written, and when it was published.

use super::{Basis, Found, Material, Metadata};
use crate::report::paragraph::Zone;
use crate::report::{body, calendar};
use crate::text::Span;

/// Labels of a publication date, the surest first.
const PUBLISHED: [&str; 8] =
    ["发布日期", "发布时间", "公开日期", "公开时间", "发文日期", "发文时间", "更新时间", "日期"];
/// Labels of the date of the document itself.
const WRITTEN: [&str; 3] = ["成文日期", "成文时间", "生成日期"];

pub(super) fn fill(material: &Material<'_>, out: &mut Metadata) {
    out.date_written =
        signed_date(material).or_else(|| beside(material, &WRITTEN)).or_else(|| front_date(material));
    out.date_published = beside(material, &PUBLISHED).or_else(|| bare_date(material));
}

/// The date under the signature.
fn signed_date(material: &Material<'_>) -> Option<Found<jiff::civil::Date>> {
    let dated = |p: &&crate::report::Paragraph| body::is_date_line(material.words(p));
    let paragraph = material.zone(Zone::Tail).filter(dated).last()?;
    at_line(material, paragraph.span, Basis::Stated)
}

/// A date in brackets above the body, as documents adopted by a meeting carry it.
fn front_date(material: &Material<'_>) -> Option<Found<jiff::civil::Date>> {
    let paragraph = material.zone(Zone::Front).find(|p| {
        let words = material.words(p);
        words.starts_with('(') && body::is_date_line(words)
    })?;
    at_line(material, paragraph.span, Basis::Stated)
}

fn at_line(material: &Material<'_>, span: Span, basis: Basis) -> Option<Found<jiff::civil::Date>> {
    let (date, range) = calendar::first_date(material.text.slice(span))?;
    let start = span.start as usize;
    Some(material.found(date, Span::new(start + range.start, start + range.end), basis))
}

/// A date under one of these labels, from the properties or from a line of the page.
fn beside(material: &Material<'_>, labels: &[&str]) -> Option<Found<jiff::civil::Date>> {
    for label in labels {
        let property = material.source.properties.iter().find(|p| p.name.contains(label));
        let dated = property.and_then(|p| calendar::first_date(&crate::text::fold_str(&p.value)));
        if let Some((value, _)) = dated {
            return Some(Found { value, span: None, basis: Basis::Beside });
        }
    }
    labels.iter().find_map(|label| {
        let span = labelled(material, &[label])?;
        let (date, len) = calendar::date_at(material.text.slice(span))?;
        let start = span.start as usize;
        Some(material.found(date, Span::new(start, start + len), Basis::Beside))
    })
}

/// A line of the page that is a date and nothing else, between title and body.
fn bare_date(material: &Material<'_>) -> Option<Found<jiff::civil::Date>> {
    let below_title = material.paragraphs.iter().skip_while(|p| p.zone != Zone::Title);
    let head = below_title.take_while(|p| p.zone != Zone::Body);
    let mut dated = head.filter(|p| {
        let words = material.words(p);
        !words.starts_with('(') && body::is_date_line(words)
    });
    dated.find_map(|p| at_line(material, p.span, Basis::Beside))
}

/// What stands after a label on a line of the page, up to the end of the line; a folded span.
/// `今天是` in front of a date marks the visitor's day, which says nothing of the report.
pub(super) fn labelled(material: &Material<'_>, labels: &[&str]) -> Option<Span> {
    let page = material.paragraphs.iter().filter(|p| matches!(p.zone, Zone::Boilerplate | Zone::Front));
    for paragraph in page {
        let words = material.words(paragraph);
        if words.contains("今天是") {
            continue;
        }
        for label in labels {
            let Some(at) = words.find(label) else { continue };
            let after = at + label.len();
            let rest = words.get(after..).unwrap_or("");
            let value = rest.trim_start_matches([':', ']', ' ', '>']);
            let start = after + rest.len() - value.len();
            if value.is_empty() || value.starts_with('[') {
                continue;
            }
            let base = paragraph.span.start as usize;
            return Some(Span::new(base + start, base + words.len()));
        }
    }
    None
}
