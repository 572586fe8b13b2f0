//! The keys of `lawcheck.yaml`: the options of `score` under their own names.

use crate::pack::{Field, Kind, Shape};
use crate::text::Fixed;

const fn field(key: &'static str, kind: Kind, doc: Fixed) -> Field {
    Field { key, kind, required: false, doc }
}

static OUTPUT: Shape = Shape {
    name: ("输出(outputs)", "output (outputs)"),
    doc: ("一种格式和它的文件", "a format and its file"),
    fields: &[
        Field { key: "format", kind: Kind::Text, required: true, doc: ("输出格式", "output format") },
        field("output", Kind::Text, ("文件;不写则到标准输出", "file; default standard output")),
    ],
};

/// Every setting.
pub(super) static CONFIG: Shape = Shape {
    name: ("设置文件", "settings file"),
    doc: ("score 的选项", "the options of score"),
    fields: &[
        field("profile", Kind::Text, ("评分方案", "profile")),
        field("packs", Kind::Texts, ("规则包文件夹", "folders of packs")),
        field("format", Kind::Text, ("输出格式", "output format")),
        field("output", Kind::Text, ("输出文件", "output file")),
        field("outputs", Kind::Maps(&OUTPUT), ("几种输出", "several outputs")),
        field("fail_under", Kind::Int(0, 100), ("低于这个分数即不通过", "fail below this score")),
        field("floor", Kind::Numbers, ("规则包得分率的下限", "lowest shares of packs")),
        field("veto", Kind::Texts, ("一票否决的规则", "rules that fail a report by themselves")),
        field(
            "max_drop",
            Kind::Int(0, 100),
            ("比基线最多低几分", "points that may be lost against the baseline"),
        ),
        field("waivers", Kind::Text, ("豁免文件", "waivers file")),
        field("baseline", Kind::Text, ("基线", "baseline")),
        field("allow", Kind::Texts, ("放行的情形", "states that are let through")),
        field("target", Kind::Int(0, 100), ("列出到这个分数的改法", "list changes that reach this score")),
        field("fail_on", Kind::Text, ("有这一级别的问题即不通过", "fail on findings of this severity")),
        field("year", Kind::Int(1990, 2100), ("报告年度", "report year")),
        field("level", Kind::Text, ("层级", "level")),
        field("issuer_kind", Kind::Text, ("发文机关类型", "kind of issuer")),
        field("published", Kind::Text, ("发布日期", "day of publication")),
        field("as_of", Kind::Text, ("评分日期", "day of the run")),
        field("only", Kind::Texts, ("只用这些规则", "use only these rules")),
        field("skip", Kind::Texts, ("不用这些规则", "leave out these rules")),
        field("limits", Kind::Counts, ("读取限额", "limits of reading")),
        field("jobs", Kind::Int(1, 1024), ("线程数", "threads")),
        field("lang", Kind::Word(&["zh", "en"]), ("界面语言", "language")),
        field("color", Kind::Word(&["auto", "always", "never"]), ("颜色", "colours")),
        field("quiet", Kind::Bool, ("只显示结论", "show only the result")),
        field("verbose", Kind::Bool, ("也列出满足和不适用的规则", "list rules that are met, too")),
        field("no_progress", Kind::Bool, ("不显示进度", "show no progress")),
    ],
};
