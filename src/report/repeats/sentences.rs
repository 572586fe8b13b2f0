//! Sentences that stand twice in a report, word by word or nearly so.
//!
//! Near repetition is measured on runs of four characters. Only every fourth run, chosen by its own value, leads
//! from one sentence to another: two sentences that are nearly the same share many of them.

use std::collections::BTreeMap;

use crate::report::{Note, Report, clauses, number};
use crate::text::{Place, Span};

/// Shortest sentence that counts when it stands twice, in characters.
const SAME: usize = 25;
/// Shortest sentence that is compared with others.
const SIMILAR: usize = 40;
/// Share of common runs, in percent, from which two sentences are nearly the same.
const SHARE: usize = 80;
/// Characters of a run.
const RUN: usize = 4;
/// Every so manieth run leads to other sentences.
const SAMPLE: u64 = 4;
/// Sentences that hold a run before it counts as a set phrase.
const COMMON: usize = 6;
/// Fewest chosen runs that two sentences share before they are compared.
const SHARED: usize = 4;
/// Most places that are noted of each kind.
const MOST: usize = 20;
/// Most pairs of sentences that are compared.
const COMPARED: usize = 1_000;
/// Words of guiding ideas, which open and close reports by custom.
const CUSTOM: [&str; 6] = ["习近平", "为指导", "党的十", "党的二十", "四个意识", "党中央"];

struct Sentence {
    span: Span,
    chars: usize,
    runs: Vec<u64>,
    whole: u64,
}

/// Sentences that stand twice.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let sentences = sentences(report);
    let mut out = Vec::new();
    let mut first: BTreeMap<u64, usize> = BTreeMap::new();
    let mut repeated = vec![false; sentences.len()];
    for (i, sentence) in sentences.iter().enumerate() {
        if sentence.chars >= SAME && first.insert(sentence.whole, i).is_some() {
            repeated[i] = true;
            out.push(same(report, sentence.span));
        }
    }
    out.truncate(MOST);
    let near = pairs(&sentences).into_iter().filter(|&(_, b)| !repeated[b]);
    let near: Vec<Note> = near
        .filter(|&(a, b)| alike(&sentences[a].runs, &sentences[b].runs))
        .take(MOST)
        .map(|(_, b)| similar(report, sentences[b].span))
        .collect();
    out.extend(near);
    out
}

fn same(report: &Report, span: Span) -> Note {
    Note::new(
        "repeated-sentence",
        Place::Span(report.text.to_source(span)),
        "这句话在前面已经出现过一次",
        "this sentence has stood before, word by word",
    )
}

fn similar(report: &Report, span: Span) -> Note {
    Note::new(
        "similar-sentence",
        Place::Span(report.text.to_source(span)),
        "这句话与前面一句几乎相同",
        "this sentence is nearly the same as one before",
    )
}

/// The sentences of the body without their numbers, those of custom left out.
fn sentences(report: &Report) -> Vec<Sentence> {
    let mut out = Vec::new();
    for paragraph in report.body_paragraphs().filter(|p| p.kind == crate::text::BlockKind::Paragraph) {
        for span in clauses(&report.text, paragraph.span) {
            let words = report.text.slice(span);
            let number = number(words).map_or(0, |n| n.len);
            let words = words.get(number..).unwrap_or("");
            if CUSTOM.iter().any(|c| words.contains(c)) {
                continue;
            }
            let chars: Vec<char> = words.chars().filter(|c| c.is_alphanumeric()).collect();
            if chars.len() >= SAME {
                out.push(Sentence { span, chars: chars.len(), runs: runs(&chars), whole: value(&chars) });
            }
        }
    }
    out
}

fn runs(chars: &[char]) -> Vec<u64> {
    if chars.len() < SIMILAR {
        return Vec::new();
    }
    let mut out: Vec<u64> = chars.windows(RUN).map(value).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// A number for some characters (FNV-1a), spread so that its low bits choose fairly.
fn value(chars: &[char]) -> u64 {
    let mixed = chars.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, c| {
        (hash ^ u64::from(u32::from(*c))).wrapping_mul(0x0100_0000_01b3)
    });
    mixed ^ (mixed >> 29)
}

/// Pairs of sentences that share enough chosen runs to be compared, the earlier one first.
fn pairs(sentences: &[Sentence]) -> Vec<(usize, usize)> {
    let chosen = |runs: &[u64]| runs.iter().copied().filter(|r| r % SAMPLE == 0).collect::<Vec<_>>();
    let mut places: Vec<(u64, usize)> = sentences
        .iter()
        .enumerate()
        .flat_map(|(i, s)| chosen(&s.runs).into_iter().map(move |r| (r, i)))
        .collect();
    places.sort_unstable();
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for group in places.chunk_by(|a, b| a.0 == b.0).filter(|g| (2..=COMMON).contains(&g.len())) {
        for (n, (_, a)) in group.iter().enumerate() {
            for (_, b) in group.get(n + 1..).unwrap_or(&[]) {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    shared.into_iter().filter(|(_, count)| *count >= SHARED).map(|(pair, _)| pair).take(COMPARED).collect()
}

/// Whether two sorted sets of runs are nearly the same.
fn alike(a: &[u64], b: &[u64]) -> bool {
    let common = a.iter().filter(|run| b.binary_search(run).is_ok()).count();
    let all = a.len() + b.len() - common;
    common * 100 >= all * SHARE
}

#[cfg(test)]
mod tests {
    use crate::report::testing::noted;

    const KINDS: [&str; 2] = ["repeated-sentence", "similar-sentence"];
    const LONG: &str = "组织行政执法人员开展行政处罚法专题培训三期,覆盖全县十二个执法部门和九个乡镇的执法骨干,考试合格后统一换发行政执法证件";

    #[test]
    fn a_sentence_that_stands_twice_is_noted_once() {
        let text = format!("(一)规范执法。{LONG}。调解纠纷8件。\n(二)强化培训。{LONG}。办结5件。");
        assert_eq!(noted(&text, &KINDS), ["repeated-sentence"]);
    }

    #[test]
    fn a_few_changed_words_are_nearly_the_same() {
        let text = format!("(一)规范执法。{LONG}。\n(二)强化培训。{}。", LONG.replace("三期", "五期"));
        assert_eq!(noted(&text, &KINDS), ["similar-sentence"]);
    }

    #[test]
    fn parallel_statements_and_set_phrases_are_not() {
        let text = "(一)复议。全年收到行政复议申请120件,受理110件,审结100件,其中调解和解30件,纠错8件,按期办结率100%。\n(二)应诉。全年办理行政应诉案件80件,出庭应诉75件,其中负责人出庭60件,败诉6件,履行生效裁判100%。\n坚持以习近平新时代中国特色社会主义思想为指导,全面贯彻落实上级部署要求。\n坚持以习近平新时代中国特色社会主义思想为指导,全面贯彻落实上级部署要求。";
        assert_eq!(noted(text, &KINDS), [""; 0]);
    }
}
