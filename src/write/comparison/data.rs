//! A comparison as plain data. Places are lines of the two files; quotes are bounded.

use serde::Serialize;

use crate::Checked;
use crate::compare::{Comparison, Twin};
use crate::pack::Packs;
use crate::report::Report;
use crate::text::{Lang, Span, Speak as _};
use crate::write::card;

/// The shape that other programs read.
#[derive(Clone, Debug, Serialize)]
pub struct ComparisonData {
    /// Name and version of this shape.
    pub schema: &'static str,
    /// The older report.
    pub old: Side,
    /// The newer report.
    pub new: Side,
    /// Whether both name the same place; null when one does not say.
    pub same_issuer: Option<bool>,
    /// The five contents.
    pub parts: Vec<PartLine>,
    /// Share of the newer report that stands in the older one, in percent.
    pub recycled_percent: f64,
    /// Passages taken over.
    pub recycled: Vec<TwinLine>,
    /// Shortcomings repeated unchanged.
    pub repeated_shortcomings: Vec<TwinLine>,
    /// Last year's plan items and what became of them.
    pub plan: Vec<PlanLine>,
    /// Figures that stood still or jumped.
    pub figures: Vec<FigureLine>,
    /// Rules whose outcome changed.
    pub rules: Vec<RuleLine>,
}

/// One of the two reports.
#[derive(Clone, Debug, Serialize)]
pub struct Side {
    /// Path as given.
    pub path: String,
    /// Title.
    pub title: Option<String>,
    /// Report year.
    pub report_year: Option<i16>,
    /// Score.
    pub score: Option<f64>,
}

/// A part in both reports.
#[derive(Clone, Debug, Serialize)]
pub struct PartLine {
    /// Which.
    pub part: &'static str,
    /// Its name.
    pub title: String,
    /// Items in the older report.
    pub old_items: usize,
    /// Items in the newer report.
    pub new_items: usize,
    /// Items that correspond.
    pub matched: usize,
}

/// The same passage in both.
#[derive(Clone, Debug, Serialize)]
pub struct TwinLine {
    /// Likeness in percent.
    pub likeness: f64,
    /// In the older report.
    pub old: PlaceLine,
    /// In the newer report.
    pub new: PlaceLine,
}

/// A place in one of the two.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceLine {
    /// Line, from 1.
    pub line: u32,
    /// Words, bounded.
    pub quote: String,
}

/// A plan item of last year.
#[derive(Clone, Debug, Serialize)]
pub struct PlanLine {
    /// `done`, `mentioned` or `silent`.
    pub fate: &'static str,
    /// The item.
    pub item: PlaceLine,
    /// Where the newer report speaks of it.
    pub told: Option<PlaceLine>,
}

/// A quantity in both.
#[derive(Clone, Debug, Serialize)]
pub struct FigureLine {
    /// What is counted.
    pub about: String,
    /// `unchanged` or `jumped`.
    pub movement: &'static str,
    /// Older value.
    pub old: String,
    /// Newer value.
    pub new: String,
    /// Line in the older report.
    pub old_line: u32,
    /// Line in the newer report.
    pub new_line: u32,
}

/// A rule whose outcome changed.
#[derive(Clone, Debug, Serialize)]
pub struct RuleLine {
    /// Id.
    pub rule: String,
    /// Name.
    pub title: String,
    /// Outcome in the older report.
    pub old: &'static str,
    /// Outcome in the newer report.
    pub new: &'static str,
    /// Points gained or lost.
    pub points: f64,
}

/// Put a comparison into words.
pub fn comparison(
    paths: (&str, &str),
    reports: (&Checked, &Checked),
    comparison: &Comparison,
    packs: &Packs,
    lang: Lang,
) -> ComparisonData {
    let (old, new) = (&reports.0.report, &reports.1.report);
    let twin = |(twin, likeness): &(Twin, u32)| TwinLine {
        likeness: f64::from(*likeness) / 10.0,
        old: place(old, twin.old),
        new: place(new, twin.new),
    };
    ComparisonData {
        schema: "lawcheck.comparison/1",
        old: side(paths.0, reports.0),
        new: side(paths.1, reports.1),
        same_issuer: comparison.same_issuer,
        parts: comparison.parts.iter().map(|p| part(p, lang)).collect(),
        recycled_percent: f64::from(comparison.recycled_share) / 10.0,
        recycled: comparison.recycled.iter().map(|r| twin(&(r.twin, r.likeness))).collect(),
        repeated_shortcomings: comparison.repeated_shortcomings.iter().map(twin).collect(),
        plan: comparison
            .follow_ups
            .iter()
            .map(|f| PlanLine {
                fate: f.fate.word(),
                item: place(old, f.item),
                told: f.place.map(|p| place(new, p)),
            })
            .collect(),
        figures: comparison
            .figures
            .iter()
            .map(|f| FigureLine {
                about: f.about.clone(),
                movement: f.movement.word(),
                old: f.old.to_string(),
                new: f.new.to_string(),
                old_line: old.source.line(f.twin.old.start),
                new_line: new.source.line(f.twin.new.start),
            })
            .collect(),
        rules: rules(comparison, packs, lang),
    }
}

fn side(path: &str, checked: &Checked) -> Side {
    Side {
        path: path.to_string(),
        title: checked.report.metadata.title.as_ref().map(|t| t.value.clone()),
        report_year: checked.report.year(),
        score: checked.scorecard.score.map(crate::score::Points::number),
    }
}

fn part(part: &crate::compare::PartMatch, lang: Lang) -> PartLine {
    PartLine {
        part: part.kind.word(),
        title: if lang == Lang::Zh { part.kind.title() } else { part.kind.english() }.to_string(),
        old_items: part.items.0,
        new_items: part.items.1,
        matched: part.matched.len(),
    }
}

fn place(report: &Report, span: Span) -> PlaceLine {
    PlaceLine { line: report.source.line(span.start), quote: card::quote(&report.source, span) }
}

fn rules(comparison: &Comparison, packs: &Packs, lang: Lang) -> Vec<RuleLine> {
    comparison
        .rules
        .iter()
        .map(|change| RuleLine {
            rule: change.rule.clone(),
            title: packs
                .rules()
                .find(|(_, _, r)| r.id == change.rule)
                .map(|(_, _, r)| r.title.say(lang))
                .unwrap_or_default(),
            old: change.old.word(),
            new: change.new.word(),
            points: change.points.number(),
        })
        .collect()
}
