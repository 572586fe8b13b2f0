//! Plain text, in any of the encodings that Chinese offices use.

use super::{About, Input, Limit, Limits, ReadError, Reader, decode, paragraphs};
use crate::text::{Block, BlockKind, Origin, Source, Span};

/// `.txt`, and whatever else is text.
#[derive(Debug)]
pub(super) struct Plain;

impl Reader for Plain {
    fn about(&self) -> About {
        About {
            format: "txt",
            extensions: &["txt", "text"],
            keeps: "全部文字;UTF-8、GB18030(含 GBK、GB2312)、Big5、UTF-16 自动识别;硬换行的段落接回",
            loses: "无",
            places: "行、列",
            limits: &[Limit::Paragraphs],
        }
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        decode::looks_like_text(input.bytes)
    }

    fn read(&self, input: &Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
        let decoded = decode::decode(input.bytes, None, "txt")?;
        let spans = paragraphs::paragraphs(&decoded.text);
        limits.check(Limit::Paragraphs, "txt", spans.len() as u64)?;
        let blocks = spans.into_iter().map(paragraph).collect();
        let mut source = Source::new("txt", decoded.text, blocks);
        source.encoding = Some(decoded.encoding);
        source.warnings = decoded.warnings;
        Ok(source)
    }
}

fn paragraph(span: Span) -> Block {
    Block { span, auto_number: None, kind: BlockKind::Paragraph, origin: Origin::default() }
}
