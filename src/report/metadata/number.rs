//! The document number: `揭榕委〔2022〕3号`, as a line of its own, or beside the text.

use super::{Basis, Found, Material, dates};
use crate::report::paragraph::Zone;
use crate::text::{Span, fold_str};

/// Whether a folded line is a document number and nothing else.
pub(in crate::report) fn is_number(line: &str) -> bool {
    range(line).is_some_and(|r| r.start == 0 && r.end == line.len())
}

/// `揭榕委[2022]3号`, with brackets of any kind.
fn range(line: &str) -> Option<std::ops::Range<usize>> {
    let end = line.find('号')? + '号'.len_utf8();
    let head = line.get(..end - '号'.len_utf8())?;
    let serial = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let open = serial.trim_end_matches('第').strip_suffix([']', ')', '>'])?;
    let code = open.get(..open.len().checked_sub(5)?)?;
    let year = open.get(code.len()..)?;
    let bracket = year.starts_with(['[', '(', '<']) && year.get(1..)?.bytes().all(|b| b.is_ascii_digit());
    let start = code
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + code.get(at..).and_then(|r| r.chars().next()).map_or(1, char::len_utf8));
    let agency = code.get(start..)?.chars().count();
    (bracket && head.len() > serial.len() && (1..=16).contains(&agency)).then_some(start..end)
}

/// The report's own number: a line above the body, else the page's information table, else a labelled line.
pub(super) fn find(material: &Material<'_>) -> Option<Found<String>> {
    front(material).or_else(|| property(material)).or_else(|| labelled(material))
}

fn front(material: &Material<'_>) -> Option<Found<String>> {
    material.zone(Zone::Front).find_map(|p| {
        let range = range(material.words(p))?;
        let start = p.span.start as usize;
        Some(printed(material, Span::new(start + range.start, start + range.end), Basis::Stated))
    })
}

fn property(material: &Material<'_>) -> Option<Found<String>> {
    let value = material.property(&["发文字号", "文号", "发文文号", "文件编号"])?;
    range(&fold_str(value))?;
    Some(Found { value: value.trim().to_string(), span: None, basis: Basis::Beside })
}

fn labelled(material: &Material<'_>) -> Option<Found<String>> {
    let span = dates::labelled(material, &["发文字号", "文号"])?;
    let range = range(material.text.slice(span)).filter(|r| r.start == 0)?;
    let start = span.start as usize;
    Some(printed(material, Span::new(start, start + range.end), Basis::Beside))
}

fn printed(material: &Material<'_>, span: Span, basis: Basis) -> Found<String> {
    material.found(material.printed(span).replace(' ', ""), span, basis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_recognised_with_any_bracket() {
        for line in ["揭榕委[2022]3号", "雷东府(2025)26号", "荥政文[2014]251号"] {
            assert!(is_number(line), "{line}");
        }
        for line in ["娄政[20178", "2022年3号", "关于印发[2022]3号文件的通知", "[2022]3号"] {
            assert!(!is_number(line), "{line}");
        }
    }
}
