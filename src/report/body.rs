//! Which paragraphs are the report: title, front matter, body, tail; the rest is of the site or the file.
//!
//! No markup is left in a text dump, so lines decide. The body runs from the first to the last line that reads
//! like a report (a numbered heading, or a whole sentence); title and document number are looked for above it,
//! signature and date below.

use super::calendar;
use super::metadata::{names, number, title};
use super::numbering::{self, Notation};
use super::paragraph::{Paragraph, Zone};
use super::roles;
use crate::text::{BlockKind, Folded};

/// Shortest line, in characters, that counts as a whole sentence.
const SENTENCE: usize = 20;
/// Longest line, in characters, that the words of a site can mark as not the report.
const SITE_LINE: usize = 80;

/// Assign a zone to every paragraph. Returns the range of the body.
pub(super) fn zones(text: &Folded, paragraphs: &mut [Paragraph]) -> std::ops::Range<usize> {
    for paragraph in paragraphs.iter_mut() {
        paragraph.zone = Zone::Boilerplate;
    }
    let words = |p: &Paragraph| text.slice(p.span).to_string();
    let lines: Vec<String> = paragraphs.iter().map(words).collect();
    let strong: Vec<usize> = (0..lines.len()).filter(|&i| is_strong(&lines[i], paragraphs[i].kind)).collect();
    let (Some(&first), Some(&last)) = (strong.first(), strong.last()) else {
        return no_body(paragraphs, &lines);
    };
    let first = below_title(&lines, &strong).unwrap_or(first);
    let last = down_to_short(&lines, signed_end(&lines, first, last));
    for i in first..=last {
        let cell = matches!(paragraphs[i].kind, BlockKind::Cell(_));
        if (cell || !is_site_line(&lines[i])) && paragraphs[i].kind != BlockKind::Contents {
            paragraphs[i].zone = Zone::Body;
        }
    }
    head(paragraphs, &lines, first);
    tail(paragraphs, &lines, last);
    first..last + 1
}

/// The first strong line below the title, where sentences of the site stand above it.
fn below_title(lines: &[String], strong: &[usize]) -> Option<usize> {
    let heading = strong.iter().copied().find(|&i| numbering::number(&lines[i]).is_some())?;
    let title = title::find(&lines[..heading])?;
    strong.iter().copied().find(|&i| i >= title.end)
}

/// A text without any sentence or heading is all body: nothing is hidden from the reader of the result.
fn no_body(paragraphs: &mut [Paragraph], lines: &[String]) -> std::ops::Range<usize> {
    for (paragraph, line) in paragraphs.iter_mut().zip(lines) {
        if !is_site_line(line) {
            paragraph.zone = Zone::Body;
        }
    }
    head(paragraphs, lines, lines.len());
    0..lines.len()
}

/// Whether a line reads like a report.
fn is_strong(line: &str, kind: BlockKind) -> bool {
    if is_site_line(line) || kind == BlockKind::Contents {
        return false;
    }
    let chars = line.chars().count();
    let numbered = numbering::number(line).is_some_and(|n| match n.notation {
        Notation::Dun | Notation::Bracket | Notation::Shi | Notation::Ordinal => chars >= 4,
        Notation::Arabic | Notation::ArabicBracket => chars >= 12,
    });
    let sentence = chars >= SENTENCE && line.contains('。');
    let heading = chars <= 30 && roles::is_part_heading(line) && !title::is_title(line);
    numbered || sentence || heading
}

/// Where the report is signed: an issuer line with a date line below it, in the last part of the text.
/// What stands after that is an annex or another page.
fn signed_end(lines: &[String], first: usize, last: usize) -> usize {
    let from = first + (last - first) * 3 / 5;
    for i in from..last {
        let signed = is_date_line(&lines[i]) && i > first && names::is_issuer_line(&lines[i - 1]);
        if signed {
            return (first..i - 1)
                .rev()
                .find(|&k| is_strong(&lines[k], BlockKind::Paragraph))
                .unwrap_or(last);
        }
    }
    last
}

/// Short sentences that follow the last strong line belong to it, and so does any line under a bare heading.
fn down_to_short(lines: &[String], last: usize) -> usize {
    let mut end = last;
    for (i, line) in lines.iter().enumerate().skip(last + 1) {
        let bare_heading = numbering::number(&lines[i - 1]).is_some() && !lines[i - 1].contains('。');
        let belongs = line.ends_with('。') || bare_heading && i == end + 1;
        if !belongs || is_site_line(line) || closes(line) || is_date_line(line) || names::is_issuer_line(line)
        {
            break;
        }
        end = i;
    }
    end
}

/// A closing formula, a note or an annex line.
fn closes(line: &str) -> bool {
    const CLOSES: [&str; 9] =
        ["专此", "特此", "此报告", "以上报告", "(此件", "此件公开", "抄送", "附件:", "附:"];
    CLOSES.iter().any(|c| line.starts_with(c))
}

fn head(paragraphs: &mut [Paragraph], lines: &[String], first: usize) {
    if let Some(range) = title::find(&lines[..first]) {
        for paragraph in &mut paragraphs[range] {
            paragraph.zone = Zone::Title;
        }
    }
    for i in 0..first {
        if paragraphs[i].zone == Zone::Title {
            continue;
        }
        paragraphs[i].zone = if is_addressee(&lines[i]) && i + 3 > first {
            Zone::Addressee
        } else if is_front(&lines[i]) {
            Zone::Front
        } else {
            Zone::Boilerplate
        };
    }
}

fn tail(paragraphs: &mut [Paragraph], lines: &[String], last: usize) {
    for i in last + 1..lines.len() {
        let line = &lines[i];
        if is_site_line(line) {
            break;
        }
        let belongs = is_date_line(line)
            || names::is_issuer_line(line)
            || closes(line) && line.chars().count() > 3
            || calendar::first_date(line).is_some() && line.contains("印发");
        if belongs {
            paragraphs[i].zone = Zone::Tail;
        }
    }
}

/// `中共揭阳市委、揭阳市人民政府:` and the like: names of organs and nothing else.
fn is_addressee(line: &str) -> bool {
    const ENDS: [&str; 11] = ["党委", "政府", "委", "会", "局", "厅", "办", "室", "院", "部", "党中央"];
    let Some(names) = line.strip_suffix(':') else { return false };
    let organ = |name: &str| {
        let chars = name.chars().count();
        (2..=24).contains(&chars) && ENDS.iter().any(|e| name.ends_with(e)) && !name.contains(['《', '"'])
    };
    numbering::number(line).is_none() && !names.is_empty() && names.split(['、', ',', ';']).all(organ)
}

/// A document number, a date in brackets, or a tag line.
fn is_front(line: &str) -> bool {
    let chars = line.chars().count();
    number::is_number(line)
        || chars <= 24 && is_date_line(line.trim_matches(['(', ')']))
        || chars <= 30 && line.starts_with('(') && line.ends_with(')')
        || names::is_issuer_line(line)
}

/// A line that holds a date and nothing else.
pub(super) fn is_date_line(line: &str) -> bool {
    let line = line.trim_matches(['(', ')']);
    calendar::date_at(line).is_some_and(|(_, len)| line.len() <= len + 6)
}

/// Words of sites and page tools, only believed on short lines.
const SITE_WORDS: &[&str] = &[
    "当前位置",
    "您的位置",
    "所在位置",
    "首页",
    "打印本页",
    "打印",
    "关闭窗口",
    "关闭本页",
    "扫一扫",
    "二维码",
    "分享到",
    "分享",
    "责任编辑",
    "责编",
    "审核:",
    "编辑:",
    "浏览次数",
    "阅读次数",
    "点击数",
    "访问量",
    "字号",
    "字体",
    "上一篇",
    "下一篇",
    "相关附件:",
    "相关链接",
    "相关文件",
    "相关解读",
    "相关阅读",
    "版权所有",
    "备案号",
    "ICP",
    "网安备",
    "网站标识码",
    "主办单位",
    "主办:",
    "承办",
    "技术支持",
    "网站地图",
    "联系我们",
    "无障碍",
    "返回顶部",
    "微信",
    "微博",
    "公众号关注",
    "索引号",
    "发文字号",
    "发布机构",
    "主题分类",
    "体裁分类",
    "信息来源",
    "来源:",
    "来源]",
    "发布时间",
    "发布日期",
    "更新时间",
    "公开日期",
    "今天是",
    "文章来源",
    "友情链接",
    "手机版",
    "收藏",
    "登录",
    "注册",
    "搜索",
    "文件已失效",
    "有效性",
    "www.",
    "http",
];

/// Whether a line is of the site rather than of the report.
pub(super) fn is_site_line(line: &str) -> bool {
    let chars = line.chars().count();
    if chars == 0 || chars > SITE_LINE * 2 {
        return false;
    }
    let hits = SITE_WORDS.iter().filter(|w| line.contains(*w)).count();
    let sentence = line.contains('。');
    if sentence || numbering::number(line).is_some() {
        return false;
    }
    (chars <= SITE_LINE && hits >= 1) || hits >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn site_lines_are_told_from_report_lines() {
        for line in [
            "扫一扫在手机打开当前页",
            "审核:何鹏责任编辑:康文武",
            "您当前的位置:首页>政务公开",
            "字号:[大中小]",
        ] {
            assert!(is_site_line(line), "{line}");
        }
        for line in ["一、加强政府网站建设,规范信息来源", "全年通过微信公众号发布信息100条。"]
        {
            assert!(!is_site_line(line), "{line}");
        }
    }

    #[test]
    fn addressees() {
        assert!(is_addressee("中共揭阳市委、揭阳市人民政府:"));
        assert!(is_addressee("市人大常委会:"));
        assert!(!is_addressee("一、主要做法:"));
        assert!(!is_addressee("重点做好以下工作:"));
        assert!(!is_addressee("2021年,我区认真贯彻依法行政要求,现将情况报告市政府:"));
    }
}
