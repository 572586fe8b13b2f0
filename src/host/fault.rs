//! Why a run could not go on, in both languages.
//!
//! Comes in: what failed. Goes out: an error that carries its words and, by its type, how the run ends.

use std::io::{Error as SystemError, ErrorKind};

use anyhow::Error;

use crate::pack::PackErrors;
use crate::text::{Lang, Speak, Words};

/// Wrong usage or configuration.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.zh)]
pub(super) struct UsageError(pub(super) Words);

/// The output could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.zh)]
pub(super) struct OutputError(pub(super) Words);

/// An input could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.zh)]
pub(super) struct InputError(pub(super) Words);

/// Wrong usage or configuration.
pub(super) fn usage(words: impl Into<Words>) -> Error {
    UsageError(words.into()).into()
}

/// Something that was asked for and that the system refused.
pub(super) fn refused(doing: impl Into<Words>, error: &SystemError) -> Error {
    let (doing, why) = (doing.into(), system(error));
    usage((format!("{}:{}", doing.zh, why.zh), format!("{}: {}", doing.en, why.en)))
}

/// What the operating system said.
pub(super) fn system(error: &SystemError) -> Words {
    let zh = match error.kind() {
        ErrorKind::NotFound => "找不到文件或文件夹",
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::AlreadyExists => "已经存在",
        ErrorKind::IsADirectory => "是文件夹,不是文件",
        ErrorKind::NotADirectory => "路径中有一段不是文件夹",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "空间不足",
        ErrorKind::ReadOnlyFilesystem => "文件系统只读",
        ErrorKind::InvalidData => "内容不是 UTF-8 文字",
        ErrorKind::InvalidFilename => "文件名不合规定",
        ErrorKind::UnexpectedEof => "内容在中途结束",
        ErrorKind::TimedOut => "超时",
        ErrorKind::BrokenPipe => "管道已关闭",
        ErrorKind::OutOfMemory => "内存不足",
        _ => "系统错误",
    };
    let zh = error.raw_os_error().map_or_else(|| zh.to_string(), |code| format!("{zh}({code})"));
    Words::new(zh, error.to_string())
}

/// The words of an error, from what was being done to why it failed.
pub(super) fn told(error: &Error, lang: Lang) -> String {
    let said: [Option<String>; 5] = [
        error.downcast_ref::<UsageError>().map(|e| e.0.say(lang)),
        error.downcast_ref::<OutputError>().map(|e| e.0.say(lang)),
        error.downcast_ref::<InputError>().map(|e| e.0.say(lang)),
        error.downcast_ref::<PackErrors>().map(|e| e.say(lang)),
        // The words of an output name the system's reason already.
        error
            .downcast_ref::<SystemError>()
            .filter(|_| !error.is::<OutputError>())
            .map(|e| system(e).say(lang)),
    ];
    let parts: Vec<String> = said.into_iter().flatten().collect();
    if parts.is_empty() {
        format!("{error:#}")
    } else {
        parts.join(if lang == Lang::Zh { ":" } else { ": " })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context as _;

    #[test]
    fn every_layer_is_told_in_the_language_asked_for() {
        let packs: Result<(), PackErrors> = Err(PackErrors::default());
        let error = packs.context(UsageError(Words::new("甲", "a"))).unwrap_err();
        assert_eq!(told(&error, Lang::Zh), "甲:规则包共有 0 处错误");
        assert_eq!(told(&error, Lang::En), "a: 0 faults in all");
    }

    #[test]
    fn the_system_speaks_both_languages() {
        let error = refused(("读取 x", "reading x"), &SystemError::from(ErrorKind::NotFound));
        assert_eq!(told(&error, Lang::Zh), "读取 x:找不到文件或文件夹");
        assert_eq!(told(&error, Lang::En), "reading x: entity not found");
    }
}
