//! The words by which official prose relates figures. Tables, and how to look into them.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words around a label that say nothing about what is counted.
const LEADING: &[&str] = &[
    "其中",
    "全年",
    "年内",
    "今年",
    "本年度",
    "一年来",
    "截至目前",
    "目前",
    "共计",
    "总计",
    "合计",
    "累计",
    "共",
    "现有",
    "有",
    "为",
    "已",
    "并",
    "依法",
    "的",
];
const TRAILING: &[&str] = &[
    "共计",
    "总计",
    "合计",
    "累计",
    "共有",
    "共",
    "分别为",
    "分别",
    "均为",
    "约为",
    "为",
    "达到",
    "达",
    "有",
    "是",
    "了",
    "的",
    "约",
    "均",
    "计",
    "仅",
    "各类",
    "高达",
];

/// A label without them.
pub(super) fn trim_label(label: &str) -> &str {
    let mut label = label;
    while let Some(rest) = LEADING.iter().find_map(|w| label.strip_prefix(w)) {
        label = rest;
    }
    while let Some(rest) = TRAILING.iter().find_map(|w| label.strip_suffix(w)) {
        label = rest;
    }
    label
}

/// Whether any of `words` occurs.
pub(super) fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| text.contains(w))
}

/// Cases come from earlier years: what was finished may exceed what came in.
pub(super) const CARRIED: &[&str] = &[
    "结转",
    "结存",
    "旧存",
    "遗留",
    "存量",
    "积案",
    "上年",
    "去年",
    "往年",
    "历年",
    "跨年",
    "前年",
    "新收",
    "新受理",
    "新立",
    "新增",
    "以前年度",
    "不含",
    "此前",
];

/// A stage of handling: the word and its place in the order.
pub(super) type Stage = (&'static str, u8);

/// Stages of handling, in their order: later ones are counted among earlier ones.
const STAGES: &[Stage] = &[
    ("收到", 0),
    ("接收", 0),
    ("接到", 0),
    ("接报", 0),
    ("收件", 0),
    ("收案", 0),
    ("登记", 0),
    ("申请", 0),
    ("排查", 0),
    ("摸排", 0),
    ("移送", 0),
    ("交办", 0),
    ("转办", 0),
    ("征集", 0),
    ("收集", 0),
    ("发现", 0),
    ("检查", 0),
    ("抽查", 0),
    ("评查", 0),
    ("报备", 0),
    ("开庭", 0),
    ("应出庭", 0),
    ("受理", 1),
    ("立案", 1),
    ("办理", 1),
    ("承办", 1),
    ("审理", 1),
    ("调解", 1),
    ("调处", 1),
    ("应诉", 1),
    ("审结", 2),
    ("办结", 2),
    ("结案", 2),
    ("执结", 2),
    ("成功", 2),
    ("答复", 2),
    ("办复", 2),
    ("回复", 2),
    ("化解", 2),
    ("整改", 2),
    ("出庭", 2),
    ("采纳", 2),
    ("销号", 2),
    ("达成协议", 2),
    ("解决", 2),
    ("维持", 3),
    ("撤销", 3),
    ("驳回", 3),
    ("纠错", 3),
    ("胜诉", 3),
    ("败诉", 3),
    ("满意", 3),
    ("履行", 3),
    ("合格", 3),
];

/// The stages by their last character.
static BY_END: LazyLock<HashMap<char, Vec<Stage>>> = LazyLock::new(|| {
    let mut out: HashMap<char, Vec<Stage>> = HashMap::new();
    for stage in STAGES {
        out.entry(stage.0.chars().next_back().unwrap_or_default()).or_default().push(*stage);
    }
    out
});

/// The stage a label ends in.
pub(super) fn final_stage(label: &str) -> Option<Stage> {
    stage_at_end(label.trim_end_matches(['的', '了', '数']))
}

fn stage_at_end(label: &str) -> Option<Stage> {
    let stages = BY_END.get(&label.chars().next_back()?)?;
    stages.iter().filter(|(w, _)| label.ends_with(w)).max_by_key(|(w, _)| w.len()).copied()
}

/// The last stage word anywhere in a label.
pub(super) fn last_stage(label: &str) -> Option<Stage> {
    let ends = label.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
    ends.filter_map(|end| label.get(..end)).find_map(stage_at_end)
}

/// Words that give a rate a base of its own: what was due, what was tried first.
pub(super) const OTHER_BASE: &[&str] = &[
    "按时", "按期", "及时", "限时", "期限", "限内", "当场", "首次", "一次", "法定", "综合", "平均", "同期",
    "全省", "全国", "累计", "自动", "主动", "当年", "实际", "就地", "按",
];

/// The part of a rate's name before its verb, and the words a part may end in.
pub(super) fn rate_keys(stem: &str) -> Option<(&str, &'static [&'static str])> {
    const KEYS: &[(&str, &[&str])] = &[
        ("出庭应诉", &["出庭应诉", "出庭"]),
        ("成功", &["成功"]),
        ("化解", &["化解", "成功化解"]),
        ("办结", &["办结"]),
        ("审结", &["审结"]),
        ("结案", &["结案", "审结", "办结"]),
        ("执结", &["执结"]),
        ("受理", &["受理"]),
        ("答复", &["答复", "办复"]),
        ("办复", &["办复", "答复"]),
        ("回复", &["回复", "答复"]),
        ("出庭", &["出庭", "出庭应诉"]),
        ("采纳", &["采纳"]),
        ("整改", &["整改"]),
        ("满意", &["满意"]),
        ("合格", &["合格"]),
        ("履行", &["履行"]),
        ("纠错", &["纠错"]),
        ("败诉", &["败诉"]),
        ("胜诉", &["胜诉"]),
        ("撤销", &["撤销"]),
        ("维持", &["维持"]),
        ("优秀", &["优秀"]),
        ("通过", &["通过"]),
        ("及格", &["及格"]),
        ("立案", &["立案"]),
        ("销号", &["销号"]),
        ("解决", &["解决"]),
    ];
    let (key, ends) = KEYS.iter().find(|(key, _)| stem.ends_with(key))?;
    Some((stem.strip_suffix(key)?, ends))
}

/// Words that make a figure a total.
pub(super) const SUMMED: &[&str] = &["共", "合计", "总", "累计"];

/// Verbs that begin a statement of its own.
pub(super) const ACTIONS: &[&str] = &[
    "开展", "组织", "举办", "召开", "培训", "检查", "查处", "发放", "印发", "出台", "制定", "办理", "受理",
    "审查", "审核", "完成", "建立", "建成", "成立", "设立", "配备", "聘请", "聘任", "选聘", "处理", "处置",
    "处罚", "罚款", "移送", "立案", "发布", "公布", "回应", "回复", "答复", "提出", "推进", "推动", "实施",
    "落实", "参加", "参与", "覆盖", "惠及", "接待", "解答", "提供", "化解", "调解", "排查", "整改", "清理",
    "新增", "取消", "下放", "承接", "评查", "抽查", "通报", "约谈", "编制", "制作", "征集", "收集", "投入",
    "挽回", "追回", "核查", "巡查", "出动", "宣传", "讲解", "派出", "走访", "全年", "全市", "全区", "全县",
    "累计", "共", "并", "同时", "另", "还", "较", "比", "同比", "今年", "审议", "学习", "学法", "听取",
    "研究", "讨论", "邀请", "聘用", "选派", "收到", "接收",
];

/// Words of growth, up and down.
pub(super) const UP: &[&str] = &["增长", "上升", "提高", "增加", "提升", "上涨", "增幅", "扩大", "增"];
pub(super) const DOWN: &[&str] =
    &["下降", "减少", "降低", "回落", "压减", "压缩", "缩短", "缩减", "下滑", "精简", "降幅", "降", "减"];

/// Whether a label speaks of change against another period.
pub(super) fn is_change(label: &str) -> bool {
    const AGAINST: &[&str] =
        &["同比", "环比", "较上", "较去", "比上", "比去", "较20", "比20", "同期", "较前", "增减"];
    has_any(label, AGAINST) || UP.iter().chain(DOWN).any(|w| label.ends_with(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_lose_only_what_says_nothing() {
        assert_eq!(trim_label("其中有区直"), "区直");
        assert_eq!(trim_label("行政执法人员共"), "行政执法人员");
        assert_eq!(trim_label("调解成功率达"), "调解成功率");
        assert_eq!(trim_label("其中"), "");
    }

    #[test]
    fn stages_are_read_off_the_end() {
        assert_eq!(final_stage("公安机关立案"), Some(("立案", 1)));
        assert_eq!(final_stage("移送涉嫌犯罪的案件"), None);
        assert_eq!(last_stage("移送涉嫌犯罪的案件"), Some(("移送", 0)));
        assert_eq!(last_stage("各级调解组织共调解纠纷"), Some(("调解", 1)));
    }
}
