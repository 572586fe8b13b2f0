//! Words of a comparison that table and page share.

use super::data::{ComparisonData, Side};
use crate::text::Lang;
use crate::write::Style;
use crate::write::escape::clean;
use crate::write::phrase::points;

/// What became of a plan item.
pub(super) fn fate(word: &str, style: Style) -> &'static str {
    match word {
        "done" => style.pick("有结果", "done"),
        "mentioned" => style.pick("提到", "mentioned"),
        _ => style.pick("没有提到", "silent"),
    }
}

/// How a figure moved.
pub(super) fn movement(word: &str, style: Style) -> &'static str {
    match word {
        "unchanged" => style.pick("没有变化", "unchanged"),
        _ => style.pick("变化很大", "jumped"),
    }
}

/// The two are not about one place.
pub(super) fn others(style: Style) -> String {
    style.say(style.pick(
        "两份报告写的不是同一个地方,以下仅供参考",
        "the two reports name different places; read on with care",
    ))
}

/// The title of the list of passages taken over, with their share.
pub(super) fn taken_over(data: &ComparisonData, style: Style) -> String {
    let share = points(data.recycled_percent);
    match style.lang {
        Lang::Zh => format!("沿用上年的文字(占今年正文的{share}%)"),
        Lang::En => format!("Passages taken over ({share} % of this year's text)"),
    }
}

/// The title of a report, or that it has none.
pub(super) fn title(side: &Side, style: Style) -> String {
    clean(side.title.as_deref().unwrap_or(style.pick("(没有标题)", "(no title)"))).into_owned()
}

/// The year a report is about.
pub(super) fn year(side: &Side, style: Style) -> String {
    side.report_year.map_or_else(|| style.pick("不明", "unknown").to_string(), |y| y.to_string())
}

/// The score of a report.
pub(super) fn score(side: &Side) -> String {
    side.score.map_or_else(|| "-".to_string(), points)
}
