//! Chinese numerals: reading and writing whole numbers up to 9999亿.
//!
//! Comes in: characters. Goes out: a number, or nothing where the characters name no number
//! (`七五`, `二〇二一`, `二百五`). Knows nothing of what is counted.

use crate::text::Glyphs;

/// A numeral and where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Its value.
    pub value: u64,
    /// One past its last character.
    pub end: usize,
}

/// Whether `c` can stand in a Chinese numeral.
pub fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '零' | '〇'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
    )
}

/// The value of a single Chinese digit.
pub fn digit(c: char) -> Option<u64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn power(c: char) -> Option<u64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// One past the last character of the run of numeral characters that begins at `from`.
pub fn run_end(glyphs: &Glyphs, from: usize) -> usize {
    let mut end = from;
    while is_numeral(glyphs.at(end)) {
        end += 1;
    }
    end
}

/// The numeral that the whole run at `from` spells.
pub fn read(glyphs: &Glyphs, from: usize) -> Option<Numeral> {
    let end = run_end(glyphs, from);
    let value = value(glyphs.slice(from, end))?;
    Some(Numeral { value, end })
}

/// The number that these characters spell.
pub fn value(chars: &[char]) -> Option<u64> {
    let (high, rest) = split(chars, '亿')?;
    let (middle, low) = split(rest, '万')?;
    if high.is_none() && middle.is_none() && low.is_empty() {
        return None;
    }
    let weighed = |part: Option<&[char]>, weight: u64| match part {
        None => Some(0),
        // `万` with nothing before it is a word, not a number.
        Some([]) => None,
        Some(part) => Some(section(part)? * weight),
    };
    Some(weighed(high, 100_000_000)? + weighed(middle, 10_000)? + section(low)?)
}

/// The characters before and after the only `mark`; without one, everything stands after it.
fn split(chars: &[char], mark: char) -> Option<(Option<&[char]>, &[char])> {
    let Some(at) = chars.iter().position(|&c| c == mark) else { return Some((None, chars)) };
    let (before, after) = (chars.get(..at)?, chars.get(at + 1..)?);
    (!after.contains(&mark)).then_some((Some(before), after))
}

/// A number below ten thousand.
fn section(chars: &[char]) -> Option<u64> {
    let (mut sum, mut pending, mut last_power, mut gap) = (0, None, 10_000, false);
    for &c in chars {
        if let Some(power) = power(c) {
            let bare_ten = (power == 10 && sum == 0).then_some(1);
            if power >= last_power {
                return None;
            }
            sum += pending.take().or(bare_ten)? * power;
            (last_power, gap) = (power, false);
        } else if pending.is_some() {
            return None;
        } else if matches!(c, '零' | '〇') && chars.len() > 1 {
            gap = true;
        } else {
            pending = Some(digit(c)?);
        }
    }
    match pending {
        // `二百五` says 250 in speech and 205 nowhere: not a numeral of an official text.
        Some(_) if (11..10_000).contains(&last_power) && !gap => None,
        Some(ones) => Some(sum + ones),
        None => Some(sum),
    }
}

/// The numeral for `value`, the way official texts write it; above 9999亿, where numerals end, in digits.
pub fn write(value: u64) -> String {
    match value {
        0 => return "零".to_string(),
        1_000_000_000_000.. => return value.to_string(),
        _ => {}
    }
    let mut out = String::new();
    let mut gap = false;
    for (weight, name) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let part = value / weight % 10_000;
        if part == 0 {
            gap |= !out.is_empty();
            continue;
        }
        if !out.is_empty() && (gap || part < 1000) {
            out.push('零');
        }
        write_section(part, &mut out);
        out.push_str(name);
        gap = false;
    }
    out
}

fn write_section(value: u64, out: &mut String) {
    let leading = out.is_empty();
    let (mut gap, mut begun) = (false, false);
    for (power, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / power % 10;
        if digit == 0 {
            gap |= begun;
            continue;
        }
        if gap {
            out.push('零');
        }
        if !(leading && !begun && power == 10 && digit == 1) {
            out.extend("零一二三四五六七八九".chars().nth(digit as usize));
        }
        out.push_str(name);
        (gap, begun) = (false, true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(word: &str) -> Option<u64> {
        value(&word.chars().collect::<Vec<_>>())
    }

    #[test]
    fn spells_what_reports_spell() {
        for (word, n) in [
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("一百零五", 105),
            ("三百二十", 320),
            ("两千", 2000),
            ("一万零三", 10_003),
            ("一万二千", 12_000),
            ("三千五百万", 35_000_000),
            ("两亿零五万", 200_050_000),
            ("零", 0),
        ] {
            assert_eq!(number(word), Some(n), "{word}");
        }
    }

    #[test]
    fn names_and_years_are_not_numbers() {
        for word in
            ["七五", "一三三三", "二〇二一", "二百五", "万", "亿", "百", "", "十十", "万万", "二十三十"]
        {
            assert_eq!(number(word), None, "{word}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_reads_back(n in 0_u64..1_000_000_000_000) {
            proptest::prop_assert_eq!(number(&write(n)), Some(n));
        }

        #[test]
        fn short_numerals_read_back(n in 0_u64..200_000) {
            proptest::prop_assert_eq!(number(&write(n)), Some(n));
        }
    }
}
