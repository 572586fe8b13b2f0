//! The JSON Schema of `score --format json`.
//!
//! Kept beside `run.rs` and `wire.rs` by hand; a test validates a real run against it and fails on a field that it does
//! not know.

use serde_json::{Map, Value as Json, json};

use crate::pack::{Model, RuleKind, Severity};
use crate::report::PartKind;
use crate::report::metadata::FIELDS;

/// A field of an object: name, whether it is always there, shape.
type Field = (&'static str, bool, Json);

/// The schema, ready to print.
pub fn scorecard_schema() -> String {
    let mut schema = run();
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("lawcheck.scorecard/1");
    schema["$defs"] = json!({ "place": place(&[]) });
    format!("{schema:#}\n")
}

fn object(doc: &str, fields: &[Field]) -> Json {
    let properties: Map<String, Json> =
        fields.iter().map(|(name, _, shape)| ((*name).to_string(), shape.clone())).collect();
    let required: Vec<&str> =
        fields.iter().filter(|(_, always, _)| *always).map(|(name, ..)| *name).collect();
    json!({
        "description": doc, "type": "object", "properties": properties, "required": required,
        "additionalProperties": false,
    })
}

fn text(doc: &str) -> Json {
    json!({ "type": "string", "description": doc })
}

fn text_or_null(doc: &str) -> Json {
    json!({ "type": ["string", "null"], "description": doc })
}

fn whole(doc: &str) -> Json {
    json!({ "type": "integer", "minimum": 0, "description": doc })
}

fn points(doc: &str) -> Json {
    json!({ "type": "number", "minimum": 0, "maximum": 100, "description": doc })
}

fn points_or_null(doc: &str) -> Json {
    json!({ "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": doc })
}

fn flag(doc: &str) -> Json {
    json!({ "type": "boolean", "description": doc })
}

fn list(items: &Json) -> Json {
    json!({ "type": "array", "items": items })
}

fn word(doc: &str, words: &[&str]) -> Json {
    json!({ "enum": words, "description": doc })
}

fn severity(doc: &str) -> Json {
    word(doc, &Severity::ALL.map(Severity::word))
}

fn model() -> Json {
    word("评分模型", &Model::ALL.map(Model::word))
}

fn run() -> Json {
    let tool = object("程序", &[("name", true, text("名称")), ("version", true, text("版本"))]);
    let profile = object(
        "评分方案",
        &[
            ("id", true, text("名称")),
            ("version", true, text("版本")),
            ("model", true, model()),
            ("minimum", true, whole("最低分")),
            (
                "fail_on",
                true,
                word("出现这一级别及以上的问题即不通过", &["error", "warning", "info", "never"]),
            ),
        ],
    );
    let summary = object(
        "份数",
        &[
            ("reports", true, whole("读到的报告")),
            ("passed", true, whole("通过")),
            ("failed", true, whole("不通过")),
            ("unreadable", true, whole("读不了的文件")),
            ("allowed", false, whole("按设置放行的")),
        ],
    );
    let error = object(
        "读不了的文件",
        &[
            ("path", true, text("路径")),
            ("kind", true, text("原因的词")),
            ("severity", true, severity("级别")),
            ("message", true, text("原因和下一步")),
        ],
    );
    object(
        "一次评分的完整结果",
        &[
            ("schema", true, json!({ "const": "lawcheck.scorecard/1" })),
            ("tool", true, tool),
            ("profile", true, profile),
            ("packs", true, list(&pack())),
            ("as_of", true, json!({ "type": "string", "format": "date", "description": "评分日期" })),
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
        "依据",
        &[
            ("document", true, text("文件名称")),
            ("number", false, text("发文字号")),
            ("at", true, text("章、条、项")),
            ("status", true, word("是否核对过", &["seen", "unverified"])),
        ],
    );
    let rule = object(
        "规则",
        &[
            ("id", true, text("编号")),
            ("title", true, text("名称")),
            ("kind", true, word("类别", &RuleKind::ALL.map(RuleKind::word))),
            ("severity", true, severity("不满足时的级别")),
            ("weight", true, whole("在部分内的权重")),
            ("advice", true, text("怎样改")),
            ("skeleton", false, text("缺的内容可用的开头")),
            ("basis", true, basis),
        ],
    );
    let part = object(
        "规则包的一个部分",
        &[
            ("id", true, text("文件夹名")),
            ("title", true, text("名称")),
            ("weight", true, whole("在包内的权重")),
            ("rules", true, list(&rule)),
        ],
    );
    object(
        "规则包",
        &[
            ("id", true, text("编号")),
            ("version", true, text("版本")),
            ("sha256", true, text("全部文件的摘要")),
            ("title", true, text("名称")),
            ("share", true, whole("份额")),
            ("parts", true, list(&part)),
        ],
    )
}

fn report() -> Json {
    let model_score = object("一种模型的得分", &[("model", true, model()), ("score", true, points("得分"))]);
    let section = object(
        "部分得分",
        &[
            ("pack", true, text("规则包")),
            ("part", true, text("部分的文件夹名")),
            ("title", true, text("名称")),
            ("score", true, points("得分")),
            ("possible", true, points("满分")),
        ],
    );
    let note = object(
        "阅读提示",
        &[
            ("kind", true, text("种类")),
            ("message", true, text("说明")),
            ("line", true, json!({ "type": ["integer", "null"] })),
            ("column", true, json!({ "type": ["integer", "null"] })),
            ("quote", true, text("原文")),
        ],
    );
    object(
        "一份报告",
        &[
            ("path", true, text("路径")),
            ("sha256", true, text("文件的摘要")),
            ("format", true, text("真实格式")),
            ("encoding", true, text_or_null("文字编码")),
            ("metadata", true, metadata()),
            ("look_alike", true, text_or_null("不是年度报告时,是什么")),
            ("look_alike_reason", false, text("为什么这样认定")),
            ("parts", true, parts()),
            ("score", true, points_or_null("得分;不是年度报告则为 null")),
            ("interval", true, interval()),
            ("uncertainties", true, list(&uncertainty())),
            ("possible", true, json!({ "const": 100 })),
            ("grade", true, text_or_null("等次")),
            ("passed", true, flag("是否通过门槛")),
            ("failures", true, list(&text("不通过的原因"))),
            ("allowed", false, list(&text("按设置放行的情形"))),
            ("models", true, list(&model_score)),
            ("sections", true, list(&section)),
            ("results", true, list(&result())),
            ("known_score", false, points("基线里的得分")),
            ("fixed", false, list(&fixed())),
            ("notes", true, list(&note)),
            ("target", false, target()),
        ],
    )
}

fn interval() -> Json {
    let mut interval =
        object("如果推断有误,得分的范围", &[("low", true, points("最低")), ("high", true, points("最高"))]);
    interval["type"] = json!(["object", "null"]);
    interval
}

fn uncertainty() -> Json {
    object(
        "一处推断",
        &[
            ("kind", true, text("种类")),
            ("message", true, text("说明")),
            ("down", true, points("可能减少的分")),
            ("up", true, points("可能增加的分")),
        ],
    )
}

fn fixed() -> Json {
    object(
        "基线里有、现在没有的问题",
        &[("rule", true, text("规则编号")), ("fingerprint", true, text("问题的稳定标识"))],
    )
}

/// Steps of `--target`.
fn target() -> Json {
    let step = object(
        "一条应满足的规则",
        &[
            ("rule", true, text("编号")),
            ("title", true, text("名称")),
            ("points", true, points("可得的分")),
            ("advice", true, text("怎样改")),
        ],
    );
    object(
        "到目标分最省的改法",
        &[
            ("target", true, points("目标分")),
            ("reached", true, points("全部做到后的得分")),
            ("steps", true, list(&step)),
        ],
    )
}

fn metadata() -> Json {
    let value = |doc: &str| json!({ "type": ["string", "integer", "array", "null"], "items": { "type": "string" }, "description": doc });
    let fields: Vec<Field> = FIELDS.iter().map(|f| (f.name, true, value(f.title))).collect();
    object("元数据,文中没有的为 null", &fields)
}

fn parts() -> Json {
    let extent = json!({
        "type": ["object", "null"],
        "properties": { "line": whole("行"), "column": whole("列"), "end_line": whole("末行"), "end_column": whole("末列") },
        "required": ["line", "column", "end_line", "end_column"],
        "additionalProperties": false,
    });
    let part = object(
        "五项内容之一",
        &[
            ("status", true, word("怎样出现", &["own_heading", "embedded", "missing"])),
            ("heading", true, text_or_null("标题")),
            ("place", true, extent),
            ("items", true, whole("条数")),
        ],
    );
    let fields: Vec<Field> = PartKind::ALL.iter().map(|k| (k.word(), true, part.clone())).collect();
    object("五项内容", &fields)
}

/// A place; near misses say what they lack, too.
fn place(more: &[Field]) -> Json {
    let mut fields = vec![
        ("line", true, whole("行,从 1 起")),
        ("column", true, whole("列,从 1 起,按字符计")),
        ("end_line", true, whole("末行")),
        ("end_column", true, whole("末列,不含")),
        ("page", false, whole("原文件的页")),
        ("page_is_estimate", false, flag("页是估计的")),
        ("paragraph", false, whole("原文件的段")),
        ("cell", false, text("原文件的表格单元格")),
        ("offset", true, whole("在解码文字中的字节位置")),
        ("length", true, whole("字节数")),
        ("quote", true, json!({ "type": "string", "maxLength": 40, "description": "原文,过长则截断" })),
    ];
    fields.extend_from_slice(more);
    object("位置", &fields)
}

fn result() -> Json {
    let mut basis = object(
        "依据;不适用的规则为 null,见 packs",
        &[
            ("document", true, text("文件名称")),
            ("at", true, text("章、条、项")),
            ("status", true, word("是否核对过", &["seen", "unverified"])),
        ],
    );
    basis["type"] = json!(["object", "null"]);
    let places = json!({ "type": "array", "items": { "$ref": "#/$defs/place" }, "maxItems": 3 });
    object(
        "一条规则的结果",
        &[
            ("rule", true, text("编号")),
            ("outcome", true, word("结果", &["met", "partly", "unmet", "not_applicable", "undecided"])),
            ("share", true, json!({ "type": "number", "minimum": 0, "maximum": 1, "description": "得分率" })),
            ("weight", true, whole("在部分内的权重")),
            ("score", false, points("得分;满分为 0 时不写")),
            ("possible", false, points("满分;为 0 时不写")),
            ("severity", true, severity("规则的级别")),
            ("finding", false, severity("问题的级别;没有问题时不写")),
            ("message", true, text("说明")),
            ("advice", true, text("怎样改;没有可改的为空")),
            ("basis", true, basis),
            ("fingerprint", true, text("问题的稳定标识;没有问题时为空")),
            ("waived", true, waived()),
            ("standing", false, word("同基线相比", &["kept", "new", "swapped"])),
            ("evidence", true, places),
            ("near_misses", false, list(&place(&[("lacks", true, text("还差什么"))]))),
            ("belongs", false, belongs()),
        ],
    )
}

fn waived() -> Json {
    let mut waived = object(
        "豁免",
        &[
            ("reason", true, text("理由")),
            ("owner", true, text("提出人")),
            ("approver", true, text("批准人")),
            ("expires", true, json!({ "type": "string", "format": "date", "description": "到期日" })),
        ],
    );
    waived["type"] = json!(["object", "null"]);
    waived
}

/// Where missing content should stand.
fn belongs() -> Json {
    object(
        "缺的内容应写在哪里",
        &[
            ("part", true, text_or_null("部分")),
            ("after_line", true, json!({ "type": ["integer", "null"], "description": "写在这一行之后" })),
        ],
    )
}
