//! A share of things tested, without their number: `25个案卷开展了评查,优秀与良好比例达96%`.
//!
//! Comes in: a passage and a percentage. Goes out: a `rate` relation: some whole number of the 25 must
//! give 96 %.

use super::passage::{Passage, Term};
use super::percent::{rounded, shown};
use super::rate::counts_before;
use super::relation::{Check, Kind, Relation, plain};
use super::words;
use crate::report::figures::Qualifier;
use rust_decimal::{Decimal, prelude::ToPrimitive};

const GRADES: &[&str] = &["优秀", "良好", "优良", "合格", "达标", "及格"];
/// Files and people that are graded one by one.
const GRADED: &[&str] = &["评查", "考核", "考试", "测评", "评审"];
/// Visits, on which something else may be graded: products, places.
const VISITED: &[&str] = &["检查", "抽查", "抽检", "检测"];

/// The relation of percentage `n`, if it is a grade.
pub(super) fn quality(passage: &Passage, n: usize) -> Option<Relation> {
    let rate = &passage.terms[n];
    let label = rate.label();
    let grade = ["率", "比例", "占比"].iter().find_map(|w| label.strip_suffix(w))?;
    if !words::has_any(grade, GRADES) {
        return None;
    }
    let base =
        counts_before(passage, n).into_iter().find(|t| words::has_any(&around(passage, t, rate), GRADED));
    let visited =
        || counts_before(passage, n).into_iter().find(|t| words::has_any(&around(passage, t, rate), VISITED));
    let strict = base.is_some() && is_grade_alone(grade);
    relation(passage, base.or_else(visited)?, rate, strict)
}

/// The words of a figure's own statement: what was tested, not what was found on the way.
fn around(passage: &Passage, term: &Term, rate: &Term) -> String {
    let next = passage.terms.get(passage.term_from(term.to)).map_or(rate.label_from, |next| next.label_from);
    passage.glyphs.words(term.label_from, next.min(term.to + 12))
}

/// `优秀与良好`, and no other noun that would have a base of its own.
fn is_grade_alone(grade: &str) -> bool {
    let mut rest = grade;
    while let Some(shorter) =
        GRADES.iter().chain(&["与", "和", "、", "及"]).find_map(|w| rest.strip_prefix(w))
    {
        rest = shorter;
    }
    rest.is_empty()
}

fn relation(passage: &Passage, base: &Term, rate: &Term, strict: bool) -> Option<Relation> {
    let (whole, stated) = (base.figure.normalised(), rate.figure.value);
    // With more things than steps of the percentage every rate is possible.
    let steps = 10_u64.pow(rate.figure.value.scale().min(6) + 2);
    let most = whole.to_u64().filter(|w| (1..steps).contains(w))?;
    if !base.figure.bounds().is_exact() || stated == Decimal::ONE_HUNDRED {
        return None;
    }
    let guess = (stated * whole / Decimal::ONE_HUNDRED).round().to_u64()?;
    let share = |k: u64| Decimal::from(k) * Decimal::ONE_HUNDRED / whole;
    let fits = |k: &u64| *k <= most && rounded(share(*k), rate.figure) == stated;
    let found = [guess, guess + 1, guess.saturating_sub(1)].into_iter().find(fits);
    let plain_claim = matches!(rate.figure.qualifier, None | Some(Qualifier::Reaching));
    let check = match found {
        Some(_) => Check::Holds,
        None if plain_claim && strict => Check::DoesNotHold,
        None => Check::CannotTell,
    };
    let k = found.unwrap_or(guess);
    let sign = if check == Check::Holds { '\u{2248}' } else { '\u{2260}' };
    let worked = shown(share(k), rate.figure);
    Some(Relation {
        kind: Kind::Rate,
        check,
        spans: vec![base.figure.span, rate.figure.span],
        quote: passage.quote(base, rate),
        claimed: stated.to_string(),
        computed: worked.clone(),
        arithmetic: format!("{k}\u{f7}{}={worked}%{sign}{stated}%", plain(whole)),
    })
}
