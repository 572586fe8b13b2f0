//! What stands around a number: 近 before it, 余, 万, the measure word and 以上 after it.
//!
//! Comes in: characters and the place after a number. Goes out: scale, measure and qualifier.
//! Does not know how the number itself was written.

use super::figure::{Qualifier, SCALES};
use super::units::{self, Measure};
use crate::text::Glyphs;

/// The words after a number that make it a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quantity {
    pub(super) scale: u64,
    pub(super) unit: String,
    pub(super) measure: &'static str,
    pub(super) qualifier: Option<Qualifier>,
    /// One past the last character that belongs to the figure.
    pub(super) end: usize,
}

/// How the number was written, which decides what measure words may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Digits,
    Numeral,
}

/// The quantity words at `i`. `scale` is what the number itself already carried (两万).
pub(super) fn quantity(glyphs: &Glyphs, mut i: usize, scale: u64, written: Written) -> Option<Quantity> {
    let mut over = take_more(glyphs, &mut i);
    let (mut scale, mut word) = (scale, scale_word(scale));
    if scale == 1 {
        let (found, name, end) = scale_at(glyphs, i);
        (scale, word, i) = (found, name, end);
        over |= take_more(glyphs, &mut i);
    }
    let measure = match written {
        Written::Digits => units::measure(glyphs, i),
        Written::Numeral => units::measure_of_numeral(glyphs, i),
    };
    let measure = measure.or_else(|| unnamed(glyphs, i, scale, over))?;
    let mut unit = format!("{word}{}", measure.word);
    let mut end = measure.end;
    let after = suffix(glyphs, measure);
    if let Some((_, length)) = after {
        end += length;
    } else if measure.word == "个"
        && let Some((noun, length)) = units::unit_noun(glyphs, end)
    {
        unit.push_str(noun);
        end += length;
    }
    let qualifier = after.map(|(q, _)| q).or(over.then_some(Qualifier::Over));
    Some(Quantity { scale, unit, measure: measure.word, qualifier, end })
}

fn take_more(glyphs: &Glyphs, i: &mut usize) -> bool {
    let more = matches!(glyphs.at(*i), '余' | '+') || (glyphs.at(*i) == '多' && glyphs.at(*i + 1) != '元');
    *i += usize::from(more);
    more
}

fn scale_word(scale: u64) -> &'static str {
    SCALES.iter().find(|(_, s)| *s == scale).map_or("", |(word, _)| word)
}

fn scale_at(glyphs: &Glyphs, i: usize) -> (u64, &'static str, usize) {
    const MEASURES: &[&str] = &["千米", "千克", "千瓦", "百分"];
    let found = SCALES.iter().find(|(word, _)| glyphs.starts_with(i, word));
    match found {
        Some((word, scale)) if !glyphs.starts_with_any(i, MEASURES) => {
            (*scale, word, i + word.chars().count())
        }
        _ => (1, "", i),
    }
}

/// `2万群众` and `370余,` are figures without a measure word.
fn unnamed(glyphs: &Glyphs, i: usize, scale: u64, over: bool) -> Option<Measure> {
    let ends = "。,;、)".contains(glyphs.at(i)) || glyphs.at(i) == '\0';
    (scale >= 10_000 || (over && ends)).then_some(Measure { word: "", end: i })
}

/// 以上, 以内, 左右 at `at`, with the length.
pub(super) fn suffix_at(glyphs: &Glyphs, at: usize) -> Option<(Qualifier, usize)> {
    const SUFFIXES: &[(&str, Qualifier)] = &[
        ("及以上", Qualifier::AtLeast),
        ("以上", Qualifier::AtLeast),
        ("以内", Qualifier::Within),
        ("之内", Qualifier::Within),
        ("以下", Qualifier::Within),
        ("左右", Qualifier::About),
        ("上下", Qualifier::About),
    ];
    let (word, qualifier) = SUFFIXES.iter().find(|(word, _)| glyphs.starts_with(at, word))?;
    let other_word = matches!((*word, glyphs.at(at + 2)), ("以上", '级' | '述'));
    (!other_word).then_some((*qualifier, word.chars().count()))
}

/// The same after a measure word; of a time also 内.
fn suffix(glyphs: &Glyphs, measure: Measure) -> Option<(Qualifier, usize)> {
    const TIMES: &[&str] =
        &["天", "日", "工作日", "个工作日", "小时", "个小时", "分钟", "秒", "个月", "年", "周"];
    let at = measure.end;
    if let Some(found) = suffix_at(glyphs, at) {
        return Some(found);
    }
    let inside =
        glyphs.at(at) == '内' && TIMES.contains(&measure.word) && !"容部设网".contains(glyphs.at(at + 1));
    inside.then_some((Qualifier::Within, 1))
}

/// 近, 约, 达 and the like that end just before `i`, with the length.
pub(super) fn prefix(glyphs: &Glyphs, i: usize) -> Option<(Qualifier, usize)> {
    const PREFIXES: &[(&str, Qualifier)] = &[
        ("不少于", Qualifier::AtLeast),
        ("不低于", Qualifier::AtLeast),
        ("至少", Qualifier::AtLeast),
        ("不超过", Qualifier::Within),
        ("不高于", Qualifier::Within),
        ("最多", Qualifier::Within),
        ("不足", Qualifier::Under),
        ("不到", Qualifier::Under),
        ("接近", Qualifier::Under),
        ("将近", Qualifier::Under),
        ("近", Qualifier::Under),
        ("超过", Qualifier::AtLeast),
        ("突破", Qualifier::AtLeast),
        ("逾", Qualifier::AtLeast),
        ("超", Qualifier::AtLeast),
        ("大约", Qualifier::About),
        ("约为", Qualifier::About),
        ("约", Qualifier::About),
        ("达到", Qualifier::Reaching),
        ("高达", Qualifier::Reaching),
        ("多达", Qualifier::Reaching),
        ("达", Qualifier::Reaching),
    ];
    /// Words that end in a qualifier and are none: 节约3万元, 送达200件, 最近3个月.
    const OTHER_WORDS: &[&str] = &[
        "节约", "预约", "签约", "履约", "违约", "契约", "公约", "条约", "制约", "简约", "集约", "邀约",
        "下达", "送达", "传达", "表达", "抵达", "转达", "到达", "最近", "附近", "邻近", "就近", "靠近",
        "贴近", "临近", "反超", "赶超",
    ];
    if glyphs.ends_with_any(i, OTHER_WORDS) {
        return None;
    }
    let (word, qualifier) = PREFIXES.iter().find(|(word, _)| glyphs.ends_with(i, word))?;
    Some((*qualifier, word.chars().count()))
}
