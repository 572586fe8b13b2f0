//! Behaviour of the whole program, stage by stage.

mod examples;
mod invariance;
mod limits;
mod order;
mod packs_bad;
mod removal;
mod reports;
