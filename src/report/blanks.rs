//! Blanks that were never filled: `XX县`, `20XX年`, `某镇`, `*件`, `请填写`, `……件`.
//!
//! Comes in: a [`Report`]. Goes out: notes. Persons, companies and places of a case are made anonymous by right,
//! and names in 《》 are quoted.

use std::sync::LazyLock;

use regex::Regex;

use super::{Note, Report, Zone, clauses};
use crate::text::{Place, Span};

/// Words of cases, in which places and persons are made anonymous.
const CASE: [&str; 15] = [
    "公司",
    "某某",
    "案例",
    "当事人",
    "原告",
    "被告",
    "申请人",
    "第三人",
    "村民",
    "店",
    "涉嫌",
    "企业",
    "反映",
    "举报",
    "投诉",
];
/// Most blanks that are looked at in one sentence.
const MOST: usize = 20;

struct Patterns {
    /// Whatever stands around it.
    always: Regex,
    /// Unless the sentence tells a case.
    outside_cases: Regex,
}

#[expect(clippy::expect_used, reason = "the patterns are constants; tests use them")]
static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let re = |p: &str| Regex::new(p).expect("a valid pattern");
    Patterns {
        always: re(
            r"20[xX×*]{2}|(请|此处|在此)填写|\((待(补充|填写|填|定|核实|完善|更新|确认)|此处[^()]{1,10})\)|\{[^{}\n]{1,12}\}|…+(件|次|项|年|月|名|个|人|期|场|份)|_{2,}(年|月|日|件|次|项|名|个|人|期|场|份)|[xX×*]{1,4}(年|月|日|件|次|项|名|期|场|份|条|起|万元|亿元|%)",
        ),
        outside_cases: re(
            r"[xX×*]{1,4}(省|市|县|区|旗|镇|乡|村|街道|局|司法所|个)|某(省|市|县|区|镇|乡|街道|局)",
        ),
    }
});

/// Blanks in title, front, body and tail.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let shown = report.paragraphs.iter().filter(|p| p.zone != Zone::Boilerplate);
    let mut out = Vec::new();
    for paragraph in shown {
        for clause in clauses(&report.text, paragraph.span) {
            let words = report.text.slice(clause);
            if !words.contains(['X', 'x', '×', '*', '某', '_', '{', '…', '填', '待', '此']) {
                continue;
            }
            for (from, to) in blanks(words, clause.start == paragraph.span.start) {
                let base = clause.start as usize;
                let span = report.text.to_source(Span::new(base + from, base + to));
                out.push(Note::new(
                    "placeholder",
                    Place::Span(span),
                    "这里留有没有填写的空白",
                    "a blank was left unfilled here",
                ));
            }
        }
    }
    out
}

fn blanks(words: &str, opens_paragraph: bool) -> Vec<(usize, usize)> {
    let p = &*PATTERNS;
    let case = CASE.iter().any(|w| words.contains(w)) || names_case(words);
    let always = p.always.find_iter(words).map(|m| (m.start(), m.end())).take(MOST);
    let outside = p.outside_cases.find_iter(words).map(|m| (m.start(), m.end())).filter(|_| !case).take(MOST);
    let mut out: Vec<(usize, usize)> = always.chain(outside).collect();
    out.retain(|&(from, to)| {
        let bullet = opens_paragraph && from == 0 && words.starts_with('*');
        !bullet && !is_named(words, from) && !goes_on(words, from, to)
    });
    out.sort_unstable();
    out.dedup_by(|later, earlier| later.0 < earlier.1);
    out
}

/// `韩某某行政处罚案`; not `案件`, `案卷`, `方案`, `备案`.
fn names_case(words: &str) -> bool {
    words.match_indices('案').any(|(at, case)| {
        let before = words.get(..at).unwrap_or("");
        let after = words.get(at + case.len()..).unwrap_or("");
        !after.starts_with(['件', '卷'])
            && !before.ends_with(['方', '预', '提', '备', '档', '议', '草', '答', '文', '立', '办'])
    })
}

/// Inside 《》, or part of a Latin word, a product or a model number (`1+X`, `3×5`).
fn is_named(words: &str, from: usize) -> bool {
    let before = words.get(..from).unwrap_or("");
    let title = before.matches('《').count() > before.matches('》').count();
    let latin = words.get(from..).is_some_and(|w| w.starts_with(['x', 'X', '×', '*']))
        && before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-'));
    title || latin
}

/// `某区域`, `某市场`, `某县级`, `某乡镇`: another word, or one that stands for any of them; `王××个人`.
fn goes_on(words: &str, from: usize, to: usize) -> bool {
    let after = words.get(to..).unwrap_or("");
    let some = words.get(from..).is_some_and(|w| w.starts_with('某'));
    some && after.starts_with(['域', '间', '块', '场', '级', '部', '面', '镇']) || after.starts_with('人')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str) -> Vec<&str> {
        blanks(words, true).into_iter().map(|(from, to)| words.get(from..to).unwrap()).collect()
    }

    #[test]
    fn blanks_are_found() {
        for (words, want) in [
            ("20XX年,全县推进法治建设", vec!["20XX"]),
            ("XX县办理案件××件", vec!["XX县", "××件"]),
            ("x镇坚持依法行政,全年调解*件", vec!["x镇", "*件"]),
            ("为某县高质量发展提供保障", vec!["某县"]),
            ("(待补充)请填写", vec!["(待补充)", "请填写"]),
            ("全年……件,{下一年度}年完成", vec!["……件", "{下一年度}"]),
        ] {
            assert_eq!(found(words), want, "{words}");
        }
    }

    #[test]
    fn anonymous_cases_names_and_other_words_are_not() {
        for words in [
            "办理某镇韩某某行政处罚案",
            "某市某商贸有限公司不服处罚",
            "张XX、李××等人",
            "印发《XX县实施办法》的通知",
            "推行“1+X”工作法,X光检查",
            "*加强领导",
            "在某区域开展整治,规范某市场",
            "制度有待补充完善",
            "甲、乙……等",
        ] {
            assert_eq!(found(words), [""; 0], "{words}");
        }
    }
}
