//! Documents that resemble the report and are something else. They are recognised and not scored.
//!
//! Refusing a real report is worse than missing a look-alike, so a title that reads as the report's own is
//! believed, and a text without title needs several signs.

use super::parts::{PartKind, Parts};
use super::roles;
use super::{Heading, Metadata};
use crate::text::{Folded, Lang, Span, Speak, Words, fold_str};

/// What a document is instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookAlike {
    /// Its kind.
    pub kind: LookAlikeKind,
    /// Why it was taken for that.
    pub reason: Words,
    /// The words that say so, in the source text.
    pub span: Option<Span>,
}

/// Kinds of look-alikes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookAlikeKind {
    /// 政策解读 of a report.
    PolicyReading,
    /// 工作要点, 实施方案.
    WorkPlan,
    /// 政府信息公开工作年度报告.
    OpennessReport,
    /// 述法 or 述职 of one person.
    DutyStatement,
    /// A text with blanks to fill.
    Template,
    /// Half-year, five-year and other reports.
    Other,
}

impl LookAlikeKind {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            LookAlikeKind::PolicyReading => "policy-reading",
            LookAlikeKind::WorkPlan => "work-plan",
            LookAlikeKind::OpennessReport => "openness-report",
            LookAlikeKind::DutyStatement => "duty-statement",
            LookAlikeKind::Template => "template",
            LookAlikeKind::Other => "other",
        }
    }

    /// The Chinese name.
    pub fn title(self) -> &'static str {
        match self {
            LookAlikeKind::PolicyReading => "政策解读",
            LookAlikeKind::WorkPlan => "工作计划或方案",
            LookAlikeKind::OpennessReport => "政府信息公开工作年度报告",
            LookAlikeKind::DutyStatement => "个人述法或述职报告",
            LookAlikeKind::Template => "有待填空白的范文",
            LookAlikeKind::Other => "其他文件",
        }
    }
}

impl Speak for LookAlike {
    fn say(&self, lang: Lang) -> String {
        self.reason.say(lang)
    }
}

/// What the document is, if it is not the annual report.
pub(super) fn look_alike(
    text: &Folded,
    body: Option<Span>,
    metadata: &Metadata,
    headings: &[Heading],
    parts: &Parts,
) -> Option<LookAlike> {
    let title = metadata.title.as_ref().map(|t| fold_str(&t.value));
    let words = body.map_or("", |b| text.slice(b));
    let found = match &title {
        Some(title) => by_title(title).or_else(|| template(title, words)),
        None => template("", words).or_else(|| by_content(text, words, headings, parts)),
    };
    found.map(|(kind, reason)| LookAlike {
        kind,
        reason,
        span: metadata.title.as_ref().and_then(|t| t.span).filter(|_| title.is_some()),
    })
}

type Seen = Option<(LookAlikeKind, Words)>;

fn by_title(title: &str) -> Seen {
    use LookAlikeKind::{DutyStatement, OpennessReport, Other, PolicyReading, WorkPlan};
    const SIGNS: [(&[&str], LookAlikeKind); 5] = [
        (&["解读"], PolicyReading),
        (&["述法", "述职", "述责述廉"], DutyStatement),
        (&["政府信息公开工作年度报告", "政府信息公开年度报告", "政府信息公开工作年报"], OpennessReport),
        (
            &[
                "工作要点",
                "实施方案",
                "工作方案",
                "行动方案",
                "工作计划",
                "实施意见",
                "工作安排",
                "任务分工",
                "实施规划",
            ],
            WorkPlan,
        ),
        (
            &[
                "上半年",
                "下半年",
                "季度",
                "讲话",
                "五年来",
                "近五年",
                "政府工作报告",
                "法院工作报告",
                "检察院工作报告",
                "行政执法工作报告",
            ],
            Other,
        ),
    ];
    let about_law = title.contains("法治政府") || title.contains("依法行政") || title.contains("法治建设");
    let outside_names = strip_names(title);
    SIGNS.iter().find_map(|(signs, kind)| {
        let sign = signs.iter().find(|s| outside_names.contains(*s))?;
        // A report may be *on* carrying out a plan, or hold next year's beside its results.
        let results =
            ["报告", "情况", "总结", "汇报", "成效", "年报"].iter().any(|w| outside_names.contains(w));
        let plan_report = *kind == WorkPlan && results;
        let openness = *kind == OpennessReport && about_law;
        (!plan_report && !openness).then(|| {
            (
                *kind,
                Words::new(format!("标题含“{sign}”"), format!("the title holds “{sign}” ({})", kind.word())),
            )
        })
    })
}

fn strip_names(title: &str) -> String {
    let mut depth = 0;
    title
        .chars()
        .filter(|c| {
            depth += i32::from(*c == '《');
            let keep = depth == 0;
            depth -= i32::from(*c == '》');
            keep
        })
        .collect()
}

/// Blanks to fill: `XX县`, `某镇`, `20XX年`. One anonymised person does not make a template.
fn template(title: &str, words: &str) -> Seen {
    let places = ["县", "市", "区", "镇", "乡", "局", "街道", "村", "年"];
    let blanks = ["XX", "xx", "××", "某", "**", "*", "x", "X"];
    let count = |text: &str| -> usize {
        blanks
            .iter()
            .flat_map(|b| places.iter().map(move |p| format!("{b}{p}")))
            .map(|pattern| text.matches(&pattern).count())
            .sum()
    };
    let paywall = ["仅展示", "下载全文", "点击下载本文", "内容请下载"].iter().find(|w| words.contains(**w));
    if count(title) > 0 || count(words) >= 6 {
        return Some((
            LookAlikeKind::Template,
            Words::new("地名、年份处留有待填空白", "blanks stand where names and years belong"),
        ));
    }
    let sign = paywall?;
    Some((
        LookAlikeKind::Template,
        Words::new(format!("文中有“{sign}”"), format!("the text holds \"{sign}\"")),
    ))
}

/// How far into the text it says what it is, in characters.
const OPENING: usize = 600;

/// Without a title, several signs together decide.
fn by_content(text: &Folded, words: &str, headings: &[Heading], parts: &Parts) -> Seen {
    let titles: Vec<&str> = headings.iter().map(|h| text.slice(h.title)).collect();
    let has = |w: &str| titles.iter().any(|t| t.contains(w));
    if has("主动公开政府信息") && has("政府信息公开申请") {
        return Some((
            LookAlikeKind::OpennessReport,
            Words::new("层次标题是政府信息公开年报的", "the headings are those of an openness report"),
        ));
    }
    let own = parts.get(PartKind::Shortcomings).found() || parts.get(PartKind::Duties).found();
    let first_person = words.matches("本人").count();
    if first_person >= 5 && words.matches("我").count() < first_person * 2 {
        return Some((
            LookAlikeKind::DutyStatement,
            Words::new("通篇以“本人”陈述", "one person speaks of himself throughout"),
        ));
    }
    let orders = ["责任单位:", "牵头单位:", "完成时限:", "(责任单位"]
        .iter()
        .map(|w| words.matches(w).count())
        .sum::<usize>();
    let measures = titles.iter().any(|t| roles::roles(t, None).measures);
    if orders >= 4 && !own && !measures {
        return Some((
            LookAlikeKind::WorkPlan,
            Words::new("逐条写明责任单位,没有成效和不足", "tasks with responsible units, no results"),
        ));
    }
    let opening: String = words.chars().take(OPENING).collect();
    let opens = |signs: &[&'static str]| signs.iter().copied().find(|s| opening.contains(s));
    if let Some(sign) = opens(&["同志们:", "下面,我讲", "我讲几点意见"]).filter(|_| !own) {
        return Some((
            LookAlikeKind::Other,
            Words::new(format!("开头有“{sign}”,是讲话"), format!("a speech: it begins with \"{sign}\"")),
        ));
    }
    let plans =
        ["制定本方案", "制定本计划", "制定本要点", "制定以下工作要点", "制定如下工作要点", "工作安排如下"];
    let sign = opens(&plans).filter(|_| !own)?;
    Some((
        LookAlikeKind::WorkPlan,
        Words::new(format!("开头有“{sign}”"), format!("it begins with \"{sign}\"")),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(title: &str) -> Option<&'static str> {
        by_title(title).map(|(k, _)| k.word())
    }

    #[test]
    fn titles_of_other_documents() {
        assert_eq!(kind("《2024年法治政府建设年度报告》解读"), Some("policy-reading"));
        assert_eq!(kind("甲县2024年政府信息公开工作年度报告"), Some("openness-report"));
        assert_eq!(kind("甲县2025年法治政府建设工作要点"), Some("work-plan"));
        assert_eq!(kind("2024年度述法报告"), Some("duty-statement"));
        assert_eq!(kind("关于印发甲县2024年度法治政府建设工作安排的通知"), Some("work-plan"));
        assert_eq!(kind("在全市法治政府建设工作会议上的讲话"), Some("other"));
        assert_eq!(kind("甲区2024年上半年法治政府建设情况报告"), Some("other"));
    }

    #[test]
    fn titles_of_real_reports_are_believed() {
        for title in [
            "甲市人民政府关于2021年度法治政府建设工作情况报告",
            "甲县关于2023年贯彻落实《法治政府建设实施方案》情况的报告",
            "2018年我区法治政府建设情况汇报",
            "甲区2023年法治政府建设情况和2024年工作安排",
            "甲县2020年法治政府建设工作总结及2021年工作计划",
        ] {
            assert_eq!(kind(title), None, "{title}");
        }
    }

    #[test]
    fn a_template_is_not_an_anonymised_case() {
        assert!(template("", "山西某商贸有限公司不正当有奖销售案,韩某某销售假冒商品案").is_none());
        assert!(template("XX县2023年法治政府建设工作报告", "").is_some());
    }
}
