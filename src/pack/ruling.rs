//! What a script says of a report.

use std::collections::BTreeMap;

use crate::report::PartKind;

/// A script's verdict, before messages are put into words.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruling {
    /// Met, partly, unmet or not applicable.
    pub kind: RulingKind,
    /// The message as the author wrote it, with `{name}` for values.
    pub message: String,
    /// Values for the message; several of one name are a list.
    pub values: BTreeMap<String, Vec<String>>,
    /// What the ruling points at; empty means the rule's own hits.
    pub at: Vec<Pointer>,
}

/// Kinds of rulings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RulingKind {
    /// Met.
    Met,
    /// Met in part: so many of so many.
    Partly(i64, i64),
    /// Unmet.
    Unmet,
    /// Not applicable.
    NotApplicable,
}

/// What a ruling points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// The hits of a signal.
    Signal(usize),
    /// A part: its heading or its beginning.
    Part(PartKind),
    /// The items of a part in which a signal does not occur.
    ItemsWithout(usize, PartKind),
    /// Remarks of a kind.
    Notes(&'static str),
    /// Relations of a kind (empty: of any) with a verdict.
    Relations(&'static str, &'static str),
    /// Shortcomings and the items of the plan that take them up.
    Answers,
    /// Shortcomings that no item of the plan takes up.
    Open,
    /// Clauses of the plan that stand among the measures, with their source.
    Copied,
}

impl Ruling {
    /// A ruling without values and pointers.
    pub(crate) fn new(kind: RulingKind, message: &str) -> Self {
        Ruling { kind, message: message.to_string(), values: BTreeMap::new(), at: Vec::new() }
    }
}
