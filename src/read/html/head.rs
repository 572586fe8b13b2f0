//! What a page says about itself outside its text.
//!
//! Comes in: the tree. Goes out: title, named fields, style sheets, and how much of the page is frames and scripts.

use html5ever::ns;

use super::style::Sheets;
use super::tree::{NodeId, Tree};

/// The facts.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The window title.
    pub(super) title: Option<String>,
    /// `meta` fields, names in lower case.
    pub(super) fields: Vec<(String, String)>,
    pub(super) sheets: Sheets,
    pub(super) frames: usize,
    /// Characters of script.
    pub(super) script: usize,
}

impl Head {
    pub(super) fn of(tree: &Tree) -> Head {
        let mut head = Head::default();
        for id in 0..tree.len() as NodeId {
            let Some(element) = tree.element(id) else { continue };
            if element.name.ns != ns!(html) {
                continue;
            }
            match element.tag() {
                "title" if head.title.is_none() => {
                    let words = tree.words(id);
                    head.title = Some(words.split_whitespace().collect::<Vec<_>>().join(" "));
                }
                "meta" => head.fields.extend(field(element)),
                "style" => head.sheets.add(&tree.words(id)),
                "script" => head.script += tree.words(id).len(),
                "frame" => head.frames += 1,
                _ => {}
            }
        }
        head
    }

    /// The value of a `meta` field, unless it is empty.
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, value)| n == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }
}

fn field(element: &super::tree::Element) -> Option<(String, String)> {
    let name = element.attribute("name").or_else(|| element.attribute("property"))?;
    let value = element.attribute("content")?;
    Some((name.trim().to_ascii_lowercase(), value.trim().to_string()))
}
