//! The worker: one file in, one answer out.

use std::io::{Read, Write};
use std::process::ExitCode;

use super::wire::{Answer, Request};
use crate::read::{self, Input, Limit, Limits};

/// Read one file from standard input and write the answer to standard output.
pub fn serve() -> ExitCode {
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
    limit_self(&limits);
    let mut bytes = Vec::new();
    // One byte more than allowed, so that a file that is too large is refused as such.
    stdin.take(limits.get(Limit::Bytes).saturating_add(1)).read_to_end(&mut bytes)?;
    let answer = Answer::of(read::read(Input { name: &request.name, bytes: &bytes }, &limits));
    let mut stdout = std::io::stdout().lock();
    serde_json::to_writer(&mut stdout, &answer)?;
    stdout.flush()
}

#[cfg(unix)]
fn limit_self(limits: &Limits) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, limit) in [(Resource::As, Limit::Memory), (Resource::Cpu, Limit::Seconds)] {
        let most = limits.get(limit);
        // One step of room: at the hard limit of time a system may kill without saying why. A system that refuses
        // still has the counted limits of the readers.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most.saturating_add(1)) });
    }
}

#[cfg(not(unix))]
fn limit_self(_: &Limits) {}
