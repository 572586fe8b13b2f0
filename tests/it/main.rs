//! Behaviour of the whole: one program, so that it is linked once.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod forge;
mod formats_pdf;
mod formats_rtf;
