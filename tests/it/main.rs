//! Behaviour of the whole library, one module a subject.

mod dates;
mod figures;
mod folded;
mod planted;
mod relations;
