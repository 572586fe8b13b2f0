//! All notes of a report: its structure, then damage, years, repetition, order and left-overs.
//!
//! Comes in: a [`Report`] that is otherwise complete. Goes out: its notes. Each look is a module of its own.

use super::{
    Note, PartKind, Report, annexes, blanks, dates, foreign, marks, order, repeats, signature, spelling,
    year_fit,
};
use crate::text::{Lang, Place, Span, Speak as _, simplified};

/// Most notes of one look: a text that is nothing but damage needs no longer list.
const MOST: usize = 300;

/// Everything noticed about a report.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    const LOOKS: [fn(&Report) -> Vec<Note>; 11] = [
        structure,
        dated,
        marks::notes,
        repeats::notes,
        order::notes,
        blanks::notes,
        year_fit::notes,
        foreign::notes,
        signature::notes,
        spelling::notes,
        annexes::notes,
    ];
    LOOKS.iter().flat_map(|look| look(report).into_iter().take(MOST)).collect()
}

/// Remarks on structure that later stages and readers should know.
fn structure(report: &Report) -> Vec<Note> {
    let at = |span: Span| Place::Span(report.text.to_source(span));
    let mut notes = Vec::new();
    for part in report.parts.iter() {
        if let Some(span) = part.empty_heading {
            let (zh, en) = (part.kind.title(), part.kind.english());
            notes.push(Note::new(
                "empty-heading",
                at(span),
                format!("“{zh}”只有标题,下面没有内容"),
                format!("the heading for {en} has nothing under it"),
            ));
        }
        if part.thematic {
            notes.push(Note::new(
                "thematic-measures",
                part.heading.map_or(Place::Whole, at),
                "没有总括举措和成效的标题,以各专题标题合为这一部分",
                "no heading announces the measures; the thematic headings together are taken as that part",
            ));
        }
    }
    let cut = report.paragraphs.windows(2).find(|pair| pair[0].block == pair[1].block);
    notes.extend(cut.map(|pair| {
        Note::new(
            "lost-line-breaks",
            at(pair[0].span),
            "从这里起没有换行,按序数“一、”“(一)”“1.”分段",
            "no line breaks from here on; paragraphs were told by the numbers of headings",
        )
    }));
    if is_traditional(report) {
        notes.push(Note::new(
            "traditional-characters",
            Place::Whole,
            "正文用繁体字,按对应的简体字比对;用词改过的地方(如“品質”)可能认不出",
            "the text is in traditional characters and was compared as simplified; words that were changed as well may not be found",
        ));
    }
    for heading in report.headings.iter().filter(|h| h.damaged) {
        notes.push(Note::new(
            "damaged-heading",
            at(heading.number.cover(heading.title)),
            "标题的序号有缺损,按上下文认定",
            "the number of this heading is damaged and was read from its context",
        ));
    }
    notes
}

/// Whether one character in ten has a simplified form: far more than names and quotations bring into a text.
fn is_traditional(report: &Report) -> bool {
    let count = |(all, traditional), c| (all + 1, traditional + usize::from(simplified(c).is_some()));
    let (all, traditional) = report.source.text().chars().fold((0, 0), count);
    traditional * 10 > all
}

/// Damaged dates and numbers anywhere in the body; dates outside the year only among the results.
fn dated(report: &Report) -> Vec<Note> {
    let text = report.text.text();
    let body: Vec<Span> = report.body_paragraphs().map(|p| p.span).collect();
    let mut found = dates::damage(text, &body);
    if let Some(year) = report.year() {
        let measures = report.parts.get(PartKind::Measures);
        let results: Vec<Span> = body.iter().copied().filter(|span| measures.holds(*span)).collect();
        found.extend(dates::early_ends(text, &body, year));
        found.extend(dates::outside_year(text, &results, year));
    }
    let place = |span: Span| Place::Span(report.text.to_source(span));
    found.iter().map(|f| Note::new(f.kind.word(), place(f.span), f.say(Lang::Zh), f.say(Lang::En))).collect()
}

#[cfg(test)]
mod tests {
    use crate::report::testing::noted;

    #[test]
    fn findings_on_dates_become_notes_of_their_kind() {
        let kinds = [
            "damaged-date",
            "damaged-document-number",
            "fused-numbers",
            "period-end-early",
            "date-outside-year",
        ];
        let text = "414日召开会议,印发通知(临府发〔202474号),办结率达92.48%10627项,截至12月15日办理20件。2025年1月27日审议通过。";
        assert_eq!(noted(text, &kinds), kinds);
    }
}
