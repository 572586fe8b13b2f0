//! The JSON Schema of `score --format json`.
//!
//! Kept beside `run.rs` and `wire.rs` by hand; a test validates a real run against it and fails on a field that it does
//! not know.

mod report;
mod shape;

use serde_json::{Value as Json, json};

use crate::pack::{Model, RuleKind};
use crate::text::Lang;
use report::{place, report};
use shape::{both, list, object, severity, speak, text, whole, word};

/// The schema, ready to print.
pub fn scorecard_schema(lang: Lang) -> String {
    let mut schema = run();
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("lawcheck.scorecard/1");
    schema["$defs"] = json!({ "place": place(&[]) });
    speak(&mut schema, lang);
    format!("{schema:#}\n")
}

fn model() -> Json {
    word(("评分模型", "the way of scoring"), &Model::ALL.map(Model::word))
}

fn run() -> Json {
    let tool = object(
        ("程序", "the program"),
        &[("name", true, text(("名称", "name"))), ("version", true, text(("版本", "version")))],
    );
    let profile = object(
        ("评分方案", "the profile"),
        &[
            ("id", true, text(("名称", "name"))),
            ("version", true, text(("版本", "version"))),
            ("model", true, model()),
            ("minimum", true, whole(("最低分", "lowest score that passes"))),
            (
                "fail_on",
                true,
                word(
                    ("出现这一级别及以上的问题即不通过", "a finding of this severity or above fails"),
                    &["error", "warning", "info", "never"],
                ),
            ),
        ],
    );
    let summary = object(
        ("份数", "how many"),
        &[
            ("reports", true, whole(("读到的报告", "reports that were read"))),
            ("passed", true, whole(("通过", "that passed"))),
            ("failed", true, whole(("不通过", "that failed"))),
            ("unreadable", true, whole(("读不了的文件", "files that could not be read"))),
            ("allowed", false, whole(("按设置放行的", "let pass by the settings"))),
        ],
    );
    let error = object(
        ("读不了的文件", "files that could not be read"),
        &[
            ("path", true, text(("路径", "path"))),
            ("kind", true, text(("原因的词", "the word of the cause"))),
            ("severity", true, severity(("级别", "severity"))),
            ("message", true, text(("原因和下一步", "cause and next step"))),
        ],
    );
    object(
        ("一次评分的完整结果", "everything that came of one run"),
        &[
            ("schema", true, json!({ "const": "lawcheck.scorecard/1" })),
            ("tool", true, tool),
            ("profile", true, profile),
            ("packs", true, list(&pack())),
            (
                "as_of",
                true,
                json!({ "type": "string", "format": "date", "description": both(("评分日期", "date of scoring")) }),
            ),
            ("summary", true, summary),
            ("reports", true, list(&report())),
            ("errors", true, list(&error)),
            ("findings", true, list(&error)),
        ],
    )
}

/// Packs with the weights and texts that are the same for all reports.
fn pack() -> Json {
    let basis = object(
        ("依据", "the basis"),
        &[
            ("document", true, text(("文件名称", "name of the document"))),
            ("number", false, text(("发文字号", "number of the document"))),
            ("at", true, text(("章、条、项", "chapter, article, item"))),
            (
                "status",
                true,
                word(("是否核对过", "whether it was checked against the text"), &["seen", "unverified"]),
            ),
        ],
    );
    let rule = object(
        ("规则", "a rule"),
        &[
            ("id", true, text(("编号", "id"))),
            ("title", true, text(("名称", "name"))),
            ("kind", true, word(("类别", "kind"), &RuleKind::ALL.map(RuleKind::word))),
            ("severity", true, severity(("不满足时的级别", "severity when it is not met"))),
            ("weight", true, whole(("在部分内的权重", "weight within the part"))),
            ("advice", true, text(("怎样改", "what to change"))),
            ("skeleton", false, text(("缺的内容可用的开头", "a beginning for what is missing"))),
            ("basis", true, basis),
        ],
    );
    let part = object(
        ("规则包的一个部分", "a part of a pack"),
        &[
            ("id", true, text(("文件夹名", "name of the folder"))),
            ("title", true, text(("名称", "name"))),
            ("weight", true, whole(("在包内的权重", "weight within the pack"))),
            ("rules", true, list(&rule)),
        ],
    );
    object(
        ("规则包", "a pack"),
        &[
            ("id", true, text(("编号", "id"))),
            ("version", true, text(("版本", "version"))),
            ("sha256", true, text(("全部文件的摘要", "digest of all its files"))),
            ("title", true, text(("名称", "name"))),
            ("share", true, whole(("份额", "share"))),
            ("parts", true, list(&part)),
        ],
    )
}
