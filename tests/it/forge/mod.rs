//! Files of every format, made by code from a list of paragraphs: heading level, if any, and text.

#![expect(
    clippy::unwrap_used,
    unreachable_pub,
    reason = "fixtures of the tests: what fails here is the test"
)]

pub mod doc;
pub mod html;
pub mod mhtml;
pub mod word;

/// A paragraph: heading level from 1, or none, and its text.
pub type Paragraph<'a> = (Option<u8>, &'a str);
