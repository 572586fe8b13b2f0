//! The page of one rule: what `explain` prints and what stands under `docs/rules/`.

use std::fmt::Write as _;

use crate::pack::condition::Condition;
use crate::pack::{Example, Pack, PackPart, Packs, Rule, RuleKind, Signal, Slot};
use crate::report::PartKind;
use crate::score::Tree;
use crate::text::{Lang, Speak};

/// The page of a rule, in Markdown.
pub fn rule_page(packs: &Packs, pack: &Pack, part: &PackPart, rule: &Rule, lang: Lang) -> String {
    let mut out = String::new();
    let zh = lang == Lang::Zh;
    let t = |a: &'static str, b: &'static str| if zh { a } else { b };
    let mut line = |text: String| {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{text}");
    };
    line(format!("# {}\n", rule.title.say(lang)));
    line(format!(
        "`{}` · {} · {} · {}\n",
        rule.id,
        kind(rule.kind, lang),
        t(rule.severity.title(), rule.severity.word()),
        weight(packs, rule, lang)
    ));
    line(format!("{} / {}\n", pack.title.say(lang), part.title.say(lang)));
    line(format!("## {}\n", t("依据", "Basis")));
    line(format!("{}\n", basis(rule, lang)));
    line(format!("## {}\n", t("适用", "Applies to")));
    line(format!("{}\n", scope(&[&pack.applies, &part.applies, &rule.applies], lang)));
    for exemption in &pack.exempt {
        if exemption.rules.iter().any(|p| crate::pack::matches(&format!("{}/{p}", pack.id), &rule.id)) {
            line(format!(
                "{}{}{}{}\n",
                t("不适用于", "Not for "),
                scope(&[&exemption.whom], lang),
                t(":", ": "),
                exemption.why.say(lang)
            ));
        }
    }
    line(format!("## {}\n", t("怎样判", "How it is judged")));
    for signal in &rule.signals {
        line(signal_line(signal, lang));
    }
    match &rule.judge_text {
        Some(text) => line(format!("\n```rhai\n{}\n```\n", text.trim_end())),
        None => line(format!("\n{}\n", t("每个信号都出现即满足。", "Met when every signal is seen."))),
    }
    if !rule.notes.zh.is_empty() {
        line(format!("{}\n", rule.notes.say(lang)));
    }
    line(format!("## {}\n", t("怎样改", "What to do")));
    line(format!("{}\n", rule.advice.say(lang)));
    if let Some(belongs) = &rule.belongs {
        line(format!(
            "{}\n\n> {}\n",
            t("可以套用:", "A paragraph to start from:"),
            belongs.skeleton.replace('\n', "\n> ")
        ));
    }
    line(format!("## {}\n", t("示例", "Examples")));
    for example in &rule.examples {
        line(example_line(example, lang));
    }
    out
}

fn kind(kind: RuleKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (RuleKind::Gate, Lang::Zh) => "前置",
        (RuleKind::Mandate, Lang::Zh) => "法定内容",
        (RuleKind::Work, Lang::Zh) => "工作覆盖",
        (RuleKind::Quality, Lang::Zh) => "质量",
        (RuleKind::Form, Lang::Zh) => "格式",
        (RuleKind::Flag, Lang::Zh) => "疑点",
        (kind, Lang::En) => kind.word(),
    }
}

/// Points that the rule is worth when everything applies.
fn weight(packs: &Packs, rule: &Rule, lang: Lang) -> String {
    let tree = Tree::new(packs, |_| true);
    let at = packs.rules().position(|(_, _, r)| r.id == rule.id).unwrap_or(0);
    let points = tree.rules.get(at).copied().unwrap_or_default();
    match lang {
        Lang::Zh => format!("部分内权重 {},全部适用时值 {points} 分", rule.weight),
        Lang::En => {
            format!("weight {} in its part, worth {points} points when everything applies", rule.weight)
        }
    }
}

fn basis(rule: &Rule, lang: Lang) -> String {
    let b = &rule.basis;
    let number = if b.number.is_empty() { String::new() } else { format!("({})", b.number) };
    let status = match (b.seen, lang) {
        (true, Lang::Zh) => "已核对原文或转载",
        (true, Lang::En) => "seen",
        (false, Lang::Zh) => "凭一般了解,未核对原文",
        (false, Lang::En) => "unverified",
    };
    let blank = if lang == Lang::Zh { "" } else { " " };
    format!("《{}》{number}{}{blank}({status})", b.document, b.at)
}

fn scope(conditions: &[&Condition], lang: Lang) -> String {
    let mut parts = Vec::new();
    let year = |y: i16| y.to_string();
    for condition in conditions {
        if let Some((from, to)) = condition.years {
            let range = match (from, to) {
                (i16::MIN, to) => format!("≤{to}"),
                (from, i16::MAX) => format!("≥{from}"),
                (from, to) if from == to => year(from),
                (from, to) => format!("{from}-{to}"),
            };
            parts.push(if lang == Lang::Zh {
                format!("报告年度 {range}")
            } else {
                format!("report year {range}")
            });
        }
        if !condition.levels.is_empty() {
            let levels: Vec<&str> = condition
                .levels
                .iter()
                .map(|l| if lang == Lang::Zh { l.title() } else { l.word() })
                .collect();
            parts.push(levels.join(lang.comma()));
        }
        if !condition.issuer_kinds.is_empty() {
            parts
                .push(condition.issuer_kinds.iter().map(|k| k.word()).collect::<Vec<_>>().join(lang.comma()));
        }
    }
    if parts.is_empty() {
        parts.push(if lang == Lang::Zh { "所有报告".to_string() } else { "all reports".to_string() });
    }
    parts.join(if lang == Lang::Zh { ";" } else { "; " })
}

fn signal_line(signal: &Signal, lang: Lang) -> String {
    let words: Vec<String> =
        (0..signal.alternatives()).map(|i| format!("`{}`", signal.alternative(i))).collect();
    let (name, words) = (&signal.name, words.join(lang.comma()));
    let zones = crate::pack::zone_words(signal.zones).join(lang.comma());
    match lang {
        Lang::Zh => format!("- 信号 `{name}`({zones}):{words}"),
        Lang::En => format!("- signal `{name}` ({zones}): {words}"),
    }
}

fn example_line(example: &Example, lang: Lang) -> String {
    let place = match example.slot {
        _ if example.report.is_some() => "report",
        Slot::Opening => "opening",
        Slot::Tail => "tail",
        Slot::Front => "front",
        Slot::Part(kind) => PartKind::word(kind),
    };
    let text = example.report.as_deref().unwrap_or(&example.text);
    let empty = if lang == Lang::Zh { "(空)" } else { "(empty)" };
    let text = if text.is_empty() { empty.to_string() } else { text.trim().replace('\n', " / ") };
    format!("- **{}** [{place}, {}] {text}", example.expect.word(), example.year)
}
