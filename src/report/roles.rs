//! What a heading announces: one of the five contents, or a field of work.
//!
//! Only the words of the heading are judged here. Whether something stands under it is for `parts`.

use std::sync::LazyLock;

use regex::Regex;

/// The contents that a heading can announce. A heading may announce two at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    /// How the first responsible persons did their duty.
    pub duties: bool,
    /// Measures and results.
    pub measures: bool,
    /// Shortcomings and causes.
    pub shortcomings: bool,
    /// Next year's plan.
    pub plan: bool,
    /// Other matters.
    pub other: bool,
}

impl Roles {
    /// Whether it announces nothing of the five.
    pub fn none(self) -> bool {
        self == Roles::default()
    }
}

struct Patterns {
    duties: Regex,
    measures: Regex,
    shortcomings: Regex,
    solved: Regex,
    plan: Regex,
    plan_alone: Regex,
    other: Regex,
}

#[expect(clippy::expect_used, reason = "the patterns are constants; a test compiles them")]
static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let re = |p: &str| Regex::new(p).expect("a valid pattern");
    Patterns {
        duties: re(
            "第一责任|责任人职责|(主要负责(人|同志)|主要领导).{0,24}(职责|履职|履责)|履行推进法治(政府)?建设(工作)?职责",
        ),
        measures: re(
            "举措|措施|做法|成效|成果|成绩|亮点|主要工作|(工作|建设|开展|落实|推进|进展|完成|总体|基本)情况|工作(总结|回顾|进展)",
        ),
        shortcomings: re(
            "(存在|面临).{0,16}(不足|问题|短板|差距|薄弱|困难)|(不足|问题|短板|差距|薄弱环节)(之处)?((和|与|及|及其|以及)?(产生的?)?(主要)?(原因|困难|不足|短板|差距|问题)(分析)?)*$|^(主要)?(问题|不足|短板|差距)(和|与|及)",
        ),
        solved: re("(解决|化解|整改|聚焦|紧盯|破解|处置|防范|查摆|针对|突出).{0,8}(问题|短板|差距|不足)"),
        plan: re(
            "((下|明|来|新)(一)?(年|年度|步|阶段|一步|一年|一年度|一阶段)|今后|未来)(的|推进|工作|主要|重点|法治|我|全|$)|(打算|思路|设想|努力方向|改进方向)((和|与|及).{0,6})?$",
        ),
        plan_alone: re("(安排|打算|思路|计划|重点|规划|设想|目标|任务|部署|展望|举措|措施|方向|工作|建议)"),
        other: re(
            "其(他|它)(需要|应当|有关)?(报告|说明|汇报|反映|情况|事项)|需要(报告|说明)的(其他)?(情况|事项|问题)|(意见|问题).{0,3}建议",
        ),
    }
});

/// What the words of a heading announce. `year` is the report year, if it is known already:
/// a heading that names the year after it announces the plan.
pub fn roles(title: &str, year: Option<i16>) -> Roles {
    let title = title.trim_end_matches(['。', ':', ';']);
    let p = &*PATTERNS;
    let solved = p.solved.is_match(title) && !title.contains("存在");
    let next_year = year.is_some_and(|y| title.contains(&format!("{}年", y + 1)));
    let past = year.is_some_and(|y| title.contains(&format!("{y}年")));
    // A plan that still names the report year is a plan with a left-over year.
    let stale = ["打算", "思路", "设想"].iter().any(|w| title.ends_with(w));
    let plan = (p.plan.is_match(title) || (next_year && p.plan_alone.is_match(title))) && (!past || stale);
    let duties = p.duties.is_match(title);
    let shortcomings = p.shortcomings.is_match(title) && !solved;
    let other = p.other.is_match(title);
    Roles {
        duties,
        shortcomings,
        plan,
        other: other && !shortcomings,
        measures: p.measures.is_match(title) && !duties && !plan && !other && !shortcomings,
    }
}

/// Whether a short line with a damaged or lost number reads as the heading of one of the five contents.
pub fn is_part_heading(line: &str) -> bool {
    if line.ends_with(['。', ',', ';', '、']) {
        return false;
    }
    let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == '年' || c == '度');
    let found = roles(line, None);
    let generic = ["情况", "工作总结", "工作回顾"].iter().any(|w| line.ends_with(w)) && found.measures;
    !found.none() && !generic && !line.contains(['"', '《', '报']) && line.chars().count() >= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(title: &str) -> String {
        let r = roles(title, Some(2021));
        [
            (r.duties, "duties"),
            (r.measures, "measures"),
            (r.shortcomings, "shortcomings"),
            (r.plan, "plan"),
            (r.other, "other"),
        ]
        .iter()
        .filter(|(on, _)| *on)
        .map(|(_, w)| *w)
        .collect::<Vec<_>>()
        .join("+")
    }

    #[test]
    fn wordings_seen_in_reports() {
        let cases = [
            ("2021年度推进法治政府建设的主要举措和成效", "measures"),
            ("开展的主要工作及成效", "measures"),
            ("依法行政工作开展情况", "measures"),
            ("主要做法与成效", "measures"),
            ("2021年法治政府建设情况", "measures"),
            ("2021年度推进法治政府建设存在的不足和原因", "shortcomings"),
            ("2021年度推荐法治政府建设存在的不足和原因", "shortcomings"),
            ("存在问题", "shortcomings"),
            ("存在的主要问题与不足", "shortcomings"),
            ("不足及原因", "shortcomings"),
            ("工作中的薄弱环节", "shortcomings"),
            ("全面落实法治政府建设第一责任人职责情况", "duties"),
            ("区政府主要负责同志履行推进法治建设第一责任人职责情况", "duties"),
            ("履行推进法治政府建设工作职责", "duties"),
            ("2022年度推进法治政府建设的主要安排", "plan"),
            ("2022年工作思路", "plan"),
            ("下步工作打算", "plan"),
            ("下一步工作计划", "plan"),
            ("下一年度推进法治政府建设的主要安排", "plan"),
            ("存在的问题及下一步工作打算", "shortcomings+plan"),
            ("意见、建议及其他需要报告的情况", "other"),
            ("其他需要报告的情况", "other"),
        ];
        for (title, want) in cases {
            assert_eq!(words(title), want, "{title}");
        }
    }

    #[test]
    fn fields_of_work_announce_nothing() {
        for title in [
            "依法全面履行政府职能",
            "着力解决群众反映强烈的突出问题",
            "坚持严格规范公正文明执法",
            "健全行政决策制度体系",
            "深化行政执法体制改革",
        ] {
            assert_eq!(words(title), "", "{title}");
        }
    }
}
