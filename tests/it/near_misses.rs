//! What came close to something missing, and the cheapest way to a target.

use lawcheck::score::{Points, cheapest};
use lawcheck::text::{Lang, Speak};

use crate::reports::{check, packs};

fn report(plan: &str, shortcomings: &str) -> String {
    format!(
        "青原县人民政府关于2024年法治政府建设情况的报告\n\n一、2024年推进法治政府建设的主要举措和成效\n\n全年审查规范性文件12件\u{ff0c}评查案卷60宗。\n\n二、{shortcomings}\n\n一是执法力量薄弱\u{ff0c}主要原因是编制没有下沉。\n\n三、{plan}\n\n\u{ff08}一\u{ff09}6月底前补充执法人员20名。\n"
    )
}

#[test]
fn a_plan_that_names_no_year_is_the_nearest_miss() {
    let packs = packs();
    let checked = check(report("下步工作打算", "存在的不足和原因").as_bytes(), &packs);
    let result = checked
        .scorecard
        .results
        .iter()
        .find(|r| r.verdict.rule == "annual-report/contents/plan-next-year")
        .unwrap();
    let (span, lacks) = result.verdict.near_misses.first().expect("a near miss");
    assert_eq!(checked.report.source.slice(*span), "三、下步工作打算");
    assert!(lacks.say(Lang::Zh).contains("年"), "{}", lacks.say(Lang::Zh));
}

#[test]
fn a_misspelt_heading_is_named_with_the_right_words() {
    let packs = packs();
    let text = report("2025年主要安排", "2024年推荐法治政府建设存在的不足和原因");
    let checked = check(text.as_bytes(), &packs);
    let note = checked.report.notes.iter().find(|n| n.kind == "misspelt-heading").expect("a remark");
    assert!(note.say(Lang::Zh).contains("推进法治政府建设"));
    let rule = "integrity/names/official-names";
    let result = checked.scorecard.results.iter().find(|r| r.verdict.rule == rule).unwrap();
    assert!(result.finding.is_some());
}

#[test]
fn the_cheapest_way_leads_to_the_target() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/reports-sample/02-no-causes-county-2023.txt");
    let text = std::fs::read_to_string(path).unwrap();
    let packs = packs();
    let before = check(text.as_bytes(), &packs);
    let target = before.scorecard.score.unwrap() + Points(500);
    let way = cheapest(&before.scorecard, target);
    let steps: Vec<&str> =
        way.steps.iter().map(|(at, _)| before.scorecard.results[*at].verdict.rule.as_str()).collect();
    assert_eq!(steps, ["annual-report/contents/causes-given"]);
    // The advice of the step: a cause for every shortcoming.
    let mended: String = text
        .lines()
        .map(|line| if line.starts_with("一是") { causes(line) } else { line.to_string() } + "\n")
        .collect();
    assert_ne!(mended, text);
    let after = check(mended.as_bytes(), &packs);
    let (reached, predicted) = (after.scorecard.score.unwrap(), way.reached);
    assert!(reached >= target, "{reached} after the steps, {target} wanted, {predicted} predicted");
}

/// A cause after every shortcoming of a line.
fn causes(line: &str) -> String {
    line.split_inclusive(['\u{ff1b}', ';', '。'])
        .map(|item| {
            let end = item.chars().last().unwrap_or('。');
            format!("{}\u{ff0c}主要原因是人员编制没有随事权下沉{end}", item.trim_end_matches(end))
        })
        .collect()
}
