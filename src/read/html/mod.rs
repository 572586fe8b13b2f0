//! Saved web pages: the article without the page around it.
//!
//! Comes in: bytes or decoded HTML. Goes out: title and paragraphs of the article with the information table as
//! properties, or a named reason why the page holds no report.

mod absent;
mod article;
mod attachment;
mod flow;
mod gate;
mod head;
mod labels;
mod lexicon;
mod list;
mod mass;
mod page;
mod parse;
mod sink;
mod sniff;
mod style;
mod tables;
mod tree;
mod walk;

use encoding_rs::Encoding;

use super::{About, Input, Limit, Limits, ReadError, Reader, decode};
use crate::text::Source;

/// `.html`, `.htm`, and HTML under any other name.
#[derive(Debug)]
pub(super) struct Html;

impl Reader for Html {
    fn about(&self) -> About {
        About {
            format: "html",
            extensions: &["html", "htm", "xhtml", "shtml"],
            keeps: "正文段落、标题级别、数据表格单元格、列表序号;网站信息表(索引号、发文字号、日期等)作为元数据",
            loses: "导航、侧栏、工具条、附件列表、图片、隐藏文字、脚本写入的文字",
            places: "段落(正文内序号)、单元格",
            limits: &Limit::OF_WEB_PAGES,
        }
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        sniff::is_html(input)
    }

    fn read(&self, input: &Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
        page(input.bytes, None, "html", limits)
    }
}

/// The article of a page, also when another format holds it. `label` is the encoding that a header declares.
pub(super) fn page(
    bytes: &[u8],
    label: Option<&'static Encoding>,
    format: &'static str,
    limits: &Limits,
) -> Result<Source, ReadError> {
    let label = label.or_else(|| sniff::declared_encoding(bytes));
    let decoded = decode::decode(bytes, label, format)?;
    let mut source = page::read(&decoded.text, format, limits)?;
    source.encoding = Some(decoded.encoding);
    source.warnings = decoded.warnings;
    Ok(source)
}
