//! The keys of every file of a pack. An author reads these texts in the editor, in the docs and in errors.

use super::shape::{Field, Kind, Shape};
use super::vocabulary::{ISSUER_KINDS, KINDS, LEVELS, MODELS, NAMES, OUTCOMES, SEVERITIES, STATUSES, ZONES};
use crate::text::Fixed;

const fn field(key: &'static str, kind: Kind, required: bool, doc: Fixed) -> Field {
    Field { key, kind, required, doc }
}

pub(crate) static BASIS: Shape = Shape {
    name: ("依据(basis)", "basis"),
    doc: ("规则依据的文件", "the document that a rule rests on"),
    fields: &[
        field("document", Kind::Text, true, ("文件的正式名称", "its full title")),
        field("number", Kind::Text, false, ("发文字号", "its document number")),
        field("at", Kind::Text, false, ("章、条、项", "chapter, article, item")),
        field(
            "status",
            Kind::Word(STATUSES),
            true,
            (
                "seen:已核对原文或转载;unverified:凭一般了解,未核对",
                "seen: checked against the text or a reprint; unverified: from general knowledge",
            ),
        ),
    ],
};

pub(crate) static APPLIES: Shape = Shape {
    name: ("适用条件(applies)", "condition (applies)"),
    doc: (
        "不符合条件的报告不适用,不计入分母;条件不明时,满足的照算,不满足的视为不适用",
        "reports that do not fit are not applicable and leave the denominator; where it is not known, met rules count and others are not applicable",
    ),
    fields: &[
        field(
            "report_year",
            Kind::Text,
            false,
            (
                "报告年度,如 \">=2019\"、\"<=2018\"、\"2021-2025\"、\"2020\"",
                "report year, such as \">=2019\", \"<=2018\", \"2021-2025\", \"2020\"",
            ),
        ),
        field("level", Kind::Words(LEVELS), false, ("层级,一个或几个", "level, one or several")),
        field(
            "issuer_kind",
            Kind::Words(ISSUER_KINDS),
            false,
            ("发文机关类型,一个或几个", "kind of issuer, one or several"),
        ),
    ],
};

static EXEMPT: Shape = Shape {
    name: ("不适用表(exempt)", "exemption (exempt)"),
    doc: ("哪类机关不受哪些规则约束", "which issuers are not bound by which rules"),
    fields: &[
        field("rules", Kind::Texts, true, ("规则编号,可用 * 结尾", "rule ids, may end with *")),
        field("level", Kind::Words(LEVELS), false, ("层级", "level")),
        field("issuer_kind", Kind::Words(ISSUER_KINDS), false, ("发文机关类型", "kind of issuer")),
        field("why", Kind::Text, true, ("理由,显示在评分表上", "why; shown on the scorecard")),
        field("why_en", Kind::Text, false, ("英文理由", "why, in English")),
    ],
};

static PACK_EN: Shape = Shape {
    name: ("英文(en)", "English (en)"),
    doc: ("英文文字", "texts in English"),
    fields: &[
        field("title", Kind::Text, true, ("英文名称", "title in English")),
        field("summary", Kind::Text, false, ("英文说明", "summary in English")),
    ],
};

pub(crate) static PACK: Shape = Shape {
    name: ("规则包(pack.yaml)", "pack (pack.yaml)"),
    doc: (
        "一个规则包:依据、适用范围、版本;不列规则,规则由文件夹得出",
        "a pack: basis, scope, version; no list of rules, the folders give them",
    ),
    fields: &[
        field("title", Kind::Text, true, ("名称", "title")),
        field("summary", Kind::Text, false, ("说明", "summary")),
        field("authority", Kind::Text, true, ("制定依据文件的机关", "who issued the documents of the basis")),
        field("version", Kind::Text, true, ("版本号,如 1.0.0", "version, such as 1.0.0")),
        field("basis", Kind::Maps(&BASIS), true, ("依据的文件", "documents of the basis")),
        field("applies", Kind::Map(&APPLIES), false, ("整个包的适用条件", "condition of the whole pack")),
        field("exempt", Kind::Maps(&EXEMPT), false, ("不适用表", "exemptions")),
        field(
            "share",
            Kind::Int(0, 100),
            false,
            (
                "评分方案没有写这个包时,它占的份额;默认 10",
                "share where the profile does not name this pack; default 10",
            ),
        ),
        field("en", Kind::Map(&PACK_EN), false, ("英文文字", "texts in English")),
    ],
};

pub(crate) static PART: Shape = Shape {
    name: ("部分(part.yaml)", "part (part.yaml)"),
    doc: ("规则包的一个部分", "a part of a pack"),
    fields: &[
        field("title", Kind::Text, true, ("名称", "title")),
        field("summary", Kind::Text, false, ("说明", "summary")),
        field("weight", Kind::Int(0, 1000), true, ("在包内的权重", "weight within the pack")),
        field("applies", Kind::Map(&APPLIES), false, ("这一部分的适用条件", "condition of this part")),
        field("en", Kind::Map(&PACK_EN), false, ("英文文字", "texts in English")),
    ],
};

static NEAR: Shape = Shape {
    name: ("邻近(near)", "neighbour (near)"),
    doc: ("同一句内,相隔不超过若干字", "in the same sentence, not further apart than so many characters"),
    fields: &[
        field("any", Kind::Texts, true, ("邻近要出现的词", "words that must stand near")),
        field("within", Kind::Int(0, 200), true, ("最多相隔的字数", "characters between, at most")),
    ],
};

pub(crate) static SIGNAL: Shape = Shape {
    name: ("信号(signal)", "signal"),
    doc: (
        "要在文中找的词句;全角半角、空白、引号、括号的差别不影响",
        "words to look for in the text; width, blanks, quotes and brackets make no difference",
    ),
    fields: &[
        field(
            "in",
            Kind::Words(ZONES),
            false,
            ("找的范围,一个或几个;默认 body", "where to look, one or several; default body"),
        ),
        field("any", Kind::Texts, false, ("词,出现任何一个就算", "words; any one is a hit")),
        field(
            "regex",
            Kind::Texts,
            false,
            ("正则表达式,须含必然出现的文字", "regular expressions, each with a text that is in every match"),
        ),
        field("except", Kind::Texts, false, ("落在这些词里的不算", "hits within these words do not count")),
        field("near", Kind::Map(&NEAR), false, ("附近还须出现的词", "words that must stand near")),
        field(
            "names",
            Kind::Word(NAMES),
            false,
            (
                "书名号内的文字:skip 不看(默认)、keep 也看、only 只看",
                "text within title marks: skip (default), keep, only",
            ),
        ),
    ],
};

static CLOSEST: Shape = Shape {
    name: ("近似(closest)", "near miss (closest)"),
    doc: (
        "没有找到时,最接近的是什么、还差什么",
        "when nothing is found: what comes closest and what it lacks",
    ),
    fields: &[
        field("in", Kind::Words(ZONES), false, ("找的范围;默认 headings", "where to look; default headings")),
        field("any", Kind::Texts, true, ("接近的词", "words that come close")),
        field("lacks", Kind::Text, true, ("还差什么", "what it lacks")),
        field("lacks_en", Kind::Text, false, ("英文", "the same in English")),
    ],
};

static BELONGS: Shape = Shape {
    name: ("位置(belongs)", "place (belongs)"),
    doc: ("缺少的内容应写在哪里", "where what is missing belongs"),
    fields: &[
        field(
            "part",
            Kind::Word(&["duties", "measures", "shortcomings", "plan", "other"]),
            false,
            ("写进哪一部分", "the part that it goes into"),
        ),
        field(
            "after",
            Kind::Word(&["title", "opening", "duties", "measures", "shortcomings", "plan", "other"]),
            false,
            ("写在哪一部分之后", "the part that it comes after"),
        ),
        field("skeleton", Kind::Text, true, ("可以套用的段落", "a paragraph to fill in")),
    ],
};

static RULE_EN: Shape = Shape {
    name: ("英文(en)", "English (en)"),
    doc: ("英文文字", "texts in English"),
    fields: &[
        field("title", Kind::Text, true, ("英文名称", "title in English")),
        field("advice", Kind::Text, true, ("英文建议", "advice in English")),
        field("notes", Kind::Text, false, ("英文说明", "notes in English")),
        field(
            "messages",
            Kind::Table,
            false,
            ("脚本里每条中文信息的英文", "English for every message of the script"),
        ),
    ],
};

pub(crate) static EXAMPLE: Shape = Shape {
    name: ("示例(example)", "example"),
    doc: (
        "一段文字和它应得的结果;放进一份最小的报告里,按真实流程评判",
        "a text and its outcome; put into the smallest report and judged as any other",
    ),
    fields: &[
        field(
            "part",
            Kind::Word(&["opening", "duties", "measures", "shortcomings", "plan", "other", "tail", "front"]),
            false,
            ("放在哪一部分;默认 measures", "the part that it goes into; default measures"),
        ),
        field("text", Kind::Text, false, ("文字", "text")),
        field(
            "each",
            Kind::Texts,
            false,
            ("几段文字,每一段单独成为一个示例", "texts, each an example of its own"),
        ),
        field(
            "report",
            Kind::Text,
            false,
            ("整份报告,用于文种、结构一类规则", "a whole report, for rules on kind and structure"),
        ),
        field("heading", Kind::Text, false, ("换用的标题文字(连同 part)", "another heading (with part)")),
        field("title", Kind::Text, false, ("换用的报告标题", "another title of the report")),
        field("year", Kind::Int(1990, 2100), false, ("报告年度;默认 2024", "report year; default 2024")),
        field("level", Kind::Word(LEVELS), false, ("层级;默认 county", "level; default county")),
        field(
            "issuer_kind",
            Kind::Word(ISSUER_KINDS),
            false,
            ("发文机关类型;默认 government", "kind of issuer; default government"),
        ),
        field("published", Kind::Text, false, ("发布日期 YYYY-MM-DD", "day of publication YYYY-MM-DD")),
        field("why", Kind::Text, false, ("这个示例说明什么", "what this example shows")),
    ],
};

pub(crate) static RULE: Shape = Shape {
    name: ("规则", "rule"),
    doc: ("一条规则;编号由路径得出", "a rule; its id comes from the path"),
    fields: &[
        field("title", Kind::Text, true, ("名称", "title")),
        field(
            "kind",
            Kind::Word(KINDS),
            true,
            (
                "类别:gate 前置、mandate 法定内容、work 工作覆盖、quality 质量、form 格式、flag 疑点",
                "gate, mandate (required contents), work (coverage), quality, form, flag (doubts)",
            ),
        ),
        field("basis", Kind::Map(&BASIS), true, ("依据", "basis")),
        field("applies", Kind::Map(&APPLIES), false, ("适用条件", "condition")),
        field(
            "weight",
            Kind::Int(0, 1000),
            true,
            ("在部分内的权重;0 只提示不计分", "weight within the part; 0 only tells"),
        ),
        field("severity", Kind::Word(SEVERITIES), true, ("不满足时的级别", "severity when it is not met")),
        field("signals", Kind::Named(&SIGNAL), false, ("信号", "signals")),
        field(
            "judge",
            Kind::Text,
            false,
            (
                "rhai 脚本;不写时,每个信号都出现即满足",
                "rhai script; without it, met when every signal is seen",
            ),
        ),
        field("advice", Kind::Text, true, ("怎样改", "what to do")),
        field(
            "rests_on",
            Kind::Texts,
            false,
            (
                "结论依赖哪些提示:报告有这些提示时,这条的得分列为不确定",
                "kinds of notes that the outcome rests on: with such a note the points are uncertain",
            ),
        ),
        field("closest", Kind::Maps(&CLOSEST), false, ("近似", "near misses")),
        field(
            "belongs",
            Kind::Map(&BELONGS),
            false,
            ("应写的位置和可套用的段落", "where it belongs, and a paragraph to fill in"),
        ),
        field(
            "examples",
            Kind::Cases(&EXAMPLE, OUTCOMES),
            true,
            ("示例,至少一个 met、一个 unmet", "examples, at least one met and one unmet"),
        ),
        field("notes", Kind::Text, false, ("补充说明,写进规则页", "more about it, for the page of the rule")),
        field("en", Kind::Map(&RULE_EN), false, ("英文文字", "texts in English")),
    ],
};

static BAND: Shape = Shape {
    name: ("等次(band)", "grade (band)"),
    doc: ("达到这个分数即为此等次", "the grade from this score on"),
    fields: &[
        field("from", Kind::Int(0, 100), true, ("起分", "lowest score")),
        field("title", Kind::Text, true, ("名称", "title")),
        field("en", Kind::Text, true, ("英文名称", "title in English")),
    ],
};

static GATE: Shape = Shape {
    name: ("门槛(gate)", "gate"),
    doc: ("什么情况下不通过", "what fails a report"),
    fields: &[
        field("minimum", Kind::Int(0, 100), true, ("最低分", "lowest score")),
        field(
            "fail_on",
            Kind::Word(&["error", "warning", "info", "never"]),
            true,
            ("出现这一级别及以上的问题即不通过", "findings of this severity and above fail"),
        ),
        field(
            "floors",
            Kind::Numbers,
            false,
            ("各包的最低得分率(百分数)", "lowest share of points of packs (percent)"),
        ),
        field(
            "veto",
            Kind::Texts,
            false,
            ("一票否决的规则编号,可用 * 结尾", "rules that fail the report by themselves, may end with *"),
        ),
        field(
            "max_drop",
            Kind::Int(0, 100),
            false,
            ("比上一次(baseline)最多下降的分数", "points that a report may lose against the baseline"),
        ),
    ],
};

pub(crate) static PROFILE: Shape = Shape {
    name: ("评分方案", "profile"),
    doc: ("用哪些包、各占多少、怎样定等次和门槛", "which packs, their shares, grades and the gate"),
    fields: &[
        field("title", Kind::Text, true, ("名称", "title")),
        field("version", Kind::Text, true, ("版本号", "version")),
        field("summary", Kind::Text, false, ("说明", "summary")),
        field("packs", Kind::Numbers, true, ("规则包及其份额", "packs and their shares")),
        field(
            "model",
            Kind::Word(MODELS),
            false,
            ("决定是否通过的评分模型;默认 weighted", "score model that decides; default weighted"),
        ),
        field(
            "parts",
            Kind::Numbers,
            false,
            (
                "改写部分的权重,写成 包/部分,不带序号",
                "other weights of parts, as pack/part without the numbers",
            ),
        ),
        field("weights", Kind::Numbers, false, ("改写个别规则的权重", "other weights of rules")),
        field(
            "skip",
            Kind::Texts,
            false,
            ("不用的规则,可用 * 结尾", "rules that are not used, may end with *"),
        ),
        field("bands", Kind::Maps(&BAND), true, ("等次,从高到低", "grades, from high to low")),
        field("gate", Kind::Map(&GATE), true, ("门槛", "gate")),
    ],
};

/// Every shape that is a file of its own, with the file names it is for.
pub(crate) static FILES: &[(&str, &Shape)] =
    &[("pack.yaml", &PACK), ("part.yaml", &PART), ("<rule>.yaml", &RULE), ("profiles/<name>.yaml", &PROFILE)];
