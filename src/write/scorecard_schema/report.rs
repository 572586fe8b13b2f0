//! The report in the schema: what it says of itself, its points and what came of every rule.

use serde_json::{Value as Json, json};

use super::model;
use super::shape::{
    Field, both, flag, list, object, points, points_or_null, severity, text, text_or_null, whole, word,
};
use crate::report::PartKind;
use crate::report::metadata::FIELDS;
use crate::text::Words;

pub(super) fn report() -> Json {
    let model_score = object(
        ("一种模型的得分", "the score by one way of scoring"),
        &[("model", true, model()), ("score", true, points(("得分", "points")))],
    );
    let section = object(
        ("部分得分", "points of a part"),
        &[
            ("pack", true, text(("规则包", "a pack"))),
            ("part", true, text(("部分的文件夹名", "folder of the part"))),
            ("title", true, text(("名称", "name"))),
            ("score", true, points(("得分", "points"))),
            ("possible", true, points(("满分", "points that can be had"))),
        ],
    );
    let note = object(
        ("阅读提示", "a remark on reading"),
        &[
            ("kind", true, text(("种类", "kind"))),
            ("message", true, text(("说明", "what there is to say"))),
            ("line", true, json!({ "type": ["integer", "null"] })),
            ("column", true, json!({ "type": ["integer", "null"] })),
            ("quote", true, text(("原文", "the words of the report"))),
        ],
    );
    object(
        ("一份报告", "a report"),
        &[
            ("path", true, text(("路径", "path"))),
            ("sha256", true, text(("文件的摘要", "digest of the file"))),
            ("format", true, text(("真实格式", "the real format"))),
            ("encoding", true, text_or_null(("文字编码", "encoding of the text"))),
            ("metadata", true, metadata()),
            (
                "look_alike",
                true,
                text_or_null(("不是年度报告时,是什么", "what it is when it is no annual report")),
            ),
            ("look_alike_reason", false, text(("为什么这样认定", "why it is taken for that"))),
            ("parts", true, parts()),
            (
                "score",
                true,
                points_or_null(("得分;不是年度报告则为 null", "the score; null when it is no annual report")),
            ),
            ("interval", true, interval()),
            ("uncertainties", true, list(&uncertainty())),
            ("possible", true, json!({ "const": 100 })),
            ("grade", true, text_or_null(("等次", "grade"))),
            ("passed", true, flag(("是否通过门槛", "whether it passed the gate"))),
            ("failures", true, list(&text(("不通过的原因", "why it failed")))),
            ("allowed", false, list(&text(("按设置放行的情形", "what the settings let pass")))),
            ("models", true, list(&model_score)),
            ("sections", true, list(&section)),
            ("results", true, list(&result())),
            ("known_score", false, points(("基线里的得分", "the score in the baseline"))),
            ("fixed", false, list(&fixed())),
            ("notes", true, list(&note)),
            ("target", false, target()),
        ],
    )
}

fn interval() -> Json {
    let mut interval = object(
        ("如果推断有误,得分的范围", "range of the score should inferences be wrong"),
        &[("low", true, points(("最低", "lowest"))), ("high", true, points(("最高", "highest")))],
    );
    interval["type"] = json!(["object", "null"]);
    interval
}

fn uncertainty() -> Json {
    object(
        ("一处推断", "an inference"),
        &[
            ("kind", true, text(("种类", "kind"))),
            ("message", true, text(("说明", "what there is to say"))),
            ("down", true, points(("可能减少的分", "points that may be lost"))),
            ("up", true, points(("可能增加的分", "points that may be gained"))),
        ],
    )
}

fn fixed() -> Json {
    object(
        ("基线里有、现在没有的问题", "a finding of the baseline that is gone"),
        &[
            ("rule", true, text(("规则编号", "id of the rule"))),
            ("fingerprint", true, text(("问题的稳定标识", "stable identity of the finding"))),
        ],
    )
}

/// Steps of `--target`.
fn target() -> Json {
    let step = object(
        ("一条应满足的规则", "a rule to meet"),
        &[
            ("rule", true, text(("编号", "id"))),
            ("title", true, text(("名称", "name"))),
            ("points", true, points(("可得的分", "points to gain"))),
            ("advice", true, text(("怎样改", "what to change"))),
        ],
    );
    object(
        ("到目标分最省的改法", "the cheapest way to the target"),
        &[
            ("target", true, points(("目标分", "the target"))),
            ("reached", true, points(("全部做到后的得分", "the score when all is done"))),
            ("steps", true, list(&step)),
        ],
    )
}

fn metadata() -> Json {
    let value = |doc: Words| json!({ "type": ["string", "integer", "array", "null"], "items": { "type": "string" }, "description": both(doc) });
    let fields: Vec<Field> =
        FIELDS.iter().map(|f| (f.name, true, value(Words::new(f.title, f.name.replace('_', " "))))).collect();
    object(("元数据,文中没有的为 null", "metadata; null where the report says nothing"), &fields)
}

fn parts() -> Json {
    let extent = json!({
        "type": ["object", "null"],
        "properties": { "line": whole(("行", "line")), "column": whole(("列", "column")), "end_line": whole(("末行", "last line")), "end_column": whole(("末列", "last column")) },
        "required": ["line", "column", "end_line", "end_column"],
        "additionalProperties": false,
    });
    let part = object(
        ("五项内容之一", "one of the five contents"),
        &[
            ("status", true, word(("怎样出现", "how it stands"), &["own_heading", "embedded", "missing"])),
            ("heading", true, text_or_null(("标题", "heading"))),
            ("place", true, extent),
            ("items", true, whole(("条数", "number of items"))),
        ],
    );
    let fields: Vec<Field> = PartKind::ALL.iter().map(|k| (k.word(), true, part.clone())).collect();
    object(("五项内容", "the five contents"), &fields)
}

/// A place; near misses say what they lack, too.
pub(super) fn place(more: &[Field]) -> Json {
    let mut fields = vec![
        ("line", true, whole(("行,从 1 起", "line, from 1"))),
        ("column", true, whole(("列,从 1 起,按字符计", "column, from 1, in characters"))),
        ("end_line", true, whole(("末行", "last line"))),
        ("end_column", true, whole(("末列,不含", "last column, exclusive"))),
        ("page", false, whole(("原文件的页", "page of the original file"))),
        ("page_is_estimate", false, flag(("页是估计的", "the page is an estimate"))),
        ("paragraph", false, whole(("原文件的段", "paragraph of the original file"))),
        ("cell", false, text(("原文件的表格单元格", "table cell of the original file"))),
        ("offset", true, whole(("在解码文字中的字节位置", "offset in bytes of the decoded text"))),
        ("length", true, whole(("字节数", "length in bytes"))),
        (
            "quote",
            true,
            json!({ "type": "string", "maxLength": 40, "description": both(("原文,过长则截断", "the words of the report, cut when long")) }),
        ),
    ];
    fields.extend_from_slice(more);
    object(("位置", "a place"), &fields)
}

fn result() -> Json {
    let mut basis = object(
        ("依据;不适用的规则为 null,见 packs", "the basis; null for rules that do not apply, see packs"),
        &[
            ("document", true, text(("文件名称", "name of the document"))),
            ("at", true, text(("章、条、项", "chapter, article, item"))),
            (
                "status",
                true,
                word(("是否核对过", "whether it was checked against the text"), &["seen", "unverified"]),
            ),
        ],
    );
    basis["type"] = json!(["object", "null"]);
    let places = json!({ "type": "array", "items": { "$ref": "#/$defs/place" }, "maxItems": 3 });
    object(
        ("一条规则的结果", "what came of a rule"),
        &[
            ("rule", true, text(("编号", "id"))),
            (
                "outcome",
                true,
                word(("结果", "outcome"), &["met", "partly", "unmet", "not_applicable", "undecided"]),
            ),
            (
                "share",
                true,
                json!({ "type": "number", "minimum": 0, "maximum": 1, "description": both(("得分率", "share of its points")) }),
            ),
            ("weight", true, whole(("在部分内的权重", "weight within the part"))),
            ("score", false, points(("得分;满分为 0 时不写", "points; absent when none can be had"))),
            ("possible", false, points(("满分;为 0 时不写", "points that can be had; absent when none"))),
            ("severity", true, severity(("规则的级别", "severity of the rule"))),
            (
                "finding",
                false,
                severity(("问题的级别;没有问题时不写", "severity of the finding; absent without one")),
            ),
            ("message", true, text(("说明", "what there is to say"))),
            ("advice", true, text(("怎样改;没有可改的为空", "what to change; empty when nothing is"))),
            ("basis", true, basis),
            (
                "fingerprint",
                true,
                text(("问题的稳定标识;没有问题时为空", "stable identity of the finding; empty without one")),
            ),
            ("waived", true, waived()),
            (
                "standing",
                false,
                word(("同基线相比", "compared with the baseline"), &["kept", "new", "swapped"]),
            ),
            ("evidence", true, places),
            ("near_misses", false, list(&place(&[("lacks", true, text(("还差什么", "what it lacks")))]))),
            ("belongs", false, belongs()),
        ],
    )
}

fn waived() -> Json {
    let mut waived = object(
        ("豁免", "a waiver"),
        &[
            ("reason", true, text(("理由", "reason"))),
            ("owner", true, text(("提出人", "who asked for it"))),
            ("approver", true, text(("批准人", "who approved it"))),
            (
                "expires",
                true,
                json!({ "type": "string", "format": "date", "description": both(("到期日", "day on which it ends")) }),
            ),
        ],
    );
    waived["type"] = json!(["object", "null"]);
    waived
}

/// Where missing content should stand.
fn belongs() -> Json {
    object(
        ("缺的内容应写在哪里", "where what is missing belongs"),
        &[
            ("part", true, text_or_null(("部分", "the part"))),
            (
                "after_line",
                true,
                json!({ "type": ["integer", "null"], "description": both(("写在这一行之后", "it goes after this line")) }),
            ),
        ],
    )
}
