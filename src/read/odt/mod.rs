//! OpenDocument text: `.odt`, `.ott` and the flat `.fodt`.
//!
//! Comes in: bytes. Goes out: paragraphs with heading levels, numbers of lists, cells, notes at the end.

mod body;
mod flow;
mod items;
mod lists;
mod styles;

use super::cells::Cells;
use super::container::Container;
use super::draft::Draft;
use super::package::{self, Package};
use super::segments::segments;
use super::{About, Input, Limit, Limits, ReadError, Reader, notices, xml};
use crate::text::{BlockKind, Origin, Source, Warning};

use body::Text;
use flow::{Paragraph, Place, Seen};
use styles::Styles;

const FORMAT: &str = "odt";

/// OpenDocument text files.
#[derive(Debug)]
pub(super) struct Odt;

impl Reader for Odt {
    fn about(&self) -> About {
        About {
            format: FORMAT,
            extensions: &["odt", "ott", "fodt"],
            keeps: "段落、标题级别、自动编号、表格单元格、文本框、脚注和尾注;修订按接受后的文字",
            loses: "批注、页眉页脚、页码、隐藏文字、图片、嵌入的其他文件",
            places: "段落、单元格、页(按分页标记估计)",
            limits: &Limit::OF_PACKAGES,
        }
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        package::kind(input.bytes) == Some(Package::Odt) || is_flat(input.bytes)
    }

    fn read(&self, input: &Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
        let mut styles = Styles::default();
        if is_flat(input.bytes) {
            let text = xml::decode(input.bytes.to_vec(), "document", FORMAT)?;
            styles.add(&text, "document", limits)?;
            return finish(&body::read(&text, &styles, limits)?, limits, None);
        }
        let mut zip = Container::open(input.bytes, FORMAT, limits)?;
        let mut part = |name: &str| -> Result<Option<String>, ReadError> {
            zip.part(name)?.map(|bytes| xml::decode(bytes, name, FORMAT)).transpose()
        };
        if part("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
            return Err(ReadError::Encrypted { format: FORMAT });
        }
        let content = part("content.xml")?;
        let no_content = ("没有正文部件 content.xml", "no main part content.xml");
        let content = content.ok_or_else(|| ReadError::corrupt(FORMAT, no_content))?;
        if let Some(text) = part("styles.xml")? {
            styles.add(&text, "styles.xml", limits)?;
        }
        styles.add(&content, "content.xml", limits)?;
        finish(&body::read(&content, &styles, limits)?, limits, zip.doubled())
    }
}

fn is_flat(bytes: &[u8]) -> bool {
    let root = xml::root(bytes);
    root.is_some_and(|(name, attributes)| name == "document" && attributes.contains("opendocument.text"))
}

fn finish(text: &Text, limits: &Limits, package: Option<Warning>) -> Result<Source, ReadError> {
    let mut cells = Cells::default();
    for paragraph in &text.paragraphs {
        cells.note(paragraph.cell, paragraph.text.len());
    }
    let mut draft = Draft::default();
    let (notes, body): (Vec<_>, Vec<_>) = text.paragraphs.iter().partition(|p| p.place == Place::Note);
    for paragraph in body.into_iter().chain(notes) {
        push(&mut draft, paragraph, &cells, text.seen);
        draft.check(FORMAT, limits)?;
    }
    let source = draft.finish(FORMAT, warnings(text.seen, package));
    if source.blocks().is_empty() && text.seen.pictures {
        return Err(ReadError::NoTextLayer { format: FORMAT });
    }
    Ok(source)
}

fn push(draft: &mut Draft, paragraph: &Paragraph, cells: &Cells, seen: Seen) {
    let heading = || paragraph.level.map_or(BlockKind::Paragraph, BlockKind::Heading);
    let mut kind = match (paragraph.place, paragraph.cell.filter(|cell| cells.is_data(*cell))) {
        _ if paragraph.contents => BlockKind::Contents,
        (Place::Note, _) => BlockKind::Note,
        (_, Some(cell)) => BlockKind::Cell(cell),
        (Place::TextBox, None) => BlockKind::TextBox,
        (Place::Body, None) => heading(),
    };
    let origin = Origin {
        page: seen.pages.then_some(paragraph.page),
        page_is_estimate: seen.pages,
        paragraph: Some(paragraph.number),
        cell: paragraph.cell,
    };
    let mut number = paragraph.auto_number.as_str();
    for segment in segments(&paragraph.text) {
        let words = paragraph.text.get(segment.range()).unwrap_or("");
        draft.push_numbered(number, words, kind, origin);
        number = "";
        if let BlockKind::Heading(_) = kind {
            kind = BlockKind::Paragraph;
        }
    }
}

fn warnings(seen: Seen, package: Option<Warning>) -> Vec<Warning> {
    let changes = seen.changes.then(notices::tracked_changes);
    let hidden = seen.hidden.then(notices::hidden_text);
    changes.into_iter().chain(hidden).chain(package).collect()
}
