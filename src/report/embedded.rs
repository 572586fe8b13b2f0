//! Parts that have no heading: sentences about the content itself, inside another part.
//!
//! A plan, a set phrase, the name of a rule or a list, or somebody else's responsibility does not count.

use std::sync::LazyLock;

use regex::Regex;

use super::paragraph::Zone;
use super::parts::{Part, PartKind, View};
use super::sentences::clauses;
use crate::text::Span;

/// Fewest characters of a sentence that carries a part.
const SENTENCE: usize = 15;

/// The sentences that carry a part without a heading, as folded spans.
pub(super) fn spans(view: &View<'_>, kind: PartKind, parts: &[Part; 5]) -> Vec<Span> {
    let inside = |k: PartKind, s: Span| parts[k as usize].holds(s);
    let sentences = || body_sentences(view);
    match kind {
        PartKind::Duties => sentences()
            .filter(|s| {
                !inside(PartKind::Plan, *s)
                    && !inside(PartKind::Shortcomings, *s)
                    && !inside(PartKind::Other, *s)
            })
            .filter(|s| is_duty(&without_names(view.words(*s))))
            .collect(),
        PartKind::Shortcomings => {
            let first = sentences().filter(|s| !inside(PartKind::Other, *s)).find(|s| {
                let words = view.words(*s);
                PATTERNS.shortcoming.is_match(words) && !is_plan(words, view.year)
            });
            first.map(|s| with_list(view, s, |w| !is_plan(w, view.year))).into_iter().collect()
        }
        PartKind::Plan => {
            let from =
                parts[PartKind::Shortcomings as usize].extent().map_or_else(|| last_third(view), |s| s.start);
            sentences()
                .filter(|s| s.start >= from && !inside(PartKind::Other, *s))
                .filter(|s| is_plan(view.words(*s), view.year))
                .collect()
        }
        PartKind::Measures => paragraphs_left(view, parts),
        PartKind::Other => Vec::new(),
    }
}

struct Patterns {
    leader: Regex,
    act: Regex,
    object: Regex,
    shortcoming: Regex,
    plan: Regex,
}

#[expect(clippy::expect_used, reason = "the patterns are constants; tests use them")]
static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let re = |p: &str| Regex::new(p).expect("a valid pattern");
    Patterns {
        leader: re(
            "党政主要(负责人|负责同志|领导)|主要负责(人|同志)|主要领导|党政一把手|(省|市|州|盟|区|县|旗|镇|乡|街道|工)委书记|党(委|组|工委)书记|(^|[^副])(省|市|州|区|县|旗|镇|乡)长|(^|[^副])(局|厅)长|书记、[省市州区县旗镇乡]长",
        ),
        act: re(
            "主持|部署|研究|听取|学习|督办|过问|协调|调研|带头|讲授|授课|签批|批示|审定|召开|出席|领学|担任|述法|推动解决|[0-9]+(余)?(次|场|期|件)",
        ),
        object: re("法治|依法治|依法行政|第一责任人|述法|学法|普法"),
        shortcoming: re(
            "(还|仍|也|尚|但|依然|同时|当前|主要).{0,16}存在.{0,20}(不足|问题|差距|短板|薄弱|困难)|(存在的?|主要)(不足|问题|差距|短板)(和不足|和问题)?(主要)?(有|是|为|表现|体现|:)|(还|仍|尚)有.{0,8}(差距|不足|短板)",
        ),
        plan: re("^(下一?步|下一?年|明年|今后|下一阶段|接下来)|[,。](下一?步|明年|今后),"),
    }
});

fn is_duty(words: &str) -> bool {
    let p = &*PATTERNS;
    // Heads of departments who attend a meeting are not the first responsible persons.
    let words = &words.replace("部门主要负责", "部门负责").replace("单位主要负责", "单位负责");
    words.chars().count() >= SENTENCE
        && p.leader.is_match(words)
        && p.act.is_match(words)
        && p.object.is_match(words)
}

fn is_plan(words: &str, year: Option<i16>) -> bool {
    let dated = year.is_some_and(|y| {
        let next = format!("{}年", y + 1);
        words.starts_with(&next)
            && ["将", "要", "继续", "进一步", "计划", "力争"].iter().any(|w| words.contains(w))
    });
    words.chars().count() >= SENTENCE && (dated || PATTERNS.plan.is_match(words))
}

fn body_sentences<'a>(view: &'a View<'_>) -> impl Iterator<Item = Span> + 'a {
    let body = view.paragraphs[view.body.clone()].iter().filter(|p| p.zone == Zone::Body);
    body.flat_map(|p| clauses(view.text, p.span))
}

/// Names in 《》 name rules and plans; they say nothing of what was done.
fn without_names(words: &str) -> String {
    let mut depth = 0u32;
    words
        .chars()
        .filter(|c| {
            match c {
                '《' => depth += 1,
                '》' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect()
}

/// A sentence and the rest of its paragraph, as far as it goes on with the same thing.
fn with_list(view: &View<'_>, first: Span, same: impl Fn(&str) -> bool) -> Span {
    let holder = view.paragraphs.iter().find(|p| p.span.contains(first)).map_or(first, |p| p.span);
    clauses(view.text, holder)
        .filter(|s| s.start >= first.start)
        .take_while(|s| same(view.words(*s)))
        .fold(first, Span::cover)
}

fn last_third(view: &View<'_>) -> u32 {
    let body = &view.paragraphs[view.body.clone()];
    match (body.first(), body.last()) {
        (Some(a), Some(b)) => a.span.start + (b.span.end - a.span.start) / 3 * 2,
        _ => u32::MAX,
    }
}

/// Without any heading, whatever no other part has taken is the account of the work.
fn paragraphs_left(view: &View<'_>, parts: &[Part; 5]) -> Vec<Span> {
    if view.headings.iter().any(|h| h.depth == 1) {
        return Vec::new();
    }
    let body = view.paragraphs[view.body.clone()].iter().filter(|p| p.zone == Zone::Body);
    body.map(|p| p.span)
        .filter(|s| !parts.iter().any(|part| part.spans.iter().any(|t| t.overlaps(*s))))
        .filter(|s| view.words(*s).chars().count() >= 40)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leaders_own_acts_are_duties() {
        for words in [
            "区委书记、区长多次在区委常委会会议上专题学习习近平法治思想,研究部署我区贯彻落实工作。",
            "党政主要负责人带头履行推进法治建设第一责任人职责,召开专题会议4次。",
            "镇党委书记主持召开党委会,听取法治建设工作汇报。",
        ] {
            assert!(is_duty(words), "{words}");
        }
    }

    #[test]
    fn traps_are_not_duties() {
        for words in [
            "全区40个镇乡街道党政主要领导和分管领导分别就落实第一责任和直接责任建立了实绩档案。",
            "举办新闻发布会6次,其中区委区政府主要领导参加3次。",
            "成立由分管副区长任组长的领导小组,统筹推进法治建设工作。",
            "强化党政主要负责人履行推进法治建设第一责任人职责。",
            "行政机关负责人出庭应诉率100%,推进法治政府建设。",
        ] {
            assert!(!is_duty(words), "{words}");
        }
        assert_eq!(without_names("印发《党政主要负责人规定》的通知"), "印发的通知");
    }

    #[test]
    fn plans_are_told_by_their_opening() {
        assert!(is_plan("下一步,我区将继续推进法治政府建设。", None));
        assert!(is_plan("2022年,我区将进一步加强法治政府建设。", Some(2021)));
        assert!(!is_plan("2021年,我区进一步加强法治政府建设工作。", Some(2021)));
    }
}
