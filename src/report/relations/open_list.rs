//! Lists that leave something out, and lists of values: `甲、乙等13个班次` · `分别为0件、18件、9件`.
//!
//! Comes in: a passage. Goes out: `open_list` and `alignment` relations, only where they hold: whether a
//! list with 等 is too long, or which list the values belong to, cannot be told from the words alone.

use super::count_words::CountWord;
use super::lists::{List, is_etc};
use super::passage::{Passage, Term};
use super::relation::{Check, Kind, Relation, plain};
use rust_decimal::Decimal;

/// Characters looked back over for the list of things.
const LOOK_BACK: usize = 120;

/// Characters looked back over for the full list of an open one.
const FAR: usize = 400;

/// All open lists and alignments of a passage.
pub(super) fn find(passage: &Passage, out: &mut Vec<Relation>) {
    for (n, term) in passage.terms.iter().enumerate() {
        out.extend(open_list(passage, term));
        out.extend(alignment(passage, n));
    }
    out.extend(passage.count_words.iter().filter_map(|word| given_before(passage, word)));
}

/// A list before 等, and the number of all things after it.
fn open_list(passage: &Passage, term: &Term) -> Option<Relation> {
    if !crate::report::figures::is_counted(term.figure.measure)
        || matches!(term.figure.measure, "人次" | "人")
    {
        return None;
    }
    let glyphs = &passage.glyphs;
    let etc = (term.label_from..term.from).rev().take(16).find(|&i| is_etc(glyphs, i))?;
    let list = List::ending_at(glyphs, etc);
    let (&(first, _), listed) = (list.items.first()?, list.least);
    let stated = term.figure.normalised();
    (Decimal::from(listed) <= stated).then(|| Relation {
        kind: Kind::OpenList,
        check: Check::Holds,
        spans: vec![glyphs.span(first, etc), term.figure.span],
        quote: glyphs.span(first, term.to),
        claimed: plain(stated),
        computed: listed.to_string(),
        arithmetic: format!("{listed}\u{2264}{}", plain(stated)),
    })
}

/// `甲、乙等6大领域` after a sentence that names all six: `甲、丙、乙、丁、戊、己领域`.
fn given_before(passage: &Passage, word: &CountWord) -> Option<Relation> {
    let glyphs = &passage.glyphs;
    let etc = word.from.checked_sub(1).filter(|&i| is_etc(glyphs, i))?;
    let short = List::ending_at(glyphs, etc);
    let head: Vec<char> = word.head(glyphs).chars().collect();
    let noun: String = head.get(1..3)?.iter().collect();
    let start = short.items.first()?.0;
    let names: Vec<String> = short.items.iter().map(|&(from, to)| glyphs.words(from, to)).collect();
    let ends = (start.saturating_sub(FAR)..start).filter(|&i| glyphs.starts_with(i, &noun)).take(10);
    let full = ends.map(|end| List::ending_at(glyphs, end)).find(|list| {
        let words = list.items.first().zip(list.items.last());
        let words = words.map_or(String::new(), |(first, last)| glyphs.words(first.0, last.1));
        // The first name of the short list may carry words of its sentence in front.
        let has_all = names.iter().skip(1).all(|name| words.contains(name.as_str()));
        names.len() > 1 && has_all && list.least == word.value
    })?;
    let (from, to) = (full.items.first()?.0, full.items.last()?.1);
    Some(Relation {
        kind: Kind::CountList,
        check: Check::Holds,
        spans: vec![glyphs.span(from, to), glyphs.span(word.from, word.head_end)],
        quote: glyphs.span(start, word.head_end),
        claimed: word.value.to_string(),
        computed: word.value.to_string(),
        arithmetic: format!("{0}={0}", word.value),
    })
}

/// Values after 分别为, and a list of as many things before it in the sentence.
fn alignment(passage: &Passage, n: usize) -> Option<Relation> {
    let (first, glyphs) = (&passage.terms[n], &passage.glyphs);
    if !first.raw_label().trim_end_matches(['为', '是', '有', '达', '到']).ends_with("分别") {
        return None;
    }
    let like = |t: &&Term| t.spot.clause == first.spot.clause && t.like(first);
    let values: Vec<&Term> = passage.terms.iter().skip(n).take(20).take_while(like).collect();
    let count = values.len() as u64;
    let things = lists_before(passage, first).find(|list| list.may_be(count) && count > 1)?;
    Some(Relation {
        kind: Kind::Alignment,
        check: Check::Holds,
        spans: values.iter().map(|t| t.figure.span).collect(),
        quote: glyphs.span(things.items.first()?.0, values.last()?.to),
        claimed: count.to_string(),
        computed: count.to_string(),
        arithmetic: format!("{count}={count}"),
    })
}

/// The lists that end before a figure's label, the nearest first: in its own clause, then in those before.
fn lists_before<'p>(passage: &'p Passage, term: &Term) -> impl Iterator<Item = List> + 'p {
    let (start, sentence) = (term.label_from, term.spot.sentence);
    let own = term.from.saturating_sub(term.raw_label().chars().count());
    let ends = (start.saturating_sub(LOOK_BACK)..=start).rev();
    let earlier =
        ends.filter(move |&i| ",:".contains(passage.glyphs.at(i)) && passage.spot(i).sentence == sentence);
    std::iter::once(own).chain(earlier).map(|end| List::ending_at(&passage.glyphs, end))
}
