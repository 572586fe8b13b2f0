//! Numbers as list numbering writes them.
//!
//! Comes in: a count. Goes out: its letters, Roman or Chinese numerals.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// a, b, … z, aa, bb, …: the letter repeated, as word processors count.
pub(super) fn letters(n: u32, upper: bool) -> String {
    let Some(index) = n.checked_sub(1) else { return String::new() };
    let first = if upper { b'A' } else { b'a' };
    let letter = char::from(first + (index % 26) as u8);
    // More repeats than this are a damaged count.
    std::iter::repeat_n(letter, (index / 26 + 1).min(30) as usize).collect()
}

/// i, ii, iii, iv, …; Arabic where Roman numerals end.
pub(super) fn roman(n: u32, upper: bool) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if n == 0 || n > 3999 {
        return n.to_string();
    }
    let (mut rest, mut out) = (n, String::new());
    for (value, word) in STEPS {
        while rest >= value {
            out.push_str(word);
            rest -= value;
        }
    }
    if upper { out.to_ascii_uppercase() } else { out }
}

/// 一, 二, … 十, 十一, … 一百〇一: spoken numerals, a leading 一 before 十 left out.
pub(super) fn chinese(n: u32) -> String {
    spoken(n, DIGITS, ["", "十", "百", "千"], '〇', true)
}

/// 壹, 贰, … 壹拾: the numerals of cheques.
pub(super) fn chinese_legal(n: u32) -> String {
    let digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
    spoken(n, digits, ["", "拾", "佰", "仟"], '零', false)
}

fn spoken(n: u32, digits: [char; 10], places: [&str; 4], zero: char, short_ten: bool) -> String {
    if n == 0 {
        return zero.to_string();
    }
    if n > 99_999_999 {
        return n.to_string();
    }
    let mut out = String::new();
    if n >= 10_000 {
        out.push_str(&spoken(n / 10_000, digits, places, zero, short_ten));
        out.push('万');
    }
    let low = n % 10_000;
    let mut gap = n >= 10_000 && low > 0 && low < 1000;
    for (place, unit) in [1000, 100, 10, 1].into_iter().zip((0..4).rev()) {
        let digit = (low / place % 10) as usize;
        if digit == 0 {
            gap |= !out.is_empty() && !low.is_multiple_of(place);
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push(zero);
        }
        if !(short_ten && digit == 1 && unit == 1 && out.is_empty()) {
            out.push(digits[digit]);
        }
        out.push_str(places[unit]);
    }
    out
}

/// 一〇, 一一, 二〇: digit by digit.
pub(super) fn chinese_digits(n: u32) -> String {
    n.to_string().bytes().map(|b| DIGITS[usize::from(b - b'0')]).collect()
}

/// 甲, 乙, 丙, …; Arabic after 癸.
pub(super) fn stems(n: u32) -> String {
    nth("甲乙丙丁戊己庚辛壬癸", n)
}

/// 子, 丑, 寅, …; Arabic after 亥.
pub(super) fn branches(n: u32) -> String {
    nth("子丑寅卯辰巳午未申酉戌亥", n)
}

/// ① to ⑳; Arabic after that.
pub(super) fn circled(n: u32) -> String {
    nth("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", n)
}

/// ⑴ to ⒇; Arabic after that.
pub(super) fn bracketed(n: u32) -> String {
    nth("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", n)
}

/// ㈠ to ㈩; Arabic after that.
pub(super) fn bracketed_chinese(n: u32) -> String {
    nth("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", n)
}

/// ⒈ to ⒛; Arabic after that.
pub(super) fn dotted(n: u32) -> String {
    nth("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", n)
}

/// Digits of full width.
pub(super) fn full_width(n: u32) -> String {
    n.to_string().bytes().filter_map(|b| char::from_u32(0xff10 + u32::from(b - b'0'))).collect()
}

fn nth(row: &str, n: u32) -> String {
    let found = n.checked_sub(1).and_then(|i| row.chars().nth(i as usize));
    found.map_or_else(|| n.to_string(), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_as_they_are_spoken() {
        let all = [1, 10, 11, 20, 31, 100, 101, 110, 111, 1001, 1010, 10_000, 10_010, 100_000].map(chinese);
        let spoken = [
            "一",
            "十",
            "十一",
            "二十",
            "三十一",
            "一百",
            "一百〇一",
            "一百一十",
            "一百一十一",
            "一千〇一",
            "一千〇一十",
            "一万",
            "一万〇一十",
            "十万",
        ];
        assert_eq!(all, spoken);
        assert_eq!(chinese_legal(12), "壹拾贰");
        assert_eq!(chinese_digits(20), "二〇");
    }

    #[test]
    fn rows_end_in_digits() {
        assert_eq!([stems(10), stems(11), circled(21)], ["癸", "11", "21"]);
        assert_eq!([letters(27, false), roman(1994, true)], ["aa", "MCMXCIV"]);
    }
}
