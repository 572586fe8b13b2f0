//! Who issues the report and at which level: from title and signature, else from beside the text.

use super::issuer::{IssuerKind, Level};
use super::{Basis, Found, Material, Metadata, dates, names, opening, title_span, usage, year};
use crate::report::paragraph::Zone;
use crate::text::{Span, fold_str};

/// The names in a span that holds nothing else.
pub(super) fn names_at(material: &Material<'_>, span: Span, basis: Basis) -> Vec<Found<String>> {
    let words = material.text.slice(span);
    let base = words.as_ptr() as usize;
    names::split(words)
        .into_iter()
        .map(|name| {
            let start = span.start as usize + (name.as_ptr() as usize - base);
            let at = Span::new(start, start + name.len());
            material.found(material.printed(at).replace(' ', ""), at, basis)
        })
        .collect()
}

/// Issuers stand in the title before 关于 or the year, else in the signature, else the opening sentence is about them.
pub(super) fn find_issuers(material: &Material<'_>, out: &Metadata) -> Vec<Found<String>> {
    if let Some(span) = title_span(material).and_then(|s| title_issuer(material.text.slice(s), s)) {
        return names_at(material, span, Basis::Stated);
    }
    if !out.signature.is_empty() {
        return out.signature.clone();
    }
    opening::issuer(material).map_or_else(Vec::new, |span| names_at(material, span, Basis::Inferred))
}

/// The part of a title that names the issuer; `None` for `我区` and for a title that names nobody.
fn title_issuer(title: &str, span: Span) -> Option<Span> {
    let start = match title.chars().next() {
        Some('[') => title.find(']').map_or(0, |at| at + 1),
        // `关于报送《…》的报告`.
        _ => title.find('《').filter(|at| covers(title, *at)).map_or(0, |at| at + '《'.len_utf8()),
    };
    let body_start = start + year::leading_year(title.get(start..)?);
    let body = title.get(body_start..)?;
    // `全面依法治县委员会办公室` is a name, not the matter.
    let office =
        body.find("全面依法治").and_then(|at| Some(at + body.get(at..)?.find("委员会")?)).unwrap_or(0);
    let matter = body.get(office..)?;
    let ends = ["关于", "公布", "推进", "法治", "依法"]
        .iter()
        .filter_map(|w| matter.find(w))
        .chain(matter.find(|c: char| c.is_ascii_digit()));
    let len = office + ends.min()?;
    let name = body.get(..len)?.trim_end_matches('全');
    let real = name.chars().count() >= 2 && !name.starts_with('我') && !name.starts_with('全');
    real.then(|| {
        let from = span.start as usize + body_start;
        Span::new(from, from + name.len())
    })
}

/// Whether what stands before a title in `《》` only passes it on.
fn covers(title: &str, at: usize) -> bool {
    const WORDS: [&str; 6] = ["", "关于报送", "关于上报", "关于印发", "关于公布", "关于公开"];
    title.get(..at).is_some_and(|before| WORDS.contains(&before))
}

pub(super) fn find_kind(
    material: &Material<'_>,
    out: &Metadata,
    names: &[String],
) -> Option<Found<IssuerKind>> {
    let mut all = names.to_vec();
    all.extend(out.signature.iter().map(|f| fold_str(&f.value)));
    let first = out.issuers.first().or(out.signature.first());
    let from = first.and_then(|f| f.span);
    let basis = first.map_or(Basis::Stated, |f| f.basis);
    let own = if names.iter().any(|n| names::level(n) == Some(Level::Department)) { names } else { &all };
    if let Some(kind) = names::kind(own) {
        return Some(Found { value: kind, span: from, basis });
    }
    if let Some(level) = usage::department(material) {
        return Some(Found { value: IssuerKind::Department, span: level.span, basis: Basis::Inferred });
    }
    let publisher = publisher(material)?;
    let kind =
        names::kind(&names::split(&publisher.value).iter().map(ToString::to_string).collect::<Vec<_>>());
    // The page may be kept by a department that is not the reporter, so only a government counts.
    kind.filter(|k| *k != IssuerKind::Department).map(|value| Found {
        value,
        span: publisher.span,
        basis: Basis::Inferred,
    })
}

/// The publishing body named beside the report.
pub(super) fn publisher(material: &Material<'_>) -> Option<Found<String>> {
    if let Some(value) = material.property(&["发布机构", "发文机关", "发布单位", "制发机关"])
    {
        return Some(Found { value: fold_str(value), span: None, basis: Basis::Beside });
    }
    let span = dates::labelled(material, &["发布机构", "发文机关", "发布单位"])?;
    let words = material.text.slice(span);
    let name = words.split(['[', ' ']).next().unwrap_or("");
    let start = span.start as usize;
    Some(material.found(name.to_string(), Span::new(start, start + name.len()), Basis::Beside))
}

pub(super) fn find_level(material: &Material<'_>, out: &Metadata) -> Option<Found<Level>> {
    let named = out.issuers.iter().chain(&out.signature).find_map(|f| {
        names::level(&fold_str(&f.value)).map(|value| Found { value, span: f.span, basis: f.basis })
    });
    named
        .or_else(|| usage::department(material))
        .or_else(|| level_by_pronoun(material))
        .or_else(|| {
            let publisher = publisher(material)?;
            let level = names::level(&publisher.value).filter(|l| *l != Level::Department)?;
            Some(Found { value: level, span: publisher.span, basis: Basis::Inferred })
        })
        .or_else(|| usage::government(material))
}

/// `我区`, `我县`: how the report speaks of its own place, title first.
fn level_by_pronoun(material: &Material<'_>) -> Option<Found<Level>> {
    const WORDS: [(&str, Level); 12] = [
        ("我省", Level::Province),
        ("我区", Level::County),
        ("我县", Level::County),
        ("我旗", Level::County),
        ("我镇", Level::Township),
        ("我乡", Level::Township),
        ("我街道", Level::Township),
        ("我局", Level::Department),
        ("我委", Level::Department),
        ("我厅", Level::Department),
        ("我办", Level::Department),
        ("我市", Level::City),
    ];
    let zones = [Zone::Title, Zone::Body];
    zones.iter().find_map(|zone| {
        material.zone(*zone).find_map(|p| {
            let words = material.words(p);
            let (at, word, level) = WORDS
                .iter()
                .filter_map(|(w, l)| words.find(w).map(|at| (at, *w, *l)))
                .min_by_key(|(at, _, _)| *at)?;
            let start = p.span.start as usize + at;
            Some(material.found(level, Span::new(start, start + word.len()), Basis::Inferred))
        })
    })
}
