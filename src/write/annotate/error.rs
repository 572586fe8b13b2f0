//! Why a file cannot be given back with comments.

use crate::read::ReadError;
use crate::text::{Lang, Speak};

/// Why a file cannot be given back with comments.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.say(Lang::Zh))]
pub enum Unmarked {
    /// One XML file, not a package.
    Flat,
    /// Signed: a comment would break the signature.
    Signed,
    /// Two parts have one name: programs differ in which of them they show.
    Doubled,
    /// No words of the body to hold a comment.
    NoWords,
    /// A part whose bytes cannot be written as they were.
    Encoding {
        /// The part.
        part: String,
    },
    /// The comments would change what a reader sees.
    Changed,
    /// The package cannot be written.
    Package {
        /// Why.
        why: String,
    },
    /// A part cannot be read.
    Read(#[from] ReadError),
}

impl Speak for Unmarked {
    fn say(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Unmarked::Flat => (
                "这个 Word 文件是单个 XML 文件,不能加批注;请在 Word、WPS 里另存为 docx".to_string(),
                "a Word file in one XML file takes no comments; save it as docx in Word or WPS".to_string(),
            ),
            Unmarked::Signed => (
                "文件有数字签名,加批注会使签名失效;请用没有签名的副本".to_string(),
                "the file is signed and a comment would break the signature; use a copy without it"
                    .to_string(),
            ),
            Unmarked::Doubled => (
                "压缩包里有同名部件,不能加批注;请在 Word、WPS 里另存一次".to_string(),
                "two parts of the package have one name; save the file again in Word or WPS".to_string(),
            ),
            Unmarked::NoWords => (
                "正文里没有可以加批注的文字".to_string(),
                "the body has no words that could hold a comment".to_string(),
            ),
            Unmarked::Encoding { part } => (
                format!("部件 {part} 的文字编码不能原样写回;请在 Word、WPS 里另存一次"),
                format!(
                    "the encoding of part {part} cannot be written back as it was; save the file again in Word or WPS"
                ),
            ),
            Unmarked::Changed => (
                "加批注后读到的文字和原文不同;请把文件和版本号报告给开发者".to_string(),
                "the text would change with the comments; please report the file with the version"
                    .to_string(),
            ),
            Unmarked::Package { why } => {
                (format!("压缩包不能重写({why})"), format!("the package cannot be written ({why})"))
            }
            Unmarked::Read(error) => return error.say(lang),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
