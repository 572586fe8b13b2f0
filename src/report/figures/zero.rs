//! Figures that say there was nothing: `零感染`, `无一件被撤销`, `无败诉案件`.
//!
//! Comes in: a place in a paragraph. Goes out: a figure of value 0. `零距离` and `“零”突破` are no figures.

use super::quantity::Quantity;
use super::scan::Found;
use super::units;
use crate::text::Glyphs;
use rust_decimal::Decimal;

/// What official texts count down to nothing.
const NOTHINGS: &[&str] = &[
    "感染", "确诊", "病例", "疫情", "事故", "伤亡", "死亡", "败诉", "投诉", "上访", "发案", "案件", "撤销",
    "纠错", "差错", "违规", "违纪", "复议", "诉讼", "信访", "举报", "积压", "超期", "新增", "发生", "申请",
    "退件",
];

/// `零` with what there was none of; returns where to go on.
pub(super) fn of_nothing(glyphs: &Glyphs, from: usize, found: &mut Vec<Found>) -> usize {
    let Some((word, length)) = glyphs.longest(from + 1, NOTHINGS) else { return from + 1 };
    let end = from + 1 + length;
    found.push(nothing(from, word, end));
    end
}

/// 无一件, 未发生一起, 无败诉案件; returns where to go on.
pub(super) fn read(glyphs: &Glyphs, from: usize, found: &mut Vec<Found>) -> usize {
    if !matches!(glyphs.at(from), '无' | '未' | '没') {
        return from + 1;
    }
    match not_one(glyphs, from).or_else(|| no_case(glyphs, from)) {
        Some(figure) => {
            let end = figure.quantity.end;
            found.push(figure);
            end
        }
        None => from + 1,
    }
}

fn not_one(glyphs: &Glyphs, from: usize) -> Option<Found> {
    const NOT: &[&str] =
        &["无一", "无1", "没有一", "未发生一", "未发生1", "没有发生一", "未出现一", "未出现1", "未有一"];
    let (_, length) = glyphs.longest(from, NOT)?;
    let measure = units::measure_of_numeral(glyphs, from + length)?;
    matches!(measure.word, "件" | "起" | "例" | "人" | "次" | "名" | "户" | "家")
        .then(|| nothing(from, measure.word, measure.end))
}

/// 无, then a few characters, then what is counted in cases.
fn no_case(glyphs: &Glyphs, from: usize) -> Option<Found> {
    const NOUNS: &[(&str, &str)] = &[("案件", "件"), ("事故", "起"), ("病例", "例")];
    if glyphs.at(from) != '无' || "证照人关法论障偿需故理效害牌名主".contains(glyphs.at(from + 1))
    {
        return None;
    }
    for at in from + 2..from + 10 {
        if ",。;、:()的".contains(glyphs.at(at)) || glyphs.at(at).is_ascii() {
            return None;
        }
        if let Some((noun, measure)) = NOUNS.iter().find(|(noun, _)| glyphs.starts_with(at, noun)) {
            let end = at + noun.chars().count();
            return (!glyphs.at(end).is_ascii_digit()).then(|| nothing(from, measure, end));
        }
    }
    None
}

fn nothing(from: usize, measure: &'static str, end: usize) -> Found {
    let quantity = Quantity { scale: 1, unit: measure.to_string(), measure, qualifier: None, end };
    Found { from, value: Decimal::ZERO, upper: None, quantity }
}
