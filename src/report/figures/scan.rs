//! One pass over a paragraph: numbers in digits, and who else is asked at each character.
//!
//! Comes in: the characters of one paragraph. Goes out: its figures in order.

use super::apart::apart;
use super::figure::{Figure, Multiplier, Qualifier};
use super::number::{self, Number};
use super::quantity::{self, Quantity, Written};
use super::{each, numeral, spelled, units, zero};
use crate::text::Glyphs;
use rust_decimal::Decimal;

/// A figure without its place, and where it begins and ends.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) value: Decimal,
    pub(super) upper: Option<Decimal>,
    pub(super) quantity: Quantity,
}

/// Append the figures of a paragraph.
pub(super) fn scan(glyphs: &Glyphs, out: &mut Vec<Figure>) {
    let marks = apart(glyphs);
    let mut i = 0;
    while i < glyphs.len() {
        if marks.get(i).copied().unwrap_or(false) {
            i += 1;
            continue;
        }
        let mut found = Vec::new();
        let c = glyphs.at(i);
        let next = if c.is_ascii_digit() {
            digits(glyphs, i, &mut found)
        } else if c.is_ascii_alphabetic() {
            token_end(glyphs, i)
        } else if numeral::is_numeral(c) {
            spelled::read(glyphs, i, &mut found)
        } else {
            zero::read(glyphs, i, &mut found)
        };
        out.extend(found.into_iter().filter_map(|f| finish(glyphs, f)));
        i = next.max(i + 1);
    }
}

/// Read the words in front, and make a figure of it.
fn finish(glyphs: &Glyphs, found: Found) -> Option<Figure> {
    let Found { mut from, value, upper, quantity: q } = found;
    // `近3年` is a period that has just passed, not nearly three years.
    let before = quantity::prefix(glyphs, from)
        .filter(|(word, _)| !(*word == Qualifier::Under && matches!(q.measure, "年" | "个月" | "天" | "周")));
    if let Some((_, length)) = before {
        from -= length;
    }
    let multiplier = each::multiplier(glyphs, from);
    if multiplier == Multiplier::One && is_ordinal(glyphs, from) {
        return None;
    }
    Some(Figure {
        span: glyphs.span(from, q.end),
        value,
        upper,
        unit: q.unit,
        measure: q.measure,
        scale: q.scale,
        qualifier: q.qualifier.or(before.map(|(word, _)| word)),
        multiplier,
    })
}

/// 第3次, 前10位, 排名3位.
fn is_ordinal(glyphs: &Glyphs, from: usize) -> bool {
    let rank = glyphs.ends_with(from, "前")
        && !glyphs.ends_with_any(from, &["目前", "此前", "以前", "之前", "年前", "日前", "月前", "提前"]);
    rank || glyphs.ends_with_any(from, &["第", "第前", "届", "排名", "位列", "位居"])
}

/// A number in digits; returns where to go on.
fn digits(glyphs: &Glyphs, from: usize, found: &mut Vec<Found>) -> usize {
    let Some(mut number) = number::read(glyphs, from) else { return token_end(glyphs, from) };
    let mut from = from;
    if let Some(inner) = after_item_number(glyphs, from, &number) {
        (from, number) = inner;
    }
    if is_glued(glyphs, from, &number) {
        return token_end(glyphs, from).max(number.end);
    }
    let upper = range_end(glyphs, number.end);
    let end = upper.map_or(number.end, |u| u.end);
    if upper.is_some() && matches!(glyphs.at(end), '-' | '.' | '/') {
        return token_end(glyphs, from).max(end);
    }
    if let Some(mut quantity) = quantity::quantity(glyphs, end, 1, Written::Digits) {
        let next = quantity.end;
        if quantity.measure == "成" {
            number.value *= Decimal::TEN;
            (quantity.measure, quantity.unit) = ("%", "%".to_string());
        }
        if !is_name(glyphs, from, &number, &quantity) {
            found.push(Found { from, value: number.value, upper: upper.map(|u| u.value), quantity });
        }
        return next;
    }
    shared_unit(glyphs, from, found).unwrap_or(end)
}

/// `1.10个街道`: the item number `1.` and then ten, since nobody counts a tenth of a street office.
fn after_item_number(glyphs: &Glyphs, from: usize, number: &Number) -> Option<(usize, Number)> {
    let point = number.point?;
    let begins_item = from == 0 || "。;:\")!?".contains(glyphs.before(from));
    if !begins_item || point - from > 2 {
        return None;
    }
    let inner = number::read(glyphs, point + 1)?;
    let measure = quantity::quantity(glyphs, inner.end, 1, Written::Digits);
    let whole = measure.is_some_and(|q| {
        q.scale == 1 && units::is_counted(q.measure) && !matches!(q.measure, "个月" | "个百分点" | "个工作日")
    });
    let year = glyphs.at(inner.end) == '年' && inner.end - point == 5;
    (whole || year).then_some((point + 1, inner))
}

/// Part of an identifier, a ratio, a time of day or a version.
fn is_glued(glyphs: &Glyphs, from: usize, number: &Number) -> bool {
    let (before, after) = (glyphs.before(from), glyphs.at(number.end));
    let joined_before = before.is_ascii_alphabetic()
        || matches!(before, '+' | '×' | '*' | '/' | '_' | '·')
        || (matches!(before, ':' | '-') && from >= 2 && glyphs.at(from - 2).is_ascii_digit());
    let joined_after = after.is_ascii_alphabetic()
        || matches!(after, '×' | '*' | '/' | '_' | '·')
        || (matches!(after, ':' | '.') && glyphs.at(number.end + 1).is_ascii_digit())
        || (after == '+' && (glyphs.at(number.end + 1).is_ascii_alphanumeric()));
    joined_before || joined_after
}

/// The second number of `3-5` or `3至5`.
fn range_end(glyphs: &Glyphs, end: usize) -> Option<Number> {
    let joined = matches!(glyphs.at(end), '-' | '~' | '至' | '到') && glyphs.at(end + 1).is_ascii_digit();
    joined.then(|| number::read(glyphs, end + 1)).flatten()
}

/// Numbers that look like figures and name something: years, slogans about service hours.
fn is_name(glyphs: &Glyphs, from: usize, number: &Number, quantity: &Quantity) -> bool {
    let is = |n: i64| number.value == Decimal::from(n);
    match quantity.measure {
        "年" => number.value >= Decimal::from(1000),
        "天" => is(365),
        "小时" => is(24) && quantity.qualifier.is_none(),
        "次" => glyphs.ends_with_any(from, &["跑", "最多跑", "只跑"]),
        _ => false,
    }
}

/// `分别为30、40和50件`: the last unit belongs to all.
fn shared_unit(glyphs: &Glyphs, from: usize, found: &mut Vec<Found>) -> Option<usize> {
    if !glyphs.ends_with_any(from, &["分别为", "分别是", "分别有", "分别达", "分别达到", "分别"])
    {
        return None;
    }
    let mut numbers = Vec::new();
    let mut at = from;
    let quantity = loop {
        let number = number::read(glyphs, at).filter(|_| glyphs.at(at).is_ascii_digit())?;
        numbers.push((at, number));
        if let Some(quantity) = quantity::quantity(glyphs, number.end, 1, Written::Digits) {
            break quantity;
        }
        if !matches!(glyphs.at(number.end), '、' | '和' | '及' | ',') {
            return None;
        }
        at = number.end + 1;
    };
    let last = numbers.len() - 1;
    for (n, (from, number)) in numbers.into_iter().enumerate() {
        let end = if n == last { quantity.end } else { number.end };
        let quantity = Quantity { end, ..quantity.clone() };
        found.push(Found { from, value: number.value, upper: None, quantity });
    }
    Some(quantity.end)
}

/// One past a run of letters, digits and the marks that hold identifiers together.
fn token_end(glyphs: &Glyphs, from: usize) -> usize {
    let mut end = from;
    loop {
        let c = glyphs.at(end);
        let joins = matches!(c, '.' | '-' | '/' | ':' | '+' | '×' | '*' | '_' | '·' | '@' | '&' | '=' | '?');
        let goes_on = c.is_ascii_alphanumeric() || (joins && glyphs.at(end + 1).is_ascii_alphanumeric());
        if !goes_on {
            return end;
        }
        end += 1;
    }
}
