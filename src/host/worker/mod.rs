//! Reading in a process of its own, for formats whose engines cannot promise to stay within memory and time.
//!
//! Comes in: an input and limits. Goes out: what `read` would give. This same program is started again with one
//! hidden word; the file goes in on its standard input, the text comes back on its standard output. The child
//! limits its own memory and processor time, the parent waits only so long: both are backstops behind the counted
//! limits of the readers.

mod child;
mod parent;
mod wire;

pub use child::serve;
pub use parent::read_isolated;

/// The hidden word that makes this program a worker: its only argument then.
pub const COMMAND: &str = "read-worker";
