//! Behaviour of the whole library, one module a subject.

mod figures;
