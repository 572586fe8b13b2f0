//! Lists that end in their count word: `区、街道、村(居)三级`, `甲、乙、丙“五大”程序`.
//!
//! Comes in: a paragraph and a count word. Goes out: the claim that the list before it makes. A verb
//! between the two, a slogan behind a list of levels, or a list of another kind claim nothing.

use super::count_list::{Claim, is_date};
use super::count_words::CountWord;
use super::lists::List;
use crate::report::figures::numeral;
use crate::text::Glyphs;

/// The claim of a list that ends at the count word.
pub(super) fn listed_before<'w>(glyphs: &Glyphs, word: &'w CountWord) -> Option<Claim<'w>> {
    let to = word.from;
    let list = List::ending_at(glyphs, to);
    let &(from, _) = list.items.first()?;
    let ends_here = list.items.last().is_some_and(|&(_, end)| end == to);
    if word.value < 2 || list.most < 2 || !ends_here || counts_other(glyphs, word) || ends_in_verb(glyphs, to)
    {
        return None;
    }
    if (from..to).any(|i| is_other_number(glyphs, i)) {
        return None;
    }
    let of_levels = glyphs.at(word.number_end) == '级';
    let (least, most) = if of_levels { levels(glyphs, &list) } else { (list.least, list.most) };
    let holds = (least..=most).contains(&word.value);
    let other_levels = !of_levels && list.items.iter().any(|&(a, b)| is_level(glyphs, a, b));
    let slogan = word.quoted && word.head_end - word.number_end > 2;
    let definite = list.least == list.items.len() as u64 && is_parallel(&list);
    let sure = definite && sums_up(glyphs, word) && !other_levels && !slogan;
    Some(Claim { word, list, holds, sure, end: word.head_end })
}

/// Measure words that count occasions or amounts, not the names listed.
fn counts_other(glyphs: &Glyphs, word: &CountWord) -> bool {
    "次场期件人份天元年起宗例户笔批轮遍分点倍届".contains(glyphs.at(word.number_end))
}

/// A number in the list that is no date: the list counts things of its own.
fn is_other_number(glyphs: &Glyphs, i: usize) -> bool {
    let counts = numeral::digit(glyphs.at(i)).is_some() && "级大项个类".contains(glyphs.at(i + 1));
    counts || (glyphs.at(i).is_ascii_digit() && !is_date(glyphs, i))
}

/// Whether the names are of one length, more or less; the first may carry words of the sentence.
fn is_parallel(list: &List) -> bool {
    let lengths = || list.items.iter().skip(1).map(|(from, to)| to - from);
    let spread = lengths().max().zip(lengths().min()).map(|(long, short)| long - short);
    list.items.len() > 2 && spread.is_some_and(|spread| spread <= 3)
}

/// Whether the word behind the number sums up a list: `三大领域`, `四个环节`.
fn sums_up(glyphs: &Glyphs, word: &CountWord) -> bool {
    const NOUNS: &[&str] = &[
        "方面",
        "环节",
        "领域",
        "层级",
        "层面",
        "层次",
        "维度",
        "时间节点",
        "节点",
        "要素",
        "步骤",
        "阶段",
        "关键",
        "重点",
        "程序",
    ];
    match glyphs.at(word.number_end) {
        '大' | '级' | '类' | '种' | '方' => true,
        '个' => glyphs.starts_with_any(word.number_end + 1, NOUNS),
        _ => false,
    }
}

/// The counts that a list of levels allows: `省市、县乡` may be four.
fn levels(glyphs: &Glyphs, list: &List) -> (u64, u64) {
    const LEVELS: &[&str] = &[
        "省", "市", "县", "区", "乡", "镇", "街道", "街", "村", "社区", "居", "组", "户", "网格", "国家",
        "中央", "部", "旗", "州", "师", "团", "连",
    ];
    let in_name = |from: usize, to: usize| {
        let begins = (from..to).filter(|&i| glyphs.starts_with_any(i, LEVELS)).count() as u64;
        begins.max(1)
    };
    let most = list.items.iter().map(|&(from, to)| in_name(from, to)).sum::<u64>();
    (list.least, most.max(list.most))
}

/// Whether a name ends in a level of government.
fn is_level(glyphs: &Glyphs, from: usize, to: usize) -> bool {
    const LEVELS: &[&str] = &[
        "中央", "国家", "全国", "省", "市", "县", "区", "乡", "镇", "街道", "村", "社区", "省委", "市委",
        "区委", "县委", "上级",
    ];
    let name = glyphs.words(from, to);
    LEVELS.iter().any(|level| name.ends_with(level))
}

/// A verb or particle before the number: the list goes on into the count word, or has nothing to do with it.
fn ends_in_verb(glyphs: &Glyphs, to: usize) -> bool {
    const VERBS: &[&str] = &[
        "落实", "建立", "完善", "健全", "实行", "实施", "推进", "开展", "构建", "形成", "打造", "强化",
        "做好", "抓好", "聚焦", "围绕", "覆盖", "涵盖", "完成", "召开", "举办", "组织", "制定", "出台",
        "印发", "成立", "设立", "新增", "坚持", "增强", "践行", "严守", "履行", "执行", "推行", "深化",
        "加强", "优化", "压实", "织密", "建好", "用好", "贯彻", "统筹", "培育", "选派", "配备", "聘请",
        "创建", "评选", "命名", "获评", "荣获", "取消", "下放", "达到", "实现", "明确", "确定", "梳理",
        "开设", "发放", "查处", "审查", "审核", "办理", "受理", "这", "上述", "其",
    ];
    const PARTICLES: &str =
        "等共的在对由为了至到和与及全各有按每近前后分从将把经以用是并、(约达超逾第再添起上过出于受被给向";
    PARTICLES.contains(glyphs.before(to)) || glyphs.ends_with_any(to, VERBS)
}
