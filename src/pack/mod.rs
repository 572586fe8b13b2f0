//! YAML rule packs to compiled rules.
//!
//! Comes in: the files of a shelf. Goes out: [`Packs`], or every fault of every file with its place. Knows YAML,
//! rhai and what a rule author may say; judges nothing.

mod api;
mod compile;
mod compile_condition;
mod compile_signal;
pub mod condition;
mod coverage;
pub mod engine;
mod error;
mod example;
mod facts;
mod fault;
mod gate;
mod load;
mod matcher;
mod mutate;
mod node;
mod parser;
mod plan_view;
mod profile;
mod profile_file;
mod rule;
mod ruling;
mod run;
mod schema;
mod script;
mod shape;
mod shapes;
mod shelf;
mod signal;
mod views;
mod vocabulary;

pub use api::{ROWS as API, Row as ApiRow};
pub use error::{PackError, PackErrors, Position};
pub use example::{Example, Expect, Slot};
pub use facts::{AnswerFact, Day, Facts, Hit, Number, PartFacts, RelationFact, Standing, Unit};
pub use load::{Choice, load};
pub use matcher::{Build, Matcher, Raw};
pub use mutate::{Mutant, keep_exemptions, mutants};
pub use node::{Node, Value as NodeValue, parse};
pub use profile::{Band, Gate, Model, Profile, fail_on};
pub use profile_file::profile_file;
pub use rule::{Basis, Belongs, Closest, Exemption, Pack, PackPart, Rule, RuleKind, Severity};
pub use ruling::{Pointer, Ruling, RulingKind};
pub use run::{Cause, run};
pub use schema::{schema, zone_docs};
pub use shape::{Field, Kind, Shape, check as check_shape};
pub use shelf::{ShelfFile, embedded, plain};
pub use signal::{Names, Near, Pattern, Signal, ZoneSet};

/// Compiled packs with the profile that weighs them. Immutable, shared between threads.
pub struct Packs {
    all: Vec<Pack>,
    profile: Profile,
    engine: rhai::Engine,
    matcher: Matcher,
    build: Build,
}

impl Packs {
    fn new(packs: Vec<Pack>, profile: Profile, engine: rhai::Engine, build: Build) -> Packs {
        let matcher = Matcher::new(std::iter::empty(), build);
        let mut packs = Packs { all: packs, profile, engine, matcher, build };
        packs.number();
        packs
    }

    /// The packs in order.
    pub fn packs(&self) -> &[Pack] {
        &self.all
    }

    /// The profile.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Change the gate, as the command line may.
    pub fn profile_mut(&mut self) -> &mut Profile {
        &mut self.profile
    }

    /// Keep only the rules whose id is wanted.
    pub fn select(&mut self, wanted: impl Fn(&str) -> bool) {
        for part in self.all.iter_mut().flat_map(|p| &mut p.parts) {
            part.rules.retain(|r| wanted(&r.id));
        }
        self.number();
    }

    /// Number all signals anew and build the scan over them.
    fn number(&mut self) {
        let mut next = 0;
        for rule in self.all.iter_mut().flat_map(|p| &mut p.parts).flat_map(|p| &mut p.rules) {
            rule.first_signal = next;
            next += rule.signals.len();
        }
        let signals = self.all.iter().flat_map(|p| &p.parts).flat_map(|p| &p.rules).flat_map(|r| &r.signals);
        self.matcher = Matcher::new(signals, self.build);
    }

    /// Every rule with its pack and part, in order.
    pub fn rules(&self) -> impl Iterator<Item = (&Pack, &PackPart, &Rule)> {
        self.all.iter().flat_map(|pack| {
            pack.parts.iter().flat_map(move |part| part.rules.iter().map(move |rule| (pack, part, rule)))
        })
    }

    /// The newest report year that a condition names.
    pub fn newest_year(&self) -> Option<i16> {
        let conditions =
            self.rules().flat_map(|(pack, part, rule)| [&pack.applies, &part.applies, &rule.applies]);
        let bounds = conditions.filter_map(|c| c.years).flat_map(|(from, to)| [from, to]);
        bounds.filter(|year| !matches!(*year, i16::MIN | i16::MAX)).max()
    }

    /// All signals, by their number.
    pub fn signals(&self) -> Vec<&Signal> {
        self.rules().flat_map(|(_, _, rule)| &rule.signals).collect()
    }

    /// The scan over all words of all signals.
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }
}

/// Whether a rule id fits a pattern: the id itself, or a beginning followed by `*`.
pub fn matches(pattern: &str, id: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => id.starts_with(start),
        None => id == pattern,
    }
}

/// The words of a set of zones.
pub fn zone_words(zones: ZoneSet) -> Vec<&'static str> {
    vocabulary::ZONES
        .iter()
        .copied()
        .filter(|word| ZoneSet::of(word).is_some_and(|z| z.meets(zones)))
        .collect()
}
