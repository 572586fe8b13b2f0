//! The table of metadata fields: what JSON prints, scripts read and the docs list.

use super::Metadata;

/// A value as other programs see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Not said.
    Null,
    /// A number.
    Number(i64),
    /// A word, a name or a date (`YYYY-MM-DD`).
    Text(String),
    /// Several names.
    List(Vec<String>),
}

/// One field.
pub struct Field {
    /// Its name in JSON.
    pub name: &'static str,
    /// Its name in Chinese official documents.
    pub title: &'static str,
    /// Its meaning and source.
    pub doc: &'static str,
    /// Its value.
    pub value: fn(&Metadata) -> Value,
}

/// All fields, in the order in which they are printed.
pub const FIELDS: &[Field] = &[
    Field {
        name: "title",
        title: "标题",
        doc: "标题全文,跨行的已接合;网页重复的标题只取一次",
        value: |m| text(m.title.as_ref().map(|f| f.value.clone())),
    },
    Field {
        name: "issuers",
        title: "发文机关",
        doc: "标题中的机关名称,没有则取落款,再没有则取开头一句的主语",
        value: |m| Value::List(m.issuers.iter().map(|f| f.value.clone()).collect()),
    },
    Field {
        name: "issuer_kind",
        title: "发文机关类型",
        doc: "party+government(党委政府联合)、government(政府)、department(部门);不明为 null",
        value: |m| text(m.issuer_kind.as_ref().map(|f| f.value.word().to_string())),
    },
    Field {
        name: "level",
        title: "层级",
        doc: "province、city、county(含市辖区、县级市)、township(含街道)、department;不明为 null",
        value: |m| text(m.level.as_ref().map(|f| f.value.word().to_string())),
    },
    Field {
        name: "report_year",
        title: "报告年度",
        doc: "所报告的年度,依次取自标题、标题层次、开头;不取全文最大的年份",
        value: |m| m.report_year.as_ref().map_or(Value::Null, |f| Value::Number(i64::from(f.value))),
    },
    Field {
        name: "document_number",
        title: "发文字号",
        doc: "按原文",
        value: |m| text(m.document_number.as_ref().map(|f| f.value.clone())),
    },
    Field {
        name: "addressees",
        title: "主送机关",
        doc: "正文之前以冒号结束的一行",
        value: |m| Value::List(m.addressees.iter().map(|f| f.value.clone()).collect()),
    },
    Field {
        name: "date_written",
        title: "成文日期",
        doc: "落款日期,没有则取页面著录",
        value: |m| text(m.date_written.as_ref().map(|f| f.value.to_string())),
    },
    Field {
        name: "date_published",
        title: "发布日期",
        doc: "页面著录的发布日期;没有则为 null,不推定",
        value: |m| text(m.date_published.as_ref().map(|f| f.value.to_string())),
    },
    Field {
        name: "province",
        title: "省份",
        doc: "发文机关名称中的省级行政区,或由地级市名称得出",
        value: |m| text(m.region.province.clone()),
    },
    Field {
        name: "city",
        title: "地级市",
        doc: "发文机关名称中的地级行政区",
        value: |m| text(m.region.city.clone()),
    },
    Field {
        name: "county",
        title: "县区",
        doc: "发文机关名称中的县级行政区",
        value: |m| text(m.region.county.clone()),
    },
];

fn text(value: Option<String>) -> Value {
    value.map_or(Value::Null, Value::Text)
}
