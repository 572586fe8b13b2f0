//! Totals and the parts that follow them: `共521人。其中,区直323人,街道198人`.
//!
//! Comes in: a passage. Goes out: breakdowns, each with how firmly the text says that the parts are
//! all there is. Does not add anything up.

use super::closure::Closure;
use super::passage::{Passage, Term};
use super::words;

/// A total and what stands after 其中, a colon or an opening bracket.
pub(super) struct Breakdown<'p, 'a> {
    pub(super) total: &'p Term<'a>,
    pub(super) parts: Vec<&'p Term<'a>>,
    pub(super) closure: Closure,
    /// Figures before the total that the parts may belong to as well.
    pub(super) rivals: Vec<&'p Term<'a>>,
}

/// What follows a part that is given with its share of the total.
pub(super) const SHARE_MARKS: &[&str] = &[",占", "占", "(占"];

/// Most parts of one total.
const MOST_PARTS: usize = 40;
/// Figures looked back over for the total and its rivals.
const LOOK_BACK: usize = 8;

/// Where parts begin, and where they end at the latest.
struct Opening {
    at: usize,
    end: usize,
    by: By,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Among,
    Bracket,
    Colon,
}

/// All breakdowns of a passage, in order.
pub(super) fn breakdowns<'p, 'a>(passage: &'p Passage<'a>) -> Vec<Breakdown<'p, 'a>> {
    if passage.terms.len() < 2 {
        return Vec::new();
    }
    openings(passage).iter().filter_map(|opening| breakdown(passage, opening)).collect()
}

fn openings(passage: &Passage) -> Vec<Opening> {
    let among = passage.places("其中");
    let mut out = Vec::new();
    for (n, &at) in among.iter().enumerate() {
        let next = among.get(n + 1).copied().unwrap_or(usize::MAX);
        out.push(Opening { at, end: end_of(passage, at).min(next), by: By::Among });
    }
    for term in &passage.terms {
        let (mark, at) = (passage.glyphs.at(term.to), term.to + 1);
        let by = match mark {
            '(' if !passage
                .glyphs
                .starts_with_any(at, &["其中", "含", "不含", "占", "同比", "较", "比", "扣除"]) =>
            {
                By::Bracket
            }
            ':' => By::Colon,
            _ => continue,
        };
        out.push(Opening { at, end: end_of(passage, at), by });
    }
    out.sort_by_key(|o| o.at);
    out
}

/// The end of the sentence or bracket around `at`.
fn end_of(passage: &Passage, at: usize) -> usize {
    let here = passage.spot(at);
    let mut end = at;
    while end < passage.glyphs.len() {
        let spot = passage.spot(end);
        if spot.sentence != here.sentence || spot.depth < here.depth || end > at + 600 {
            break;
        }
        end += 1;
    }
    end
}

fn breakdown<'p, 'a>(passage: &'p Passage<'a>, opening: &Opening) -> Option<Breakdown<'p, 'a>> {
    let first = passage.term_from(opening.at);
    let head = passage.terms.get(first).filter(|t| t.from < opening.end && !t.figure.is_percent())?;
    let total = total(passage, opening, head)?;
    let (parts, clean) = parts(passage, opening, first, &passage.terms[total]);
    let rivals = rivals(passage, total);
    let total = &passage.terms[total];
    let announced = opening.by != By::Among || passage.spot(opening.at).depth > total.spot.depth;
    let closure = if clean { Closure::of(passage, total, &parts, announced) } else { Closure::Open };
    (!parts.is_empty()).then_some(Breakdown { total, parts, closure, rivals })
}

/// The figure that is broken down, as an index.
fn total(passage: &Passage, opening: &Opening, head: &Term) -> Option<usize> {
    let here = passage.spot(opening.at);
    let starts_sentence = opening.at == 0 || "。!?".contains(passage.glyphs.before(opening.at));
    let sentence = here.sentence - u32::from(starts_sentence && here.sentence > 0);
    let last = passage.term_before(opening.at)?;
    if opening.by != By::Among {
        return (passage.terms[last].to + 1 == opening.at && passage.terms[last].like(head)).then_some(last);
    }
    (last.saturating_sub(LOOK_BACK)..=last).rev().find(|&n| {
        let term = &passage.terms[n];
        let near = term.spot.sentence == sentence && term.spot.depth <= here.depth;
        near && term.like(head) && !term.is_change
    })
}

/// The parts, and whether nothing but parts stands among them.
fn parts<'p, 'a>(
    passage: &'p Passage<'a>,
    opening: &Opening,
    first: usize,
    total: &Term,
) -> (Vec<&'p Term<'a>>, bool) {
    let depth = passage.spot(opening.at).depth;
    let mut parts: Vec<&Term> = Vec::new();
    let mut clean = true;
    for term in passage.terms.iter().skip(first).take_while(|t| t.from < opening.end).take(MOST_PARTS) {
        if term.spot.depth > depth || term.figure.is_percent() || term.is_change {
            continue;
        }
        if starts_anew(passage, opening, &parts, term) {
            break;
        }
        if !term.like(total) {
            clean = false;
            continue;
        }
        parts.push(term);
    }
    (parts, clean)
}

/// Whether a figure after the first part begins a statement of its own.
fn starts_anew(passage: &Passage, opening: &Opening, parts: &[&Term], term: &Term) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let acts = |t: &Term| {
        let label = t.raw_label();
        let label = label.trim_start_matches("其中").trim_start_matches(['有', '已']);
        words::ACTIONS.iter().any(|w| label.starts_with(w))
    };
    // Semicolons may separate parts where 其中 is set off or each has its share, and then all of them.
    let crosses = term.spot.segment != last.spot.segment;
    let set_off = opening.by != By::Among || matches!(passage.glyphs.at(opening.at + 2), ',' | ':');
    let shared = |t: &Term| passage.glyphs.starts_with_any(t.to, SHARE_MARKS);
    let separated = set_off || (shared(last) && shared(term));
    let mixed = parts.get(1).is_some_and(|second| second.spot.segment == first.spot.segment);
    (crosses && (!separated || mixed)) || (acts(term) && !acts(first))
}

/// Figures of the same kind before the total, in its statement.
fn rivals<'p, 'a>(passage: &'p Passage<'a>, total: usize) -> Vec<&'p Term<'a>> {
    let it = &passage.terms[total];
    let before = passage.terms.get(total.saturating_sub(LOOK_BACK)..total).unwrap_or(&[]);
    let same = |t: &&Term| t.spot.segment == it.spot.segment && t.like(it) && t.spot.depth <= it.spot.depth;
    before.iter().filter(same).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::figures::figures;
    use crate::text::Span;

    fn read(text: &str) -> Vec<(String, Vec<String>, Closure)> {
        let span = Span::new(0, text.len());
        let figures = figures(text, &[span]);
        let passage = Passage::new(text, span, &figures);
        let show = |t: &Term| t.figure.value.to_string();
        let out = breakdowns(&passage);
        out.iter().map(|b| (show(b.total), b.parts.iter().map(|t| show(t)).collect(), b.closure)).collect()
    }

    #[test]
    fn finds_total_and_parts() {
        let one = |total: &str, parts: &[&str], closure| {
            vec![(total.to_string(), parts.iter().map(ToString::to_string).collect(), closure)]
        };
        for (text, want) in [
            ("执法人员共521人。其中,区直323人,街道198人。", one("521", &["323", "198"], Closure::Certain)),
            ("共审查文件5件(其中国土3件,规划2件),另查处8件。", one("5", &["3", "2"], Closure::Likely)),
            ("公开8条,其中网站5条,其他方式3条;回应5次。", one("8", &["5", "3"], Closure::Certain)),
            ("收到62件,其中受理45件,占72%;不予受理17件,占28%。", one("62", &["45", "17"], Closure::Open)),
            ("收到62件,其中,受理45件;不予受理17件。", one("62", &["45", "17"], Closure::Open)),
            ("办结62件,其中抗诉45件;提出建议317件。", one("62", &["45"], Closure::Open)),
            ("办理案件30件,其中重大案件12件,培训20人。", one("30", &["12"], Closure::Open)),
            ("案件12件(一审8件、二审4件)", one("12", &["8", "4"], Closure::Likely)),
            ("各类名单,其中不许46项、限制52项。", vec![]),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }
}
