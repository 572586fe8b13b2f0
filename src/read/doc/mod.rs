//! Word 97-2003 and WPS Writer files.
//!
//! Comes in: an OLE compound file. Goes out: its text in final view with automatic numbers, or what the file is
//! instead. Sub-modules go from sectors to paragraphs: ole, fib, pieces, runs and styles, lists, story.

mod bytes;
mod document;
mod fib;
mod lists;
mod numbering;
mod ole;
mod pieces;
mod runs;
mod sprm;
mod story;
mod styles;
mod tables;
mod words;

use super::{About, Input, Limit, Limits, ReadError, Reader, notices};
use crate::text::{Fixed, Source, Warning};

use document::Document;
use fib::Head;
use numbering::Numbering;
use ole::Ole;
use story::Reading;

/// `.doc`, `.wps`, and every other OLE file, to say what it is.
#[derive(Debug)]
pub(super) struct Doc;

/// What [`ReadError::Unsupported`] says of Word files before Word 97.
pub const OLD_WORD: Fixed = ("Word 6/95 文档", "a Word 6/95 document");

/// Streams that tell what a file is.
const OTHERS: &[(&str, Fixed)] = &[
    ("/Workbook", ("Excel 工作簿(xls/et)", "an Excel workbook (xls/et)")),
    ("/Book", ("Excel 工作簿(xls)", "an Excel workbook (xls)")),
    ("/PowerPoint Document", ("PowerPoint 演示文稿(ppt/dps)", "PowerPoint slides (ppt/dps)")),
    ("/VisioDocument", ("Visio 绘图", "a Visio drawing")),
    ("/__properties_version1.0", ("Outlook 邮件(msg)", "an Outlook message (msg)")),
    ("/Contents", ("Works 文档", "a Works document")),
];

const COMPOUND: Fixed = ("OLE 复合文件", "an OLE compound file");
const NOT_WORD: Fixed = ("文件头不是 Word 的", "the header is not of Word");
const NO_TABLE_STREAM: Fixed = ("缺少表格流", "no table stream");

impl Reader for Doc {
    fn about(&self) -> About {
        About {
            format: "doc",
            extensions: &["doc", "wps", "dot", "wpt"],
            keeps: "段落、标题级别、自动编号、表格单元格、脚注尾注、文本框;修订按接受后的样子",
            loses: "页眉页脚、批注、隐藏文字、图片、域代码",
            places: "段落、单元格",
            limits: &[Limit::PartBytes, Limit::Paragraphs, Limit::Work],
        }
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        input.bytes.starts_with(ole::MAGIC)
    }

    fn read(&self, input: &Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
        let mut ole = Ole::open(input.bytes)?;
        if ole.has("/EncryptedPackage") {
            return Err(ReadError::Encrypted { format: "docx" });
        }
        let Some(main) = ole.stream("/WordDocument", limits)? else {
            let found = OTHERS.iter().find(|(stream, _)| ole.has(stream));
            return Err(ReadError::unsupported(found.map_or(COMPOUND, |(_, name)| *name)));
        };
        let fib = match fib::head(&main) {
            Head::Word97(fib) => fib,
            Head::Old => return Err(ReadError::unsupported(OLD_WORD)),
            Head::Encrypted => return Err(ReadError::Encrypted { format: "doc" }),
            Head::Unknown => return Err(ReadError::corrupt("doc", NOT_WORD)),
        };
        let table = ole.stream(fib.table_stream(), limits)?;
        let table = table.ok_or_else(|| ReadError::corrupt("doc", NO_TABLE_STREAM))?;
        // Mostly pictures; without it, at most the properties of some table rows are missing.
        let data = ole.stream("/Data", limits).ok().flatten().unwrap_or_default();
        let document = Document::of(&fib, &main, &table, &data)?;
        let numbering = Numbering::new(document.lists(&table));
        source(story::read(&document, numbering, limits)?)
    }
}

fn source(reading: Reading) -> Result<Source, ReadError> {
    let mut warnings = Vec::new();
    warnings.extend(reading.met.changes.then(notices::tracked_changes));
    warnings.extend(reading.met.hidden.then(notices::hidden_text));
    warnings.extend(reading.numbers_missing.then(numbers_missing));
    let source = reading.draft.finish("doc", warnings);
    if source.blocks().is_empty() && reading.met.pictures {
        return Err(ReadError::NoTextLayer { format: "doc" });
    }
    Ok(source)
}

fn numbers_missing() -> Warning {
    Warning::new(
        "numbering_may_be_missing",
        "有的自动编号无法还原,标题序号可能缺失;请用 Word 或 WPS 另存为 docx 后再试",
        "some automatic numbers could not be made, headings may lack theirs; save the file as docx and try again",
    )
}
