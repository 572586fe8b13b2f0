//! Doubled words and clauses: `的的`, `进一步进一步`, a clause that stands twice in a row, `整合…等整合`.

use crate::report::{Note, Report};
use crate::text::{Place, Span};

/// Characters that are never doubled by right, with the characters around a pair that make it right after all.
const SINGLE: [(char, &str, &str); 6] = [
    ('的', "目标端真", "确"),
    ('了', "为除末", "解断结却"),
    ('是', "", "非"),
    ('与', "", "会"),
    ('被', "", ""),
    ('于', "", ""),
];
/// Words of two characters that are never doubled by right; nouns meet by chance (`综合执法执法队伍`).
const DOUBLE: [&str; 14] = [
    "不断", "全面", "深入", "持续", "积极", "切实", "认真", "加强", "以及", "通过", "按照", "根据", "关于",
    "进行",
];
/// Lengths of longer words that are looked for.
const LONGER: std::ops::RangeInclusive<usize> = 3..=12;
/// Shortest clause that counts when it stands twice.
const CLAUSE: usize = 4;
/// Verbs that a sentence begins with and takes up again by mistake behind 等.
const VERBS: [&str; 10] = ["整合", "加强", "推进", "组织", "强化", "建立", "完善", "实施", "举办", "召开"];

/// Doubled words and clauses of the body.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let mut out = Vec::new();
    for paragraph in report.body_paragraphs() {
        let words = report.text.slice(paragraph.span);
        for (from, to) in doubled(words) {
            let base = paragraph.span.start as usize;
            let span = report.text.to_source(Span::new(base + from, base + to));
            out.push(Note::new(
                "doubled-words",
                Place::Span(span),
                "字词或分句重复",
                "words or a clause stand twice",
            ));
        }
    }
    out
}

/// Doubled places of a paragraph, as byte ranges, in order and without overlap.
fn doubled(words: &str) -> Vec<(usize, usize)> {
    let chars: Vec<(usize, char)> = words.char_indices().collect();
    let mut out = runs(words, &chars);
    out.extend(clauses(words));
    out.extend(taken_up_again(words));
    out.sort_unstable();
    let mut end = 0;
    out.retain(|&(from, to)| {
        let fresh = from >= end;
        end = end.max(to);
        fresh
    });
    out
}

/// A word directly followed by itself.
fn runs(words: &str, chars: &[(usize, char)]) -> Vec<(usize, usize)> {
    let at = |i: usize| chars.get(i).map_or(words.len(), |(at, _)| *at);
    let mut out = Vec::new();
    for length in [1, 2].into_iter().chain(LONGER) {
        let mut same = 0;
        for i in 0..chars.len().saturating_sub(length) {
            let c = chars[i].1;
            let twice = c == chars[i + length].1 && matches!(c, '\u{3400}'..='\u{9fff}');
            same = if twice { same + 1 } else { 0 };
            if same == length {
                let from = i + 1 - length;
                if by_mistake(chars, from, length) {
                    out.push((at(from), at(from + 2 * length)));
                }
                same = 0;
            }
        }
    }
    out
}

/// Whether a doubled word is one that is not doubled by right.
fn by_mistake(chars: &[(usize, char)], from: usize, length: usize) -> bool {
    let around = |i: Option<usize>| i.and_then(|i| chars.get(i)).map_or('\n', |(_, c)| *c);
    match length {
        1 => SINGLE.iter().any(|(c, before, after)| {
            *c == chars[from].1
                && !before.contains(around(from.checked_sub(1)))
                && !after.contains(around(Some(from + 2)))
        }),
        2 => DOUBLE.iter().any(|w| w.chars().eq([chars[from].1, chars[from + 1].1])),
        // `年年年`, `年年年年`: a doubled character that goes on is no word.
        _ => chars[from].1 != chars[from + 1].1,
    }
}

/// A clause that stands twice in a row.
fn clauses(words: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut last = (0, "");
    let mut from = 0;
    for clause in words.split_inclusive([',', '、', ';', '。', ':']) {
        let bare = clause.trim_end_matches([',', '、', ';', '。', ':']);
        if bare == last.1 && bare.chars().count() >= CLAUSE {
            out.push((last.0, from + bare.len()));
        }
        last = (from, bare);
        from += clause.len();
    }
    out
}

/// `整合甲、乙等整合35个部门`.
fn taken_up_again(words: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut from = 0;
    for clause in words.split_inclusive([',', ';', '。', ':']) {
        let verb = VERBS.iter().find(|v| clause.starts_with(**v));
        let again =
            verb.and_then(|v| clause.find(&format!("等{v}")).map(|at| at + '等'.len_utf8() + v.len()));
        if let Some(end) = again {
            let rest = clause.get(end..).unwrap_or("");
            let counted = rest.starts_with(|c: char| c.is_ascii_digit());
            let noun =
                ["工作", "机制", "措施", "情况", "活动", "方案", "制度"].iter().any(|n| rest.starts_with(n));
            if counted || !noun && !rest.is_empty() {
                out.push((from, from + end));
            }
        }
        from += clause.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str) -> Vec<&str> {
        doubled(words).into_iter().map(|(from, to)| words.get(from..to).unwrap()).collect()
    }

    #[test]
    fn doubled_words_are_found() {
        assert_eq!(found("推进的的工作"), ["的的"]);
        assert_eq!(found("持续持续推进"), ["持续持续"]);
        assert_eq!(found("进一步进一步加强"), ["进一步进一步"]);
        assert_eq!(found("提升执法水平,提升执法水平。"), ["提升执法水平,提升执法水平"]);
        assert_eq!(found("经验,整合公检法司、综治信访等整合35个部门"), ["整合公检法司、综治信访等整合"]);
    }

    #[test]
    fn words_that_meet_by_right_are_not() {
        for words in [
            "达到目的的措施",
            "除了了解情况",
            "以及及时办理",
            "综合执法执法队伍",
            "一级抓一级、层层抓落实",
            "一步一步推进,年年年年",
            "行政许可、行政处罚等行政执法行为",
            "加强宣传、培训等加强措施",
            "研究研究",
        ] {
            assert_eq!(found(words), [""; 0], "{words}");
        }
    }
}
