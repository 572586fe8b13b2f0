//! The number in front of a heading: `一、` `(一)` `1.` `(1)` `第一,` `一是`, whole or damaged.
//!
//! Works on folded text, so full-width and half-width forms are already equal.

/// How a heading is numbered. The order is that of official documents; real reports skip and invert it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Notation {
    /// `一、`
    Dun,
    /// `(一)`
    Bracket,
    /// `1.`
    Arabic,
    /// `(1)`
    ArabicBracket,
    /// `第一,`
    Ordinal,
    /// `一是`
    Shi,
}

impl Notation {
    /// The level that the notation has in official documents, from 1. `第一,` and `一是` have none of their
    /// own and stand below the four.
    pub fn level(self) -> u8 {
        match self {
            Notation::Dun => 1,
            Notation::Bracket => 2,
            Notation::Arabic => 3,
            Notation::ArabicBracket => 4,
            Notation::Ordinal => 5,
            Notation::Shi => 6,
        }
    }
}

/// A number at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its style.
    pub notation: Notation,
    /// Its value; 0 when the number itself was lost.
    pub value: u32,
    /// Bytes it takes, punctuation included.
    pub len: usize,
    /// A bracket, a dunhao or the number is missing.
    pub damaged: bool,
}

/// The number at the start of a folded text, if it is whole.
pub fn number(text: &str) -> Option<Number> {
    symbol(text)
        .or_else(|| bracketed(text))
        .or_else(|| ordinal(text))
        .or_else(|| arabic(text))
        .or_else(|| ideographic(text))
}

/// The number at the start of a folded text with one sign of it lost. Only for lines that read as headings.
pub fn damaged_number(text: &str) -> Option<Number> {
    let whole = |notation, value, len| Some(Number { notation, value, len, damaged: true });
    if let Some(rest) = text.strip_prefix('(') {
        let (value, len) = numeral(rest);
        if len > 0 {
            return whole(Notation::Bracket, value, len + 1);
        }
        // `(深入推进…`: number and right bracket lost.
        let open = rest.chars().take(60).all(|c| c != ')');
        return if open && !rest.is_empty() { whole(Notation::Bracket, 0, 1) } else { None };
    }
    let (value, len) = numeral(text);
    let rest = text.get(len..).unwrap_or("");
    match rest.chars().next() {
        Some(')') if len > 0 => whole(Notation::Bracket, value, len + 1),
        Some(',' | ':' | '.') if len > 0 => whole(Notation::Dun, value, len + 1),
        Some(_) if len > 0 && value <= 12 => whole(Notation::Dun, value, len),
        _ => None,
    }
}

/// `㈠` `⒈` `①`: one character that holds number and signs.
fn symbol(text: &str) -> Option<Number> {
    let c = text.chars().next()?;
    let (notation, base) = match c {
        '\u{3220}'..='\u{3229}' => (Notation::Bracket, 0x3220),
        '\u{2488}'..='\u{249b}' => (Notation::Arabic, 0x2488),
        '\u{2474}'..='\u{2487}' => (Notation::ArabicBracket, 0x2474),
        '\u{2460}'..='\u{2473}' => (Notation::ArabicBracket, 0x2460),
        _ => return None,
    };
    Some(Number { notation, value: c as u32 - base + 1, len: c.len_utf8(), damaged: false })
}

fn bracketed(text: &str) -> Option<Number> {
    let rest = text.strip_prefix(['(', '[', '<'])?;
    let close = |len: usize| rest.get(len..).is_some_and(|r| r.starts_with([')', ']', '>']));
    let (value, len) = numeral(rest);
    if len > 0 && close(len) {
        // `(一)、`: a dunhao after the bracket belongs to the number.
        let extra =
            if rest.get(len + 1..).is_some_and(|r| r.starts_with('、')) { '、'.len_utf8() } else { 0 };
        return Some(Number { notation: Notation::Bracket, value, len: len + 2 + extra, damaged: false });
    }
    let (value, len) = digits(rest);
    (len > 0 && value <= 99 && text.starts_with('(') && close(len)).then_some(Number {
        notation: Notation::ArabicBracket,
        value,
        len: len + 2,
        damaged: false,
    })
}

fn ordinal(text: &str) -> Option<Number> {
    let rest = text.strip_prefix('第')?;
    let (value, len) = numeral(rest);
    let after = rest.get(len..)?;
    let (notation, sign) = if after.starts_with([',', '、', ':']) {
        (Notation::Ordinal, after.chars().next()?.len_utf8())
    } else if after.starts_with("部分") || after.starts_with('章') {
        let word = if after.starts_with('章') { "章" } else { "部分" };
        let sign = after.get(word.len()..).and_then(|r| r.chars().next()).filter(|c| ",、:".contains(*c));
        (Notation::Dun, word.len() + sign.map_or(0, char::len_utf8))
    } else {
        return None;
    };
    (len > 0).then_some(Number { notation, value, len: '第'.len_utf8() + len + sign, damaged: false })
}

/// `1.` and `1、`, but not `1.5` and not a year.
fn arabic(text: &str) -> Option<Number> {
    let (value, len) = digits(text);
    let rest = text.get(len..)?;
    let sign = rest.chars().next().filter(|c| matches!(c, '.' | '、'))?;
    let next = rest.get(sign.len_utf8()..).and_then(|r| r.chars().next());
    let decimal = sign == '.' && next.is_some_and(|c| c.is_ascii_digit());
    (len > 0 && value > 0 && value <= 99 && !decimal).then_some(Number {
        notation: Notation::Arabic,
        value,
        len: len + sign.len_utf8(),
        damaged: false,
    })
}

fn ideographic(text: &str) -> Option<Number> {
    let (value, len) = numeral(text);
    let sign = text.get(len..)?.chars().next()?;
    let notation = match sign {
        _ if len == 0 => return None,
        '、' => Notation::Dun,
        '.' if value <= 20 => Notation::Dun,
        '是' => Notation::Shi,
        _ => return None,
    };
    Some(Number { notation, value, len: len + sign.len_utf8(), damaged: false })
}

/// A Chinese numeral from 1 to 99 and its length in bytes; `(0, 0)` if there is none.
pub fn numeral(text: &str) -> (u32, usize) {
    const DIGITS: &str = "一二三四五六七八九";
    let (mut value, mut len, mut ten) = (0u32, 0usize, false);
    let mut last = 0;
    for c in text.chars().take(4) {
        if c == '十' && !ten {
            value = if last == 0 { 10 } else { last * 10 };
            ten = true;
            last = 0;
        } else if let Some(at) = DIGITS.find(c).filter(|_| last == 0) {
            last = (at / '一'.len_utf8()) as u32 + 1;
        } else {
            break;
        }
        len += c.len_utf8();
    }
    (value + last, len)
}

fn digits(text: &str) -> (u32, usize) {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = text.get(..len.min(6)).and_then(|d| d.parse().ok()).unwrap_or(0);
    (value, len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Option<(u8, u32)> {
        number(text).map(|n| (n.notation.level(), n.value))
    }

    #[test]
    fn the_usual_notations() {
        assert_eq!(seen("一、主要举措"), Some((1, 1)));
        assert_eq!(seen("十二、其他"), Some((1, 12)));
        assert_eq!(seen("(三)加强"), Some((2, 3)));
        assert_eq!(seen("㈡加强"), Some((2, 2)));
        assert_eq!(seen("12.加强"), Some((3, 12)));
        assert_eq!(seen("1、加强"), Some((3, 1)));
        assert_eq!(seen("(4)加强"), Some((4, 4)));
        assert_eq!(seen("第一,深推"), Some((5, 1)));
        assert_eq!(seen("二是推行"), Some((6, 2)));
        assert_eq!(seen("第二部分存在问题"), Some((1, 2)));
    }

    #[test]
    fn figures_and_years_are_not_numbers() {
        for text in ["1.5万件", "2021年", "2021.1.5", "一体化", "一件事", "第一责任人", "(2021年)", "十四五"]
        {
            assert_eq!(seen(text), None, "{text}");
        }
    }

    #[test]
    fn damaged_numbers_are_recognised_when_asked_for() {
        let damaged = |t: &str| damaged_number(t).map(|n| (n.notation.level(), n.value));
        assert_eq!(damaged("一主要举措和成效"), Some((1, 1)));
        assert_eq!(damaged("一)加强领导"), Some((2, 1)));
        assert_eq!(damaged("(一加强领导"), Some((2, 1)));
        assert_eq!(damaged("(深入学习"), Some((2, 0)));
    }
}
