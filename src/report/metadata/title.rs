//! The title: one line or several, after page furniture, or absent.

use std::ops::Range;

use crate::report::numbering;

/// Most lines that a title is split over.
const LINES: usize = 4;
/// Longest title, in characters.
const LONGEST: usize = 90;

/// Words that name the matter of the report.
const MATTER: [&str; 5] = ["法治政府建设", "法治建设", "依法行政", "法治政府", "依法治"];
/// Words that a title ends with.
const KINDS: [&str; 15] = [
    "报告",
    "总结",
    "汇报",
    "情况",
    "年报",
    "公报",
    "白皮书",
    "要点",
    "方案",
    "解读",
    "计划",
    "意见",
    "安排",
    "通知",
    "讲话",
];

/// The lines of the title among the lines above the body; the lowest candidate wins, because sites repeat titles above.
pub(in crate::report) fn find(lines: &[String]) -> Option<Range<usize>> {
    (0..lines.len()).rev().find_map(|last| upwards(lines, last))
}

/// Whether one line alone is a title.
pub(in crate::report) fn is_title(line: &str) -> bool {
    complete(line)
}

/// A title whose last line is `last`: the longest run of fragments above it that still makes one title.
fn upwards(lines: &[String], last: usize) -> Option<Range<usize>> {
    if !ends_title(&lines[last]) || is_furniture(&lines[last]) {
        return None;
    }
    let mut best = complete(&lines[last]).then_some(last..last + 1);
    let mut joined = lines[last].clone();
    for first in (last.saturating_sub(LINES - 1)..last).rev() {
        let line = &lines[first];
        if !is_fragment(line) || complete(line) {
            break;
        }
        joined = format!("{line}{joined}");
        // A short line above a complete title belongs to it only as the issuer or as its beginning.
        let belongs = best.is_none() || begins_title(line);
        if complete(&joined) && belongs {
            best = Some(first..last + 1);
        }
    }
    best
}

fn complete(text: &str) -> bool {
    let bare = strip_tag(text);
    MATTER.iter().any(|m| bare.contains(m))
        && ends_title(bare)
        && !is_furniture(text)
        && bare.chars().count() <= LONGEST
        && numbering::number(bare).is_none()
}

/// A tag before the title, such as `[2021年]`.
fn strip_tag(text: &str) -> &str {
    let Some(rest) = text.strip_prefix('[') else { return text };
    rest.split_once(']').map_or(text, |(_, title)| title)
}

/// Whether a line ends with the word for a kind of document.
pub(in crate::report) fn ends_title(line: &str) -> bool {
    let bare = line.trim_end_matches(')');
    let bare = if bare.len() < line.len() { bare.rsplit_once('(').map_or(bare, |(b, _)| b) } else { bare };
    KINDS.iter().any(|k| bare.ends_with(k))
}

fn is_fragment(line: &str) -> bool {
    let chars = line.chars().count();
    (2..=45).contains(&chars)
        && !line.contains(['。', ',', ':', ';', '!', '?', '>', '|'])
        && !is_furniture(line)
        && numbering::number(line).is_none()
        && !line.chars().any(|c| c.is_ascii_alphabetic())
}

fn begins_title(line: &str) -> bool {
    const ENDS: [&str; 10] =
        ["人民政府", "委员会", "委", "局", "厅", "办公室", "政府", "管委会", "办事处", "关于"];
    ENDS.iter().any(|e| line.ends_with(e)) || line.starts_with("中共") || line.contains("关于")
}

/// Breadcrumbs, labels and sentences.
fn is_furniture(line: &str) -> bool {
    line.contains(['>', '|', '。', '?', '!'])
        || line.contains("当前位置")
        || line.contains("首页")
        || line.contains("来源:")
        || line.contains("附件")
        || line.matches(',').count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lines: &[&str]) -> Option<String> {
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        find(&lines).map(|r| lines[r].concat())
    }

    #[test]
    fn forms_seen() {
        for title in [
            "榕城区2021年法治政府建设年度报告",
            "2018年我区法治政府建设情况汇报",
            "关于2014年度依法行政工作开展情况的报告",
            "河源市公布2020年度法治政府建设情况",
            "某镇2025年法治政府建设工作总结报告(公开版)",
        ] {
            assert_eq!(found(&["首页>政务公开>法治政府建设年度报告", title]).as_deref(), Some(title));
        }
    }

    #[test]
    fn split_titles_are_joined_and_repeated_ones_taken_once() {
        let whole = "攀枝花市人民政府关于2021年度法治政府建设工作情况报告";
        assert_eq!(
            found(&[
                whole,
                "发布时间:2022-03-23来源:司法局",
                "攀枝花市人民政府",
                "关于2021年度法治政府建设工作情况报告"
            ])
            .as_deref(),
            Some(whole)
        );
        assert_eq!(
            found(&["中共甲镇委员会甲镇人民政府", "关于2021年法治政府建设", "情况的报告"]).as_deref(),
            Some("中共甲镇委员会甲镇人民政府关于2021年法治政府建设情况的报告")
        );
        assert_eq!(found(&[whole, whole]).as_deref(), Some(whole));
    }

    #[test]
    fn other_lines_are_no_titles() {
        assert_eq!(found(&["首页>法治政府建设年度报告", "打印本页"]), None);
        assert_eq!(found(&["一、法治政府建设情况"]), None);
    }
}
