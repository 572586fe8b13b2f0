//! How firmly the words say that listed parts are all there is.
//!
//! Comes in: a total and its parts. Goes out: a degree. Does not add anything up.

use super::breakdown::SHARE_MARKS;
use super::passage::{Passage, Term};
use super::words;

/// How firmly the text says that the parts exhaust the total, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closure {
    /// It does not.
    Open,
    /// Three or more bare names that nothing else announces as all.
    Perhaps,
    /// 共…其中 with bare names, or a bracket of bare names.
    Likely,
    /// 其他 or 其余 closes the list, or the names exclude everything else.
    Certain,
}

impl Closure {
    /// The degree for these parts; `announced` by a bracket or a colon right behind the total.
    pub(super) fn of(passage: &Passage, total: &Term, parts: &[&Term], announced: bool) -> Closure {
        let labels: Vec<&str> = parts.iter().map(|t| t.label()).collect();
        let rest = |label: &&str| words::has_any(label, &["其他", "其它", "其余", "余下", "剩余"]);
        if labels.last().is_some_and(rest) || excludes_everything_else(&labels) {
            return Closure::Certain;
        }
        // Who gives shares knows that they do not make up the whole.
        let shared = parts.iter().any(|p| passage.glyphs.starts_with_any(p.to, SHARE_MARKS));
        let described = parts.iter().any(|t| t.raw_label().ends_with('的'));
        if shared || described || parts.len() < 2 || !labels.iter().all(|l| is_bare_name(l)) {
            return Closure::Open;
        }
        let summed = words::has_any(total.raw_label(), words::SUMMED);
        match (summed || announced, parts.len()) {
            (true, _) => Closure::Likely,
            (false, 3..) => Closure::Perhaps,
            (false, _) => Closure::Open,
        }
    }
}

/// A short name of a class, with no verb in it. One person may be both a cadre and a party member, so
/// such names are no classes.
fn is_bare_name(label: &str) -> bool {
    const OVERLAPPING: &[&str] =
        &["党员", "干部", "女", "青年", "骨干", "代表", "学历", "职称", "以上", "重大", "涉"];
    let short = (1..=6).contains(&label.chars().count());
    let open = label.ends_with(['类', '型', '等', '占']) || words::has_any(label, OVERLAPPING);
    short && !open && words::last_stage(label).is_none() && !words::has_any(label, words::ACTIONS)
}

/// Two names that leave no third.
fn excludes_everything_else(labels: &[&str]) -> bool {
    const PAIRS: &[(&str, &str)] = &[
        ("男", "女"),
        ("专职", "兼职"),
        ("线上", "线下"),
        ("区直", "街道"),
        ("区直", "镇街"),
        ("区直", "乡镇"),
        ("县直", "乡镇"),
        ("市直", "县区"),
        ("城镇", "农村"),
    ];
    let [a, b] = labels else { return false };
    let fits = |x, y| a.starts_with(x) && b.starts_with(y);
    PAIRS.iter().any(|&(x, y)| fits(x, y) || fits(y, x))
}
