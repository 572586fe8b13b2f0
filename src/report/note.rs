//! Things a reader of the result should know: odd structure, damage, guesses. Never a verdict.

use crate::text::{Fixed, Lang, Place, Speak, Words};

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

/// Every kind of note, with its meaning in both languages. Rules ask for them by these words.
pub const NOTE_KINDS: &[(&str, Fixed)] = &[
    (
        "empty-heading",
        ("五部分之一只有标题,下面没有内容", "one of the five parts has a heading and nothing below it"),
    ),
    (
        "thematic-measures",
        (
            "没有总括举措和成效的标题,以专题标题合成",
            "no heading over all measures and results; made of the headings by theme",
        ),
    ),
    (
        "lost-line-breaks",
        (
            "正文没有换行,按序数分段",
            "the text has no line breaks; its paragraphs were told by the numbers of headings",
        ),
    ),
    ("lost-indents", ("段首的缩进变成了问号", "indents have become question marks")),
    (
        "traditional-characters",
        (
            "正文用繁体字,按对应的简体字比对",
            "the text is in traditional characters and was compared as simplified",
        ),
    ),
    ("damaged-heading", ("标题的序号有缺损", "the number of a heading is damaged")),
    ("damaged-date", ("日期残缺或不存在", "a date is incomplete or does not exist")),
    ("damaged-document-number", ("文中引用的文号残缺", "a document number quoted in the text is damaged")),
    ("fused-numbers", ("两个数字连在一起", "two numbers run into each other")),
    ("period-end-early", ("统计截止早于年底", "figures end before the end of the year")),
    (
        "date-outside-year",
        ("成效部分的日期不在报告年度内", "a date among the results lies outside the report year"),
    ),
    (
        "reversed-quotes",
        (
            "引号方向不对,或前后各脱落半个",
            "quotation marks turned around, or half of a pair lost on either side",
        ),
    ),
    ("unbalanced-quotes", ("引号只有半个", "half a pair of quotation marks")),
    ("unbalanced-title-marks", ("书名号只有半个,或方向不对", "half a pair of title marks, or turned around")),
    ("unbalanced-brackets", ("括号只有半个", "half a pair of brackets")),
    ("comma-at-end", ("段落以逗号或顿号结束", "a paragraph ends with a comma")),
    (
        "unfinished-sentence",
        ("段末没有句号,其他段落都有", "a paragraph ends without a full stop, all others have one"),
    ),
    ("missing-punctuation", ("很长一段没有标点", "a long passage without punctuation")),
    ("stray-mark", ("乱码或不应出现的符号", "garbled characters, or marks that do not belong")),
    (
        "half-width-punctuation",
        ("全角标点的文字里夹有半角标点", "half-width marks in a text with full-width ones"),
    ),
    (
        "half-width-colon",
        (
            "主送机关之后用半角冒号,正文用全角标点",
            "a half-width colon after the addressees, full-width marks in the text",
        ),
    ),
    ("doubled-words", ("字词或分句重复", "a word or clause is there twice in a row")),
    ("repeated-sentence", ("一句话出现两次", "a sentence is there twice")),
    ("similar-sentence", ("两句话几乎相同", "two sentences are nearly the same")),
    ("numbering-gap", ("序号缺号", "a number is missing in a list")),
    ("numbering-repeat", ("序号重复", "a number is there twice in a list")),
    ("level-order", ("层次序数与通行的不同", "numbers of levels differ from the usual")),
    ("misspelt-heading", ("标题里有疑似错字", "a heading seems to be misspelt")),
    ("placeholder", ("没有填写的空白", "a blank that was not filled in")),
    (
        "left-over-year",
        (
            "标题、开头、安排、文号或日期的年份与报告年度不符",
            "a year in title, opening, plan, document number or date does not fit the report year",
        ),
    ),
    (
        "older-year-result",
        ("往年的数据写进了本年度的成效", "figures of earlier years among the results of this year"),
    ),
    (
        "foreign-place",
        ("外省城市处在本机关的位置", "a city of another province where the issuer should stand"),
    ),
    ("signature-differs", ("落款与标题不是一个地方", "signature and title name different places")),
    ("annex-unlisted", ("提到的附件没有列出", "an annex is mentioned and not listed")),
    ("annex-absent", ("列出的附件不在文件里", "an annex is listed and not in the file")),
];
