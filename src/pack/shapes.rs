//! The keys of every file of a pack. An author reads these texts in the editor, in the docs and in errors.

use super::shape::{Field, Kind, Shape};

/// Zones that a signal may look in.
pub(crate) const ZONES: &[&str] = &[
    "body",
    "work",
    "opening",
    "headings",
    "duties",
    "measures",
    "shortcomings",
    "plan",
    "other",
    "title",
    "front",
    "tail",
    "page",
];

/// What each zone is, in the order of [`ZONES`].
pub(crate) const ZONE_DOCS: &[&str] = &[
    "报告正文全部",
    "写工作的部分:正文去掉不足、安排和其他情况",
    "第一个标题之前的导语",
    "各级标题",
    "第一责任人履职部分(单列或内嵌)",
    "举措和成效部分",
    "不足和原因部分",
    "下一年度安排部分",
    "其他需要报告的情况部分",
    "标题",
    "正文之前的发文字号、主送机关等",
    "正文之后的落款、日期、附注",
    "文件里的全部文字,含网页栏目",
];

pub(crate) const LEVELS: &[&str] = &["province", "city", "county", "township", "department"];
pub(crate) const ISSUER_KINDS: &[&str] = &["party+government", "government", "department"];
pub(crate) const SEVERITIES: &[&str] = &["error", "warning", "info"];
pub(crate) const OUTCOMES: &[&str] = &["met", "partly", "unmet", "not_applicable", "undecided"];
/// Rule kinds.
pub(crate) const KINDS: &[&str] = &["gate", "mandate", "work", "quality", "form", "flag"];
const STATUSES: &[&str] = &["seen", "unverified"];
const NAMES: &[&str] = &["skip", "keep", "only"];
/// Score models.
pub(crate) const MODELS: &[&str] = &["weighted", "flat", "share-of-rules", "gate-only"];

const fn field(key: &'static str, kind: Kind, required: bool, doc: &'static str) -> Field {
    Field { key, kind, required, doc }
}

pub(crate) static BASIS: Shape = Shape {
    name: "依据(basis)",
    doc: "规则依据的文件",
    fields: &[
        field("document", Kind::Text, true, "文件的正式名称"),
        field("number", Kind::Text, false, "发文字号"),
        field("at", Kind::Text, false, "章、条、项"),
        field("status", Kind::Word(STATUSES), true, "seen:已核对原文或转载;unverified:凭一般了解,未核对"),
    ],
};

pub(crate) static APPLIES: Shape = Shape {
    name: "适用条件(applies)",
    doc: "不符合条件的报告不适用,不计入分母;条件不明时,满足的照算,不满足的视为不适用",
    fields: &[
        field(
            "report_year",
            Kind::Text,
            false,
            "报告年度,如 \">=2019\"、\"<=2018\"、\"2021-2025\"、\"2020\"",
        ),
        field("level", Kind::Words(LEVELS), false, "层级,一个或几个"),
        field("issuer_kind", Kind::Words(ISSUER_KINDS), false, "发文机关类型,一个或几个"),
    ],
};

static EXEMPT: Shape = Shape {
    name: "不适用表(exempt)",
    doc: "哪类机关不受哪些规则约束",
    fields: &[
        field("rules", Kind::Texts, true, "规则编号,可用 * 结尾"),
        field("level", Kind::Words(LEVELS), false, "层级"),
        field("issuer_kind", Kind::Words(ISSUER_KINDS), false, "发文机关类型"),
        field("why", Kind::Text, true, "理由,显示在评分表上"),
        field("why_en", Kind::Text, false, "英文理由"),
    ],
};

static PACK_EN: Shape = Shape {
    name: "英文(en)",
    doc: "英文文字",
    fields: &[field("title", Kind::Text, true, "英文名称"), field("summary", Kind::Text, false, "英文说明")],
};

pub(crate) static PACK: Shape = Shape {
    name: "规则包(pack.yaml)",
    doc: "一个规则包:依据、适用范围、版本;不列规则,规则由文件夹得出",
    fields: &[
        field("title", Kind::Text, true, "名称"),
        field("summary", Kind::Text, false, "说明"),
        field("authority", Kind::Text, true, "制定依据文件的机关"),
        field("version", Kind::Text, true, "版本号,如 1.0.0"),
        field("basis", Kind::Maps(&BASIS), true, "依据的文件"),
        field("applies", Kind::Map(&APPLIES), false, "整个包的适用条件"),
        field("exempt", Kind::Maps(&EXEMPT), false, "不适用表"),
        field("share", Kind::Int(0, 100), false, "评分方案没有写这个包时,它占的份额;默认 10"),
        field("en", Kind::Map(&PACK_EN), false, "英文文字"),
    ],
};

pub(crate) static PART: Shape = Shape {
    name: "部分(part.yaml)",
    doc: "规则包的一个部分",
    fields: &[
        field("title", Kind::Text, true, "名称"),
        field("summary", Kind::Text, false, "说明"),
        field("weight", Kind::Int(0, 1000), true, "在包内的权重"),
        field("applies", Kind::Map(&APPLIES), false, "这一部分的适用条件"),
        field("en", Kind::Map(&PACK_EN), false, "英文文字"),
    ],
};

static NEAR: Shape = Shape {
    name: "邻近(near)",
    doc: "同一句内,相隔不超过若干字",
    fields: &[
        field("any", Kind::Texts, true, "邻近要出现的词"),
        field("within", Kind::Int(0, 200), true, "最多相隔的字数"),
    ],
};

pub(crate) static SIGNAL: Shape = Shape {
    name: "信号(signal)",
    doc: "要在文中找的词句;全角半角、空白、引号、括号的差别不影响",
    fields: &[
        field("in", Kind::Words(ZONES), false, "找的范围,一个或几个;默认 body"),
        field("any", Kind::Texts, false, "词,出现任何一个就算"),
        field("regex", Kind::Texts, false, "正则表达式,须含必然出现的文字"),
        field("except", Kind::Texts, false, "落在这些词里的不算"),
        field("near", Kind::Map(&NEAR), false, "附近还须出现的词"),
        field("names", Kind::Word(NAMES), false, "书名号内的文字:skip 不看(默认)、keep 也看、only 只看"),
    ],
};

static CLOSEST: Shape = Shape {
    name: "近似(closest)",
    doc: "没有找到时,最接近的是什么、还差什么",
    fields: &[
        field("in", Kind::Words(ZONES), false, "找的范围;默认 headings"),
        field("any", Kind::Texts, true, "接近的词"),
        field("lacks", Kind::Text, true, "还差什么"),
        field("lacks_en", Kind::Text, false, "英文"),
    ],
};

static BELONGS: Shape = Shape {
    name: "位置(belongs)",
    doc: "缺少的内容应写在哪里",
    fields: &[
        field(
            "part",
            Kind::Word(&["duties", "measures", "shortcomings", "plan", "other"]),
            false,
            "写进哪一部分",
        ),
        field(
            "after",
            Kind::Word(&["title", "opening", "duties", "measures", "shortcomings", "plan", "other"]),
            false,
            "写在哪一部分之后",
        ),
        field("skeleton", Kind::Text, true, "可以套用的段落"),
    ],
};

static RULE_EN: Shape = Shape {
    name: "英文(en)",
    doc: "英文文字",
    fields: &[
        field("title", Kind::Text, true, "英文名称"),
        field("advice", Kind::Text, true, "英文建议"),
        field("messages", Kind::Table, false, "脚本里每条中文信息的英文"),
    ],
};

pub(crate) static EXAMPLE: Shape = Shape {
    name: "示例(example)",
    doc: "一段文字和它应得的结果;放进一份最小的报告里,按真实流程评判",
    fields: &[
        field(
            "part",
            Kind::Word(&["opening", "duties", "measures", "shortcomings", "plan", "other", "tail", "front"]),
            false,
            "放在哪一部分;默认 measures",
        ),
        field("text", Kind::Text, false, "文字"),
        field("each", Kind::Texts, false, "几段文字,每一段单独成为一个示例"),
        field("report", Kind::Text, false, "整份报告,用于文种、结构一类规则"),
        field("heading", Kind::Text, false, "换用的标题文字(连同 part)"),
        field("title", Kind::Text, false, "换用的报告标题"),
        field("year", Kind::Int(1990, 2100), false, "报告年度;默认 2024"),
        field("level", Kind::Word(LEVELS), false, "层级;默认 county"),
        field("issuer_kind", Kind::Word(ISSUER_KINDS), false, "发文机关类型;默认 government"),
        field("published", Kind::Text, false, "发布日期 YYYY-MM-DD"),
        field("why", Kind::Text, false, "这个示例说明什么"),
    ],
};

pub(crate) static RULE: Shape = Shape {
    name: "规则",
    doc: "一条规则;编号由路径得出",
    fields: &[
        field("title", Kind::Text, true, "名称"),
        field(
            "kind",
            Kind::Word(KINDS),
            true,
            "类别:gate 前置、mandate 法定内容、work 工作覆盖、quality 质量、form 格式、flag 疑点",
        ),
        field("basis", Kind::Map(&BASIS), true, "依据"),
        field("applies", Kind::Map(&APPLIES), false, "适用条件"),
        field("weight", Kind::Int(0, 1000), true, "在部分内的权重;0 只提示不计分"),
        field("severity", Kind::Word(SEVERITIES), true, "不满足时的级别"),
        field("signals", Kind::Named(&SIGNAL), false, "信号"),
        field("judge", Kind::Text, false, "rhai 脚本;不写时,每个信号都出现即满足"),
        field("advice", Kind::Text, true, "怎样改"),
        field("rests_on", Kind::Texts, false, "结论依赖哪些提示:报告有这些提示时,这条的得分列为不确定"),
        field("closest", Kind::Maps(&CLOSEST), false, "近似"),
        field("belongs", Kind::Map(&BELONGS), false, "应写的位置和可套用的段落"),
        field("examples", Kind::Cases(&EXAMPLE, OUTCOMES), true, "示例,至少一个 met、一个 unmet"),
        field("notes", Kind::Text, false, "补充说明,写进规则页"),
        field("en", Kind::Map(&RULE_EN), false, "英文文字"),
    ],
};

static BAND: Shape = Shape {
    name: "等次(band)",
    doc: "达到这个分数即为此等次",
    fields: &[
        field("from", Kind::Int(0, 100), true, "起分"),
        field("title", Kind::Text, true, "名称"),
        field("en", Kind::Text, true, "英文名称"),
    ],
};

static GATE: Shape = Shape {
    name: "门槛(gate)",
    doc: "什么情况下不通过",
    fields: &[
        field("minimum", Kind::Int(0, 100), true, "最低分"),
        field(
            "fail_on",
            Kind::Word(&["error", "warning", "info", "never"]),
            true,
            "出现这一级别及以上的问题即不通过",
        ),
        field("floors", Kind::Numbers, false, "各包的最低得分率(百分数)"),
        field("veto", Kind::Texts, false, "一票否决的规则编号,可用 * 结尾"),
        field("max_drop", Kind::Int(0, 100), false, "比上一次(baseline)最多下降的分数"),
    ],
};

pub(crate) static PROFILE: Shape = Shape {
    name: "评分方案",
    doc: "用哪些包、各占多少、怎样定等次和门槛",
    fields: &[
        field("title", Kind::Text, true, "名称"),
        field("version", Kind::Text, true, "版本号"),
        field("summary", Kind::Text, false, "说明"),
        field("packs", Kind::Numbers, true, "规则包及其份额"),
        field("model", Kind::Word(MODELS), false, "决定是否通过的评分模型;默认 weighted"),
        field("weights", Kind::Numbers, false, "改写个别规则的权重"),
        field("skip", Kind::Texts, false, "不用的规则,可用 * 结尾"),
        field("bands", Kind::Maps(&BAND), true, "等次,从高到低"),
        field("gate", Kind::Map(&GATE), true, "门槛"),
    ],
};

/// Every shape that is a file of its own, with the file names it is for.
pub(crate) static FILES: &[(&str, &Shape)] =
    &[("pack.yaml", &PACK), ("part.yaml", &PART), ("<rule>.yaml", &RULE), ("profiles/<name>.yaml", &PROFILE)];
