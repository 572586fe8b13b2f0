//! Figures in Chinese numerals: `七个方面`, `九成以上`, `百余场`, `百分之九十五`.
//!
//! Comes in: a place where a numeral character stands. Goes out: the figure, where the numeral counts.
//! A numeral in a name (`两法`, `五大程序`, `三项制度`) or an idiom (`一批`) counts nothing.

use super::figure::Qualifier;
use super::numeral;
use super::quantity::{self, Written};
use super::scan::Found;
use super::zero;
use crate::text::Glyphs;
use rust_decimal::Decimal;

/// Read a numeral at `from`; returns where to go on.
pub(super) fn read(glyphs: &Glyphs, from: usize, found: &mut Vec<Found>) -> usize {
    if let Some(percent) = percent(glyphs, from) {
        let end = percent.quantity.end;
        found.push(percent);
        return end;
    }
    let end = numeral::run_end(glyphs, from);
    if glyphs.slice(from, end) == ['零'] {
        return zero::of_nothing(glyphs, from, found);
    }
    if is_indefinite(glyphs, from) {
        return end;
    }
    let figure = tenths(glyphs, from).or_else(|| counted(glyphs, from, end));
    let next = figure.as_ref().map_or(end, |f| f.quantity.end);
    found.extend(figure);
    next
}

/// 数十, 十几, 第三, 每半年一次, 十九届四次.
fn is_indefinite(glyphs: &Glyphs, from: usize) -> bool {
    const BEFORE: &[&str] = &[
        "数",
        "几",
        "好几",
        "第",
        "届",
        "人大",
        "政协",
        "代表大会",
        "每",
        "每年",
        "每月",
        "每季度",
        "每半年",
        "每周",
        "跑",
    ];
    glyphs.ends_with_any(from, BEFORE)
}

/// 百分之九十五.
fn percent(glyphs: &Glyphs, from: usize) -> Option<Found> {
    if !glyphs.starts_with(from, "百分之") {
        return None;
    }
    let at = from + 3;
    let mut end = numeral::run_end(glyphs, at);
    let whole = numeral::value(glyphs.slice(at, end)).or((glyphs.slice(at, end) == ['百']).then_some(100))?;
    let mut value = Decimal::from(whole);
    if glyphs.at(end) == '点' {
        for places in 1..=4 {
            let Some(digit) = numeral::digit(glyphs.at(end + 1)) else { break };
            value += Decimal::from(digit) * Decimal::new(1, places);
            end += 1;
        }
        end += 1;
    }
    Some(Found { from, value, upper: None, quantity: percent_quantity(glyphs, end) })
}

/// The quantity of a share in percent whose words end at `end`.
fn percent_quantity(glyphs: &Glyphs, end: usize) -> quantity::Quantity {
    let (qualifier, length) = match quantity::suffix_at(glyphs, end) {
        Some((qualifier, length)) => (Some(qualifier), length),
        None => (None, 0),
    };
    quantity::Quantity { scale: 1, unit: "%".into(), measure: "%", qualifier, end: end + length }
}

/// 九成以上, 超七成: tenths, read as percent.
fn tenths(glyphs: &Glyphs, from: usize) -> Option<Found> {
    let digit = numeral::digit(glyphs.at(from)).filter(|d| (1..10).contains(d))?;
    if glyphs.at(from + 1) != '成' {
        return None;
    }
    let stands_alone = "以左的,。;、)多\0".contains(glyphs.at(from + 2));
    if !stands_alone && quantity::prefix(glyphs, from).is_none() {
        return None;
    }
    let value = Decimal::from(digit * 10);
    Some(Found { from, value, upper: None, quantity: percent_quantity(glyphs, from + 2) })
}

/// A numeral with a measure word.
fn counted(glyphs: &Glyphs, from: usize, end: usize) -> Option<Found> {
    let (value, scale) = value_and_scale(glyphs, from, end)?;
    let mut quantity = quantity::quantity(glyphs, end, scale, Written::Numeral)?;
    if glyphs.before(from) == '上' && value % 100 == 0 {
        quantity.qualifier = Some(Qualifier::AtLeast);
    }
    let counts = match value {
        1 if scale == 1 => is_stressed(glyphs, from),
        // 二次供水, 二类: an ordinal; who counts two writes 两.
        2 if glyphs.at(from) == '二' && end == from + 1 => false,
        _ => true,
    };
    let after = quantity.end;
    if !counts || quantity.measure.is_empty() || names_a_bundle(glyphs, after, quantity.measure) {
        return None;
    }
    Some(Found { from, value: Decimal::from(value), upper: None, quantity })
}

/// The number, with a final 万 or 亿 kept as scale; 百 and 千 alone only with 余 or a word in front.
fn value_and_scale(glyphs: &Glyphs, from: usize, end: usize) -> Option<(u64, u64)> {
    let run = glyphs.slice(from, end);
    let scale = match run.last() {
        Some('万') => 10_000,
        Some('亿') => 100_000_000,
        _ => 1,
    };
    let mantissa = if scale == 1 { run } else { run.get(..run.len() - 1)? };
    if let Some(value) = numeral::value(mantissa) {
        return Some((value, scale));
    }
    let bare = match mantissa {
        [] => 1,
        ['百'] => 100,
        ['千'] => 1000,
        _ => return None,
    };
    let rough = matches!(glyphs.at(end), '余' | '多')
        || glyphs.before(from) == '上'
        || quantity::prefix(glyphs, from).is_some();
    rough.then_some((bare, scale))
}

/// `仅保留一个`: one is only counted where the text stresses it.
fn is_stressed(glyphs: &Glyphs, from: usize) -> bool {
    (0..4).any(|back| from >= back && glyphs.ends_with_any(from - back, &["仅", "只有", "唯一", "只"]))
}

/// `四个意识`, `五个一`, `三项制度`: the numeral is part of the name.
fn names_a_bundle(glyphs: &Glyphs, after: usize, measure: &str) -> bool {
    const AFTER_GE: &[&str] = &[
        "意识",
        "自信",
        "维护",
        "确立",
        "一",
        "坚持",
        "务必",
        "全面",
        "不",
        "必须",
        "结合",
        "统筹",
        "统一",
        "严格",
        "到位",
        "确保",
        "带头",
        "能",
        "最",
        "更",
        "看",
        "服从",
        "认识",
        "转变",
        "注重",
        "强化",
        "突出",
        "革命",
        "文明",
        "伟大",
        "大局",
        "加强",
        "提升",
        "覆盖",
        "清单",
        "百分百",
        "100%",
    ];
    const AFTER_XIANG: &[&str] =
        &["制度", "机制", "清单", "纪律", "规定", "原则", "注意", "职能", "行动", "工程", "改革", "权"];
    match measure {
        "个" => glyphs.starts_with_any(after, AFTER_GE),
        "项" | "类" | "种" | "条" => glyphs.starts_with_any(after, AFTER_XIANG),
        _ => false,
    }
}
