//! The two dates of a report: when it was written, and when it was published.

use super::{Basis, Found, Material, Metadata};
use crate::report::paragraph::{Paragraph, Zone};
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
    let dated = |p: &&Paragraph| body::is_date_line(material.words(p));
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

/// What stands after a label on a line of the page, up to the end of the line, or on the next line if the label ends
/// its own; a folded span. `今天是` in front of a date marks the visitor's day, which says nothing of the report.
pub(super) fn labelled(material: &Material<'_>, labels: &[&str]) -> Option<Span> {
    let page = |p: &&Paragraph| matches!(p.zone, Zone::Boilerplate | Zone::Front);
    let mut lines = material.paragraphs.iter().filter(page).peekable();
    while let Some(line) = lines.next() {
        let next = lines.peek().copied();
        if material.words(line).contains("今天是") {
            continue;
        }
        if let Some(value) = labels.iter().find_map(|label| value(material, line, next, label)) {
            return Some(value);
        }
    }
    None
}

/// What stands after a label on this line, or on the next one.
fn value(material: &Material<'_>, line: &Paragraph, next: Option<&Paragraph>, label: &str) -> Option<Span> {
    let words = material.words(line);
    let rest = words.get(words.find(label)? + label.len()..)?;
    let value = rest.trim_start_matches([':', ']', ' ', '>']);
    if value.is_empty() {
        return next.filter(|next| !is_label(material.words(next))).map(|next| next.span);
    }
    let end = line.span.end as usize;
    (!value.starts_with('[')).then(|| Span::new(end - value.len(), end))
}

/// Whether a line of the page is the label of a value.
fn is_label(words: &str) -> bool {
    const ENDS: [&str; 12] = [
        "日期",
        "时间",
        "机构",
        "机关",
        "单位",
        "字号",
        "文号",
        "分类",
        "索引号",
        "有效性",
        "名称",
        "主题词",
    ];
    let words = words.trim_end_matches([':', ']', ' ']);
    ENDS.iter().any(|end| words.ends_with(end))
}

#[cfg(test)]
mod tests {
    use crate::report::testing::whole;

    const REPORT: &str = "临江县人民政府关于2024年法治政府建设情况的报告\n一、主要举措和成效\n培训3次。\n二、存在的问题\n力量不足。\n";

    fn seen(page: &str) -> [Option<String>; 3] {
        let data = whole(&format!("{page}\n{REPORT}")).metadata;
        [
            data.date_written.map(|d| d.value.to_string()),
            data.date_published.map(|d| d.value.to_string()),
            data.document_number.map(|n| n.value),
        ]
    }

    #[test]
    fn a_value_stands_beside_its_label_or_below() {
        let want = [Some("2025-03-18"), Some("2025-03-23"), Some("临政[2025]15号")];
        let want = want.map(|v| v.map(ToString::to_string));
        assert_eq!(seen("成文日期:2025-03-18\n发布日期:2025-03-23\n发文字号:临政[2025]15号"), want);
        assert_eq!(seen("成文日期\n2025-03-18\n发布日期\n2025-03-23\n发文字号\n临政[2025]15号"), want);
    }

    #[test]
    fn a_label_without_a_value_leaves_the_line_to_the_others() {
        let report = whole(&format!(
            "[发布机构] [发文机关]临江县人民政府 [有效性]有效\n{}",
            REPORT.replace("临江县人民政府", "")
        ));
        assert_eq!(report.metadata.region.county.as_deref(), Some("临江县"));
    }

    #[test]
    fn a_label_without_a_value_takes_none_from_the_next_label() {
        assert_eq!(
            seen("成文日期\n发布日期\n2025-03-23\n发文字号\n有效性\n有效"),
            [None, Some("2025-03-23".to_string()), None]
        );
    }
}
