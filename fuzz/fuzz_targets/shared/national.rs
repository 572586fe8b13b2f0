//! The rules of the national profile, loaded once.

use std::sync::LazyLock;

use lawcheck::pack::{Build, Choice, Packs, embedded, load};

pub static PACKS: LazyLock<Packs> = LazyLock::new(|| {
    let choice = Choice::Profile { name: "national".to_string(), added: Vec::new() };
    load(&embedded(), &choice, Build::Quick).expect("the embedded packs load")
});
