//! What the benches share: the embedded packs, and the smallest time of many rounds.

use std::time::{Duration, Instant};

use lawcheck::pack::{Build, Choice, Packs, embedded, load};

/// The packs of the national profile.
pub fn packs(build: Build) -> Packs {
    let choice = Choice::Profile { name: "national".to_string(), added: Vec::new() };
    load(&embedded(), &choice, build).expect("the embedded packs load")
}

/// Smallest time of many rounds.
pub fn time(rounds: u32, mut work: impl FnMut()) -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..rounds {
        let start = Instant::now();
        work();
        best = best.min(start.elapsed());
    }
    best
}
