//! The words that keys of a pack take: zones, levels, severities, outcomes.

use crate::text::Fixed;

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
pub(crate) const ZONE_DOCS: &[Fixed] = &[
    ("报告正文全部", "the whole body of the report"),
    (
        "写工作的部分:正文去掉不足、安排和其他情况",
        "what is written of work: the body without shortcomings, plan and other matters",
    ),
    ("第一个标题之前的导语", "the opening before the first heading"),
    ("各级标题", "headings of all levels"),
    ("第一责任人履职部分(单列或内嵌)", "duties of the persons in charge (own part or embedded)"),
    ("举措和成效部分", "measures and results"),
    ("不足和原因部分", "shortcomings and causes"),
    ("下一年度安排部分", "plan for the next year"),
    ("其他需要报告的情况部分", "other matters"),
    ("标题", "title"),
    ("正文之前的发文字号、主送机关等", "what stands before the body: document number, addressees"),
    ("正文之后的落款、日期、附注", "what stands after the body: signature, date, notes"),
    ("文件里的全部文字,含网页栏目", "all text of the file, menus of web pages included"),
];

pub(crate) const LEVELS: &[&str] = &["province", "city", "county", "township", "department"];
pub(crate) const ISSUER_KINDS: &[&str] = &["party+government", "government", "department"];
pub(crate) const SEVERITIES: &[&str] = &["error", "warning", "info"];
pub(crate) const OUTCOMES: &[&str] = &["met", "partly", "unmet", "not_applicable", "undecided"];
/// Rule kinds.
pub(crate) const KINDS: &[&str] = &["gate", "mandate", "work", "quality", "form", "flag"];
pub(super) const STATUSES: &[&str] = &["seen", "unverified"];
pub(super) const NAMES: &[&str] = &["skip", "keep", "only"];
/// Score models.
pub(crate) const MODELS: &[&str] = &["weighted", "flat", "share-of-rules", "gate-only"];
