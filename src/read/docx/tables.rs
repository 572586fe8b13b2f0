//! Tables: which cell a paragraph stands in, and rows that are deleted or hidden.

use super::body::Pass;
use super::context::{Element, Table};
use crate::read::xml::Tag;

impl Pass<'_> {
    pub(super) fn begin_table(&mut self) -> Element {
        self.flush();
        self.tables += 1;
        let table = Table { number: self.tables, row: 0, column: 0 };
        self.layer().tables.push(table);
        Element::Table
    }

    pub(super) fn end_table(&mut self) {
        self.layer().tables.pop();
    }

    pub(super) fn begin_row(&mut self) -> Element {
        let layer = self.layer();
        if let Some(table) = layer.tables.last_mut() {
            table.row += 1;
            table.column = 0;
        }
        Element::Row(layer.muted)
    }

    pub(super) fn begin_cell(&mut self) -> Element {
        let layer = self.layer();
        if let Some(table) = layer.tables.last_mut() {
            table.column += 1;
        }
        Element::Cell(layer.muted)
    }

    pub(super) fn end_cell(&mut self, muted: bool) {
        self.flush();
        self.layer().muted = muted;
    }

    pub(super) fn table_property(&mut self, tag: &Tag<'_>) -> Option<Element> {
        match tag.name() {
            "del" | "cellDel" => {
                self.story.seen.changes = true;
                self.layer().muted = true;
            }
            "ins" | "cellIns" | "cellMerge" => self.story.seen.changes = true,
            "hidden" if tag.is_on() => {
                self.story.seen.hidden = true;
                self.layer().muted = true;
            }
            _ => return None,
        }
        Some(Element::Other)
    }
}
