//! Sentences that stand twice in a report, word by word or nearly so.
//!
//! Only rare pairs of characters lead from one sentence to another: two sentences that are nearly the same share
//! many of them, and all others are never compared.

use std::collections::BTreeMap;

use crate::report::{Note, Report, clauses, number};
use crate::text::{BlockKind, Place, Shingles, Span};

/// Shortest sentence that counts when it stands twice, in characters.
const SAME: usize = 25;
/// Shortest sentence that is compared with others.
const SIMILAR: usize = 40;
/// Likeness, per mille, from which two sentences are nearly the same.
const ALIKE: u32 = 900;
/// Sentences that hold a pair of characters before it counts as common.
const COMMON: usize = 4;
/// Fewest rare pairs that two sentences share before they are compared.
const SHARED: usize = 6;
/// Most sentences that are compared with another.
const COMPARED: usize = 1_000;
/// Most places that are noted of each kind.
const MOST: usize = 20;
/// Words of guiding ideas, which open and close reports by custom.
const CUSTOM: [&str; 6] = ["习近平", "为指导", "党的十", "党的二十", "四个意识", "党中央"];

struct Sentence {
    span: Span,
    /// Letters and digits only.
    words: String,
    shingles: Shingles,
}

/// Sentences that stand twice.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let sentences = sentences(report);
    let mut out = Vec::new();
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut repeated = vec![false; sentences.len()];
    for (i, sentence) in sentences.iter().enumerate() {
        if first.insert(&sentence.words, i).is_some() {
            repeated[i] = true;
            out.push(same(report, sentence.span));
        }
    }
    out.truncate(MOST);
    let near = pairs(&sentences).into_iter().filter(|&(_, b)| !repeated[b]);
    let near = near.filter(|&(a, b)| sentences[a].shingles.likeness(&sentences[b].shingles) >= ALIKE);
    out.extend(near.take(MOST).map(|(_, b)| similar(report, sentences[b].span)));
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
    for paragraph in report.body_paragraphs().filter(|p| p.kind == BlockKind::Paragraph) {
        for span in clauses(&report.text, paragraph.span) {
            let words = report.text.slice(span);
            let number = number(words).map_or(0, |n| n.len);
            let words = words.get(number..).unwrap_or("");
            if CUSTOM.iter().any(|c| words.contains(c)) {
                continue;
            }
            let words: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
            let chars = words.chars().count();
            if chars >= SAME {
                let shingles = if chars >= SIMILAR { Shingles::of(&words) } else { Shingles::default() };
                out.push(Sentence { span, words, shingles });
            }
        }
    }
    out
}

/// Pairs of sentences that share enough rare pairs of characters to be compared, the earlier one first.
fn pairs(sentences: &[Sentence]) -> Vec<(usize, usize)> {
    let numbered = sentences.iter().enumerate();
    let mut places: Vec<(u64, usize)> =
        numbered.flat_map(|(i, s)| s.shingles.pairs().map(move |p| (p, i))).collect();
    places.sort_unstable();
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for group in places.chunk_by(|a, b| a.0 == b.0).filter(|g| (2..=COMMON).contains(&g.len())) {
        for (n, (_, a)) in group.iter().enumerate() {
            for (_, b) in group.get(n + 1..).unwrap_or(&[]) {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let enough = shared.into_iter().filter(|(_, count)| *count >= SHARED);
    enough.map(|(pair, _)| pair).take(COMPARED).collect()
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
