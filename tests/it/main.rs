//! Behaviour of the whole program, stage by stage.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    clippy::disallowed_methods,
    clippy::format_collect,
    reason = "a test stops on what it does not expect, and reads its own files"
)]

mod compare;
mod coverage;
mod dates;
mod examples;
mod figures;
mod folded;
mod forge;
mod format_limits;
mod formats_docx;
mod formats_office;
mod formats_pdf;
mod formats_rtf;
mod invariance;
mod languages;
mod limits;
mod near_misses;
mod order;
mod packs_bad;
mod parity;
mod pipelines;
mod places;
mod planted;
mod relations;
mod removal;
mod reports;
mod formats_web;
mod gate_page;
mod scorecards;
mod tutorial;
mod writers;
