//! Items of work: the units in which coverage is counted.
//!
//! Comes in: a report and its figures. Goes out: a unit for every numbered item or paragraph, with the title that it
//! has of its own and the headings that stand over it. A unit is checkable when it holds something that a reader
//! could look up. Knows nothing of signals.

use std::sync::LazyLock;

use regex::Regex;

use super::lead;
use crate::pack::Unit;
use crate::report::{Notation, Report, Zone};
use crate::text::Span;

/// Units of a report in order, with what is needed to place a hit in them.
pub(super) struct Units {
    pub(super) facts: Vec<Unit>,
    /// What each unit says first: its subject.
    titles: Vec<Option<Span>>,
}

impl Units {
    pub(super) fn of(report: &Report, figures: &[Span]) -> Units {
        let mut out = Units { facts: Vec::new(), titles: Vec::new() };
        let first_heading = report.headings.first().map_or(0, |h| h.paragraph);
        let body = report.body.clone().filter(|&i| report.paragraphs[i].zone == Zone::Body);
        for index in body {
            for piece in pieces(report, index) {
                let words = report.text.slice(piece);
                out.facts.push(Unit {
                    span: piece,
                    checkable: checkable(words, piece, figures),
                    under: under(report, index, piece),
                });
                // What stands before the first heading leads in; it is no item of its own.
                out.titles.push((index >= first_heading).then(|| lead::subject(&report.text, piece)));
            }
        }
        out
    }

    /// The unit that holds a folded span, and whether the span stands in its title.
    pub(super) fn at(&self, span: Span) -> Option<(u32, bool)> {
        let after = self.facts.partition_point(|u| u.span.start <= span.start);
        let index = after.checked_sub(1).filter(|&i| self.facts[i].span.contains(span))?;
        let in_title = self.titles[index].is_some_and(|t| t.contains(span));
        Some((index as u32, in_title))
    }
}

/// The headings that a piece of a paragraph stands under.
fn under(report: &Report, paragraph: usize, piece: Span) -> Vec<u32> {
    let over = |h: &crate::report::Heading| {
        h.paragraph <= paragraph && paragraph < h.end && h.title.end <= piece.start
    };
    (0u32..).zip(&report.headings).filter(|(_, h)| over(h)).map(|(i, _)| i).collect()
}

/// A paragraph cut at its spoken and written counts: `一是…二是…`, `1.…2.…`.
fn pieces(report: &Report, paragraph: usize) -> Vec<Span> {
    let span = report.paragraphs[paragraph].span;
    let words = report.text.slice(span);
    let mut cuts: Vec<usize> =
        words.char_indices().filter(|&(at, _)| at > 0 && opens_item(words, at)).map(|(at, _)| at).collect();
    cuts.insert(0, 0);
    cuts.push(words.len());
    cuts.windows(2)
        .map(|w| Span::new(span.start as usize + w[0], span.start as usize + w[1]))
        .filter(|s| !s.is_empty())
        .collect()
}

fn opens_item(words: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (words.get(..at), words.get(at..)) else { return false };
    let spoken = |n: Notation| matches!(n, Notation::Shi | Notation::Ordinal);
    let pause = before.ends_with(['。', ';', ':']);
    let comma = before.ends_with(',');
    (pause || comma)
        && crate::report::number(after).is_some_and(|n| n.value > 0 && (pause || spoken(n.notation)))
}

#[expect(clippy::expect_used, reason = "the pattern is a constant; tests use it")]
static CHECKABLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        // A document that was issued, or one with a number.
        "(制定|印发|出台|修订|制发|发布|编制|编印|起草|公布)[^。]{0,40}《|[0-9]号\\)",
        // A meeting with a name.
        "|常务会议|常委会会议|委员会(第.{1,3}次)?(全体)?会议|(党组|党委|工作|专题|推进|现场|联席)会议?上|理论学习中心组",
        "|(召开|举办|举行)[^。,]{0,20}(会议|推进会|现场会|培训班|讲座|座谈会|听证会)",
        // A body that was set up, a mark that was won.
        "|(成立|组建|设立|调整充实)[^。,]{0,20}(领导小组|委员会|专班|中心|工作组|办公室)",
        "|获评|荣获|被评为|评为\"|命名为|入选|通报表扬|典型案例",
    ))
    .expect("a valid pattern")
});

fn checkable(words: &str, span: Span, figures: &[Span]) -> bool {
    let figure = figures.partition_point(|f| f.start < span.start);
    figures.get(figure).is_some_and(|f| span.contains(*f)) || CHECKABLE.is_match(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(words: &str) -> bool {
        checkable(words, Span::new(0, words.len()), &[])
    }

    #[test]
    fn documents_meetings_and_bodies_can_be_looked_up() {
        for words in [
            "印发《行政执法监督办法》。",
            "修订议事规则(某府办发[2018]11号)。",
            "在县委常委会会议上专题学习。",
            "召开法治政府建设推进会。",
            "调整充实法治政府建设工作领导小组。",
            "被评为全国模范。",
        ] {
            assert!(plain(words), "{words}");
        }
    }

    #[test]
    fn general_words_cannot() {
        for words in [
            "建立规范性文件审查制度和联席会议制度。",
            "严格执行备案制度。",
            "全面贯彻执行《条例》。",
            "不断提升执法水平。",
        ] {
            assert!(!plain(words), "{words}");
        }
    }
}
