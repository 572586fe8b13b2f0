//! Lists of names: `公众参与、专家论证和风险评估`, `《甲》《乙》`, `“甲”“乙”`.
//!
//! Comes in: a stretch of a paragraph. Goes out: the names, and how many they may be. A 和 inside a
//! name cannot be told from one between names, so the count is a range.

use crate::text::Glyphs;

/// A list and the counts that its words allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct List {
    /// Each name.
    pub(super) items: Vec<(usize, usize)>,
    /// Fewest names.
    pub(super) least: u64,
    /// Most names.
    pub(super) most: u64,
    /// The list ends in 等.
    pub(super) open: bool,
}

/// Longest stretch read as a list.
pub(super) const LONGEST: usize = 160;

/// How a place in a stretch separates names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// 、 or the border of two titles.
    Sure,
    /// 和, 及, 与: perhaps.
    Maybe,
}

impl List {
    /// The list that fills `from..to`.
    pub(super) fn of(glyphs: &Glyphs, from: usize, to: usize) -> List {
        let cuts = cuts(glyphs, from, to);
        let items = items(from, to, cuts.iter().filter(|(_, _, cut)| *cut == Cut::Sure));
        let maybe = cuts.iter().filter(|(_, _, cut)| *cut == Cut::Maybe).count() as u64;
        let least = items.len() as u64;
        let open = items.last().is_some_and(|&(a, b)| ends_open(glyphs, a, b));
        List { items, least, most: least + maybe, open }
    }

    /// The list that ends at `to`, as far back as it reaches. After a 和 an unrelated list may end, so
    /// every list that begins there is possible too.
    pub(super) fn ending_at(glyphs: &Glyphs, to: usize) -> List {
        let from = start_of_clause(glyphs, to);
        let whole = List::of(glyphs, from, to);
        let starts = cuts(glyphs, from, to);
        let starts = starts.iter().filter(|(_, _, cut)| *cut == Cut::Maybe).map(|(_, end, _)| *end);
        let least = starts.map(|start| List::of(glyphs, start, to).least).min().unwrap_or(whole.least);
        List { least: least.min(whole.least), ..whole }
    }

    /// Whether the list may have `n` names.
    pub(super) fn may_be(&self, n: u64) -> bool {
        (self.least..=self.most).contains(&n)
    }
}

/// The separators in `from..to`: first and last character, and how sure.
fn cuts(glyphs: &Glyphs, from: usize, to: usize) -> Vec<(usize, usize, Cut)> {
    let mut out = Vec::new();
    let (mut depth, mut quoted) = (0_u32, false);
    let mut i = from;
    while i < to {
        let (c, next) = (glyphs.at(i), glyphs.at(i + 1));
        let mut cut = None;
        match c {
            '(' | '《' | '<' => depth += 1,
            ')' | '》' | '>' => {
                depth = depth.saturating_sub(1);
                cut = (c == '》' && next == '《' && depth == 0).then_some((1, Cut::Sure));
            }
            '"' => {
                quoted = !quoted;
                cut = (!quoted && next == '"' && depth == 0).then_some((1, Cut::Sure));
            }
            '、' if depth == 0 && !quoted => cut = Some((1, Cut::Sure)),
            '和' | '及' | '与' | '暨' if depth == 0 && !quoted && is_conjunction(glyphs, i) => {
                cut = Some((1, Cut::Maybe));
            }
            '以' if next == '及' && depth == 0 && !quoted => cut = Some((2, Cut::Maybe)),
            _ => {}
        }
        let Some((length, kind)) = cut else {
            i += 1;
            continue;
        };
        // Between two titles nothing stands to be left out.
        let start = if c == '、' || kind == Cut::Maybe { i } else { i + 1 };
        out.push((start, i + length, kind));
        i += length;
    }
    out
}

/// Whether 和, 及 or 与 at `i` is no part of a word such as 参与, 涉及, 及时, 和解.
fn is_conjunction(glyphs: &Glyphs, i: usize) -> bool {
    let (before, next) = (glyphs.before(i), glyphs.at(i + 1));
    match glyphs.at(i) {
        '和' => !"共温总缓饱调".contains(before) && !"谐解平睦".contains(next),
        '及' => !"普涉波触顾以".contains(before) && !"时格".contains(next),
        '与' => !"参赋给".contains(before) && !"会时".contains(next),
        _ => true,
    }
}

fn items<'c>(
    from: usize,
    to: usize,
    cuts: impl Iterator<Item = &'c (usize, usize, Cut)>,
) -> Vec<(usize, usize)> {
    let mut items = Vec::new();
    let mut start = from;
    for &(end, next, _) in cuts {
        if end > start {
            items.push((start, end));
        }
        start = next;
    }
    if to > start {
        items.push((start, to));
    }
    items
}

/// Whether the last name carries 等.
fn ends_open(glyphs: &Glyphs, from: usize, to: usize) -> bool {
    (from..to).any(|i| is_etc(glyphs, i))
}

/// Whether 等 stands at `i` and is no part of a word such as 等级 or 高等.
pub(super) fn is_etc(glyphs: &Glyphs, i: usize) -> bool {
    const OTHER_WORDS: &[&str] = &["等级", "等次", "等待", "等候", "等于", "等同"];
    glyphs.at(i) == '等'
        && !glyphs.starts_with_any(i, OTHER_WORDS)
        && !matches!(glyphs.before(i), '平' | '高' | '中' | '初' | '对' | '同' | '优')
}

/// Back from `to` to the last mark that ends a clause, passing over brackets.
fn start_of_clause(glyphs: &Glyphs, to: usize) -> usize {
    let mut depth = 0_u32;
    for i in (to.saturating_sub(LONGEST)..to).rev() {
        match glyphs.at(i) {
            ')' | '》' => depth += 1,
            '(' | '《' if depth > 0 => depth -= 1,
            '(' | '《' | ',' | '。' | ';' | ':' | '!' | '?' if depth == 0 => return i + 1,
            '等' if depth == 0 && is_etc(glyphs, i) => return i + 1,
            _ => {}
        }
    }
    to.saturating_sub(LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn list(text: &str) -> (u64, u64, bool) {
        let glyphs = Glyphs::of(text, Span::new(0, text.len()));
        let list = List::of(&glyphs, 0, glyphs.len());
        (list.least, list.most, list.open)
    }

    #[test]
    fn names_are_counted_with_their_doubt() {
        for (text, want) in [
            ("证明事项清单、政务服务清单、市场准入负面清单", (3, 3, false)),
            ("党内监督、人大监督和审计监督", (2, 3, false)),
            ("治理责任制和责任追究制", (1, 2, false)),
            ("区、乡镇(街道、社区)、村(居)民小组", (3, 3, false)),
            ("《甲》《乙》和《丙》", (2, 3, false)),
            ("“甲”“乙”", (1, 1, false)),
            ("\"甲\"\"乙\"", (2, 2, false)),
            ("公安、城管等", (2, 2, true)),
            ("社会信用体系", (1, 1, false)),
            ("平等协商、等级评定", (2, 2, false)),
        ] {
            assert_eq!(list(text), want, "{text}");
        }
    }

    #[test]
    fn a_list_is_read_back_to_its_clause() {
        let text = "落实要求,建立区、街道、村(居)三级中心";
        let glyphs = Glyphs::of(text, Span::new(0, text.len()));
        let at = glyphs.find(0, glyphs.len(), '三').unwrap();
        let list = List::ending_at(&glyphs, at);
        assert!(list.may_be(3) && !list.may_be(2) && !list.may_be(4));
        let text = "公安局、司法局和区、街道两级";
        let glyphs = Glyphs::of(text, Span::new(0, text.len()));
        let list = List::ending_at(&glyphs, glyphs.len() - 2);
        assert!(list.may_be(2) && list.may_be(4));
    }
}
