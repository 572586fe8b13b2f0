//! Which stretch of a page is the article.
//!
//! Comes in: a [`Page`] and what its head says. Goes out: the title, the paragraphs of the article, and the
//! paragraphs above it; or nothing. The title leads to the article: the smallest area around the title that holds
//! running text is its scope, and the deepest area with nearly all of that text is the article.

use std::ops::Range;

use super::head::Head;
use super::mass::Mass;
use super::walk::{Area, Page};
use crate::text::{BlockKind, fold_str};

/// Less running text than this is no article.
pub(super) const LEAST: usize = 40;

/// A longer window title is no name; in bytes.
const LONGEST_TITLE: usize = 600;
/// As many names of the page are tried.
const MOST_NAMES: usize = 16;

/// The article.
#[derive(Debug)]
pub(super) struct Article {
    /// The paragraphs of the visible title; empty when none is displayed. May stand inside the body.
    pub(super) title: Range<usize>,
    /// The paragraphs of the body.
    pub(super) body: Range<usize>,
    /// Where its surroundings begin, the place of the information table.
    pub(super) scope: Range<usize>,
}

/// The article of a page, unless it has none.
pub(super) fn find(page: &Page, head: &Head, mass: &Mass) -> Option<Article> {
    let titles = titles(page, head, mass);
    let whole = page.areas.first()?;
    let around = |title: &Range<usize>| scope(page, mass, title.start);
    let nearest =
        titles.into_iter().filter_map(|t| around(&t).map(|s| (t, s))).min_by_key(|(_, s)| s.end - s.first);
    let (title, scope) = match nearest {
        Some((title, scope)) => (Some(title), scope),
        None if mass.inside(whole) >= LEAST => (None, whole),
        None => return None,
    };
    let body = deepest(page, mass, scope);
    let below_title = title.as_ref().map_or(body.start, |t| t.end);
    let body = widened(page, mass, body, below_title..scope.end);
    let scope = scope.first..scope.end;
    Some(match title {
        // Far inside the body, it is a line that only sounds like the title.
        Some(title) if body.contains(&title.start) && mass.within(body.start, title.start) > LEAST => {
            Article { title: body.start..body.start, body, scope }
        }
        // The words above a title inside the body are the page's.
        Some(title) if body.contains(&title.start) => {
            let first = letterhead(page, mass, title.start, body.start);
            Article { title, body: first..body.end, scope }
        }
        Some(title) => Article { title, body, scope },
        None => Article { title: likely_title(page, mass, &body, scope.start), body, scope },
    })
}

/// The title of a page that does not name itself: the nearest line above the body that reads like one.
fn likely_title(page: &Page, mass: &Mass, body: &Range<usize>, floor: usize) -> Range<usize> {
    const NEAR: usize = 12;
    // Beyond a side column, only the subject itself is a sign.
    const FAR: usize = 120;
    let named = |i: usize, reach: usize, words: &[&str]| {
        let line = &mass.folded[i];
        let fits = (8..=80).contains(&line.chars().count()) && !mass.boilerplate[i] && !line.contains('。');
        body.start - i <= reach && fits && !page.pieces[i].is_link() && words.iter().any(|w| line.contains(w))
    };
    let above = || (floor..body.start).rev();
    let near = above().find(|&i| named(i, NEAR, &["报告", "汇报", "情况", "总结"]));
    let Some(last) = near.or_else(|| above().find(|&i| named(i, FAR, &["法治政府建设"]))) else {
        return body.start..body.start;
    };
    // A title of several lines has an area of its own.
    let area = page.pieces[last].area;
    let first = (floor..last)
        .rev()
        .take(2)
        .take_while(|&i| page.pieces[i].area == area && !mass.boilerplate[i])
        .last();
    first.unwrap_or(last)..last + 1
}

/// The smallest area around a paragraph that holds enough running text.
fn scope<'a>(page: &'a Page, mass: &Mass, piece: usize) -> Option<&'a Area> {
    let mut number = Some(page.pieces.get(piece)?.area);
    while let Some(area) = number.and_then(|n| page.areas.get(n)) {
        if mass.inside(area) >= LEAST {
            return Some(area);
        }
        number = area.parent;
    }
    None
}

/// The deepest area inside `scope` that holds three fifths of its running text.
fn deepest(page: &Page, mass: &Mass, scope: &Area) -> Range<usize> {
    let all = mass.inside(scope);
    let inside = |area: &&Area| area.first >= scope.first && area.end <= scope.end;
    // Areas with more than half of the text lie inside one another, in order.
    let found = page.areas.iter().filter(inside).rfind(|area| mass.inside(area) * 5 >= all * 3);
    let area = found.unwrap_or(scope);
    area.first..area.end
}

/// The body with what belongs to it and stands beside it: more running text, signature and date.
fn widened(page: &Page, mass: &Mass, body: Range<usize>, within: Range<usize>) -> Range<usize> {
    let own = |i: usize| page.pieces.get(i).is_some_and(|p| !p.is_link()) && !mass.boilerplate[i];
    let mut end = body.end;
    for i in (body.end..within.end).take_while(|&i| own(i)) {
        if mass.has(i) || is_signature(&mass.folded[i]) || matches!(page.pieces[i].kind, BlockKind::Cell(_)) {
            end = i + 1;
        }
    }
    // Above it, side columns may stand; so only inside the next larger area.
    let larger = |a: &&Area| a.first <= body.start && a.end >= body.end && a.end - a.first > body.len();
    let floor = page.areas.iter().rfind(larger).map_or(body.start, |a| a.first);
    let mut start = body.start;
    for i in (within.start.max(floor)..body.start).rev().take_while(|&i| own(i)) {
        if mass.has(i) || is_wordy(&mass.folded[i]) {
            start = i;
        }
    }
    start..end
}

/// Words, not only a date or a count.
fn is_wordy(folded: &str) -> bool {
    folded.chars().filter(|c| ('\u{3400}'..='\u{9fff}').contains(c)).count() >= 4
}

/// The last lines of a document: who signs, and when.
fn is_signature(folded: &str) -> bool {
    const ISSUERS: &[&str] =
        &["政府", "委员会", "委", "局", "办公室", "厅", "办事处", "中心", "管委会", "支队", "大队"];
    let date = folded.trim_end_matches(')').ends_with('日') && folded.contains('年') && folded.contains('月');
    folded.chars().count() <= 40 && (date || ISSUERS.iter().any(|i| folded.ends_with(i)))
}

/// Where the article begins when its title stands inside: document numbers may stand above it.
fn letterhead(page: &Page, mass: &Mass, title: usize, floor: usize) -> usize {
    let is_number = |i: usize| {
        let line = &mass.folded[i];
        line.ends_with('号') && line.contains('[') && !page.pieces[i].is_link() || line.ends_with("文件")
    };
    (floor..title).rev().take(3).take_while(|&i| is_number(i)).last().unwrap_or(title)
}

/// All places where the title is displayed, each up to three paragraphs long.
fn titles(page: &Page, head: &Head, mass: &Mass) -> Vec<Range<usize>> {
    for name in names(page, head) {
        let mut found = Vec::new();
        for start in 0..page.pieces.len() {
            found.extend(shown(page, mass, start, &name).map(|end| start..end));
        }
        // The information table shows it once more, after a label.
        if found.iter().any(|t| !is_value(mass, t.start)) {
            found.retain(|t| !is_value(mass, t.start));
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Whether the line before is the label of this one.
fn is_value(mass: &Mass, piece: usize) -> bool {
    let before = piece.checked_sub(1).and_then(|i| mass.folded.get(i));
    before.is_some_and(|line| ["名称:", "标题:", "名称", "标题"].iter().any(|label| line.ends_with(label)))
}

/// What the page calls itself, the surest first.
fn names(page: &Page, head: &Head) -> Vec<String> {
    let mut out = Vec::new();
    out.extend(head.field("articletitle").map(fold_str));
    let window = head.title.as_deref().filter(|title| title.len() <= LONGEST_TITLE).unwrap_or("");
    out.push(fold_str(window));
    // A site adds its own name behind or before a mark; the title may hold such marks itself.
    let marks = ['_', '-', '|', '\u{2014}', '\u{2013}', '\u{ff0d}', '\u{ff3f}', '>', '<'];
    let cuts: Vec<(usize, &str)> = window.match_indices(marks).collect();
    out.extend(cuts.iter().rev().filter_map(|&(at, _)| window.get(..at)).map(fold_str));
    out.extend(cuts.iter().filter_map(|&(at, mark)| window.get(at + mark.len()..)).map(fold_str));
    let headings = page.pieces.iter().filter(|p| p.kind == BlockKind::Heading(1) && !p.is_link());
    out.extend(headings.map(|p| fold_str(&p.text)));
    out.retain(|name| name.chars().count() >= 6 && !opens_section(name));
    out.truncate(MOST_NAMES);
    out
}

/// Whether a line is the heading of a section, numbered as such, and so not the name of the page.
fn opens_section(folded: &str) -> bool {
    const DIGITS: &str = "一二三四五六七八九十";
    let rest = folded.trim_start_matches('(').trim_start_matches(|c| DIGITS.contains(c));
    rest.len() < folded.len() && rest.starts_with(['、', ')'])
}

/// Where the title that begins at a paragraph ends, if it is displayed there.
fn shown(page: &Page, mass: &Mass, start: usize, name: &str) -> Option<usize> {
    let mut rest = name;
    for i in start..(start + 3).min(page.pieces.len()) {
        let line = mass.folded[i].as_str();
        if page.pieces[i].is_link() || line.is_empty() {
            return None;
        }
        match rest.strip_prefix(line) {
            Some("") => return Some(i + 1),
            Some(more) => rest = more,
            None => return None,
        }
    }
    None
}
