//! A run of the main part taken apart, so that marks can be set between its words.
//!
//! Comes in: a run. Goes out: for a byte of it, where a mark goes and what has to be closed and opened again there. A
//! text that would be shown otherwise when cut is left whole.

use super::{FORMAT, Unmarked};
use crate::read::Limits;
use crate::read::docx::{Anatomy, Run};
use crate::read::xml::{Event, Tag, Xml};
use crate::text::Span;

/// On which side of the words a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// A place for marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cut {
    /// The byte of the part.
    pub(super) at: u32,
    /// Ends what is open there.
    pub(super) close: String,
    /// Begins it again.
    pub(super) open: String,
    /// Where a text that is cut has to say that its blanks count.
    pub(super) blanks: Option<u32>,
}

/// A run with its children.
pub(super) struct Pieces<'x> {
    xml: &'x str,
    run: Run,
    tag: Span,
    name: String,
    children: Vec<Child>,
}

/// What stands in a run beside its format.
struct Child {
    span: Span,
    text: Option<Text>,
}

/// Words that may be cut.
struct Text {
    tag: Span,
    name: String,
    words: Span,
    /// The element says already that blanks count.
    keeps: bool,
}

impl<'x> Pieces<'x> {
    pub(super) fn of(file: &'x Anatomy, run: Run) -> Result<Pieces<'x>, Unmarked> {
        let limits = Limits::default();
        let xml = file.xml.as_str();
        let mut events = Xml::within(xml, run.xml, &file.part, FORMAT, &limits);
        let mut out = Pieces { xml, run, tag: run.xml, name: String::new(), children: Vec::new() };
        while let Some(event) = events.next()? {
            let Event::Open(tag) = event else { continue };
            if out.name.is_empty() {
                out.tag = tag.span;
                out.name = tag.written().to_string();
                continue;
            }
            let end = events.skip()?;
            // A mark need not stand between a page and its number, nor before the format.
            if !matches!(tag.name(), "rPr" | "lastRenderedPageBreak") {
                out.children.push(child(xml, &tag, end));
            }
        }
        Ok(out)
    }

    /// Where a mark goes that is meant to stand at a byte of the run.
    pub(super) fn cut(&self, at: u32, side: Side) -> Cut {
        if !self.run.open {
            let Span { start, end } = self.run.around;
            return bare(if side == Side::Before { start } else { end });
        }
        let within = |t: &&Text| t.words.start < at && at < t.words.end;
        if let Some(text) = self.children.iter().filter_map(|c| c.text.as_ref()).find(within) {
            return self.cut_text(text, at);
        }
        match side {
            Side::Before => match self.children.iter().position(|c| at < c.span.end) {
                Some(later @ 1..) => self.cut_run(self.children[later].span.start),
                _ => bare(self.run.xml.start),
            },
            Side::After => match self.children.iter().rposition(|c| c.span.start < at) {
                Some(child) if child + 1 < self.children.len() => self.cut_run(self.children[child].span.end),
                _ => bare(self.run.xml.end),
            },
        }
    }

    fn cut_run(&self, at: u32) -> Cut {
        let open = [self.written(self.tag), self.written(self.run.format)].concat();
        Cut { at, close: format!("</{}>", self.name), open, blanks: None }
    }

    fn cut_text(&self, text: &Text, at: u32) -> Cut {
        let run = self.cut_run(at);
        let tag = self.written(text.tag);
        let tag = if text.keeps { tag.to_string() } else { tag.replacen('>', " xml:space=\"preserve\">", 1) };
        Cut {
            at,
            close: format!("</{}>{}", text.name, run.close),
            open: run.open + &tag,
            blanks: (!text.keeps).then(|| text.tag.end - 1),
        }
    }

    fn written(&self, span: Span) -> &'x str {
        self.xml.get(span.range()).unwrap_or("")
    }
}

/// A mark where nothing has to be closed.
fn bare(at: u32) -> Cut {
    Cut { at, ..Cut::default() }
}

fn child(xml: &str, tag: &Tag<'_>, end: Span) -> Child {
    let words = Span { start: tag.span.end, end: end.start.max(tag.span.end) };
    let span = Span { start: tag.span.start, end: end.end };
    let written = xml.get(words.range()).unwrap_or("");
    let says = tag.get("space");
    let keeps = says.as_deref() == Some("preserve");
    // Without the word, blanks at the edges of a text are not shown; with it they would be.
    let blank = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
    let trimmed = !keeps && (says.is_some() || written.starts_with(blank) || written.ends_with(blank));
    let simple = !written.contains('<')
        && !xml.get(tag.span.range()).unwrap_or("").trim_end_matches('>').contains('>');
    let text = (tag.name() == "t" && simple && !trimmed).then(|| Text {
        tag: tag.span,
        name: tag.written().to_string(),
        words,
        keeps,
    });
    Child { span, text }
}
