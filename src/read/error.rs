//! Why a file gave no report. One variant per cause; the batch goes on.

use super::Limit;
use crate::text::{Lang, Speak, Words};

/// The kinds that other programs rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// No text at all.
    Empty,
    /// Damaged or cut.
    Corrupt,
    /// A password is needed.
    Encrypted,
    /// Not a format that is read.
    UnsupportedFormat,
    /// A limit of size, depth or count.
    LimitExceeded,
    /// Scanned pages without text.
    NoTextLayer,
    /// Characters destroyed or not mappable.
    GarbledText,
    /// A web page without a report.
    NoMainContent,
    /// Two encodings in one file.
    EncodingMixed,
    /// No such file.
    NotFound,
    /// The file may not be opened.
    Permission,
}

impl ErrorKind {
    /// All kinds, for the docs page.
    pub const ALL: [ErrorKind; 11] = [
        ErrorKind::Empty,
        ErrorKind::Corrupt,
        ErrorKind::Encrypted,
        ErrorKind::UnsupportedFormat,
        ErrorKind::LimitExceeded,
        ErrorKind::NoTextLayer,
        ErrorKind::GarbledText,
        ErrorKind::NoMainContent,
        ErrorKind::EncodingMixed,
        ErrorKind::NotFound,
        ErrorKind::Permission,
    ];

    /// The word in JSON and on standard error.
    pub fn word(self) -> &'static str {
        match self {
            ErrorKind::Empty => "empty",
            ErrorKind::Corrupt => "corrupt",
            ErrorKind::Encrypted => "encrypted",
            ErrorKind::UnsupportedFormat => "unsupported_format",
            ErrorKind::LimitExceeded => "limit_exceeded",
            ErrorKind::NoTextLayer => "no_text_layer",
            ErrorKind::GarbledText => "garbled_text",
            ErrorKind::NoMainContent => "no_main_content",
            ErrorKind::EncodingMixed => "encoding_mixed",
            ErrorKind::NotFound => "not_found",
            ErrorKind::Permission => "permission",
        }
    }

    /// What it means, in Chinese.
    pub fn title(self) -> &'static str {
        match self {
            ErrorKind::Empty => "没有文字",
            ErrorKind::Corrupt => "损坏,或不完整到读不下去",
            ErrorKind::Encrypted => "有打开密码",
            ErrorKind::UnsupportedFormat => "内容不是支持的格式;说明里写明是什么",
            ErrorKind::LimitExceeded => "超出限额",
            ErrorKind::NoTextLayer => "只有图像,没有文字层",
            ErrorKind::GarbledText => "文字乱码,不能还原",
            ErrorKind::NoMainContent => "网页里没有报告正文:列表页、框架页、脚本页,或报告在附件里",
            ErrorKind::EncodingMixed => "同一文件里有两种编码",
            ErrorKind::NotFound => "没有这个文件",
            ErrorKind::Permission => "不能打开",
        }
    }

    /// What to do about it, in Chinese.
    pub fn next(self) -> &'static str {
        match self {
            ErrorKind::Empty => "确认文件已写入内容",
            ErrorKind::Corrupt => "用原软件打开并另存,或重新下载",
            ErrorKind::Encrypted => "去掉密码",
            ErrorKind::UnsupportedFormat => "另存为支持的格式;旧版 Word 可安装 LibreOffice 后直接读",
            ErrorKind::LimitExceeded => "拆分文件;调低过限额的,改回",
            ErrorKind::NoTextLayer => "先做文字识别(OCR)",
            ErrorKind::GarbledText => "从来源重新导出",
            ErrorKind::NoMainContent => "保存正文所在的页面,或下载说明里写明的附件",
            ErrorKind::EncodingMixed => "统一编码",
            ErrorKind::NotFound => "检查路径",
            ErrorKind::Permission => "检查权限",
        }
    }
}

/// Why reading stopped. `format` is the word of the reader that was at work.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.say(Lang::Zh))]
pub enum ReadError {
    /// No text.
    Empty {
        /// Reader at work.
        format: &'static str,
    },
    /// Damaged; `what` says where, in terms of the format.
    Corrupt {
        /// Reader at work.
        format: &'static str,
        /// The damaged thing.
        what: Words,
    },
    /// Needs a password.
    Encrypted {
        /// Reader at work.
        format: &'static str,
    },
    /// Not read; `found` names what the content is.
    Unsupported {
        /// What the bytes look like.
        found: Words,
    },
    /// Read only after a conversion, of which nothing came.
    NotConverted {
        /// What the content is.
        found: Words,
        /// What stood in the way, and what to do.
        why: Words,
    },
    /// A limit was hit.
    Limit {
        /// Reader at work.
        format: &'static str,
        /// Which limit.
        limit: Limit,
        /// Its value in this run.
        allowed: u64,
    },
    /// Pictures only.
    NoTextLayer {
        /// Reader at work.
        format: &'static str,
    },
    /// Text that is not language.
    Garbled {
        /// Reader at work.
        format: &'static str,
        /// How it shows.
        what: Words,
    },
    /// A web page without an article; `attachment` is the file it points to, if any.
    NoMainContent {
        /// What kind of page it is instead.
        what: Words,
        /// Name of the attachment that holds the report.
        attachment: Option<String>,
    },
    /// Two encodings in one file.
    EncodingMixed {
        /// Line from which the second encoding stands.
        line: u32,
    },
    /// No such file.
    NotFound,
    /// Not allowed to open, or another fault of the file system.
    Permission {
        /// What the system said.
        what: Words,
    },
}

impl ReadError {
    /// Damaged.
    pub(super) fn corrupt(format: &'static str, what: impl Into<Words>) -> ReadError {
        ReadError::Corrupt { format, what: what.into() }
    }

    /// Not language.
    pub(super) fn garbled(format: &'static str, what: impl Into<Words>) -> ReadError {
        ReadError::Garbled { format, what: what.into() }
    }

    /// Not read.
    pub(super) fn unsupported(found: impl Into<Words>) -> ReadError {
        ReadError::Unsupported { found: found.into() }
    }

    /// The contract's word for the cause.
    pub fn kind(&self) -> ErrorKind {
        match self {
            ReadError::Empty { .. } => ErrorKind::Empty,
            ReadError::Corrupt { .. } => ErrorKind::Corrupt,
            ReadError::Encrypted { .. } => ErrorKind::Encrypted,
            ReadError::Unsupported { .. } | ReadError::NotConverted { .. } => ErrorKind::UnsupportedFormat,
            ReadError::Limit { .. } => ErrorKind::LimitExceeded,
            ReadError::NoTextLayer { .. } => ErrorKind::NoTextLayer,
            ReadError::Garbled { .. } => ErrorKind::GarbledText,
            ReadError::NoMainContent { .. } => ErrorKind::NoMainContent,
            ReadError::EncodingMixed { .. } => ErrorKind::EncodingMixed,
            ReadError::NotFound => ErrorKind::NotFound,
            ReadError::Permission { .. } => ErrorKind::Permission,
        }
    }
}

impl Speak for ReadError {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => chinese(self),
            Lang::En => english(self),
        }
    }
}

fn chinese(error: &ReadError) -> String {
    match error {
        ReadError::Empty { format } => format!("没有文字({format});请确认文件已写入内容"),
        ReadError::Corrupt { format, what } => {
            format!("文件损坏({format}):{};请用原软件打开并另存后再试", what.zh)
        }
        ReadError::Encrypted { format } => format!("文件有打开密码({format});请去掉密码后再试"),
        ReadError::Unsupported { found } => {
            format!("不支持的格式,内容是{};支持的格式见 docs/reference/formats.md", found.zh)
        }
        ReadError::NotConverted { found, why } => {
            format!("内容是{},要经 LibreOffice 转换才能读:{}", found.zh, why.zh)
        }
        ReadError::Limit { format, limit, allowed } => {
            let next = match limit.default_value() {
                most if *allowed < most => format!("这项限额是调低过的,最大可设为 {most}"),
                _ => "已是最大值,请拆分文件或去掉不需要的部分".to_string(),
            };
            let (word, title, unit) = (limit.word(), limit.title(), limit.unit());
            format!("超出限额 {word}({format}):{title}上限为 {allowed} {unit};{next}")
        }
        ReadError::NoTextLayer { format } => {
            format!("没有文字层,只有图像({format});请先做文字识别(OCR)")
        }
        ReadError::Garbled { format, what } => {
            format!("文字乱码({format}):{};请从来源重新导出", what.zh)
        }
        ReadError::NoMainContent { what, attachment } => {
            let hint = attachment.as_ref().map_or_else(
                || "请保存报告正文所在的页面".to_string(),
                |name| format!("报告在附件“{name}”中,请下载附件"),
            );
            format!("网页里没有报告正文({});{hint}", what.zh)
        }
        ReadError::EncodingMixed { line } => {
            format!("同一文件里有两种编码,从第 {line} 行起不同;请统一编码后再试")
        }
        ReadError::NotFound => "找不到文件;请检查路径".to_string(),
        ReadError::Permission { what } => format!("无法打开文件:{};请检查权限", what.zh),
    }
}

fn english(error: &ReadError) -> String {
    match error {
        ReadError::Empty { format } => format!("no text ({format}); check that the file has content"),
        ReadError::Corrupt { format, what } => {
            format!("damaged file ({format}): {}; open it in its own program and save it again", what.en)
        }
        ReadError::Encrypted { format } => format!("password needed ({format}); remove the password"),
        ReadError::Unsupported { found } => {
            format!("unsupported format, the content is {}; see docs/reference/formats.md", found.en)
        }
        ReadError::NotConverted { found, why } => {
            format!("the content is {}, read only through LibreOffice: {}", found.en, why.en)
        }
        ReadError::Limit { format, limit, allowed } => {
            let next = match limit.default_value() {
                most if *allowed < most => format!("it was lowered for this run, at most {most} can be set"),
                _ => "this is the largest value, split the file or drop what is not needed".to_string(),
            };
            format!("limit {} exceeded ({format}): more than {allowed}; {next}", limit.word())
        }
        ReadError::NoTextLayer { format } => format!("pictures without text ({format}); run OCR first"),
        ReadError::Garbled { format, what } => {
            format!("garbled text ({format}): {}; export it from its source again", what.en)
        }
        ReadError::NoMainContent { what, attachment } => {
            let hint = attachment.as_ref().map_or_else(
                || "save the page that holds the report".to_string(),
                |name| format!("the report is in the attachment \"{name}\", download it"),
            );
            format!("no report on the web page ({}); {hint}", what.en)
        }
        ReadError::EncodingMixed { line } => {
            format!("two encodings in one file, the second from line {line}; use one encoding")
        }
        ReadError::NotFound => "no such file; check the path".to_string(),
        ReadError::Permission { what } => format!("cannot open the file: {}; check the permissions", what.en),
    }
}
