//! Numbers as lists count them: 一, 壹, 甲, ①, 1, a, i.
//!
//! Comes in: a kind of numeral and a number. Goes out: its characters. Knows no format; each format maps its
//! own names to [`Numeral`].

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numeral {
    /// 1
    Decimal,
    /// 01
    DecimalZero,
    /// Full-width 1.
    DecimalWide,
    /// I
    UpperRoman,
    /// i
    LowerRoman,
    /// A
    UpperLetter,
    /// a
    LowerLetter,
    /// 一百二十三
    Chinese,
    /// 一二三, digit by digit
    ChineseDigits,
    /// 壹佰贰拾叁
    ChineseLegal,
    /// 甲乙丙
    HeavenlyStem,
    /// 子丑寅
    EarthlyBranch,
    /// ①
    Circled,
    /// ⑴
    Bracketed,
    /// ⒈
    Stopped,
    /// ㈠
    ChineseBracketed,
    /// ㊀
    ChineseCircled,
    /// No number at all.
    None,
}

impl Numeral {
    /// The characters of a number.
    pub(super) fn write(self, n: u32) -> String {
        match self {
            Numeral::Decimal => n.to_string(),
            Numeral::DecimalZero => format!("{n:02}"),
            Numeral::DecimalWide => wide(n),
            Numeral::UpperRoman => roman(n),
            Numeral::LowerRoman => roman(n).to_lowercase(),
            Numeral::UpperLetter => letters(n, 'A'),
            Numeral::LowerLetter => letters(n, 'a'),
            Numeral::Chinese => chinese(n, "〇一二三四五六七八九", "十百千万", true),
            Numeral::ChineseDigits => digits(n, "〇一二三四五六七八九"),
            Numeral::ChineseLegal => chinese(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟万", false),
            Numeral::HeavenlyStem => nth(n, "甲乙丙丁戊己庚辛壬癸"),
            Numeral::EarthlyBranch => nth(n, "子丑寅卯辰巳午未申酉戌亥"),
            Numeral::Circled => {
                enclosed(n, &[(1, 20, '\u{2460}'), (21, 35, '\u{3251}'), (36, 50, '\u{32b1}')])
            }
            Numeral::Bracketed => enclosed(n, &[(1, 20, '\u{2474}')]),
            Numeral::Stopped => enclosed(n, &[(1, 20, '\u{2488}')]),
            Numeral::ChineseBracketed => enclosed(n, &[(1, 10, '\u{3220}')]),
            Numeral::ChineseCircled => enclosed(n, &[(1, 10, '\u{3280}')]),
            Numeral::None => String::new(),
        }
    }
}

fn wide(n: u32) -> String {
    n.to_string().chars().filter_map(|c| char::from_u32(c as u32 + 0xfee0)).collect()
}

fn roman(n: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if n > 9999 {
        return n.to_string();
    }
    let mut rest = n;
    let mut out = String::new();
    for (value, sign) in STEPS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

/// A, B … Z, AA, BB.
fn letters(n: u32, first: char) -> String {
    let Some(index) = n.checked_sub(1) else { return "0".to_string() };
    let letter = char::from_u32(first as u32 + index % 26).unwrap_or(first);
    let times = (index / 26 + 1).min(8) as usize;
    std::iter::repeat_n(letter, times).collect()
}

fn digits(n: u32, signs: &str) -> String {
    let sign = |d: u32| signs.chars().nth(d as usize);
    n.to_string().chars().filter_map(|c| c.to_digit(10).and_then(sign)).collect()
}

/// Counting numbers below 100 000 000; ten is written without its one where `short_ten`.
fn chinese(n: u32, signs: &str, units: &str, short_ten: bool) -> String {
    if n >= 100_000_000 {
        return n.to_string();
    }
    let (high, low) = (n / 10_000, n % 10_000);
    let mut out = String::new();
    if high > 0 {
        out.push_str(&below_ten_thousand(high, signs, units));
        out.extend(units.chars().nth(3));
        if (1..1000).contains(&low) {
            out.push('零');
        }
    }
    if low > 0 || n == 0 {
        out.push_str(&below_ten_thousand(low, signs, units));
    }
    match out.strip_prefix("一十") {
        Some(rest) if short_ten => format!("十{rest}"),
        _ => out,
    }
}

fn below_ten_thousand(n: u32, signs: &str, units: &str) -> String {
    let sign = |d: u32| signs.chars().nth(d as usize);
    let mut out = String::new();
    let mut gap = false;
    for (place, unit) in
        [(1000, units.chars().nth(2)), (100, units.chars().nth(1)), (10, units.chars().next()), (1, None)]
    {
        let digit = n / place % 10;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
        }
        gap = false;
        out.extend(sign(digit));
        out.extend(unit);
    }
    if out.is_empty() { sign(0).map(String::from).unwrap_or_default() } else { out }
}

fn nth(n: u32, signs: &str) -> String {
    let index = n.checked_sub(1).and_then(|i| signs.chars().nth(i as usize));
    index.map_or_else(|| n.to_string(), String::from)
}

fn enclosed(n: u32, runs: &[(u32, u32, char)]) -> String {
    let run = runs.iter().find(|(from, to, _)| (*from..=*to).contains(&n));
    let sign = run.and_then(|(from, _, first)| char::from_u32(*first as u32 + n - from));
    sign.map_or_else(|| n.to_string(), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numbers_count_as_people_write_them() {
        let count = |n| Numeral::Chinese.write(n);
        let found: Vec<String> = [0, 1, 10, 11, 20, 31, 100, 101, 110, 312, 1_005, 20_020].map(count).into();
        let want = [
            "〇",
            "一",
            "十",
            "十一",
            "二十",
            "三十一",
            "一百",
            "一百零一",
            "一百一十",
            "三百一十二",
            "一千零五",
            "二万零二十",
        ];
        assert_eq!(found, want);
        assert_eq!(Numeral::ChineseLegal.write(12), "壹拾贰");
        assert_eq!(Numeral::ChineseDigits.write(105), "一〇五");
    }

    #[test]
    fn other_numerals() {
        assert_eq!(Numeral::HeavenlyStem.write(3), "丙");
        assert_eq!(Numeral::Circled.write(21), "㉑");
        assert_eq!(Numeral::Circled.write(99), "99");
        assert_eq!(Numeral::LowerRoman.write(1994), "mcmxciv");
        assert_eq!(Numeral::UpperLetter.write(28), "BB");
        assert_eq!(Numeral::DecimalWide.write(12), "\u{ff11}\u{ff12}");
        assert_eq!(Numeral::DecimalZero.write(7), "07");
    }
}
