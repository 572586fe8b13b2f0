//! Which formatting stands at which bytes of the main stream.
//!
//! Comes in: the list of formatting pages and the main stream that holds them. Goes out: runs in order, each
//! with its changes.

use std::ops::Range;

use super::bytes::{offset_at, u8_at, u16_at, u32_at};

const PAGE: usize = 512;

/// Bytes of text with one formatting.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Offsets of the text.
    pub(super) text: Range<usize>,
    /// Style of the paragraph; 0 for characters.
    pub(super) style: u16,
    /// Offsets of the changes.
    pub(super) changes: Range<usize>,
}

/// What a page describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Characters,
    Paragraphs,
}

/// The runs of a whole document.
pub(super) fn runs(pages: &[u8], main: &[u8], kind: Kind) -> Vec<Run> {
    let count = pages.len().saturating_sub(4) / 8;
    let mut out = Vec::new();
    // A page serves once; more entries than pages repeat some.
    for n in 0..count.min(main.len() / PAGE + 1) {
        let Some(number) = u32_at(pages, 4 * (count + 1) + 4 * n) else { break };
        let start = (number & 0x003f_ffff) as usize * PAGE;
        if let Some(page) = main.get(start..start + PAGE) {
            out.extend(page_runs(page, start, kind));
        }
    }
    out.sort_by_key(|r| r.text.start);
    out
}

fn page_runs(page: &[u8], start: usize, kind: Kind) -> Vec<Run> {
    let count = usize::from(page[PAGE - 1]);
    let entry = if kind == Kind::Characters { 1 } else { 13 };
    let run = |n: usize| {
        let text = offset_at(page, 4 * n)?..offset_at(page, 4 * n + 4)?;
        let at = 2 * usize::from(u8_at(page, 4 * (count + 1) + entry * n)?);
        let (style, changes) = if at == 0 { (0, 0..0) } else { changes(page, at, kind)? };
        Some(Run { text, style, changes: start + changes.start..start + changes.end })
    };
    (0..count).map_while(run).filter(|r| r.text.start < r.text.end).collect()
}

/// Style and changes that stand at an offset of the page.
fn changes(page: &[u8], at: usize, kind: Kind) -> Option<(u16, Range<usize>)> {
    let length = usize::from(u8_at(page, at)?);
    if kind == Kind::Characters {
        return Some((0, at + 1..(at + 1 + length).min(PAGE)));
    }
    // An odd number of words, or a zero and an even one.
    let (first, end) = match length {
        0 => (at + 2, at + 2 + 2 * usize::from(u8_at(page, at + 1)?)),
        n => (at + 1, at + 2 * n),
    };
    let style = u16_at(page, first)?;
    Some((style, (first + 2).min(PAGE)..end.min(PAGE).max((first + 2).min(PAGE))))
}

/// The run at an offset.
pub(super) fn run_at(runs: &[Run], offset: usize) -> Option<&Run> {
    let after = runs.partition_point(|r| r.text.start <= offset);
    runs.get(after.checked_sub(1)?).filter(|r| r.text.contains(&offset))
}
