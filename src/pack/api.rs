//! The one table of what a script may call. A row registers the function and documents it.

use std::sync::Arc;

use rhai::{Engine, EvalAltResult, ImmutableString};

use super::facts::{Day, Facts};
use super::fault::raise;
use super::plan_view::{AnswersView, CopiedView};
use super::ruling::{Pointer, Ruling, RulingKind};
use super::views::{Findings, PartView, PartsView, ReportView, SignalView};
use crate::report::relations::{Check, Kind};
use crate::report::{Degree, PartKind};

/// A function, method or property of the script language.
pub struct Row {
    /// What it belongs to: `报告`, `部分`, `信号`, `日期`, `结论`, or empty for a plain function.
    pub owner: &'static str,
    /// How it is written.
    pub usage: &'static str,
    /// Its bare name, for the lint.
    pub name: &'static str,
    /// Meaning, units, and what it gives when nothing is there.
    pub doc: &'static str,
    register: fn(&mut Engine),
}

type Fallible<T> = Result<T, Box<EvalAltResult>>;

/// Register every row.
pub(crate) fn register(engine: &mut Engine) {
    engine
        .register_type_with_name::<ReportView>("report")
        .register_type_with_name::<PartsView>("parts")
        .register_type_with_name::<PartView>("part")
        .register_type_with_name::<SignalView>("signal")
        .register_type_with_name::<Findings>("findings")
        .register_type_with_name::<AnswersView>("answers")
        .register_type_with_name::<CopiedView>("copied")
        .register_type_with_name::<Day>("day")
        .register_type_with_name::<Ruling>("ruling");
    for row in ROWS {
        (row.register)(engine);
    }
}

/// Whether a function, method or property of this name exists.
pub(crate) fn known(name: &str) -> bool {
    ROWS.iter().any(|r| r.name == name) || BUILT_IN.contains(&name)
}

/// Names that scripts may use, for suggestions.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    ROWS.iter().map(|r| r.name).chain(BUILT_IN.iter().copied())
}

/// Functions of the rhai packages in use that rules have a need for; everything else is refused by the lint.
const BUILT_IN: &[&str] = &[
    "len",
    "is_empty",
    "abs",
    "min",
    "max",
    "floor",
    "round",
    "to_int",
    "to_float",
    "to_string",
    "range",
    "push",
    "type_of",
];

/// A row whose function is registered by the given call on the engine.
macro_rules! row {
    ($owner:literal, $usage:literal, $name:literal, $doc:literal, |$engine:ident| $register:expr) => {
        Row {
            owner: $owner,
            usage: $usage,
            name: $name,
            doc: $doc,
            register: |$engine: &mut Engine| {
                $register;
            },
        }
    };
}

/// The table.
pub static ROWS: &[Row] = &[
    row!("", "met()、met(信息)", "met", "满足", |e| {
        e.register_fn("met", || Ruling::new(RulingKind::Met, ""))
            .register_fn("met", |m: &str| Ruling::new(RulingKind::Met, m))
    }),
    row!(
        "",
        "partly(满足数, 总数, 信息)",
        "partly",
        "部分满足,得分按两数之比;总数须大于 0",
        |e| e.register_fn("partly", partly)
    ),
    row!("", "unmet(信息)", "unmet", "不满足", |e| e
        .register_fn("unmet", |m: &str| Ruling::new(RulingKind::Unmet, m))),
    row!("", "not_applicable(理由)", "not_applicable", "不适用,不计入分母", |e| e
        .register_fn("not_applicable", |m: &str| Ruling::new(RulingKind::NotApplicable, m))),
    row!(
        "结论",
        "结论.fill(名称, 值)",
        "fill",
        "把信息里的 {名称} 换成值,值可以是几个词的数组;partly 的 {hit} 和 {of} 自动有",
        |e| e
            .register_fn("fill", |r: &mut Ruling, name: &str, v: i64| fill(r, name, vec![v.to_string()]))
            .register_fn("fill", |r: &mut Ruling, name: &str, v: &str| fill(r, name, vec![v.to_string()]))
            .register_fn("fill", |r: &mut Ruling, name: &str, list: rhai::Array| {
                fill(r, name, list.iter().map(ToString::to_string).collect())
            })
    ),
    row!(
        "结论",
        "结论.at(信号|部分|提示|回应|照抄)",
        "at",
        "指明证据或应改的位置;不写时取本规则信号的命中处",
        |e| e
            .register_fn("at", |r: &mut Ruling, s: SignalView| at(r, Pointer::Signal(s.signal)))
            .register_fn("at", |r: &mut Ruling, p: PartView| at(r, Pointer::Part(p.kind)))
            .register_fn("at", |r: &mut Ruling, f: Findings| {
                r.at.extend(f.pointers);
                r.clone()
            })
            .register_fn("at", |r: &mut Ruling, _: AnswersView| at(r, Pointer::Answers))
            .register_fn("at", |r: &mut Ruling, _: CopiedView| at(r, Pointer::Copied))
    ),
    row!("结论", "结论.at_open(回应)", "at_open", "指向没有安排回应的各条不足", |e| e
        .register_fn("at_open", |r: &mut Ruling, _: AnswersView| at(r, Pointer::Open))),
    row!(
        "结论",
        "结论.at_items_without(信号, 部分)",
        "at_items_without",
        "指向部分里没有出现该信号的各条",
        |e| e.register_fn("at_items_without", |r: &mut Ruling, s: SignalView, p: PartView| {
            at(r, Pointer::ItemsWithout(s.signal, p.kind))
        })
    ),
    row!("报告", "report.year", "year", "报告年度;不明为 0", |e| e
        .register_get("year", |r: &mut ReportView| r.facts.year)),
    row!("报告", "report.year_known", "year_known", "报告年度是否写明", |e| e
        .register_get("year_known", |r: &mut ReportView| r.facts.year > 0)),
    row!("报告", "report.level", "level", "层级词;不明为空", |e| e
        .register_get("level", |r: &mut ReportView| r.facts.level.to_string())),
    row!("报告", "report.issuer_kind", "issuer_kind", "发文机关类型词;不明为空", |e| e
        .register_get("issuer_kind", |r: &mut ReportView| r.facts.issuer_kind.to_string())),
    row!(
        "报告",
        "report.title",
        "title",
        "标题,按比对的写法(半角、简体、无空格);没有为空",
        |e| e.register_get("title", |r: &mut ReportView| r.facts.title.clone())
    ),
    row!("报告", "report.document_number", "document_number", "发文字号;没有为空", |e| e
        .register_get("document_number", |r: &mut ReportView| r.facts.document_number.clone())),
    row!("报告", "report.title_issuers", "title_issuers", "标题里写明的发文机关个数", |e| e
        .register_get("title_issuers", |r: &mut ReportView| r.facts.title_issuers)),
    row!("报告", "report.addressees", "addressees", "主送机关个数", |e| e
        .register_get("addressees", |r: &mut ReportView| r.facts.addressees)),
    row!(
        "报告",
        "report.addressee_line",
        "addressee_line",
        "主送机关,按比对的写法,以顿号相连;没有为空",
        |e| e.register_get("addressee_line", |r: &mut ReportView| r.facts.addressee_line.clone())
    ),
    row!("报告", "report.signatures", "signatures", "落款机关个数", |e| e
        .register_get("signatures", |r: &mut ReportView| r.facts.signatures)),
    row!("报告", "report.published", "published", "发布日期", |e| e
        .register_get("published", |r: &mut ReportView| r.facts.published)),
    row!("报告", "report.written", "written", "成文日期", |e| e
        .register_get("written", |r: &mut ReportView| r.facts.written)),
    row!("报告", "report.chars", "chars", "正文字数", |e| e
        .register_get("chars", |r: &mut ReportView| r.facts.chars)
        .register_get("chars", |p: &mut PartView| p.part().chars)),
    row!(
        "报告",
        "report.parts",
        "parts",
        "五部分:duties、measures、shortcomings、plan、other",
        |e| e.register_get("parts", |r: &mut ReportView| PartsView { facts: Arc::clone(&r.facts) })
    ),
    row!(
        "报告",
        "report.notes(种类)",
        "notes",
        "理解报告时留下的提示,如 \"empty-heading\"",
        |e| e.register_fn("notes", notes)
    ),
    row!(
        "报告",
        "report.relations(种类, 结果)",
        "relations",
        "文中数字之间的关系,如 \"rate\"、\"does_not_hold\";种类为空即任意;种类和结果的词见元数据页",
        |e| e.register_fn("relations", relations)
    ),
    row!(
        "报告",
        "report.figures",
        "figures",
        "正文里的数字,用法同信号;部分里数字的个数",
        |e| e
            .register_get("figures", |r: &mut ReportView| {
                SignalView { facts: Arc::clone(&r.facts), signal: r.facts.signals.len().saturating_sub(1) }
            })
            .register_get("figures", |p: &mut PartView| p.part().figures)
    ),
    row!(
        "报告",
        "report.answers",
        "answers",
        "安排对各条不足的回应;缺少其中一部分时为空",
        |e| e.register_get("answers", |r: &mut ReportView| AnswersView { facts: Arc::clone(&r.facts) })
    ),
    row!("报告", "report.copied", "copied", "安排里与举措几乎逐字相同的句子", |e| e
        .register_get("copied", |r: &mut ReportView| CopiedView { facts: Arc::clone(&r.facts) })),
    row!("回应", "回应.direct", "direct", "有安排直接回应的不足条数", |e| e
        .register_get("direct", |a: &mut AnswersView| a.of(Degree::Direct))),
    row!("回应", "回应.touched", "touched", "安排只是触及的不足条数", |e| e
        .register_get("touched", |a: &mut AnswersView| a.of(Degree::Partial))),
    row!("回应", "回应.pairs", "pairs", "各条不足和回应它的安排:“甲”→“乙”", |e| e
        .register_get("pairs", |a: &mut AnswersView| a.pairs())),
    row!("回应", "回应.open", "open", "没有安排回应的不足", |e| e
        .register_get("open", |a: &mut AnswersView| a.open())),
    row!("照抄", "照抄.clauses", "clauses", "安排里可以比较的句数", |e| e
        .register_get("clauses", |c: &mut CopiedView| c.facts.copied.clauses as i64)),
    row!(
        "信号",
        "信号.items_either(信号, 部分)",
        "items_either",
        "两个信号至少一个出现在部分的几条里",
        |e| e.register_fn("items_either", |s: &mut SignalView, o: SignalView, p: PartView| s
            .items_either(&o, &p))
    ),
    row!("部分", "report.parts.duties", "duties", "第一责任人履职", |e| part(e, PartKind::Duties)),
    row!("部分", "report.parts.measures", "measures", "举措和成效", |e| part(e, PartKind::Measures)),
    row!("部分", "report.parts.shortcomings", "shortcomings", "不足和原因", |e| part(
        e,
        PartKind::Shortcomings
    )),
    row!("部分", "report.parts.plan", "plan", "下一年度安排", |e| part(e, PartKind::Plan)),
    row!("部分", "report.parts.other", "other", "其他需要报告的情况", |e| part(
        e,
        PartKind::Other
    )),
    row!("部分", "部分.found", "found", "部分存在;信号、提示出现", |e| e
        .register_get("found", |p: &mut PartView| p.part().found)
        .register_get("found", |s: &mut SignalView| !s.hits().is_empty())
        .register_get("found", |f: &mut Findings| f.count > 0)),
    row!("部分", "部分.own_heading", "own_heading", "有自己的标题", |e| e
        .register_get("own_heading", |p: &mut PartView| p.part().own_heading)),
    row!(
        "部分",
        "部分.thematic",
        "thematic",
        "只有专题标题,没有总括标题(举措部分)",
        |e| e.register_get("thematic", |p: &mut PartView| p.part().thematic)
    ),
    row!("部分", "部分.empty_heading", "empty_heading", "有标题,下面没有内容", |e| e
        .register_get("empty_heading", |p: &mut PartView| p.part().empty_heading)),
    row!("部分", "部分.heading", "heading", "标题文字;没有为空", |e| e
        .register_get("heading", |p: &mut PartView| p.part().heading.clone())),
    row!(
        "部分",
        "部分.items",
        "items",
        "部分的条数;信号出现在其所在部分的几条里",
        |e| e
            .register_get("items", |p: &mut PartView| p.part().items.len() as i64)
            .register_fn("items", |s: &mut SignalView, p: PartView| s.items(&p))
    ),
    row!("部分", "部分.says(文字)", "says", "部分的文字(已归一)是否含有这些字", |e| e
        .register_fn("says", |p: &mut PartView, words: &str| p
            .part()
            .text
            .contains(&crate::text::fold_str(words)))),
    row!("部分", "部分.percent", "percent", "字数占正文的百分数,取整", |e| e
        .register_get("percent", |p: &mut PartView| p.percent())),
    row!(
        "信号",
        "信号.count",
        "count",
        "命中次数;提示的个数;比较过的不足条数;照抄的句数",
        |e| e
            .register_get("count", |a: &mut AnswersView| a.count())
            .register_get("count", |c: &mut CopiedView| c.facts.copied.pairs.len() as i64)
            .register_get("count", |s: &mut SignalView| s.hits().len() as i64)
            .register_get("count", |f: &mut Findings| f.count)
    ),
    row!("信号", "关系.sum", "sum", "第一处关系的算式,如 323+198=521", |e| e
        .register_get("sum", |f: &mut Findings| f.sum.clone())),
    row!("信号", "信号.distinct", "distinct", "命中了几种写法", |e| e
        .register_get("distinct", |s: &mut SignalView| s.distinct())),
    row!("信号", "信号.titles", "titles", "命中在几条工作的标题里", |e| e
        .register_get("titles", |s: &mut SignalView| s.titles())),
    row!("信号", "信号.units", "units", "命中了几条工作", |e| e
        .register_get("units", |s: &mut SignalView| s.units())),
    row!(
        "信号",
        "信号.coverage",
        "coverage",
        "\"covered\":有专条并有可核对的举措或数据;\"thin\":只是带过;\"absent\":没有",
        |e| e.register_get("coverage", |s: &mut SignalView| ImmutableString::from(s.coverage().word()))
    ),
    row!(
        "信号",
        "信号.counted",
        "counted",
        "有数字的命中次数:数字在同一句里,或命中在一条的标题里而数字在这一条里",
        |e| e.register_get("counted", |s: &mut SignalView| s.counted())
    ),
    row!(
        "信号",
        "信号.number(单位)",
        "number",
        "各处命中最近的带此单位的数字中最大的:同一句里33字以内,命中在标题里的看整条;没有为 -1;单位用 | 分隔,“件”也算“件次”;空为任意",
        |e| e.register_fn("number", |s: &mut SignalView, units: &str| s.number(units))
    ),
    row!("信号", "信号.inside(部分)", "inside", "命中在这一部分里的次数", |e| e
        .register_fn("inside", |s: &mut SignalView, p: PartView| s.inside(&p))),
    row!(
        "信号",
        "信号.near(信号, 字数)",
        "near",
        "同一句里与另一信号相隔不超过若干字的命中次数",
        |e| e
            .register_fn("near", |s: &mut SignalView, other: SignalView, within: i64| s.near(&other, within))
    ),
    row!("文字", "文字.contains(文字)", "contains", "含有这些字", |e| e
        .register_fn("contains", |text: &mut ImmutableString, words: &str| text.contains(words))),
    row!("文字", "文字.contains_any([文字, …])", "contains_any", "含有其中任何一个", |e| e
        .register_fn("contains_any", |text: &mut ImmutableString, words: rhai::Array| {
            words.iter().filter_map(|w| w.as_immutable_string_ref().ok()).any(|w| text.contains(w.as_str()))
        })),
    row!("文字", "文字.starts_with(文字)", "starts_with", "以这些字开头", |e| e
        .register_fn("starts_with", |text: &mut ImmutableString, words: &str| text.starts_with(words))),
    row!("文字", "文字.ends_with(文字)", "ends_with", "以这些字结尾", |e| e
        .register_fn("ends_with", |text: &mut ImmutableString, words: &str| text.ends_with(words))),
    row!("日期", "日期.known", "known", "是否写明", |e| e
        .register_get("known", |d: &mut Day| d.number > 0)),
    row!("日期", "日期.stated", "stated", "写在文件里,不是网页著录", |e| e
        .register_get("stated", |d: &mut Day| d.number > 0 && d.stated)),
    row!("日期", "日期.before(年, 月, 日)", "before", "早于这一天;不明为 false", |e| e
        .register_fn("before", |d: &mut Day, y: i64, m: i64, day: i64| d.number > 0
            && d.number < ymd(y, m, day))),
    row!("日期", "日期.after(年, 月, 日)", "after", "晚于这一天;不明为 false", |e| e
        .register_fn("after", |d: &mut Day, y: i64, m: i64, day: i64| d.number > 0
            && d.number > ymd(y, m, day))),
    row!("日期", "日期.text", "text", "YYYY-MM-DD;不明为空", |e| e
        .register_get("text", |d: &mut Day| d.text())),
];

fn ymd(year: i64, month: i64, day: i64) -> i64 {
    year.saturating_mul(10_000).saturating_add(month.saturating_mul(100)).saturating_add(day)
}

impl Day {
    fn text(self) -> String {
        if self.number == 0 {
            return String::new();
        }
        format!("{:04}-{:02}-{:02}", self.number / 10_000, self.number / 100 % 100, self.number % 100)
    }
}

fn partly(hit: i64, of: i64, message: &str) -> Fallible<Ruling> {
    if of <= 0 || hit < 0 || hit > of {
        return raise((
            format!("partly({hit}, {of}):满足数应在 0 和总数之间,总数应大于 0"),
            format!(
                "partly({hit}, {of}): the first must lie between 0 and the second, which must be above 0"
            ),
        ));
    }
    let mut ruling = Ruling::new(RulingKind::Partly(hit, of), message);
    ruling.values.insert("hit".to_string(), vec![hit.to_string()]);
    ruling.values.insert("of".to_string(), vec![of.to_string()]);
    Ok(ruling)
}

fn fill(ruling: &mut Ruling, name: &str, values: Vec<String>) -> Ruling {
    ruling.values.insert(name.to_string(), values);
    ruling.clone()
}

fn at(ruling: &mut Ruling, pointer: Pointer) -> Ruling {
    ruling.at.push(pointer);
    ruling.clone()
}

fn part(engine: &mut Engine, kind: PartKind) {
    engine.register_get(kind.word(), move |p: &mut PartsView| PartView { facts: Arc::clone(&p.facts), kind });
}

fn notes(report: &mut ReportView, kind: &str) -> Fallible<Findings> {
    let Some(known) = crate::report::NOTE_KINDS.iter().find(|(k, _)| *k == kind) else {
        return raise((format!("没有“{kind}”这种提示"), format!("no kind of remark “{kind}”")));
    };
    let count = report.facts.notes.get(known.0).map_or(0, Vec::len) as i64;
    Ok(Findings { pointers: vec![Pointer::Notes(known.0)], count, sum: String::new() })
}

/// Relations of some kinds, joined by `|`, with a verdict; no kind is any.
fn relations(report: &mut ReportView, kinds: &str, check: &str) -> Fallible<Findings> {
    let checks = Check::ALL.iter().map(|c| c.word());
    let Some(check) = checks.into_iter().find(|c| *c == check) else {
        return raise((format!("没有“{check}”这种结果"), format!("no verdict on a relation “{check}”")));
    };
    let all = Kind::ALL.iter().map(|k| k.word()).chain([""]);
    let no_kind =
        |kind: &str| raise((format!("没有“{kind}”这种关系"), format!("no kind of relation “{kind}”")));
    let known = |kind: &str| all.clone().find(|k| *k == kind).map_or_else(|| no_kind(kind), Ok);
    let kinds = kinds.split('|').map(known).collect::<Result<Vec<_>, _>>()?;
    let wanted = |kind: &'static str| kinds.iter().any(|k| k.is_empty() || *k == kind);
    let found = report.facts.relations.iter().filter(|r| wanted(r.kind) && r.check == check);
    let sum = found.clone().next().map_or_else(String::new, |r| r.arithmetic.clone());
    let pointers = kinds.iter().map(|k| Pointer::Relations(k, check)).collect();
    Ok(Findings { pointers, count: found.count() as i64, sum })
}

/// The variables of a script that stand for the report.
pub(crate) fn report_view(facts: &Arc<Facts>) -> ReportView {
    ReportView { facts: Arc::clone(facts) }
}
