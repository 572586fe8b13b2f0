//! Behaviour of the whole library, seen from outside.

mod forge;
mod formats_web;
