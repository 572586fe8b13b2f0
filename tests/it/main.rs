//! Everything that is tested from outside, in one binary.

mod forge;
mod formats_docx;
mod formats_office;
mod formats_web;
