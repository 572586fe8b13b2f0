//! Dates as they are printed: `2022年1月10日`, `2022-03-23`, `2021/03/29`, `二〇二二年一月十日`, `18.03.2015`.

use jiff::civil::Date;

use super::numbering::numeral;

/// The whole date at the start of a folded text, and its length in bytes.
pub fn date_at(text: &str) -> Option<(Date, usize)> {
    arabic(text).or_else(|| day_first(text)).or_else(|| chinese(text))
}

/// The first whole date in a folded text, with its byte range.
pub fn first_date(text: &str) -> Option<(Date, std::ops::Range<usize>)> {
    let starts = text.char_indices().filter(|&(at, c)| {
        let before = text.get(..at).and_then(|b| b.chars().next_back());
        let digit = c.is_ascii_digit() && !before.is_some_and(|b| b.is_ascii_digit());
        digit || CHINESE_DIGITS.contains(c)
    });
    let mut starts = starts;
    starts.find_map(|(at, _)| date_at(text.get(at..)?).map(|(date, len)| (date, at..at + len)))
}

/// `2022年1月10日`, `2022-03-23`, `2021/03/29`, `2022.1.5`.
fn arabic(text: &str) -> Option<(Date, usize)> {
    let mut scan = Scan { text, at: 0 };
    let year = scan.digits(4, 4)?;
    let sign = scan.sign()?;
    let month = scan.digits(1, 2)?;
    match sign {
        '年' => scan.expect("月")?,
        other => scan.expect(other.encode_utf8(&mut [0; 4]))?,
    }
    let day = scan.digits(1, 2)?;
    if sign == '年' {
        scan.expect("日").or_else(|| scan.expect("号"))?;
    }
    date(year, month, day).map(|d| (d, scan.at))
}

/// `18.03.2015`, as some site systems print it.
fn day_first(text: &str) -> Option<(Date, usize)> {
    let mut scan = Scan { text, at: 0 };
    let day = scan.digits(2, 2)?;
    scan.expect(".")?;
    let month = scan.digits(2, 2)?;
    scan.expect(".")?;
    let year = scan.digits(4, 4)?;
    date(year, month, day).map(|d| (d, scan.at))
}

const CHINESE_DIGITS: &str = "〇零一二三四五六七八九";

/// `二〇二二年一月十日`.
fn chinese(text: &str) -> Option<(Date, usize)> {
    let mut year = 0;
    let mut at = 0;
    for c in text.chars().take(4) {
        let digit = CHINESE_DIGITS.find(c)? / '〇'.len_utf8();
        year = year * 10 + u32::try_from(digit.saturating_sub(1)).ok()?;
        at += c.len_utf8();
    }
    let mut scan = Scan { text, at };
    scan.expect("年")?;
    let month = scan.numeral()?;
    scan.expect("月")?;
    let day = scan.numeral()?;
    scan.expect("日")?;
    date(year, month, day).map(|d| (d, scan.at))
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let plausible = (1980..=2100).contains(&year);
    let date = Date::new(year as i16, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    date.filter(|_| plausible)
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn digits(&mut self, least: usize, most: usize) -> Option<u32> {
        let len = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let value = self.rest().get(..len).filter(|_| (least..=most).contains(&len))?.parse().ok()?;
        self.at += len;
        Some(value)
    }

    fn sign(&mut self) -> Option<char> {
        let c = self.rest().chars().next().filter(|c| matches!(c, '年' | '-' | '/' | '.'))?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn expect(&mut self, sign: &str) -> Option<()> {
        let len = self.rest().starts_with(sign).then_some(sign.len())?;
        self.at += len;
        Some(())
    }

    fn numeral(&mut self) -> Option<u32> {
        let (value, len) = numeral(self.rest());
        self.at += len;
        (len > 0).then_some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_forms() {
        let want = Date::new(2022, 1, 10).unwrap();
        for text in
            ["2022年1月10日", "2022-01-10", "2022/1/10", "2022.01.10", "10.01.2022", "二〇二二年一月十日"]
        {
            assert_eq!(date_at(text), Some((want, text.len())), "{text}");
        }
        assert_eq!(first_date("发布时间:2022-01-1009:18"), None);
        assert_eq!(first_date("发布时间:2022-01-10 09:18").map(|(d, _)| d), Some(want));
    }

    #[test]
    fn impossible_dates_are_no_dates() {
        for text in ["2022年13月1日", "2022-02-30", "2021729日", "414日", "12022-01-10"] {
            assert_eq!(first_date(text), None, "{text}");
        }
    }
}
