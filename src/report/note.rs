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
    ("date-outside-year", "成效部分的日期不在报告年度内"),
    ("reversed-quotes", "引号方向不对,或前后各脱落半个"),
    ("unbalanced-quotes", "引号只有半个"),
    ("unbalanced-title-marks", "书名号只有半个,或方向不对"),
    ("unbalanced-brackets", "括号只有半个"),
    ("comma-at-end", "段落以逗号或顿号结束"),
    ("unfinished-sentence", "段末没有句号,其他段落都有"),
    ("missing-punctuation", "很长一段没有标点"),
    ("stray-mark", "乱码或不应出现的符号"),
    ("half-width-punctuation", "全角标点的文字里夹有半角标点"),
    ("half-width-colon", "主送机关之后用半角冒号,正文用全角标点"),
    ("doubled-words", "字词或分句重复"),
    ("repeated-sentence", "一句话出现两次"),
    ("similar-sentence", "两句话几乎相同"),
    ("numbering-gap", "序号缺号"),
    ("numbering-repeat", "序号重复"),
    ("level-order", "层次序数与通行的不同"),
    ("misspelt-heading", "标题里有疑似错字"),
    ("placeholder", "没有填写的空白"),
    ("left-over-year", "标题、开头、安排、文号或日期的年份与报告年度不符"),
    ("older-year-result", "往年的数据写进了本年度的成效"),
    ("foreign-place", "外省城市处在本机关的位置"),
    ("signature-differs", "落款与标题不是一个地方"),
    ("annex-unlisted", "提到的附件没有列出"),
    ("annex-absent", "列出的附件不在文件里"),
];
