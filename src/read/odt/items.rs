//! Lists in the text: which item is open, and which paragraph gets its number.

use super::body::Pass;
use super::flow::{Element, Item, OpenList};
use crate::read::xml::Tag;

impl Pass<'_> {
    pub(super) fn begin_list(&mut self, tag: &Tag<'_>) -> Element {
        let style = tag.get("style-name");
        let around = self.layer().lists.last().map(|l| (l.key, l.style.clone(), l.level));
        let list = if let Some((key, outer, level)) = around {
            let style = style.or(outer);
            OpenList { key, style, level: level.saturating_add(1), item: Item::default() }
        } else {
            let key = self.counters.begin(tag, style.as_deref());
            OpenList { key, style, level: 1, item: Item::default() }
        };
        self.layer().lists.push(list);
        Element::List
    }

    pub(super) fn begin_item(&mut self, item: Item) -> Element {
        if let Some(list) = self.layer().lists.last_mut() {
            list.item = item;
        }
        Element::Item
    }

    pub(super) fn begin_numbered(&mut self, tag: &Tag<'_>) -> Element {
        let key = self.counters.named(&tag.get("list-id").unwrap_or_default());
        let level = tag.number("level").and_then(|l| u8::try_from(l).ok()).unwrap_or(1);
        let item = Item { due: true, start: tag.number("start-value") };
        self.layer().lists.push(OpenList { key, style: tag.get("style-name"), level, item });
        Element::Numbered
    }

    /// The number of the paragraph that begins: that of its list item, or that of its heading level.
    pub(super) fn number(
        &mut self,
        style: Option<&str>,
        heading: Option<u8>,
        restart: Option<i64>,
    ) -> String {
        let styles = self.styles;
        let own = styles.list(style).map(str::to_string);
        let item = self.layer().lists.last_mut().map(|list| {
            let item = std::mem::take(&mut list.item);
            (item, list.style.clone().or(own), list.key, list.level)
        });
        match (item, heading) {
            (Some((item, list, key, level)), _) if item.due => {
                let start = item.start.or(restart);
                self.counters.next(&styles.lists, list.as_deref(), key, level, start)
            }
            (Some(_), _) | (None, None) => String::new(),
            (None, Some(level)) => {
                let key = self.counters.outline();
                self.counters.next(&styles.lists, None, key, level, restart)
            }
        }
    }
}
