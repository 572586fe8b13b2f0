//! Later stages are counted among earlier ones: `收到139件,受理131件` · `全市一审181件…市政府为被告的一审5件`.
//!
//! Comes in: a passage. Goes out: `subset` relations. More finished than received is no contradiction
//! where cases are carried over from earlier years.

use super::passage::{Passage, Term};
use super::relation::{Check, Relation};
use super::sums::whole_and_part;
use super::words;

/// Figures looked back over for the earlier stage.
const REACH: usize = 6;

/// All stage relations of a passage.
pub(super) fn find(passage: &Passage, out: &mut Vec<Relation>) {
    for n in 1..passage.terms.len() {
        let Some(whole) = earlier(passage, n) else { continue };
        let part = &passage.terms[n];
        if part.figure.is_percent() {
            continue;
        }
        let found = none_of(passage, whole, part)
            .or_else(|| next_stage(passage, whole, part))
            .or_else(|| narrower(passage, n));
        out.extend(found);
    }
}

/// The nearest like figure before term `n` in its sentence.
fn earlier<'p, 'a>(passage: &'p Passage<'a>, n: usize) -> Option<&'p Term<'a>> {
    let part = &passage.terms[n];
    let before = passage.terms.get(n.saturating_sub(REACH)..n)?;
    before.iter().rev().find(|t| {
        t.spot.sentence == part.spot.sentence
            && t.spot.depth <= part.spot.depth
            && t.like(part)
            && !t.is_change
    })
}

/// 报备4件,无一件被撤销.
fn none_of(passage: &Passage, whole: &Term, part: &Term) -> Option<Relation> {
    let not_one = passage.glyphs.starts_with(part.from, "无一");
    not_one.then(|| whole_and_part(passage, whole, part, Check::Holds))
}

fn next_stage(passage: &Passage, whole: &Term, part: &Term) -> Option<Relation> {
    let (w, p) = (whole.label(), part.label());
    let ((_, first), (verb, second)) = (whole.last_stage?, part.final_stage?);
    // A part with a noun of its own is counted for itself.
    let rest = p.trim_end_matches(['的', '了', '数']).strip_suffix(verb)?;
    let bare = rest.is_empty()
        || words::last_stage(rest).is_some()
        || rest.ends_with("机关")
        || rest.ends_with("负责人");
    if first >= second || !bare || rest.chars().count() > 6 || part.raw_label().contains("其中") {
        return None;
    }
    if !whole.figure.bounds().below(part.figure.bounds()) {
        return Some(whole_and_part(passage, whole, part, Check::Holds));
    }
    // Penalty cases are often closed a year after they were opened, without a word about it.
    let across_years = w.ends_with("立案") && matches!(verb, "结案" | "办结" | "执结");
    let comparable = !across_years
        && whole.spot.segment == part.spot.segment
        && !passage.is_carried(part)
        && !names_period(part.raw_label())
        && !names_period(without_year(whole.raw_label()));
    comparable.then(|| whole_and_part(passage, whole, part, Check::DoesNotHold))
}

/// A label without the year or 全年 in front: the whole year is no narrower period.
fn without_year(label: &str) -> &str {
    let label = label.strip_prefix("全年").unwrap_or(label);
    let year = label.get(..4).is_some_and(|y| y.starts_with("20") && y.chars().all(|c| c.is_ascii_digit()));
    let rest = label.get(4..).filter(|_| year).and_then(|rest| rest.strip_prefix('年'));
    rest.map_or(label, |rest| rest.trim_start_matches('度'))
}

/// Whether a label limits its figure to a period.
fn names_period(label: &str) -> bool {
    words::has_any(label, &["月", "季度", "截至", "目前", "半年", "累计", "年度", "以来"])
        || label.contains(|c: char| c.is_ascii_digit())
}

/// The same noun once for the whole area and once for a part of it.
fn narrower(passage: &Passage, n: usize) -> Option<Relation> {
    const WHOLE: &[&str] = &["全市", "全区", "全县", "全省", "全街道", "全镇", "全系统", "各级"];
    let part = &passage.terms[n];
    let label = part.label();
    let before = passage.terms.get(n.saturating_sub(REACH)..n)?;
    let whole = before.iter().rev().find(|t| {
        let other = t.label();
        let core = WHOLE.iter().find_map(|w| other.split_once(w)).map(|(_, core)| core);
        t.like(part)
            && t.spot.sentence == part.spot.sentence
            && core.is_some_and(|core| {
                core.chars().count() >= 4 && label.ends_with(core) && !words::has_any(label, WHOLE)
            })
    })?;
    (!whole.figure.bounds().below(part.figure.bounds()))
        .then(|| whole_and_part(passage, whole, part, Check::Holds))
}
