//! Rates and shares: `调解530件,成功522件,成功率98.5%` · `受理4955件,占总数的79.9%`.
//!
//! Comes in: a passage and its breakdowns. Goes out: `rate` relations. Where the words of the rate
//! name another base than the figures beside it, there is no relation or no verdict.

use super::breakdown::Breakdown;
use super::passage::{Passage, Term};
use super::percent::{compare, ratio, rounded, shown};
use super::relation::{Check, Kind, Relation, plain};
use super::words;
use crate::report::figures::Bounds;
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// Figures looked back over for part and base.
const REACH: usize = 8;

/// All rates of a passage.
pub(super) fn find(passage: &Passage, breakdowns: &[Breakdown], out: &mut Vec<Relation>) {
    for (n, rate) in passage.terms.iter().enumerate().filter(|(_, t)| t.figure.is_percent()) {
        let raw = passage.raw_label(rate);
        if words::is_change(&raw) {
            continue;
        }
        let found = share(passage, breakdowns, n)
            .or_else(|| named_rate(passage, n))
            .or_else(|| quality(passage, n));
        out.extend(found);
    }
}

/// Counted figures of the same sentence before term `n`, the nearest first.
fn counts_before<'p, 'a>(passage: &'p Passage<'a>, n: usize) -> Vec<&'p Term<'a>> {
    let rate = &passage.terms[n];
    let before = passage.terms.get(n.saturating_sub(REACH)..n).unwrap_or(&[]);
    let counts = |t: &&Term| {
        t.spot.sentence == rate.spot.sentence
            && t.spot.depth <= rate.spot.depth
            && !matches!(t.figure.measure, "%" | "百分点" | "个百分点")
            && !words::is_change(&passage.raw_label(t))
    };
    before.iter().rev().filter(counts).collect()
}

/// 占总数的…%: the figure before it against the total it is part of.
fn share(passage: &Passage, breakdowns: &[Breakdown], n: usize) -> Option<Relation> {
    let rate = &passage.terms[n];
    let part = passage.terms.get(n.checked_sub(1)?)?;
    let between = passage.between(part, rate);
    let phrase = between.trim_start_matches([',', '(', '、']).strip_prefix('占')?;
    if part.figure.is_percent() || part.spot.sentence != rate.spot.sentence {
        return None;
    }
    let strict = !has_base_noun(phrase);
    let owns = |b: &&Breakdown| b.parts.iter().any(|p| p.from == part.from);
    if let Some(breakdown) = breakdowns.iter().find(owns) {
        let strict = strict && !is_share_of_parts(breakdown, part, rate);
        return Some(relation(passage, breakdown.total, part, rate, strict));
    }
    let earlier: Vec<&Term> =
        counts_before(passage, n).into_iter().filter(|t| t.from < part.from && t.like(part)).collect();
    if let Some(whole) = earlier.iter().find(|t| passage.glyphs.at(t.to) == '中') {
        return Some(relation(passage, whole, part, rate, strict));
    }
    // Without 其中 the base is a guess: one that fits confirms, none that does not accuses.
    let guess = |whole: &&Term| Some(relation(passage, whole, part, rate, false)).filter(|r| r.check == Check::Holds);
    earlier.iter().find_map(guess)
}

/// Whether the rate was worked out over the parts listed and not over the total.
fn is_share_of_parts(breakdown: &Breakdown, part: &Term, rate: &Term) -> bool {
    let zero = Bounds::exactly(Decimal::ZERO);
    let all = breakdown.parts.iter().fold(zero, |sum, t| sum.plus(t.figure.bounds()));
    ratio(part.figure.bounds(), all).is_some_and(|worked| compare(rate.figure, worked) != Check::DoesNotHold)
}

/// Whether 占… names a base of its own, such as 信访总量.
fn has_base_noun(phrase: &str) -> bool {
    let mut rest = phrase;
    const PLAIN: &[&str] =
        &["总数", "总量", "全部", "案件", "总", "比例", "比重", "比", "最高", "最大", "的", "达到", "达", "为", "约", ",", "数"];
    while let Some(shorter) = PLAIN.iter().find_map(|w| rest.strip_prefix(w)) {
        rest = shorter;
    }
    !rest.is_empty()
}

/// 成功率 after a figure that ends in 成功 and one before it.
fn named_rate(passage: &Passage, n: usize) -> Option<Relation> {
    let rate = &passage.terms[n];
    let label = passage.label(rate);
    let stem = label.strip_suffix('率')?;
    let (prefix, keys) = rate_keys(stem)?;
    let counts = counts_before(passage, n);
    let at = counts.iter().position(|t| is_part_of_rate(&passage.label(t), keys))?;
    let part = counts[at];
    let before = || counts[at + 1..].iter().filter(|t| t.like(part));
    let base = before().find(|whole| is_base(passage, whole, part));
    let whole = base.or_else(|| before().next())?;
    let near = at == 0 && part.spot.segment == rate.spot.segment;
    let strict = near && base.is_some() && !words::has_any(prefix, OTHER_BASE);
    Some(relation(passage, whole, part, rate, strict))
}

/// Words that give a rate a base of its own: what was due, what was tried first.
const OTHER_BASE: &[&str] = &[
    "按时", "按期", "及时", "限时", "期限", "限内", "当场", "首次", "一次", "法定", "综合", "平均", "同期", "全省", "全国", "累计",
    "自动", "主动", "当年", "实际", "就地", "按",
];

/// The part of a rate's name before its verb, and the words a part may end in.
fn rate_keys(stem: &str) -> Option<(&str, &'static [&'static str])> {
    const KEYS: &[(&str, &[&str])] = &[
        ("出庭应诉", &["出庭应诉", "出庭"]),
        ("成功", &["成功"]),
        ("化解", &["化解", "成功化解"]),
        ("办结", &["办结"]),
        ("审结", &["审结"]),
        ("结案", &["结案", "审结", "办结"]),
        ("执结", &["执结"]),
        ("受理", &["受理"]),
        ("答复", &["答复", "办复"]),
        ("办复", &["办复", "答复"]),
        ("回复", &["回复", "答复"]),
        ("出庭", &["出庭", "出庭应诉"]),
        ("采纳", &["采纳"]),
        ("整改", &["整改"]),
        ("满意", &["满意"]),
        ("合格", &["合格"]),
        ("履行", &["履行"]),
        ("纠错", &["纠错"]),
        ("败诉", &["败诉"]),
        ("胜诉", &["胜诉"]),
        ("撤销", &["撤销"]),
        ("维持", &["维持"]),
        ("优秀", &["优秀"]),
        ("通过", &["通过"]),
        ("及格", &["及格"]),
        ("立案", &["立案"]),
        ("销号", &["销号"]),
        ("解决", &["解决"]),
    ];
    let (key, ends) = KEYS.iter().find(|(key, _)| stem.ends_with(key))?;
    Some((stem.strip_suffix(key)?, ends))
}

fn is_part_of_rate(label: &str, keys: &[&str]) -> bool {
    let label = label.trim_end_matches(['的', '了', '数']);
    let name = label.strip_suffix("案件").unwrap_or(label);
    keys.iter().any(|k| name.ends_with(k))
}

/// Whether the earlier figure is what the later one was counted out of.
fn is_base(passage: &Passage, whole: &Term, part: &Term) -> bool {
    let (w, p) = (passage.label(whole), passage.label(part));
    let earlier = match (words::last_stage(&w), words::final_stage(&p)) {
        (Some((_, a)), Some((_, b))) => a < b,
        (None, _) => true,
        _ => false,
    };
    // 调解成功 is counted out of what was 调解, not out of what was received.
    let verb = p.strip_suffix("成功").unwrap_or("");
    let shared = verb.is_empty() || w.contains(verb) || w.contains("纠纷");
    earlier && shared && !passage.is_carried(part) && p.chars().count() <= 12
}

fn relation(passage: &Passage, whole: &Term, part: &Term, rate: &Term, strict: bool) -> Relation {
    let worked = ratio(part.figure.bounds(), whole.figure.bounds());
    let check = match worked.map(|w| compare(rate.figure, w)) {
        Some(Check::DoesNotHold) if !strict => Check::CannotTell,
        Some(check) => check,
        None => Check::CannotTell,
    };
    let (p, w) = (part.figure.normalised(), whole.figure.normalised());
    let value = (p * Decimal::ONE_HUNDRED).checked_div(w);
    let computed = value.map_or(String::new(), |v| shown(v, rate.figure));
    let claimed = rate.figure.value.to_string();
    let sign = match check {
        Check::Holds if value.is_some_and(|v| rounded(v, rate.figure) == v) => "",
        Check::Holds => "\u{2248}",
        Check::DoesNotHold => "\u{2260}",
        Check::CannotTell => "?",
    };
    let tail = if sign.is_empty() { String::new() } else { format!("{sign}{claimed}%") };
    Relation {
        kind: Kind::Rate,
        check,
        spans: vec![whole.figure.span, part.figure.span, rate.figure.span],
        quote: passage.quote(whole, rate),
        arithmetic: format!("{}\u{f7}{}={computed}%{tail}", plain(p), plain(w)),
        claimed,
        computed,
    }
}

/// `25个案卷开展了评查,优秀与良好比例达96%`: some whole number of the 25 must give 96 %.
fn quality(passage: &Passage, n: usize) -> Option<Relation> {
    const GRADES: &[&str] = &["优秀", "良好", "优良", "合格", "达标", "及格"];
    const TESTED: &[&str] = &["评查", "检查", "抽查", "抽检", "考核", "考试", "测评", "评审", "检测"];
    let rate = &passage.terms[n];
    let label = passage.label(rate);
    let graded = label.ends_with('率') || label.ends_with("比例") || label.ends_with("占比");
    if !graded || !words::has_any(&label, GRADES) {
        return None;
    }
    // The things tested, not what was found on the way: `评查案卷35卷,发现问题12个,合格率97%`.
    let tested = |t: &&Term| {
        let next = passage.terms.get(passage.term_from(t.to)).map_or(rate.label_from, |next| next.label_from);
        words::has_any(&passage.glyphs.words(t.label_from, next.min(t.to + 12)), TESTED)
    };
    let base = counts_before(passage, n).into_iter().find(tested)?;
    let whole = base.figure.normalised();
    let fine = whole.to_u64().filter(|w| *w > 0 && *w < 10_u64.pow(rate.figure.value.scale().min(6) + 2))?;
    if !base.figure.bounds().is_exact() || rate.figure.value == Decimal::ONE_HUNDRED {
        return None;
    }
    let guess = (rate.figure.value * whole / Decimal::ONE_HUNDRED).round().to_u64()?;
    let share = |k: u64| Decimal::from(k) * Decimal::ONE_HUNDRED / whole;
    let fits = |k: &u64| *k <= fine && rounded(share(*k), rate.figure) == rate.figure.value;
    let found = [guess, guess + 1, guess.saturating_sub(1)].into_iter().find(fits);
    let plainly = rate.figure.qualifier.is_none_or(|q| q == crate::report::figures::Qualifier::Reaching);
    let check = match found {
        Some(_) => Check::Holds,
        None if plainly => Check::DoesNotHold,
        None => Check::CannotTell,
    };
    let k = found.unwrap_or(guess);
    let sign = if check == Check::Holds { '\u{2248}' } else { '\u{2260}' };
    Some(Relation {
        kind: Kind::Rate,
        check,
        spans: vec![base.figure.span, rate.figure.span],
        quote: passage.quote(base, rate),
        claimed: rate.figure.value.to_string(),
        computed: k.to_string(),
        arithmetic: format!("{k}\u{f7}{}={}%{sign}{}%", plain(whole), shown(share(k), rate.figure), rate.figure.value),
    })
}
