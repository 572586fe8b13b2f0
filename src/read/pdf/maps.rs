//! Character maps: the predefined ones, each parsed once, and those embedded in a file.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_cmap::{CMap, CMapName, load_embedded};
use hayro_syntax::object::{Object, Stream};

use super::budget::Budget;
use crate::read::ReadError;

/// Predefined maps that one embedded map may build on; each is parsed anew.
const MOST_BASES: u32 = 8;
/// A parsed map takes this many times the space of its file.
const MAP_COST: u64 = 8;

/// The maps of one file.
#[derive(Default)]
pub(super) struct Maps {
    predefined: BTreeMap<Vec<u8>, Option<Rc<CMap>>>,
}

impl Maps {
    /// The map that a font names or embeds.
    pub(super) fn of(
        &mut self,
        object: Option<&Object<'_>>,
        budget: &mut Budget<'_>,
    ) -> Result<Option<Rc<CMap>>, ReadError> {
        match object {
            Some(Object::Name(name)) => Ok(self.predefined(CMapName::from_bytes(name.as_ref()))),
            Some(Object::Stream(stream)) => embedded(stream, budget),
            _ => Ok(None),
        }
    }

    /// A predefined map.
    pub(super) fn predefined(&mut self, name: CMapName<'_>) -> Option<Rc<CMap>> {
        if let Some(known) = self.predefined.get(name.to_bytes()) {
            return known.clone();
        }
        let map = match name {
            CMapName::IdentityH => Some(CMap::identity_h()),
            CMapName::IdentityV => Some(CMap::identity_v()),
            // Names that nobody has defined are many; they are not worth remembering.
            CMapName::Custom(_) => return None,
            name => load_embedded(name).and_then(|data| CMap::parse(data, load_embedded)),
        };
        let map = map.map(Rc::new);
        self.predefined.insert(name.to_bytes().to_vec(), map.clone());
        map
    }
}

fn embedded(stream: &Stream<'_>, budget: &mut Budget<'_>) -> Result<Option<Rc<CMap>>, ReadError> {
    let Some(data) = budget.unpack(stream, MAP_COST)? else { return Ok(None) };
    let bases = Rc::new(Cell::new(0));
    let map = CMap::parse(&data, move |name| {
        bases.set(bases.get() + 1);
        (bases.get() <= MOST_BASES).then(|| load_embedded(name)).flatten()
    });
    Ok(map.map(Rc::new))
}
