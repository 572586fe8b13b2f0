//! What the lines of a document tell of its page: margins, line pitch, size of the body, first-line indents.

use std::collections::BTreeMap;

use super::Line;
use super::join::ended;
use crate::read::paragraphs::starts_item;

/// Lines that share margins: pages of one width, and a column of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FrameKey {
    pub(super) width: i64,
    pub(super) columns: usize,
    pub(super) column: usize,
}

/// The margins of one column.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frame {
    pub(super) left: i64,
    pub(super) right: i64,
    /// Usual distance of two baselines.
    pub(super) pitch: i64,
}

/// The margins of a document.
#[derive(Debug)]
pub(super) struct Margins {
    frames: BTreeMap<FrameKey, Frame>,
    /// Font size of the body.
    pub(super) body: i64,
    /// Paragraphs begin with an indent.
    pub(super) indents: bool,
    /// Where a sentence ends before the margin, an indent or a wider gap follows nearly always, so that a line
    /// without either goes on.
    pub(super) marked: bool,
    /// Headings numbered 一、 begin without one, and those numbered （一）.
    flush_headings: [bool; 2],
}

impl Margins {
    pub(super) fn of(lines: &[Line]) -> Margins {
        let mut groups: BTreeMap<FrameKey, Vec<&Line>> = BTreeMap::new();
        for line in lines {
            groups.entry(line.frame).or_default().push(line);
        }
        let body = body_size(lines);
        let frames = groups.iter().map(|(key, lines)| (*key, Frame::of(lines, body))).collect();
        let mut out = Margins { frames, body, indents: false, marked: false, flush_headings: [false; 2] };
        let text: Vec<&Line> = lines.iter().filter(|l| l.cells.len() == 1).collect();
        let indented = text.iter().filter(|l| (120..=290).contains(&out.indent(l))).count();
        out.indents = indented >= 2 && indented * 100 >= text.len() * 8;
        out.marked = out.marks_paragraphs(&text);
        for bracketed in [false, true] {
            let headings =
                text.iter().filter(|l| starts_item(l.text()) && is_bracketed(l.text()) == bracketed);
            let indents: Vec<i64> = headings.map(|l| out.indent(l)).collect();
            let flush = indents.iter().filter(|indent| **indent <= 120).count();
            out.flush_headings[usize::from(bracketed)] = flush * 2 > indents.len();
        }
        out
    }

    fn marks_paragraphs(&self, lines: &[&Line]) -> bool {
        let (mut ends, mut marks) = (0, 0);
        for pair in lines.windows(2).filter(|p| p[0].page == p[1].page && p[0].frame == p[1].frame) {
            let (line, next, frame) = (pair[0], pair[1], self.frame(pair[1]));
            if ended(line.text()) && frame.right - line.end() > 2 * line.size {
                ends += 1;
                let gap = (next.y - line.y) * 100 > frame.pitch.saturating_mul(145);
                marks += usize::from(gap || self.indent(next) > 120);
            }
        }
        ends >= 2 && marks * 10 >= ends * 9
    }

    /// Whether a line with a number at the margin begins a heading. Where such headings are indented, the number
    /// stands inside a sentence.
    pub(super) fn begins_heading(&self, text: &str) -> bool {
        starts_item(text) && (!self.indents || self.flush_headings[usize::from(is_bracketed(text))])
    }

    pub(super) fn frame(&self, line: &Line) -> Frame {
        self.frames.get(&line.frame).copied().unwrap_or_default()
    }

    /// How far a line begins to the right of its margin, in hundredths of its font size.
    pub(super) fn indent(&self, line: &Line) -> i64 {
        (line.x() - self.frame(line).left) * 100 / line.size
    }
}

fn is_bracketed(text: &str) -> bool {
    text.starts_with(['(', '\u{ff08}'])
}

impl Frame {
    fn of(lines: &[&Line], body: i64) -> Frame {
        let mut starts: Vec<i64> = lines.iter().filter(|l| l.cells.len() == 1).map(|l| l.x()).collect();
        let mut ends: Vec<i64> = lines.iter().filter(|l| l.cells.len() == 1).map(|l| l.end()).collect();
        if starts.is_empty() {
            starts = lines.iter().map(|l| l.x()).collect();
            ends = lines.iter().map(|l| l.end()).collect();
        }
        let left = leftmost(&mut starts, body);
        ends.sort_unstable();
        // A web address may run over the margin.
        let widest = ends.get(ends.len() * 95 / 100).copied().unwrap_or(left);
        ends.retain(|end| (end - left) * 10 >= (widest - left) * 6);
        Frame { left, right: most_frequent(&mut ends, body).unwrap_or(widest), pitch: pitch(lines) }
    }
}

/// The first place from the left at which more than a few lines begin.
fn leftmost(starts: &mut [i64], body: i64) -> i64 {
    starts.sort_unstable();
    let least = (starts.len() * 8 / 100).max(2);
    let window = |from: usize| {
        let end = starts.get(from + least - 1);
        starts.get(from).zip(end).is_some_and(|(start, end)| end - start <= body / 2)
    };
    let at = (0..starts.len()).find(|from| window(*from)).unwrap_or(0);
    starts.get(at).copied().unwrap_or(0)
}

/// The most frequent line end; the maximum would be a line with hanging punctuation.
fn most_frequent(ends: &mut [i64], body: i64) -> Option<i64> {
    ends.sort_unstable();
    let (mut from, mut best) = (0, (0, None));
    for (at, end) in ends.iter().enumerate() {
        while ends.get(from).is_some_and(|first| end - first > body / 2) {
            from += 1;
        }
        if at + 1 - from >= best.0 {
            best = (at + 1 - from, Some(*end));
        }
    }
    best.1
}

fn pitch(lines: &[&Line]) -> i64 {
    let steps = lines.windows(2).filter(|w| w[0].page == w[1].page).map(|w| w[1].y - w[0].y);
    let mut steps: Vec<i64> = steps.filter(|step| *step > 0).collect();
    steps.sort_unstable();
    steps.get(steps.len() / 2).copied().unwrap_or(i64::MAX / 1000)
}

/// The size in which most of the text is set.
fn body_size(lines: &[Line]) -> i64 {
    let mut sizes: Vec<(i64, usize)> =
        lines.iter().map(|l| (l.size, l.cells.iter().map(|c| c.text.len()).sum())).collect();
    sizes.sort_unstable();
    let half = sizes.iter().map(|s| s.1).sum::<usize>() / 2;
    let mut seen = 0;
    let middle = sizes.iter().find(|(_, length)| {
        seen += length;
        seen > half
    });
    middle.map_or(1, |(size, _)| *size)
}
