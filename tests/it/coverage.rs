//! The packs of work coverage: who is bound by what, and what counts as covered.

use lawcheck::Checked;
use lawcheck::judge::Outcome;
use lawcheck::pack::Packs;
use lawcheck::score::{Points, RuleResult};
use lawcheck::text::Lang;

use crate::reports::{check, packs};

/// A report of an issuer with these measures, and a plan and shortcomings that say the same.
fn report(issuer: &str, year: i16, measures: &str) -> String {
    let next = year + 1;
    format!(
        "{issuer}关于{year}年法治政府建设情况的报告\n一、党政主要负责人履行推进法治建设第一责任人职责情况\n\
         主要负责人主持召开会议4次研究法治建设。\n二、{year}年推进法治政府建设的主要举措和成效\n{measures}\n\
         三、存在的不足和原因\n一是执法人员少,主要原因是编制紧。\n四、{next}年主要安排\n一是{next}年6月底前充实执法人员4名。\n"
    )
}

fn of<'a>(checked: &'a Checked, rule: &str) -> &'a RuleResult {
    checked
        .scorecard
        .results
        .iter()
        .find(|r| r.verdict.rule == rule)
        .unwrap_or_else(|| panic!("no rule {rule}"))
}

fn score(text: &str, packs: &Packs) -> Checked {
    check(text.as_bytes(), packs)
}

#[test]
fn a_report_before_2019_loses_nothing_for_the_five_contents() {
    let packs = packs();
    let text = "临江县人民政府关于2018年法治政府建设情况的报告\n一、主要举措和成效\n\
                (一)规范行政执法。全年评查案卷120卷,培训执法人员360人,印发《行政执法规程》,获评全省优秀。\n";
    let checked = score(text, &packs);
    assert!(checked.scorecard.passed());
    let about = |r: &&RuleResult| {
        ["contents", "shortcomings", "plan"]
            .iter()
            .any(|p| r.verdict.rule.starts_with(&format!("annual-report/{p}/")))
    };
    for result in checked.scorecard.results.iter().filter(about) {
        assert_eq!(result.lost(), Points(0), "{}", result.verdict.rule);
    }
    let later = score(&text.replace("2018", "2021"), &packs);
    assert!(!later.scorecard.passed(), "the same text is not enough from 2019 on");
}

#[test]
fn a_report_without_its_year_is_held_to_the_newest_rules() {
    let packs = packs();
    let text = "临江县人民政府关于法治政府建设情况的报告\n一、主要举措和成效\n\
                (一)规范行政执法。评查案卷120卷,培训执法人员360人,印发《行政执法规程》,获评全省优秀。\n";
    let silent = score(text, &packs).scorecard;
    let dated = score(&text.replace("关于", "关于2025年"), &packs).scorecard;
    assert!(!silent.passed());
    // Only the rules that compare years fall away.
    let (silent_score, dated_score) = (silent.score.unwrap().0, dated.score.unwrap().0);
    assert!((silent_score - dated_score).abs() < 500, "{silent_score} beside {dated_score}");
    assert!(silent.uncertainties.iter().any(|u| u.kind == "report-year" && u.words.zh.contains("2025")));
}

#[test]
fn a_township_loses_nothing_for_what_it_cannot_do() {
    let packs = packs();
    let checked = score(&report("清溪镇人民政府", 2023, "(一)规范行政执法。全年评查案卷12卷。"), &packs);
    for rule in ["disputes/reconsideration", "institutions/legislation", "decisions/catalogue"] {
        let result = of(&checked, &format!("outline-2021-2025/{rule}"));
        assert_eq!(result.verdict.outcome, Outcome::NotApplicable, "{rule}");
        assert_eq!(result.possible, Points(0), "{rule}");
    }
    let county = score(&report("临江县人民政府", 2023, "(一)规范行政执法。全年评查案卷12卷。"), &packs);
    for (rule, bound) in [
        ("disputes/reconsideration", true),
        ("decisions/catalogue", true),
        ("institutions/legislation", false),
    ] {
        let outcome = of(&county, &format!("outline-2021-2025/{rule}")).verdict.outcome;
        assert_eq!(outcome != Outcome::NotApplicable, bound, "{rule}");
    }
}

#[test]
fn an_issuer_that_may_be_exempt_loses_nothing() {
    let packs = packs();
    let text = report("", 2023, "(一)规范行政执法。全年评查案卷12卷。").replace("关于2023年", "2023年度");
    let checked = score(&text, &packs);
    assert!(checked.report.metadata.level.is_none(), "the text names no level");
    let outcome = of(&checked, "outline-2021-2025/disputes/reconsideration").verdict.outcome;
    assert_eq!(outcome, Outcome::NotApplicable);
}

#[test]
fn each_outline_has_its_years() {
    let packs = packs();
    for (year, pack) in [
        (2017, "outline-2015-2020"),
        (2020, "outline-2015-2020"),
        (2021, "outline-2021-2025"),
        (2025, "outline-2021-2025"),
    ] {
        let checked = score(&report("临江县人民政府", year, "(一)规范行政执法。全年评查案卷12卷。"), &packs);
        for result in
            checked.scorecard.results.iter().filter(|r| r.verdict.rule.contains("/enforcement/area"))
        {
            let inside = result.verdict.rule.starts_with(pack);
            assert_eq!(
                result.verdict.outcome != Outcome::NotApplicable,
                inside,
                "{year} {}",
                result.verdict.rule
            );
        }
    }
}

/// Measures in which areas stand in unusual places, with what each area should get.
const MIXED: &str = "(一)深化执法体制改革,坚持严格规范公正文明执法\n\
    一是推进镇街综合执法。向10个镇街赋权120项。\n\
    二是深入推进行政复议体制改革。全年受理行政复议案件131件。\n\
    (二)优化法治化营商环境\n\
    一是提升政务服务。办理各类事项3600件,一网通办率99%。\n\
    二是推进政务公开。主动公开信息3880条。\n\
    (三)健全依法决策机制\n\
    一是规范性文件管理不断完善。严格执行备案制度,加强合法性审查。\n\
    二是发挥法律顾问作用。审查重大决策202件,为重大项目建设、历史遗留问题和突发事件应对提供法律支持。";

#[test]
fn areas_are_told_by_content_and_not_by_headings_alone() {
    let packs = packs();
    let checked = score(&report("临江县人民政府", 2023, MIXED), &packs);
    let wanted = [
        ("enforcement", "covered"),
        ("disputes", "covered"),
        ("functions", "covered"),
        ("oversight", "covered"),
        ("decisions", "covered"),
        ("institutions", "thin"),
        ("emergencies", "thin"),
        ("digital", "thin"),
        ("thought", "absent"),
    ];
    for (area, coverage) in wanted {
        let got = match of(&checked, &format!("outline-2021-2025/{area}/area")).verdict.outcome {
            Outcome::Met => "covered",
            Outcome::Partly(_) => "thin",
            Outcome::Unmet => "absent",
            other => panic!("{area}: {other:?}"),
        };
        assert_eq!(got, coverage, "{area}");
    }
}

#[test]
fn plan_and_shortcomings_are_no_coverage() {
    let packs = packs();
    let text = report("临江县人民政府", 2023, "全县各项工作按计划完成。")
        .replace("充实执法人员4名", "修订应急预案12个,开展演练4次,建设数字政府平台2个");
    let checked = score(&text, &packs);
    for area in ["emergencies", "digital", "enforcement"] {
        let outcome = of(&checked, &format!("outline-2021-2025/{area}/area")).verdict.outcome;
        assert_eq!(outcome, Outcome::Unmet, "{area}");
    }
}

#[test]
fn a_figure_counts_for_the_title_of_its_item() {
    let packs = packs();
    let titled = "(一)推进政务公开。全县对出台的政策措施逐件公布,发布文件186件。";
    let apart = "(一)推进政务公开。全县逐件公布。\n(二)规范行政执法。评查案卷186件。";
    for (measures, met) in [(titled, true), (apart, false)] {
        let checked = score(&report("临江县人民政府", 2023, measures), &packs);
        let outcome = of(&checked, "outline-2021-2025/oversight/openness").verdict.outcome;
        assert_eq!(outcome == Outcome::Met, met, "{measures}");
    }
}

#[test]
fn the_plan_is_held_against_each_shortcoming_by_name() {
    let packs = packs();
    let text = report("临江县人民政府", 2023, "(一)规范行政执法。全年评查案卷12卷。")
        .replace("一是执法人员少,主要原因是编制紧。", "一是镇街综合执法力量薄弱。二是规范性文件备案不及时。")
        .replace("一是2024年6月底前充实执法人员4名。", "一是充实镇街综合执法人员。二是办好民生实事。");
    let checked = score(&text, &packs);
    let result = of(&checked, "annual-report/shortcomings/answered");
    let rule = packs.rules().find(|(_, _, r)| r.id == result.verdict.rule).expect("the rule").2;
    let message = result.verdict.message(rule, lawcheck::text::Lang::Zh);
    assert!(message.contains("“规范性文件备案不及时”"), "{message}");
    assert!(message.contains("“镇街综合执法力量薄弱”→“充实镇街综合执法人员”"), "{message}");
}

/// What a rule says of measures, in a language.
fn said(issuer: &str, measures: &str, rule: &str, lang: Lang) -> (Outcome, String) {
    let packs = packs();
    let checked = score(&report(issuer, 2023, measures), &packs);
    let verdict = &of(&checked, rule).verdict;
    let rule = packs.rules().find(|(_, _, r)| r.id == rule).expect("the rule").2;
    (verdict.outcome, verdict.message(rule, lang))
}

#[test]
fn a_rule_of_several_elements_names_what_is_not_evidenced() {
    let rule = "outline-2021-2025/functions/services";
    let measures = "(一)优化服务。推出高效办成一件事13个。推行双随机抽查。";
    let (outcome, zh) = said("临江县人民政府", measures, rule, Lang::Zh);
    assert_eq!(outcome, Outcome::Partly(5000));
    assert_eq!(zh, "未见证据:告知承诺和证照分离;写得不全或没有数据:双随机和信用监管");
    let (_, en) = said("临江县人民政府", measures, rule, Lang::En);
    assert!(en.starts_with("not evidenced: commitments in place of proofs"), "{en}");
    assert!(en.ends_with("without figures: random inspections, supervision by credit"), "{en}");
}

#[test]
fn an_element_that_does_not_bind_is_not_asked_for() {
    let rule = "outline-2021-2025/enforcement/integrated";
    let measures = "(一)规范行政执法。承接赋权事项120项。";
    let (township, _) = said("清溪镇人民政府", measures, rule, Lang::Zh);
    let (county, message) = said("临江县人民政府", measures, rule, Lang::Zh);
    assert_eq!(township, Outcome::Met);
    assert_eq!(county, Outcome::Partly(5000));
    assert_eq!(message, "未见证据:行刑衔接");
}

#[test]
fn the_reason_of_another_period_is_short_and_names_the_years() {
    let rule = "outline-2015-2020/enforcement/cases";
    let (outcome, zh) = said("临江县人民政府", "(一)规范行政执法。", rule, Lang::Zh);
    assert_eq!(outcome, Outcome::NotApplicable);
    assert_eq!(zh, "不适用:报告年度应为2015-2020");
    let (_, en) = said("临江县人民政府", "(一)规范行政执法。", rule, Lang::En);
    assert_eq!(en, "not applicable: the report year is not 2015-2020");
}
