//! The worker process, started for real: this program is its own worker, as the command line program is.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test program without a harness")]

use std::process::ExitCode;

use lawcheck::host::worker;
use lawcheck::read::{Input, Limit, Limits, ReadError};

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(worker::COMMAND) {
        return worker::serve();
    }
    a_text_comes_back();
    an_error_comes_back();
    limits_hold_in_the_worker();
    many_at_once_do_not_mix();
    println!("4 passed, 0 failed");
    ExitCode::SUCCESS
}

fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<String, ReadError> {
    worker::read_isolated(Input { name, bytes }, limits).map(|source| source.text().to_string())
}

fn a_text_comes_back() {
    let text = "一、主要举措和成效。\n".repeat(200_000);
    assert_eq!(read("a.txt", text.as_bytes(), &Limits::default()).unwrap(), text);
}

fn an_error_comes_back() {
    let empty = read("a.txt", b"", &Limits::default()).unwrap_err();
    assert_eq!(empty, ReadError::Empty { format: "file" });
    let picture = read("a.pdf", b"\x89PNG\r\n\x1a\n\0\0\0\0", &Limits::default()).unwrap_err();
    assert_eq!(picture.kind().word(), "unsupported_format");
}

fn limits_hold_in_the_worker() {
    let mut limits = Limits::default();
    limits.lower(Limit::Paragraphs, 3);
    let error = read("a.txt", "举措。\n".repeat(9).as_bytes(), &limits).unwrap_err();
    assert_eq!(error, ReadError::Limit { format: "txt", limit: Limit::Paragraphs, allowed: 3 });
}

fn many_at_once_do_not_mix() {
    std::thread::scope(|scope| {
        for n in 0..6 {
            scope.spawn(move || {
                let text = format!("第{n}份报告。\n").repeat(1000);
                assert_eq!(read("a.txt", text.as_bytes(), &Limits::default()).unwrap(), text);
            });
        }
    });
}
