//! Count words against the list beside them: `三清单(甲、乙、丙)` · `甲、乙、丙三级` · `3项,分别为甲、乙、丙`.
//!
//! Comes in: a paragraph. Goes out: `count_list`, `open_list` and `alignment` relations. A list that does
//! not fit is only reported where nothing but the list can be meant.

use super::count_words::{CountWord, count_words};
use super::lists::{LONGEST, List};
use super::passage::Passage;
use super::relation::{Check, Kind, Relation};
use crate::report::figures::numeral;
use crate::text::Glyphs;

/// Largest number whose list is checked for being wrong; longer ones are seldom complete.
const MOST_CHECKED: u64 = 12;

/// All count words of a passage that stand beside a list.
pub(super) fn find(passage: &Passage, out: &mut Vec<Relation>) {
    let glyphs = &passage.glyphs;
    for word in count_words(glyphs) {
        let found = in_brackets(glyphs, &word)
            .or_else(|| named_after(glyphs, &word))
            .or_else(|| listed_before(glyphs, &word))
            .or_else(|| shared_suffix(glyphs, &word));
        out.extend(found);
    }
}

/// `三清单(甲、乙、丙)`.
fn in_brackets(glyphs: &Glyphs, word: &CountWord) -> Option<Relation> {
    let from = word.head_end;
    if glyphs.at(from) != '(' {
        return None;
    }
    let to = closing(glyphs, from)?;
    if (from + 1..to).any(|i| ",;。:".contains(glyphs.at(i)) || glyphs.at(i).is_ascii_digit()) {
        return None;
    }
    let list = List::of(glyphs, from + 1, to);
    let alone = list.items.len() == 1 && word.value == 1 && !names_something_else(glyphs, from + 1);
    let holds = if word.value == 1 { alone } else { list.may_be(word.value) };
    let clear = !word.quoted || shares_head(glyphs, word, &list);
    let wrong = clear && (counts_things(glyphs, word) || shares_head(glyphs, word, &list));
    judge(glyphs, word, &list, holds, wrong && list.items.len() > 1, to)
}

fn names_something_else(glyphs: &Glyphs, from: usize) -> bool {
    glyphs.starts_with_any(from, &["以下", "简称", "下称", "见", "详见", "试行", "暂行", "含", "不含", "即"])
}

/// The bracket that closes the one at `from`.
fn closing(glyphs: &Glyphs, from: usize) -> Option<usize> {
    let mut depth = 0;
    for i in from..glyphs.len().min(from + LONGEST) {
        match glyphs.at(i) {
            '(' => depth += 1,
            ')' if depth == 1 => return Some(i),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// `3项,分别为甲、乙、丙`.
fn named_after(glyphs: &Glyphs, word: &CountWord) -> Option<Relation> {
    if !matches!(glyphs.at(word.head_end), ',' | ':') {
        return None;
    }
    let (_, length) = glyphs.longest(word.head_end + 1, &["分别为", "分别是", "即", "分别为:", "分别是:"])?;
    let from = word.head_end + 1 + length;
    let to = (from..glyphs.len().min(from + LONGEST)).find(|&i| ",。;:".contains(glyphs.at(i)))?;
    if (from..to).any(|i| glyphs.at(i).is_ascii_digit() && !is_date(glyphs, i)) {
        return None;
    }
    let list = List::of(glyphs, from, to);
    let wrong = "。;".contains(glyphs.at(to)) && list.items.len() > 1 && counts_things(glyphs, word);
    judge(glyphs, word, &list, list.items.len() > 1 && list.may_be(word.value), wrong, to)
}

/// `甲、乙、丙三级`, `甲、乙、丙“五大”程序`.
fn listed_before(glyphs: &Glyphs, word: &CountWord) -> Option<Relation> {
    let to = word.from;
    let list = List::ending_at(glyphs, to);
    let &(last_from, last_to) = list.items.last()?;
    let counts_other = "次场期件人份天元年起宗例户笔批轮遍分点倍届".contains(glyphs.at(word.number_end));
    if word.value < 2 || list.most < 2 || last_to != to || ends_in_verb(glyphs, to) || counts_other {
        return None;
    }
    let numbers = |i: usize| {
        let counts = numeral::digit(glyphs.at(i)).is_some() && "级大项个类".contains(glyphs.at(i + 1));
        counts || (glyphs.at(i).is_ascii_digit() && !is_date(glyphs, i))
    };
    if (list.items.first()?.0..to).any(numbers) {
        return None;
    }
    let (least, most) = if glyphs.at(word.number_end) == '级' { levels(glyphs, &list)? } else { (list.least, list.most) };
    let holds = (least..=most).contains(&word.value);
    let parallel = {
        let lengths = list.items.iter().skip(1).map(|(a, b)| b - a);
        let (short, long) = (lengths.clone().min()?, lengths.max()?);
        list.items.len() > 2 && long - short <= 3 && last_to - last_from >= 1
    };
    let summing = matches!(glyphs.at(word.number_end), '大' | '级' | '类' | '种' | '方')
        || (glyphs.at(word.number_end) == '个' && is_abstract(glyphs, word.number_end + 1));
    let levels_of_state = glyphs.at(word.number_end) != '级' && list.items.iter().any(|&(a, b)| is_level(glyphs, a, b));
    let slogan = word.quoted && word.head_end - word.number_end > 2;
    let wrong = parallel && summing && !levels_of_state && !slogan && list.least == list.items.len() as u64;
    judge(glyphs, word, &list, holds, wrong, word.head_end)
}

/// Whether the digit at `i` belongs to a month, day or year.
fn is_date(glyphs: &Glyphs, i: usize) -> bool {
    let end = (i..i + 5).find(|&i| !glyphs.at(i).is_ascii_digit()).unwrap_or(i);
    "年月日".contains(glyphs.at(end))
}

/// The counts that a list of levels allows: `省市、县乡` are four.
fn levels(glyphs: &Glyphs, list: &List) -> Option<(u64, u64)> {
    const LEVELS: &[&str] =
        &["省", "市", "县", "区", "乡", "镇", "街道", "街", "村", "社区", "居", "组", "户", "网格", "国家", "中央", "部", "旗", "州", "师", "团", "连"];
    let mut most = 0;
    for &(from, to) in &list.items {
        let count = (from..to).filter(|&i| LEVELS.iter().any(|l| glyphs.starts_with(i, l))).count() as u64;
        most += count.max(1);
    }
    Some((list.least, most.max(list.most)))
}

/// Whether a name is a level of government.
fn is_level(glyphs: &Glyphs, from: usize, to: usize) -> bool {
    const LEVELS: &[&str] =
        &["中央", "国家", "全国", "省", "市", "县", "区", "乡", "镇", "街道", "村", "社区", "省委", "市委", "区委", "县委", "上级"];
    (from..to).any(|i| LEVELS.iter().any(|l| glyphs.starts_with(i, l) && i + l.chars().count() == to))
}

/// A verb or particle before the number: the list goes on into the count word, or has nothing to do with it.
fn ends_in_verb(glyphs: &Glyphs, to: usize) -> bool {
    const VERBS: &[&str] = &[
        "落实", "建立", "完善", "健全", "实行", "实施", "推进", "开展", "构建", "形成", "打造", "强化", "做好", "抓好", "聚焦",
        "围绕", "覆盖", "涵盖", "完成", "召开", "举办", "组织", "制定", "出台", "印发", "成立", "设立", "新增", "坚持", "增强",
        "践行", "严守", "履行", "执行", "推行", "深化", "加强", "优化", "压实", "织密", "建好", "用好", "贯彻", "统筹", "培育",
        "选派", "配备", "聘请", "创建", "评选", "命名", "获评", "荣获", "取消", "下放", "达到", "等", "共", "的", "在", "对", "由",
        "为", "了", "至", "到", "和", "与", "及", "全", "各", "这", "上述", "有", "按", "每", "近", "前", "后", "分", "从", "将",
        "把", "经", "以", "用", "是", "其", "并", "、", "(", "约", "达", "超", "逾", "第", "再", "添", "起", "上", "过", "出", "于",
        "受", "被", "给", "向", "实现", "明确", "确定", "梳理", "开设", "发放", "查处", "审查", "审核", "办理", "受理",
    ];
    glyphs.ends_with_any(to, VERBS)
}

/// What is listed one by one when counted with 个.
fn is_abstract(glyphs: &Glyphs, i: usize) -> bool {
    const NOUNS: &[&str] = &[
        "方面", "环节", "领域", "层级", "层面", "层次", "维度", "时间节点", "节点", "要素", "步骤", "阶段", "关键", "重点", "程序",
    ];
    glyphs.starts_with_any(i, NOUNS)
}

/// Whether the number is followed by a measure word for things that a list names.
fn counts_things(glyphs: &Glyphs, word: &CountWord) -> bool {
    "个大项类种级张条名家位方".contains(glyphs.at(word.number_end))
}

/// Whether the end of the noun comes back in at least half of the names.
fn shares_head(glyphs: &Glyphs, word: &CountWord, list: &List) -> bool {
    let head: Vec<char> = word.head(glyphs).chars().collect();
    let Some(tail) = head.len().checked_sub(2).and_then(|at| head.get(at..)) else { return false };
    let holds = |&&(a, b): &&(usize, usize)| glyphs.slice(a, b).windows(2).any(|w| w == tail);
    list.items.iter().filter(holds).count() * 2 >= list.items.len()
}

/// `“三化”水平…科学化、民主化、法治化`: a list elsewhere in the paragraph whose names all end as the word says.
fn shared_suffix(glyphs: &Glyphs, word: &CountWord) -> Option<Relation> {
    let suffix = glyphs.at(word.number_end);
    let named = word.quoted && word.head_end == word.number_end + 2 && word.value >= 2 && suffix == '化';
    if !named {
        return None;
    }
    let ends: Vec<usize> = (word.head_end..glyphs.len().min(word.head_end + 300))
        .filter(|&i| glyphs.at(i) == suffix && ",。;、".contains(glyphs.at(i + 1)))
        .collect();
    let run = ends.iter().skip_while(|&&i| glyphs.at(i + 1) != '、').take(word.value as usize);
    let run: Vec<usize> = run.copied().collect();
    let (&first, &last) = (run.first()?, run.last()?);
    let unbroken = run.iter().take(run.len() - 1).all(|&i| glyphs.at(i + 1) == '、') && glyphs.at(last + 1) != '、';
    (unbroken && run.len() as u64 == word.value).then(|| Relation {
        kind: Kind::CountList,
        check: Check::Holds,
        spans: vec![glyphs.span(word.from, word.head_end), glyphs.span(first.saturating_sub(2), last + 1)],
        quote: glyphs.span(word.from, word.head_end),
        claimed: word.value.to_string(),
        computed: word.value.to_string(),
        arithmetic: format!("{0}={0}", word.value),
    })
}

fn judge(glyphs: &Glyphs, word: &CountWord, list: &List, holds: bool, wrong: bool, end: usize) -> Option<Relation> {
    let (&(first, _), &(_, last)) = (list.items.first()?, list.items.last()?);
    let count = list.least.max(list.items.len() as u64);
    let near = word.value.abs_diff(count) <= 3 && word.value <= MOST_CHECKED && word.value >= 2;
    let check = if holds && !list.open {
        Check::Holds
    } else if !holds && wrong && near && !list.open {
        Check::DoesNotHold
    } else {
        return None;
    };
    let computed = if check == Check::Holds { word.value } else { count };
    let sign = if check == Check::Holds { '=' } else { '\u{2260}' };
    let (from, to) = (first.min(word.from), end.max(last).max(word.head_end));
    Some(Relation {
        kind: Kind::CountList,
        check,
        spans: vec![glyphs.span(word.from, word.head_end), glyphs.span(first, last)],
        quote: glyphs.span(from, to),
        claimed: word.value.to_string(),
        computed: computed.to_string(),
        arithmetic: format!("{computed}{sign}{}", word.value),
    })
}
