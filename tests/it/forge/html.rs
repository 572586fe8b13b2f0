//! Government web pages in several layouts.

use super::Report;

/// How a site arranges the article and the page around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// A `div` per paragraph, the title in `h1`, information in one line.
    Divs,
    /// Everything in layout tables, information in a table, the side column first.
    Tables,
    /// Paragraphs separated by `br` in one cell, the title in a `div` of two lines.
    Breaks,
    /// Paragraphs as a word processor pastes them, teasers with sentences after the article.
    Pasted,
    /// The document alone, as a word processor saves it.
    Bare,
}

/// All layouts.
pub(crate) const LAYOUTS: [Layout; 5] =
    [Layout::Divs, Layout::Tables, Layout::Breaks, Layout::Pasted, Layout::Bare];

const NAVIGATION: &str = "<div class=top>今天是2024年1月31日</div><ul class=nav><li><a href=/1>首页</a>\
    <li><a href=/2>政务公开</a><li><a href=/3>法治政府建设</a></ul>\
    <div>您当前的位置: <a href=/>首页</a> &gt; <a href=/z>政务公开</a></div>";
const FOOTER: &str = "<div class=foot><p>主办: 某某区人民政府办公室</p><p>网站标识码: 4401170001</p>\
    <p>未经许可不得转载本站内容。</p></div><script>document.write('脚本写入。')</script>";
const TOOLS: &str = "<div><span>打印本页</span><span>关闭窗口</span></div><p>上一篇: <a href=9>其他报告</a></p>\
    <p>责任编辑: 某某</p>";

/// A page around the paragraphs; the first one is the title.
pub(crate) fn page(layout: Layout, paragraphs: Report<'_>) -> String {
    let title = paragraphs.first().map_or("", |p| p.1);
    let body = paragraphs.get(1..).unwrap_or(&[]);
    let head = format!("<!DOCTYPE html><html><head><title>{title}_某某区人民政府</title></head><body>");
    match layout {
        Layout::Divs => format!(
            "{head}{NAVIGATION}<div class=main><h1>{title}</h1><div>{}</div><div class=con>{}</div>{TOOLS}</div>\
             <div class=side><h3>热点信息</h3>{}</div>{FOOTER}",
            "来源: 区司法局 发布时间: 2024-01-31 10:00 字号: 大 中 小",
            each(body, |text| format!("<div>\u{3000}\u{3000}{text}</div>")),
            teasers(0..9),
        ),
        Layout::Tables => format!(
            "{head}{NAVIGATION}<table><tr><td width=200>{}</td><td><table><tr><td>索 引 号:</td><td>115/2024</td></tr>\
             <tr><td>发文字号:</td><td>某府〔2024〕3号</td></tr><tr><td>发布日期:</td><td>2024-01-31</td></tr></table>\
             <p align=center><b>{title}</b></p><table><tr><td>{}</td></tr></table>{TOOLS}</td></tr></table>{FOOTER}",
            teasers(0..6),
            each(body, |text| format!("<p>&nbsp;&nbsp;&nbsp;&nbsp;{text}</p><p>&nbsp;</p>")),
        ),
        Layout::Breaks => format!(
            "{head}{NAVIGATION}<div class=main><div class=bt>{}</div><ul><li><b>索引号:</b>115/2024</li>\
             <li><b>发布机构:</b>区司法局</li></ul><div id=zoom>{}</div></div>{FOOTER}",
            halves(title).join("<br>"),
            each(body, |text| format!("\u{3000}\u{3000}{text}<br>\n<br>\n")),
        ),
        Layout::Pasted => format!(
            "{head}{NAVIGATION}<div class=main><h2>{title}</h2><div class=TRS_Editor>{}</div></div>\
             <div class=more>{}</div>{FOOTER}",
            each(body, |text| format!(
                "<p class=MsoNormal style='text-indent:32pt'><span style='font-family:仿宋'>{}<o:p></o:p></span></p>",
                halves(text).join("</span><span lang=EN-US>")
            )),
            teasers(0..12),
        ),
        Layout::Bare => format!(
            "<html xmlns:w='urn:schemas-microsoft-com:office:word'><body>{}</body></html>",
            each(paragraphs, |text| format!("<p class=MsoNormal>{text}</p>")),
        ),
    }
}

fn each(paragraphs: Report<'_>, element: impl Fn(&str) -> String) -> String {
    let heading = |level: u8, text: &str| format!("<h{level}>{text}</h{level}>");
    paragraphs.iter().map(|(level, text)| level.map_or_else(|| element(text), |l| heading(l, text))).collect()
}

/// Links with a sentence each.
pub(crate) fn teasers(range: std::ops::Range<u32>) -> String {
    let one = |n| {
        format!(
            "<li><a href=/t{n}.html>政策解读第{n}期优化营商环境</a><p>为深入推进第{n}项工作、进一步明确有关事项。</p></li>"
        )
    };
    format!("<ul>{}</ul>", range.map(one).collect::<String>())
}

fn halves(text: &str) -> [&str; 2] {
    let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    let (left, right) = text.split_at(middle);
    [left, right]
}

/// A page whose main column is given.
pub(crate) fn around(title: &str, main: &str) -> String {
    format!("<html><head><title>{title}</title></head><body>{NAVIGATION}<div class=main>{main}</div>{FOOTER}")
}
