//! RTF: groups and control words to paragraphs.
//!
//! Comes in: a file of any program that writes RTF. Goes out: its text as displayed, automatic numbers included,
//! hidden and deleted text left out. What is no text of the document (style sheet, pictures, headers) is passed
//! over group by group; nothing is recursive.

mod charset;
mod group;
mod lex;
mod pass;
mod story;
mod styles;
mod tables;
mod words;

use self::pass::Pass;
use super::{About, Input, Limit, Limits, ReadError, Reader, decode, notices};
use crate::text::{Source, Warning};

const FORMAT: &str = "rtf";

/// `.rtf`, and what office systems export as `.doc`.
#[derive(Debug)]
pub(super) struct Rtf;

impl Reader for Rtf {
    fn about(&self) -> About {
        About {
            format: FORMAT,
            extensions: &["rtf"],
            keeps: "段落、标题级别、自动编号、表格单元格、文本框、脚注和尾注;修订按接受后的文字;各种代码页",
            loses: "页眉、页脚、批注、图像、隐藏文字、被修订删除的文字",
            places: "段落、单元格",
            limits: &[Limit::Depth, Limit::Paragraphs, Limit::Work],
        }
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        let text = input.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input.bytes);
        text.trim_ascii_start().starts_with(b"{\\rtf")
    }

    fn read(&self, input: &Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
        let story = Pass::over(input.bytes, limits)?;
        let seen = story.seen;
        let source = story.finish(limits)?;
        if source.blocks().is_empty() && seen.cut {
            let what = ("文件在正文之前就断了", "the file is cut before the text begins");
            return Err(ReadError::corrupt(FORMAT, what));
        }
        if source.blocks().is_empty() && seen.pictures {
            return Err(ReadError::NoTextLayer { format: FORMAT });
        }
        decode::refuse_mojibake(source.text(), FORMAT)?;
        Ok(source)
    }
}

/// What a pass noticed beside the text.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each one warning")]
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    changes: bool,
    hidden: bool,
    pictures: bool,
    /// The file ends before its groups do.
    cut: bool,
    malformed: u64,
}

impl Seen {
    fn warnings(self) -> Vec<Warning> {
        let mut out = Vec::new();
        out.extend(self.changes.then(notices::tracked_changes));
        out.extend(self.hidden.then(notices::hidden_text));
        out.extend(self.cut.then(notices::truncated));
        let bad = self.malformed;
        out.extend((bad > 0).then(|| {
            let (zh, en) = (format!("{bad} 处字节不成字符"), format!("{bad} bytes are no characters"));
            Warning::new("malformed_bytes", zh, en)
        }));
        out
    }
}

#[cfg(test)]
mod tests;
