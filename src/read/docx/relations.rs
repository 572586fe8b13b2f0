//! What the parts of a package say of each other.
//!
//! Comes in: the part that lists the references of another one. Goes out: the references. Opens nothing.

use crate::read::ReadError;
use crate::read::container::resolve;
use crate::read::xml::{Event, Xml};

/// A reference to another part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Relation {
    /// Its id in the list.
    pub(crate) id: String,
    /// What the other part is, such as `styles`.
    pub(crate) kind: String,
    /// The other part; none when it lies outside the package.
    pub(crate) target: Option<String>,
}

/// The part that lists the references of `from`; the package itself is the part without a name.
pub(crate) fn relations_of(from: &str) -> String {
    let (folder, file) = from.rsplit_once('/').unwrap_or(("", from));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{file}.rels")
}

/// The references in a list that belongs to `from`.
pub(crate) fn relations(mut xml: Xml<'_>, from: &str) -> Result<Vec<Relation>, ReadError> {
    let mut out = Vec::new();
    while let Some(event) = xml.next()? {
        let Event::Open(tag) = event else { continue };
        if tag.name() != "Relationship" {
            continue;
        }
        let kind = tag.get("Type").unwrap_or_default();
        let external = tag.get("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
        let target = tag.get("Target").filter(|_| !external);
        out.push(Relation {
            id: tag.get("Id").unwrap_or_default(),
            // Transitional and strict files differ in all of the address but its end.
            kind: kind.rsplit('/').next().unwrap_or_default().to_string(),
            target: target.and_then(|target| resolve(from, &target)),
        });
    }
    Ok(out)
}
