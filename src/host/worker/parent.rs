//! The side that starts workers, and makes an error of whatever happens to one.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use super::COMMAND;
use super::wire::{Answer, Request};
use crate::read::{self, Input, Limit, Limits, ReadError};
use crate::text::Source;

/// The most that a worker may answer: a text is never larger than its file unpacked.
const LONGEST_ANSWER: u64 = 512 << 20;
/// What is kept of a worker's last words.
const LAST_WORDS: u64 = 4096;
const FORMAT: &str = "file";

/// What `read` would give, found by a worker. Where no process can be started, it is read here: the limits of the
/// readers hold in either place.
pub fn read_isolated(input: Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
    limits.check(Limit::Bytes, FORMAT, input.bytes.len() as u64)?;
    match std::env::current_exe().and_then(|program| start(&program)) {
        Ok(worker) => attend(worker, input, limits),
        Err(_) => read::read(input, limits),
    }
}

fn start(program: &Path) -> std::io::Result<Child> {
    let pipe = Stdio::piped;
    Command::new(program).arg(COMMAND).stdin(pipe()).stdout(pipe()).stderr(pipe()).spawn()
}

/// Feed a worker and wait for its answer.
fn attend(mut worker: Child, input: Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
    let (stdin, stdout, stderr) = (worker.stdin.take(), worker.stdout.take(), worker.stderr.take());
    thread::scope(|scope| {
        scope.spawn(move || {
            if let Some(mut stdin) = stdin {
                // A worker that dies before it has read everything is seen by its missing answer.
                let _ = Request::new(input.name, limits).send(&mut stdin);
                let _ = stdin.write_all(input.bytes);
            }
        });
        let (answered, answer) = channel();
        let (spoken, words) = channel();
        scope.spawn(move || answered.send(all(stdout, LONGEST_ANSWER)));
        scope.spawn(move || spoken.send(all(stderr, LAST_WORDS)));
        let result = conclude(&mut worker, &answer, &words, limits);
        // The threads above end when the pipes do.
        let _ = worker.kill();
        let _ = worker.wait();
        result
    })
}

/// Everything that comes through a pipe, up to a limit.
fn all(pipe: Option<impl Read>, most: u64) -> Vec<u8> {
    let mut out = Vec::new();
    if let Some(pipe) = pipe {
        let _ = pipe.take(most).read_to_end(&mut out);
    }
    out
}

fn conclude(
    worker: &mut Child,
    answer: &Receiver<Vec<u8>>,
    words: &Receiver<Vec<u8>>,
    limits: &Limits,
) -> Result<Source, ReadError> {
    let patience = Duration::from_secs(limits.get(Limit::Seconds));
    let Ok(answer) = answer.recv_timeout(patience) else {
        return Err(passed(Limit::Seconds, limits));
    };
    if let Ok(answer) = serde_json::from_slice::<Answer>(&answer) {
        return answer.into_result();
    }
    let words = words.recv_timeout(patience).unwrap_or_default();
    Err(cause(worker.wait().ok(), &String::from_utf8_lossy(&words), limits))
}

/// Why a worker died without an answer.
fn cause(status: Option<ExitStatus>, words: &str, limits: &Limits) -> ReadError {
    const KILLED: i32 = 9;
    const OUT_OF_TIME: i32 = 24;
    match status.and_then(signal) {
        Some(KILLED) => passed(Limit::Memory, limits),
        _ if words.contains("memory allocation") => passed(Limit::Memory, limits),
        Some(OUT_OF_TIME) => passed(Limit::Seconds, limits),
        // With very little memory there is no room left to say so.
        _ if limits.get(Limit::Memory) < Limit::Memory.default_value() => passed(Limit::Memory, limits),
        _ => {
            let what = ("读取程序在这个文件上异常退出", "the reading process died on this file").into();
            ReadError::Corrupt { format: FORMAT, what }
        }
    }
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}

fn passed(limit: Limit, limits: &Limits) -> ReadError {
    ReadError::Limit { format: FORMAT, limit, allowed: limits.get(limit) }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    /// What comes of a worker that does this instead of reading.
    fn outcome(script: &str) -> ReadError {
        let mut limits = Limits::default();
        limits.lower(Limit::Seconds, 1);
        let pipe = Stdio::piped;
        let worker =
            Command::new("sh").args(["-c", script]).stdin(pipe()).stdout(pipe()).stderr(pipe()).spawn();
        let input = Input { name: "a.pdf", bytes: &vec![b' '; 300_000] };
        attend(worker.unwrap(), input, &limits).unwrap_err()
    }

    #[test]
    fn a_worker_that_dies_gives_an_error_of_its_own() {
        let kind = |script| outcome(script).kind().word();
        assert_eq!(kind("kill -9 $$"), "limit_exceeded");
        assert_eq!(kind("echo memory allocation of 9 bytes failed >&2; kill -6 $$"), "limit_exceeded");
        assert_eq!(kind("exit 101"), "corrupt");
        assert_eq!(kind("kill -11 $$"), "corrupt");
        assert_eq!(kind("echo '{}'"), "corrupt");
    }

    #[test]
    fn a_worker_that_never_answers_is_given_up() {
        let error = outcome("exec sleep 600");
        assert!(matches!(error, ReadError::Limit { limit: Limit::Seconds, allowed: 1, .. }));
    }
}
