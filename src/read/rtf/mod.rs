//! RTF: groups and control words to paragraphs.
//!
//! Comes in: a file of any program that writes RTF. Goes out: its text as displayed, automatic numbers included,
//! hidden and deleted text left out. What is no text of the document (style sheet, pictures, headers) is passed
//! over group by group; nothing is recursive.

mod cells;
mod charset;
mod group;
mod lex;
mod pass;
mod story;
mod styles;
mod words;

use self::pass::Pass;
use super::{About, Input, Limits, ReadError, Reader, decode};
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
            let what = "文件在正文之前就断了".to_string();
            return Err(ReadError::Corrupt { format: FORMAT, what });
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
        let mut say = |when: bool, kind: &'static str, zh: &str, en: &str| {
            if when {
                out.push(Warning::new(kind, zh, en));
            }
        };
        say(
            self.changes,
            "tracked_changes",
            "有未处理的修订,按全部接受后的文字读入;定稿前请接受或拒绝修订",
            "tracked changes, read as if all were accepted; accept or reject them before publishing",
        );
        say(
            self.hidden,
            "hidden_text",
            "有隐藏文字,未读入;请显示隐藏文字并确认是否需要",
            "hidden text, not read; show it and decide whether it is needed",
        );
        say(
            self.cut,
            "truncated",
            "文件不完整,断处之后的文字没有读到;请重新取得文件",
            "the file is cut; what stood after the cut is missing, get the file again",
        );
        let bad = self.malformed;
        say(
            bad > 0,
            "malformed_bytes",
            &format!("{bad} 处字节不成字符"),
            &format!("{bad} bytes are no characters"),
        );
        out
    }
}

#[cfg(test)]
mod tests;
