//! The measure words that make a number a figure.
//!
//! Comes in: the characters after a number. Goes out: the measure word, or nothing where the number
//! belongs to a name, a date or an address. Knows no values.

use crate::text::Glyphs;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A measure word as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    /// The measure word alone: 件, 人次, 个, %.
    pub(super) word: &'static str,
    /// One past its last character.
    pub(super) end: usize,
}

/// Whole things: a fraction of one is never meant.
const COUNTED: &str = "\
    件 个 项 条 次 场 期 家 户 名 人 位 起 宗 例 份 本 册 部 卷 篇 幅 张 块 面 处 所 座 栋 幢 间 套 台 \
    辆 艘 架 只 头 匹 株 棵 枚 颗 支 队 组 班 笔 单 堂 门 首 集 节 层 站 线 段 片 箱 袋 包 盒 瓶 桶 桌 \
    趟 遍 轮 批 类 种 大 则 道 款 步 页 章 村 镇 乡 国 省 市 县 区 人次 件次 场次 家次 户次 辆次 车次 \
    批次 班次 处次 起次 宗次 项次 条次 篇次 期次 台次 艘次 例次 份次 个次 组次 回次 头次 笔次 轮次 \
    课次 站次 人份 件套 部门 单位 方面 课时 学时 周次 名次 点位 个工作日 个百分点 个月 个小时 个半月";

/// Amounts: a fraction is usual.
const MEASURED: &str = "\
    % ‰ 百分点 倍 成 元 美元 欧元 港元 天 日 周 年 岁 小时 分钟 秒 工作日 分 亩 公顷 平方米 \
    平方公里 平方千米 立方米 公里 千米 米 海里 吨 公斤 千克 克 升 千瓦 千瓦时 兆瓦 度电 人天 人日 \
    人年";

/// Measure words that a Chinese numeral counts with. The rest (`三项制度`, `五大行动`, `四级`) name bundles.
const WITH_NUMERALS: &str = "\
    件 个 次 场 家 户 名 人 位 起 宗 例 份 部 方面 条 项 类 种 处 支 人次 件次 场次 批次 期 天 小时 分钟 元 倍 \
    亩 公里 个月 个工作日 工作日 百分点 个百分点 公顷 吨 篇 册 辆 台 米 平方米 平方公里";

/// A measure word followed by one of these is part of another word.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("部", "委 队 署 长 分 级 位 件"),
    ("周", "年 边 密 期"),
    ("次", "数 级 年 日 月 供"),
    ("位", "数 一体 于 列 居 置"),
    ("面", "积 向 对 上 临 试"),
    ("本", "级 地 市 区 年 辖 省 县 来 身 次"),
    ("处", "罚 理 置 分 以 于 长 级 结"),
    ("单", "位 独 一 元"),
    ("支", "持 付 出 行 撑"),
    ("只", "是 有 能 需 要 跑 进"),
    ("所", "有 在 属 以 长 需 谓 涉 得"),
    ("道", "路 德 口 交"),
    ("幅", "度"),
    ("条", "例 块 件"),
    ("项", "目部 目组"),
    ("期", "间 限 末 望 货 工程"),
    ("起", "来 点 步 始"),
    ("场", "所 景 地 馆"),
    ("人", "民 大 才 事 社 口 均 力 工智"),
    ("队", "伍 员"),
    ("组", "织 成 建 长"),
    ("家", "庭 属 长"),
    ("例", "如 会 外"),
    ("节", "约 点 日 能"),
    ("站", "点 位"),
    ("线", "上 下 索"),
    ("片", "区"),
    ("段", "时"),
    ("步", "走 行 入"),
    ("类", "似"),
    ("天", "然 气"),
    ("元", "旦 素 化 月"),
    ("份", "额"),
    ("户", "籍 外 口"),
    ("门", "户 类 口"),
    ("套", "路 取"),
    ("包", "括 含 装 容"),
    ("批", "准 复 评"),
    ("张", "贴"),
    ("页", "面"),
    ("台", "账 风"),
    ("班", "子"),
    ("款", "项"),
    ("章", "程"),
    ("层", "级 面"),
    ("市", "场 级 直 民 委 政 域 人"),
    ("区", "级 直 域 委 政 块 人"),
    ("县", "级 直 委 政 人"),
    ("省", "级 直 委 政 人"),
    ("国", "家 务 有 企 道 内"),
    ("年", "行动 规划 计划 方案 攻坚 制 级 度 期"),
    ("个", "人信 体工 体户"),
    ("大", "队 厅 会 学 报告 精神 以来 代 型 小 数据 气 局"),
];

/// All measure words by their first character.
static BY_FIRST: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut out: HashMap<char, Vec<&'static str>> = HashMap::new();
    for word in COUNTED.split(' ').chain(MEASURED.split(' ')) {
        out.entry(word.chars().next().unwrap_or_default()).or_default().push(word);
    }
    out
});

/// The measure word at `i` after a number in digits.
pub(super) fn measure(glyphs: &Glyphs, i: usize) -> Option<Measure> {
    let (word, length) = glyphs.longest(i, BY_FIRST.get(&glyphs.at(i))?)?;
    let found = Measure { word, end: i + length };
    let other = OTHER_WORDS.iter().filter(|(w, _)| *w == word);
    if other.flat_map(|(_, tails)| tails.split(' ')).any(|tail| glyphs.starts_with(found.end, tail)) {
        return None;
    }
    match word {
        // A day of the month, unless it is a time limit.
        "日" if !glyphs.starts_with_any(found.end, &["内", "以内", "之内"]) => None,
        // Points of a score; `分` begins far too many words.
        "分" if !"。,;、)以的\0".contains(glyphs.at(found.end)) => None,
        "大" if "。,;、)\"\0".contains(glyphs.at(found.end)) => None,
        "成" if !"。,;、)以的左\0".contains(glyphs.at(found.end)) => None,
        _ => Some(found),
    }
}

/// The measure word at `i` after a Chinese numeral.
pub(super) fn measure_of_numeral(glyphs: &Glyphs, i: usize) -> Option<Measure> {
    measure(glyphs, i).filter(|m| WITH_NUMERALS.split(' ').any(|w| w == m.word))
}

/// Whether the things counted with this word are whole.
pub fn is_counted(word: &str) -> bool {
    COUNTED.split(' ').any(|w| w == word)
}

/// Nouns that belong to their measure word so closely that they name the unit.
const UNIT_NOUNS: &str = "\
    街道 镇街 乡镇 镇 乡 村 社区 县区 区县 县 部门 单位 区直单位 区直部门 市直部门 市直单位 方面 \
    环节 领域 编制 行政村 小区 网格";

/// The unit noun at `i`, after a measure word.
pub(super) fn unit_noun(glyphs: &Glyphs, i: usize) -> Option<(&'static str, usize)> {
    let fits = UNIT_NOUNS.split(' ').filter(|w| glyphs.starts_with(i, w));
    fits.map(|w| (w, w.chars().count())).max_by_key(|&(_, n)| n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn word(text: &str) -> Option<&'static str> {
        measure(&Glyphs::of(text, Span::new(0, text.len())), 0).map(|m| m.word)
    }

    #[test]
    fn the_longest_measure_word_wins() {
        for (text, want) in [("人次,", "人次"), ("个工作日内", "个工作日"), ("家次", "家次"), ("大项,", "大")]
        {
            assert_eq!(word(text), Some(want), "{text}");
        }
    }

    #[test]
    fn words_that_begin_like_a_measure_word_are_left_alone() {
        for text in ["处罚", "日", "年行动", "位数", "号令", "月", "热线", "G", "周年", "大报告", "单位置"]
        {
            assert_eq!(word(text).filter(|w| *w != "单位"), None, "{text}");
        }
    }
}
