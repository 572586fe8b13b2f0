//! The name under the report against the name over it.
//!
//! Comes in: a [`Report`]. Goes out: a note when title and signature name governments of different places.

use super::metadata::Basis;
use super::metadata::names::place_of;
use super::{Note, Report};
use crate::text::{Place, fold_str};

/// A signature whose place is not that of the title.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let metadata = &report.metadata;
    // Without a date below it, a name at the end may be the site's.
    let signed = metadata.date_written.as_ref().is_some_and(|d| d.basis == Basis::Stated);
    let titled: Vec<String> =
        metadata.issuers.iter().map(|f| place(&f.value)).filter(|p| !p.is_empty()).collect();
    if titled.is_empty() || !signed {
        return Vec::new();
    }
    // Autonomous counties have a long name and a short one.
    let short = |t: &str, s: &str| {
        (t.contains("自治") || s.contains("自治")) && t.chars().take(2).eq(s.chars().take(2))
    };
    let fits = |signed: &str| {
        titled.iter().any(|t| t.ends_with(signed) || signed.ends_with(t.as_str()) || short(t, signed))
    };
    let strangers = metadata.signature.iter().filter(|f| {
        let signed = place(&f.value);
        !signed.is_empty() && !fits(&signed)
    });
    strangers
        .filter_map(|f| {
            Some(Note::new(
                "signature-differs",
                Place::Span(f.span?),
                format!("落款“{}”与标题中的发文机关不是一个地方", f.value),
                format!("the signature {} is of another place than the issuer in the title", f.value),
            ))
        })
        .collect()
}

/// The place of a government or party committee; empty for a department, whose short names differ too much.
fn place(name: &str) -> String {
    let name = fold_str(name);
    let place = place_of(&name);
    let whole =
        place.ends_with(['省', '市', '州', '盟', '区', '县', '旗', '镇', '乡']) || place.ends_with("街道");
    // `区人民政府` in a signature is short for the place in the title.
    if whole && place.chars().count() >= 2 { place.to_string() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use crate::report::testing::{kinds_of, whole};

    fn found(title: &str, signature: &str) -> usize {
        let text = format!(
            "{title}关于2024年法治政府建设情况的报告\n一、主要举措和成效\n全年办理行政复议案件20件。\n{signature}\n2025年1月10日"
        );
        kinds_of(&whole(&text), &["signature-differs"]).len()
    }

    #[test]
    fn another_place_in_the_signature_is_noted() {
        assert_eq!(found("临江县人民政府", "清河县人民政府"), 1);
    }

    #[test]
    fn longer_and_shorter_names_of_one_place_agree() {
        assert_eq!(found("揭阳市榕城区人民政府", "榕城区人民政府"), 0);
        assert_eq!(found("中共临江县委临江县人民政府", "中共临江县委临江县人民政府"), 0);
        assert_eq!(found("酉阳自治县人民政府", "酉阳土家族苗族自治县人民政府"), 0);
        assert_eq!(found("临江县住房和城乡建设局", "临江县住建局"), 0);
    }
}
