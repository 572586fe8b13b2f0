//! Two reports side by side, as a reader would see them.

use lawcheck::Checked;
use lawcheck::compare::{Comparison, Fate, Movement, RuleChange, compare};
use lawcheck::judge::Outcome;
use lawcheck::text::Span;

use crate::reports::{check, packs};

const OLD: &str = "云溪县人民政府关于2022年度法治政府建设情况的报告
2022年，云溪县深入学习贯彻习近平法治思想，推进法治政府建设，现将情况报告如下。
一、2022年度推进法治政府建设的主要举措和成效
（一）优化营商环境。推行政务服务“一窗受理”，设置综合窗口26个，办理事项18400件，压缩办理时限百分之四十。
（二）规范行政执法。落实行政执法三项制度，办理行政处罚案件860件，评查执法案卷120宗，组织执法人员培训3期。
（三）化解矛盾纠纷。受理行政复议案件64件，审结58件，行政机关负责人出庭应诉率97.4%，调解纠纷1310件。
二、党政主要负责人履行推进法治建设第一责任人职责情况
县委书记、县长主持召开专题会议3次，研究部署法治政府建设，解决乡镇执法装备经费120万元。
三、存在的不足和原因
一是乡镇综合执法队伍力量薄弱，主要原因是编制下沉不到位。二是重大行政决策后评估没有开展，主要原因是机制没有建立。三是行政复议案件审理周期偏长，主要原因是专职人员少。
四、2023年度主要安排
一是为乡镇综合执法队增配执法人员24名。二是建立重大行政决策后评估机制，选择2项决策开展后评估。三是增配行政复议专职人员，缩短复议审理周期。四是建设县级公共法律服务中心。
";

const HONEST: &str = "云溪县人民政府关于2023年度法治政府建设情况的报告
2023年，云溪县坚持以习近平法治思想为指导，法治政府建设取得新进展，现将情况报告如下。
一、2023年度推进法治政府建设的主要举措和成效
（一）提升政务服务。上线“高效办成一件事”主题服务12个，企业开办全程网办，政务服务好评率99.2%。
（二）充实基层执法。为12个乡镇综合执法队增配执法人员24名，全部通过资格考试后上岗，乡镇执法案件比上年增加一成。
（三）健全决策机制。印发重大行政决策后评估办法，对城区停车收费等2项决策开展后评估并公布结果。
（四）化解行政争议。推进行政复议规范化，缩短复议审理周期的工作仍在进行。审结行政复议案件71件，调解和解29件。
二、党政主要负责人履行推进法治建设第一责任人职责情况
县委书记主持召开县委全面依法治县委员会会议2次，县长听取行政复议工作汇报并协调增加办案场所。
三、存在的不足和原因
一是涉企行政检查频次偏高，主要原因是部门之间计划没有统筹。二是村级法律顾问作用发挥不够，主要原因是一名律师兼顾多个村。
四、2024年度主要安排
一是推行“综合查一次”，统筹涉企检查计划。二是调整村法律顾问，一名律师服务不超过3个村。
";

const MERGED: &str = "云溪新区管委会关于2023年度法治政府建设情况的报告
2023年，原云溪县、白岚县合并设立云溪新区，新区推进法治政府建设，现将情况报告如下。
一、2023年度推进法治政府建设的主要举措和成效
（一）整合执法队伍。原两县执法队伍整合为一支综合执法支队，核定执法人员312名，划转案件档案4600卷。
（二）清理制度文件。清理原两县规范性文件211件，继续有效的134件，废止77件。
（三）化解矛盾纠纷。受理行政复议案件226件，审结203件，行政机关负责人出庭应诉率98.1%，调解纠纷5240件。
二、党政主要负责人履行推进法治建设第一责任人职责情况
新区党工委书记主持召开会议5次，研究部署机构合并中的法治保障工作。
三、存在的不足和原因
一是原两县执法标准没有统一，主要原因是合并时间短。
四、2024年度主要安排
一是统一行政处罚裁量基准。
";

/// Last year's report with the years moved on and two figures changed.
fn copy() -> String {
    OLD.replace("2023", "2024").replace("2022", "2023").replace("860件", "913件").replace("1310件", "6310件")
}

fn compared(new: &str) -> (Checked, Checked, Comparison) {
    let packs = packs();
    let (old, new) = (check(OLD.as_bytes(), &packs), check(new.as_bytes(), &packs));
    let comparison = compare(&old, &new);
    (old, new, comparison)
}

fn words(checked: &Checked, span: Span) -> &str {
    checked.report.source.slice(span)
}

#[test]
fn an_honest_successor_tells_what_became_of_the_plan() {
    let (old, new, comparison) = compared(HONEST);
    assert_eq!(comparison.same_issuer, Some(true));
    assert_eq!(comparison.years, (Some(2022), Some(2023)));
    let fates: Vec<(Fate, Option<&str>)> =
        comparison.follow_ups.iter().map(|f| (f.fate, f.place.map(|p| words(&new, p)))).collect();
    assert_eq!(fates.len(), 4);
    assert_eq!(fates[0].0, Fate::Done);
    assert!(fates[0].1.unwrap().contains("增配执法人员24名"));
    assert_eq!(fates[1].0, Fate::Done);
    assert!(fates[1].1.unwrap().contains("后评估"));
    assert!(fates[2].1.unwrap().contains("复议审理周期"), "{:?}", fates[2]);
    assert_eq!(fates[3], (Fate::Silent, None));
    assert!(comparison.repeated_shortcomings.is_empty());
    assert!(comparison.recycled_share < 100, "{} per mille", comparison.recycled_share);
    assert!(words(&old, comparison.follow_ups[3].item).contains("公共法律服务中心"));
}

#[test]
fn a_copy_with_the_year_changed_is_seen_through() {
    let text = copy();
    let (_, new, comparison) = compared(&text);
    assert!(comparison.recycled_share > 900, "{} per mille", comparison.recycled_share);
    assert_eq!(comparison.repeated_shortcomings.len(), 3);
    let moved: Vec<(&str, Movement)> =
        comparison.figures.iter().map(|f| (words(&new, f.twin.new), f.movement)).collect();
    assert!(moved.contains(&("18400件", Movement::Unchanged)), "{moved:?}");
    assert!(moved.contains(&("6310件", Movement::Jumped)), "{moved:?}");
    assert!(!moved.iter().any(|(words, _)| words.contains("913")), "{moved:?}");
    // A rule that came into force between the two years is no change of the report.
    let both = |c: &&RuleChange| c.old != Outcome::NotApplicable && c.new != Outcome::NotApplicable;
    let changed: Vec<&RuleChange> = comparison.rules.iter().filter(both).collect();
    assert!(changed.is_empty(), "{changed:?}");
}

#[test]
fn a_merged_district_is_not_taken_for_the_old_one() {
    let (_, _, comparison) = compared(MERGED);
    assert_eq!(comparison.same_issuer, Some(false));
    assert!(comparison.repeated_shortcomings.is_empty());
    assert!(comparison.follow_ups.iter().all(|f| f.fate == Fate::Silent), "{:?}", comparison.follow_ups);
    let jumped = comparison.figures.iter().filter(|f| f.movement == Movement::Jumped).count();
    assert!(jumped >= 2, "{:?}", comparison.figures);
    assert!(comparison.recycled_share < 400, "{} per mille", comparison.recycled_share);
}

#[test]
fn a_report_compared_with_itself_changes_nothing() {
    let (_, _, comparison) = compared(OLD);
    assert_eq!(comparison.recycled_share, 1000);
    assert!(comparison.figures.iter().all(|f| f.movement == Movement::Unchanged));
    assert!(comparison.rules.is_empty());
    assert_eq!(comparison.scores.0, comparison.scores.1);
}

#[test]
fn the_command_writes_a_page() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("old.txt", OLD), ("new.txt", HONEST)] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    for (lang, words) in [("zh", "有结果"), ("en", "silent")] {
        let args =
            ["compare", "old.txt", "new.txt", "--format", "html", "--output", "a.html", "--lang", lang];
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_lawcheck"));
        let done = command.args(args).current_dir(folder.path()).output().unwrap();
        assert_eq!((done.status.code(), done.stdout.len()), (Some(0), 0));
        let page = std::fs::read_to_string(folder.path().join("a.html")).unwrap();
        assert!(
            page.starts_with("<!doctype html>") && page.contains(words) && page.contains("公共法律服务中心")
        );
    }
}
