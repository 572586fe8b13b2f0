//! Which item of the plan takes up which shortcoming.
//!
//! Comes in: the items of two parts. Goes out: an [`Answer`] for every shortcoming. Two things tie an item of the plan
//! to a shortcoming: words of substance that both use, and a remedy of the kind that the shortcoming calls for (people
//! lack skill: train them). One tie touches it; two answer it, unless both are short words that may meet by chance. A
//! word that names the subject of the item counts twice. Words that stand in every such report tie nothing.

use std::collections::BTreeSet;

use super::{Part, PartKind, Report, number};
use crate::text::Span;

/// How far a shortcoming is taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Degree {
    /// Nothing in the plan is about it.
    None,
    /// An item touches it.
    Partial,
    /// An item takes up the core of it.
    Direct,
}

/// A shortcoming and the item of the plan that comes closest to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The shortcoming, folded.
    pub shortcoming: Span,
    /// The item of the plan, folded; none when nothing is about it.
    pub plan: Option<Span>,
    /// How far.
    pub degree: Degree,
}

/// Most items of a part that are compared.
const ITEMS: usize = 30;
/// Most characters of an item that are compared.
const CHARS: usize = 500;

/// Fewest characters of a shared word that is no chance.
const TERM: usize = 3;

/// An answer for every shortcoming; empty when one of the two parts is missing.
pub fn answers(report: &Report) -> Vec<Answer> {
    let [shortcomings, plan] = [PartKind::Shortcomings, PartKind::Plan].map(|k| report.parts.get(k));
    if !plan.found() {
        return Vec::new();
    }
    let items: Vec<Item> = taken(plan).map(|span| Item::new(span, report.text.slice(span))).collect();
    taken(shortcomings).map(|span| best(span, &Item::new(span, report.text.slice(span)), &items)).collect()
}

fn taken(part: &Part) -> impl Iterator<Item = Span> {
    part.items.iter().copied().take(ITEMS)
}

/// The item of the plan with the strongest ties; the earlier of two equal ones.
fn best(shortcoming: Span, lack: &Item, plan: &[Item]) -> Answer {
    let mut out = Answer { shortcoming, plan: None, degree: Degree::None };
    let mut strongest = 0;
    for item in plan {
        let terms = lack.shared(item);
        let remedy = lack.remedied_by(item);
        let named = terms.iter().filter(|t| item.subject().contains(t.as_str())).count();
        let ties = terms.len() + named + usize::from(remedy);
        let sure = remedy || named > 0 || ties > 2 || terms.iter().any(|t| t.chars().count() >= TERM);
        let strength = ties * CHARS + terms.iter().map(|t| t.chars().count()).sum::<usize>();
        if ties > 0 && strength > strongest {
            strongest = strength;
            out.plan = Some(item.span);
            out.degree = if ties >= 2 && sure { Degree::Direct } else { Degree::Partial };
        }
    }
    out
}

/// The words of an item, ready to be compared.
struct Item {
    span: Span,
    /// As written.
    text: String,
    /// Without the words of the genre, which are cut out.
    own: String,
    /// Neighbouring characters of `own`.
    pairs: BTreeSet<[char; 2]>,
}

impl Item {
    fn new(span: Span, text: &str) -> Item {
        let text: String =
            text.get(number(text).map_or(0, |n| n.len)..).unwrap_or(text).chars().take(CHARS).collect();
        let own = COMMON.iter().fold(text.clone(), |text, word| text.replace(word, "\n"));
        let pairs = own.chars().zip(own.chars().skip(1)).filter_map(pair).collect();
        Item { span, text, own, pairs }
    }

    /// Words of substance that both items use, each counted once.
    fn shared(&self, other: &Item) -> BTreeSet<String> {
        let mut runs = vec![String::new()];
        for two in self.own.chars().zip(self.own.chars().skip(1)) {
            let Some([first, second]) = pair(two).filter(|p| other.pairs.contains(p)) else {
                runs.push(String::new());
                continue;
            };
            if let Some(run) = runs.last_mut() {
                if run.is_empty() {
                    run.push(first);
                }
                run.push(second);
            }
        }
        let whole = runs.iter().flat_map(|run| contiguous(run, &other.own));
        let terms: BTreeSet<String> =
            whole.filter(|t| t.chars().count() >= 2 && !BROAD.contains(&t.as_str())).collect();
        terms.iter().filter(|t| !terms.iter().any(|o| o != *t && o.contains(t.as_str()))).cloned().collect()
    }

    /// What the item says first.
    fn subject(&self) -> &str {
        self.text.split([',', '。', ';', ':', '\n']).next().unwrap_or("")
    }

    fn remedied_by(&self, plan: &Item) -> bool {
        let holds = |text: &str, words: &[&str]| words.iter().any(|w| text.contains(w));
        REMEDIES.iter().any(|(lack, remedy)| holds(&self.text, lack) && holds(&plan.text, remedy))
    }
}

/// Two neighbouring characters, unless one of them is a mark.
fn pair((first, second): (char, char)) -> Option<[char; 2]> {
    (first.is_alphanumeric() && second.is_alphanumeric()).then_some([first, second])
}

/// A run of shared pairs, cut where the other text does not hold it in one piece.
fn contiguous(run: &str, other: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut before = None;
    for c in run.chars() {
        let piece = out.last().map_or_else(String::new, |p| format!("{p}{c}"));
        if other.contains(&piece) {
            out.pop();
            out.push(piece);
        } else {
            out.push(before.into_iter().chain([c]).collect());
        }
        before = Some(c);
    }
    out
}

/// Words of the genre: they tie nothing. Longer ones first.
const COMMON: &[&str] = &[
    "法治政府",
    "法治建设",
    "依法行政",
    "进一步",
    "法治",
    "法制",
    "政府",
    "建设",
    "依法",
    "工作",
    "推进",
    "推动",
    "加强",
    "强化",
    "提升",
    "提高",
    "完善",
    "健全",
    "落实",
    "深入",
    "深化",
    "全面",
    "持续",
    "机制",
    "制度",
    "体系",
    "情况",
    "水平",
    "能力",
    "方式",
    "单位",
    "部门",
    "个别",
    "部分",
    "存在",
    "问题",
    "不足",
    "差距",
    "需要",
    "目标",
    "任务",
    "要求",
    "各项",
    "有关",
    "相关",
    "方面",
    "领域",
    "重点",
    "重要",
    "重大",
    "主要",
    "积极",
    "切实",
    "不断",
    "有效",
    "开展",
    "实施",
    "组织",
    "确保",
    "做好",
    "抓好",
    "改革",
    "发展",
    "形势",
    "地方",
    "基础",
    "质量",
    "效率",
    "作用",
    "程度",
    "全市",
    "全县",
    "全区",
    "全镇",
    "我市",
    "我县",
    "我区",
    "我镇",
    "各级",
    "一定",
    "整体",
    "以及",
    "同时",
    "还需",
    "有待",
    "坚持",
    "继续",
    "统筹",
    "规范化",
    "科学",
    "实现",
    "精神",
];

/// Words too broad to tie two items when they stand alone.
const BROAD: &[&str] = &[
    "行政", "规范", "人员", "干部", "管理", "服务", "责任", "意识", "社会", "机关", "群众", "领导", "年度",
    "法律", "监督",
];

/// What is lacking, and what is done about lacks of that kind.
const REMEDIES: &[(&[&str], &[&str])] = &[
    (
        &["意识", "认识", "重视", "观念", "思维", "氛围"],
        &["学法", "培训", "宣传", "普法", "教育", "考核", "督促", "督察", "述法"],
    ),
    (&["能力", "素质", "素养", "专业", "水平"], &["培训", "学习", "轮训", "练兵", "教育", "考试"]),
    (&["力量", "人手", "编制", "人才"], &["充实", "配备", "配强", "配齐", "招录", "招聘", "引进", "编制"]),
    (&["不规范", "不严格", "随意", "瑕疵"], &["评查", "检查", "抽查", "整治", "裁量"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn degree(lack: &str, plan: &[&str]) -> (Degree, Option<usize>) {
        let items: Vec<Item> = (0..).zip(plan).map(|(i, p)| Item::new(Span::new(i, i), p)).collect();
        let span = Span::new(0, 0);
        let answer = best(span, &Item::new(span, lack), &items);
        (answer.degree, answer.plan.map(|s| s.start as usize))
    }

    #[test]
    fn a_subject_and_a_remedy_answer() {
        let plan = ["压实主体责任。", "充实镇街综合执法人员,组织轮训4期。"];
        assert_eq!(degree("镇街综合执法力量薄弱。", &plan), (Degree::Direct, Some(1)));
        assert_eq!(
            degree("规范性文件备案审查不及时。", &["落实规范性文件备案审查,按月通报及时率。"]),
            (Degree::Direct, Some(0))
        );
    }

    #[test]
    fn the_subject_of_an_item_answers() {
        let plan = ["推进数据归集和共享应用。", "抓好数据共享。"];
        assert_eq!(degree("数据共享不充分。", &plan), (Degree::Direct, Some(1)));
        assert_eq!(degree("普法针对性不强。", &["提升普法实效。"]), (Degree::Direct, Some(0)));
    }

    #[test]
    fn one_tie_only_touches() {
        assert_eq!(degree("数据不准。", &["全面推进归集,数据一月一更新。"]), (Degree::Partial, Some(0)));
        assert_eq!(
            degree("干部法治意识不强。", &["组织旁听庭审,开展学法考试。"]),
            (Degree::Partial, Some(0))
        );
        assert_eq!(
            degree("几类清单没有调整,进度不一。", &["开展三类清理,公布清单,按进度推进。"]),
            (Degree::Partial, Some(0))
        );
    }

    #[test]
    fn words_of_the_genre_tie_nothing() {
        let plan = ["深入推进法治政府建设,全面落实各项工作任务。"];
        assert_eq!(degree("法治政府建设工作推进不平衡,任务落实不到位。", &plan), (Degree::None, None));
    }

    #[test]
    fn the_number_of_an_item_ties_nothing() {
        assert_eq!(degree("三是调解组织不健全。", &["三是优化窗口布局。"]), (Degree::None, None));
    }
}
