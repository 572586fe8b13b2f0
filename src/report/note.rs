//! Things a reader of the result should know: odd structure, damage, guesses. Never a verdict.

use crate::text::{Lang, Place, Speak, Words};

/// One remark with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// A fixed word, such as `damaged-date`; rules ask for notes by it.
    pub kind: &'static str,
    /// Where, in the source text.
    pub place: Place,
    /// The sentence.
    pub words: Words,
}

impl Note {
    /// A note with its sentence in both languages.
    pub fn new(kind: &'static str, place: Place, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Note { kind, place, words: Words::new(zh, en) }
    }
}

impl Speak for Note {
    fn say(&self, lang: Lang) -> String {
        self.words.say(lang)
    }
}

/// Every kind of note, with its meaning. Rules ask for them by these words.
pub const NOTE_KINDS: &[(&str, &str)] = &[
    ("empty-heading", "五部分之一只有标题,下面没有内容"),
    ("thematic-measures", "没有总括举措和成效的标题,以专题标题合成"),
    ("damaged-heading", "标题的序号有缺损"),
    ("damaged-date", "日期残缺或不存在"),
    ("damaged-document-number", "文中引用的文号残缺"),
    ("fused-numbers", "两个数字连在一起"),
    ("period-end-early", "统计截止早于年底"),
    ("date-outside-year", "成效里的日期不在报告年度内"),
];
