//! Count words that announce numbered items: `具体表现在七个方面:` and the items behind it.
//!
//! Comes in: all passages and headings. Goes out: `count_list` relations. A title may hold a number of
//! its own (`落实三项制度`), so only an express announcement can be false.

use super::Numbered;
use super::count_words::CountWord;
use super::enumeration::{Mark, mark, marks, run};
use super::passage::Passage;
use super::relation::{Check, Kind, Relation};
use crate::text::Span;

/// Longest rest of a sentence behind its count word.
const LONGEST_LEAD: usize = 100;
/// Characters of an item looked at for the counted noun.
const ITEM_HEAD: usize = 300;
/// Marks, headings or paragraphs looked through for items.
const MOST_MARKS: usize = 120;

/// Items behind a count word, and where they stand.
struct Items {
    spans: Vec<Span>,
    /// Every item has the counted noun in it.
    of_the_kind: bool,
}

/// All announcements of a text.
pub(super) fn find(passages: &[Passage], headings: &[Numbered], out: &mut Vec<Relation>) {
    for (n, passage) in passages.iter().enumerate() {
        let words = &passage.count_words;
        let marks = if words.is_empty() { Vec::new() } else { marks(&passage.glyphs) };
        for (at, word) in words.iter().enumerate().filter(|(_, word)| counts_items(passage, word)) {
            let Some(lead_end) = end_of_lead(passage, word) else { continue };
            let found = if lead_end == passage.glyphs.len() {
                following(passages, n, headings)
            } else {
                inside(passage, word, &marks, lead_end).into_iter().collect()
            };
            let last = words.get(at + 1).is_none_or(|w| w.from >= lead_end);
            out.extend(judge(passage, word, lead_end, last, &found));
        }
    }
}

/// Whether a count word may announce items at all. 行政执法三项制度 is a name, whatever follows it.
fn counts_items(passage: &Passage, word: &CountWord) -> bool {
    let name = word.value == 3 && passage.glyphs.starts_with(word.number_end, "项制度");
    word.value >= 2 && !name && "个方点条项类张大种步件".contains(passage.glyphs.at(word.number_end))
}

/// One past the sentence or lead-in around a count word.
fn end_of_lead(passage: &Passage, word: &CountWord) -> Option<usize> {
    let glyphs = &passage.glyphs;
    let most = glyphs.len().min(word.head_end + LONGEST_LEAD);
    let mark = (word.head_end..most).find(|&i| "。:;!".contains(glyphs.at(i)));
    mark.map(|i| i + 1).or((most == glyphs.len()).then_some(most))
}

/// Items inside the paragraph, right behind the lead-in.
fn inside(passage: &Passage, word: &CountWord, marks: &[Mark], lead_end: usize) -> Option<Items> {
    let at = marks.binary_search_by_key(&lead_end, |m| m.at).ok()?;
    let items = run(marks.get(at..marks.len().min(at + MOST_MARKS))?);
    let noun = noun(passage, word);
    let end = |n: usize| items.get(n + 1).map_or(passage.glyphs.len(), |m| m.at);
    let has_noun =
        |(n, m): (usize, &Mark)| passage.glyphs.words(m.end, end(n).min(m.end + ITEM_HEAD)).contains(&noun);
    let of_the_kind = !noun.is_empty() && items.iter().enumerate().all(has_noun);
    let spans = items.iter().map(|m| passage.glyphs.span(m.at, m.end)).collect();
    Some(Items { spans, of_the_kind })
}

/// The two characters that name what is counted, without its measure word.
fn noun(passage: &Passage, word: &CountWord) -> String {
    let head: Vec<char> = word.head(&passage.glyphs).chars().skip(1).take(2).collect();
    if head.len() == 2 { head.into_iter().collect() } else { String::new() }
}

/// Items that begin the next paragraphs: by the headings, and by the paragraphs themselves.
fn following(passages: &[Passage], n: usize, headings: &[Numbered]) -> Vec<Items> {
    let Some(next) = passages.get(n + 1) else { return Vec::new() };
    let at = headings.partition_point(|h| h.span.start < next.span().start);
    let by_heading = headings.get(at..headings.len().min(at + MOST_MARKS)).unwrap_or(&[]);
    let first = by_heading.first().filter(|h| h.span.start == next.span().start && h.number == 1);
    let mut spans = Vec::new();
    if let Some(first) = first {
        let level =
            by_heading.iter().take_while(|h| h.depth >= first.depth).filter(|h| h.depth == first.depth);
        spans.extend(level.zip(1..).take_while(|(h, n)| h.number == *n).map(|(h, _)| h.span));
    }
    let by_paragraph = paragraph_run(passages, n + 1);
    [spans, by_paragraph]
        .into_iter()
        .filter(|s| s.len() > 1)
        .map(|spans| Items { spans, of_the_kind: false })
        .collect()
}

fn paragraph_run(passages: &[Passage], from: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut family = None;
    for passage in passages.iter().skip(from).take(MOST_MARKS) {
        let Some(mark) = mark(&passage.glyphs, 0) else {
            if spans.is_empty() {
                break;
            }
            continue;
        };
        if family.is_some_and(|f| f != mark.family) {
            continue;
        }
        if mark.number != spans.len() as u64 + 1 {
            break;
        }
        family = Some(mark.family);
        spans.push(passage.glyphs.span(mark.at, mark.end));
    }
    spans
}

fn judge(
    passage: &Passage,
    word: &CountWord,
    lead_end: usize,
    last: bool,
    found: &[Items],
) -> Option<Relation> {
    let counted = |items: &Items| items.spans.len() as u64;
    if let Some(items) = found.iter().find(|i| counted(i) == word.value) {
        return Some(relation(passage, word, items, Check::Holds));
    }
    let items = found.first().filter(|i| counted(i) > 1)?;
    let near = word.value <= 12 && found.iter().all(|i| counted(i).abs_diff(word.value) <= 3);
    let lead = passage.glyphs.words(word.from.saturating_sub(6), lead_end);
    let wrong =
        last && near && !lead.contains('等') && (items.of_the_kind || is_express(passage, word, &lead));
    wrong.then(|| relation(passage, word, items, Check::DoesNotHold))
}

/// `以下三个方面`, `表现在三个方面:`.
fn is_express(passage: &Passage, word: &CountWord, lead: &str) -> bool {
    const ASPECTS: &[&str] = &["个方面", "方面", "点", "条", "个问题", "项工作"];
    let announces = lead.ends_with(':') || lead.contains("以下") || lead.contains("如下");
    announces && passage.glyphs.starts_with_any(word.number_end, ASPECTS)
}

fn relation(passage: &Passage, word: &CountWord, items: &Items, check: Check) -> Relation {
    let count = items.spans.len();
    let sign = if check == Check::Holds { '=' } else { '\u{2260}' };
    let head = passage.glyphs.span(word.from, word.head_end);
    Relation {
        kind: Kind::CountList,
        check,
        spans: std::iter::once(head).chain(items.spans.iter().copied()).collect(),
        quote: head,
        claimed: word.value.to_string(),
        computed: count.to_string(),
        arithmetic: format!("{count}{sign}{}", word.value),
    }
}
