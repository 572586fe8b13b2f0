//! Figures as scripts see them: a value, a unit, a place.
//!
//! Comes in: folded text. Goes out: [`Number`]s in order. Only what counts or measures something is a figure: years,
//! dates, document numbers, ordinals, hotlines and the numbers of lists are not.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::pack::Number;
use crate::text::Span;

#[expect(clippy::expect_used, reason = "the pattern is a constant; a test compiles it")]
static DIGITS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([0-9]+(?:,[0-9]{3})*)(?:\.[0-9]+)?(?:余|多|几)?(万|亿)?(?:余|多)?(%|\p{Han}{1,3})").expect("a valid pattern")
});

/// Numerals count only before words that are hardly ever used without counting.
#[expect(clippy::expect_used, reason = "the pattern is a constant; a test compiles it")]
static NUMERALS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([两二三四五六七八九十]{1,3})(?:余|多)?((?:次|场|期)\p{Han}{0,2})").expect("a valid pattern")
});

/// Call numbers; they name a service and count nothing.
const HOTLINES: [&str; 10] = ["110", "119", "120", "12309", "12315", "12333", "12345", "12348", "12368", "12388"];

/// What stands after a call number.
const SERVICES: [&str; 10] = ["热线", "平台", "电话", "便民", "服务", "投诉", "举报", "法律", "政务", "公共"];

/// The figures of a folded text.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let digits = DIGITS.captures_iter(text).filter_map(|found| digits(text, &found));
    let numerals = NUMERALS.captures_iter(text).filter_map(|found| numerals(text, &found));
    let mut out: Vec<Number> = digits.chain(numerals).collect();
    out.sort_by_key(|n| n.span);
    out
}

fn digits(text: &str, found: &Captures<'_>) -> Option<Number> {
    let (number, unit) = (found.get(1)?, found.get(3)?.as_str());
    let before = text.get(..number.start()).and_then(|t| t.chars().next_back());
    let named = before.is_some_and(|c| c == '第' || c.is_ascii_alphanumeric() || c == '.');
    let dated = unit.starts_with(['年', '月', '日', '号', '时', '届']);
    let called = HOTLINES.contains(&number.as_str()) && SERVICES.iter().any(|s| unit.starts_with(s));
    if named || dated || called {
        return None;
    }
    let scale = match found.get(2).map(|m| m.as_str()) {
        Some("万") => 10_000,
        Some("亿") => 100_000_000,
        _ => 1,
    };
    let value: i64 = number.as_str().replace(',', "").parse().ok()?;
    let span = Span::new(number.start(), number.end());
    Some(Number { span, value: value.saturating_mul(scale), unit: unit.to_string() })
}

fn numerals(text: &str, found: &Captures<'_>) -> Option<Number> {
    let (number, unit) = (found.get(1)?, found.get(2)?.as_str());
    let before = text.get(..number.start()).and_then(|t| t.chars().next_back());
    let named = before.is_some_and(|c| "第届一二三四五六七八九十百".contains(c)) || unit.contains("全会");
    let value = if number.as_str() == "两" { 2 } else { i64::from(crate::report::numeral(number.as_str()).0) };
    let span = Span::new(number.start(), number.end());
    (!named && value > 0).then(|| Number { span, value, unit: unit.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Vec<(i64, String)> {
        numbers(text).into_iter().map(|n| (n.value, n.unit)).collect()
    }

    #[test]
    fn what_counts_is_a_figure() {
        let cases = [
            ("评查案卷4000余卷。", 4000, "卷"),
            ("出庭应诉率达99.13%,", 99, "%"),
            ("化解纠纷1.8万件。", 10_000, "件"),
            ("公开信息52,902条。", 52_902, "条"),
            ("举办讲座两期。", 2, "期"),
            ("研究十二次。", 12, "次"),
            ("受理12345件。", 12_345, "件"),
            ("走访企业120家。", 120, "家"),
        ];
        for (text, value, unit) in cases {
            assert_eq!(seen(text), [(value, unit.to_string())], "{text}");
        }
    }

    #[test]
    fn what_names_is_none() {
        for text in [
            "2021年,", "3月1日", "市政府第102次常务会议", "[2018]11号", "1.加强领导", "(1)加强", "12345热线", "5G通信", "二十届三次全会",
            "第十九届二次会议", "最多跑一次", "2021-2025年",
        ] {
            assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
        }
    }
}
