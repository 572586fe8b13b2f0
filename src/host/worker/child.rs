//! The worker: one file in, one answer out.

use std::io::{Read, Write};
use std::process::ExitCode;

use super::wire::{Answer, Request};
use crate::read::{self, Input, Limit};

/// Read one file from standard input and write the answer to standard output.
pub fn serve() -> ExitCode {
    limit_self();
    match exchange() {
        Ok(()) => ExitCode::SUCCESS,
        // The parent is gone or speaks another version; there is nobody to tell.
        Err(_) => ExitCode::FAILURE,
    }
}

fn exchange() -> std::io::Result<()> {
    let mut stdin = std::io::stdin().lock();
    let request = Request::receive(&mut stdin)?;
    let limits = request.limits();
    let mut bytes = Vec::new();
    // One byte more than allowed, so that a file that is too large is refused as such.
    stdin.take(limits.get(Limit::Bytes).saturating_add(1)).read_to_end(&mut bytes)?;
    let answer = Answer::of(read::read(Input { name: &request.name, bytes: &bytes }, &limits));
    let mut stdout = std::io::stdout().lock();
    serde_json::to_writer(&mut stdout, &answer)?;
    stdout.flush()
}

#[cfg(unix)]
fn limit_self() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, most) in [(Resource::As, super::MEMORY), (Resource::Cpu, super::PROCESSOR_SECONDS)] {
        // A system that refuses still has the counted limits of the readers.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

#[cfg(not(unix))]
fn limit_self() {}
