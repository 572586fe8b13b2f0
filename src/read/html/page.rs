//! From decoded HTML to the report on it.

use std::collections::BTreeSet;

use super::article::{self, Article};
use super::head::Head;
use super::mass::Mass;
use super::walk::{Page, Piece, walk};
use super::{absent, labels, parse};
use crate::read::draft::Draft;
use crate::read::{Limit, Limits, ReadError};
use crate::text::{BlockKind, CellRef, Origin, Property, Source};

/// As many paragraphs above the article are searched for its information table.
const MOST_LINES: usize = 400;

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
        return Err(absent::only_attached(name));
    }
    let (properties, used) = if bare { Default::default() } else { information(&page, &found, &mass) };
    let own = |i: &usize| bare || !used.contains(i) && !mass.boilerplate[*i] && !page.pieces[*i].is_link();
    let (before, after) = match found.title.clone() {
        title if title.is_empty() => (0..0, found.body.clone()),
        title if found.body.contains(&title.start) => {
            (found.body.start..title.start, title.end..found.body.end)
        }
        _ => (0..0, found.body.clone()),
    };
    let mut out = Assembly::default();
    before.filter(own).for_each(|i| out.push(&page.pieces[i..=i]));
    out.push(&page.pieces[found.title]);
    after.filter(own).for_each(|i| out.push(&page.pieces[i..=i]));
    let mut source = out.draft.finish(format, Vec::new());
    source.properties = with_declared(properties, &head);
    Ok(source)
}

/// Whether nothing stands around the text: a document that a word processor saved as a page.
fn is_bare(page: &Page, mass: &Mass) -> bool {
    let links = page.pieces.iter().filter(|p| p.is_link()).count();
    links <= 2 && !mass.boilerplate.contains(&true) && mass.within(0, page.pieces.len()) >= article::LEAST
}

fn everything(page: &Page) -> Article {
    let all = 0..page.pieces.len();
    Article { title: 0..0, body: all.clone(), scope: all }
}

/// The information table, and the paragraphs that are nothing else.
fn information(page: &Page, found: &Article, mass: &Mass) -> (Vec<Property>, BTreeSet<usize>) {
    let first_sentence = found.body.clone().find(|&i| mass.has(i)).unwrap_or(found.body.start);
    let first = found.scope.start.min(found.title.start).min(found.body.start);
    let above = (first..first_sentence).filter(|i| !found.title.contains(i)).take(MOST_LINES);
    let mut used = BTreeSet::new();
    let mut out = labels::properties(above.map(|i| (i, &page.pieces[i])), &mut used);
    // The table may stand far above the scope, under the navigation.
    let further = labels::properties(
        (first.saturating_sub(MOST_LINES)..first).map(|i| (i, &page.pieces[i])),
        &mut BTreeSet::new(),
    );
    out.extend(further);
    (out, used)
}

/// The first value of each label; what only the head of the page declares comes last.
fn with_declared(found: Vec<Property>, head: &Head) -> Vec<Property> {
    let declared =
        [("pubdate", "发布时间"), ("contentsource", "来源")].into_iter().filter_map(|(field, name)| {
            let value = head.field(field)?.to_string();
            Some(Property { name: name.to_string(), value })
        });
    let mut out: Vec<Property> = Vec::new();
    for property in found.into_iter().chain(declared) {
        if out.iter().all(|p| p.name != property.name) {
            out.push(property);
        }
    }
    out
}

/// The report as it grows.
#[derive(Default)]
struct Assembly {
    draft: Draft,
    paragraphs: u32,
    /// The table of the page that the last cell came from, and how many tables there were.
    tables: (u32, u32),
}

impl Assembly {
    /// Add one block of one or, for a title of several lines, more pieces.
    fn push(&mut self, pieces: &[Piece]) {
        let Some(first) = pieces.first() else { return };
        let words: Vec<&str> = pieces.iter().map(|p| p.text.as_str()).collect();
        let kind = self.kind(first.kind);
        let cell = if let BlockKind::Cell(cell) = kind { Some(cell) } else { None };
        self.paragraphs += 1;
        let origin = Origin { paragraph: Some(self.paragraphs), cell, ..Origin::default() };
        self.draft.push_numbered(&first.number, &words.join(" "), kind, origin);
    }

    /// Tables are counted within the report.
    fn kind(&mut self, kind: BlockKind) -> BlockKind {
        let BlockKind::Cell(cell) = kind else { return kind };
        if self.tables.0 != cell.table {
            self.tables = (cell.table, self.tables.1 + 1);
        }
        BlockKind::Cell(CellRef { table: self.tables.1, ..cell })
    }
}
