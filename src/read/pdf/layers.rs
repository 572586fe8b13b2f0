//! Optional content: layers that the file itself switches off are not shown, so they are not read.

use std::collections::BTreeSet;

use hayro_syntax::object::{Array, Dict, Name, ObjRef, ObjectIdentifier};
use hayro_syntax::xref::XRef;

/// The layers of a file that are off when it is opened.
#[derive(Default)]
pub(super) struct Layers {
    off: BTreeSet<ObjectIdentifier>,
}

impl Layers {
    pub(super) fn of(xref: &XRef) -> Layers {
        let catalog = xref.get::<Dict<'_>>(xref.root_id()).unwrap_or_default();
        let properties = catalog.get::<Dict<'_>>("OCProperties").unwrap_or_default();
        let shown = properties.get::<Dict<'_>>("D").unwrap_or_default();
        let mut off = BTreeSet::new();
        if shown.get::<Name<'_>>("BaseState").is_some_and(|state| state.as_ref() == b"OFF") {
            off.extend(references(&properties, "OCGs"));
            for on in references(&shown, "ON") {
                off.remove(&on);
            }
        }
        off.extend(references(&shown, "OFF"));
        Layers { off }
    }

    /// Whether the content under this entry of a dictionary is shown.
    pub(super) fn shows(&self, holder: &Dict<'_>, key: &[u8]) -> bool {
        if self.off.is_empty() {
            return true;
        }
        let group = holder.get::<Dict<'_>>(key).unwrap_or_default();
        let members = references(&group, "OCGs");
        if members.is_empty() {
            let own = group.get_ref("OCGs").or_else(|| holder.get_ref(key));
            return own.is_none_or(|id| !self.off.contains(&id.into()));
        }
        // Membership dictionaries other than "any of these is on" are hardly ever written.
        members.iter().any(|id| !self.off.contains(id))
    }
}

fn references(dict: &Dict<'_>, key: &str) -> Vec<ObjectIdentifier> {
    let items = dict.get::<Array<'_>>(key).unwrap_or_default();
    items.raw_iter().filter_map(|item| item.as_obj_ref().map(|r: ObjRef| r.into())).collect()
}
