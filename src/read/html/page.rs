//! From decoded HTML to the report on it.

use super::article::{self, Article};
use super::head::Head;
use super::mass::Mass;
use super::walk::{Page, Piece, walk};
use super::{absent, labels, parse};
use crate::read::{Limit, Limits, ReadError};
use crate::text::{Block, BlockKind, CellRef, Origin, Property, Source, Span};

/// Read a page: its article only.
pub(super) fn read(text: &str, format: &'static str, limits: &Limits) -> Result<Source, ReadError> {
    let tree = parse::parse(text, format, limits)?;
    let head = Head::of(&tree);
    let page = walk(&tree, &head.sheets);
    drop(tree);
    limits.check(Limit::Paragraphs, format, page.pieces.len() as u64)?;
    let mass = Mass::of(&page);
    let bare = is_bare(&page, &mass);
    let found = if bare { Some(everything(&page)) } else { article::find(&page, &head, &mass) };
    let Some(found) = found.filter(|_| !page.pieces.is_empty()) else {
        return Err(absent::explain(&page, &head, &mass));
    };
    if let Some(name) = absent::is_announcement(&page, found.body.start, found.body.end, &mass) {
        let attachment = Some(name);
        return Err(ReadError::NoMainContent { what: "只有附件".to_string(), attachment });
    }
    let (properties, used) = information(&page, &head, &found, &mass);
    let own = |i: &usize| {
        !used.contains(i) && (bare || !mass.boilerplate[*i] && !page.pieces[*i].is_link())
    };
    let pieces: Vec<&Piece> =
        found.title.clone().chain(found.body.clone().filter(own)).map(|i| &page.pieces[i]).collect();
    let mut source = source(&pieces, format);
    source.properties = properties;
    Ok(source)
}

/// All paragraphs, in order.
pub(super) fn fragment(text: &str, limits: &Limits) -> Result<Vec<(BlockKind, String)>, ReadError> {
    let tree = parse::parse(text, "html", limits)?;
    let page = walk(&tree, &Head::of(&tree).sheets);
    limits.check(Limit::Paragraphs, "html", page.pieces.len() as u64)?;
    Ok(page.pieces.into_iter().map(|p| (p.kind, p.text)).collect())
}

/// Whether nothing stands around the text: a document that a word processor saved as a page.
fn is_bare(page: &Page, mass: &Mass) -> bool {
    let links = page.pieces.iter().filter(|p| p.is_link()).count();
    let tools = mass.boilerplate.iter().filter(|b| **b).count();
    links + tools <= 2 && mass.within(0, page.pieces.len()) >= article::LEAST
}

fn everything(page: &Page) -> Article {
    let all = 0..page.pieces.len();
    Article { title: 0..0, body: all.clone(), scope: all }
}

/// The information table, and the paragraphs that are nothing else.
fn information(page: &Page, head: &Head, found: &Article, mass: &Mass) -> (Vec<Property>, Vec<usize>) {
    let first_sentence = found.body.clone().find(|&i| mass.has(i)).unwrap_or(found.body.start);
    let first = found.scope.start.min(found.title.start).min(found.body.start);
    let in_title = |i: &usize| found.title.contains(i);
    let above = (first..first_sentence).filter(|i| !in_title(i));
    let mut used = Vec::new();
    let mut out = labels::properties(above.map(|i| (i, &page.pieces[i])), &mut used);
    // The table may stand far above the scope, under the navigation.
    let further = labels::properties((0..first).map(|i| (i, &page.pieces[i])), &mut Vec::new());
    let declared = [("pubdate", "发布时间"), ("contentsource", "来源")].into_iter().filter_map(|(field, name)| {
        let value = head.field(field)?.to_string();
        Some(Property { name: name.to_string(), value })
    });
    for property in further.into_iter().chain(declared) {
        if out.iter().all(|p| p.name != property.name) {
            out.push(property);
        }
    }
    (out, used)
}

fn source(pieces: &[&Piece], format: &'static str) -> Source {
    let mut text = String::new();
    let mut blocks = Vec::with_capacity(pieces.len());
    let mut tables: Vec<u32> = Vec::new();
    for (paragraph, piece) in (1..).zip(pieces) {
        let start = text.len();
        text.push_str(&piece.text);
        let span = Span::new(start, text.len());
        text.push('\n');
        let kind = match piece.kind {
            BlockKind::Cell(cell) => {
                if tables.last() != Some(&cell.table) {
                    tables.push(cell.table);
                }
                BlockKind::Cell(CellRef { table: tables.len() as u32, ..cell })
            }
            other => other,
        };
        let cell = if let BlockKind::Cell(cell) = kind { Some(cell) } else { None };
        let auto_number = (piece.number > 0).then(|| Span::new(start, start + piece.number));
        let origin = Origin { paragraph: Some(paragraph), cell, ..Origin::default() };
        blocks.push(Block { span, auto_number, kind, origin });
    }
    Source::new(format, text, blocks)
}
