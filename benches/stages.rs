//! Where the time of one report goes, cold and warm, as shares and as ratios to the floor taken in the same run.
//!
//! The floor is what any checker must do: decode the text and pass over it once with all words of all rules.
#![expect(clippy::disallowed_methods, reason = "a bench reads the clock and files")]
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops on what it cannot measure, and prints"
)]

mod measure;

use std::hint::black_box;
use std::time::{Duration, Instant};

use lawcheck::judge;
use lawcheck::pack::Build;
use lawcheck::read::{Input, Limits, read};
use lawcheck::report::{Declared, build, sentences};
use lawcheck::score::{self, Terms};
use lawcheck::text::{Folded, Lang, Span};
use lawcheck::write::{Cards, Run, Style, Summary, head, writer};
use measure::{packs, time};

const ROUNDS: u32 = 200;

fn main() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/reports-sample/01-good-county-2024.txt");
    let bytes = std::fs::read(path).expect("the sample is there");
    let input = Input { name: path, bytes: &bytes };
    let limits = Limits::default();
    let declared = Declared::default();
    cold(input, &limits);

    let packs = packs(Build::Batch);
    let source = read(input, &limits).expect("the sample is text");
    let report = build(source.clone(), &declared);
    let verdicts = judge::judge(&report, &packs);
    let scorecard = score::tally(&report, &packs, verdicts.clone(), &Terms::default());
    let head = head(&packs, "2026-01-01", Lang::Zh);
    let cards = Cards { packs: &packs, head: &head, waivers: &[], lang: Lang::Zh, text: false };
    let run = || Run {
        head: head.clone(),
        summary: Summary::default(),
        reports: vec![cards.card(path, "", &report, &scorecard)],
        errors: Vec::new(),
        findings: Vec::new(),
    };
    let json = writer("json").expect("json is a format");

    let text = String::from_utf8(bytes.clone()).expect("the sample is UTF-8");
    let (folded, _) = Folded::of(&text, &[Span::new(0, text.len())]);
    let whole: Vec<Span> = sentences(&folded, Span::new(0, folded.text().len())).collect();
    let signals = packs.signals();
    let floor = time(ROUNDS, || {
        black_box(std::str::from_utf8(&bytes).expect("UTF-8"));
        black_box(packs.matcher().scan(folded.text(), &whole, &signals));
    });

    let stages = [
        ("read", time(ROUNDS, || drop(black_box(read(input, &limits))))),
        ("report", time(ROUNDS, || drop(black_box(build(source.clone(), &declared))))),
        ("judge", time(ROUNDS, || drop(black_box(judge::judge(&report, &packs))))),
        (
            "score",
            time(ROUNDS, || {
                drop(black_box(score::tally(&report, &packs, verdicts.clone(), &Terms::default())));
            }),
        ),
        (
            "write",
            time(ROUNDS, || {
                let mut out = Vec::new();
                json.write(&run(), Style::default(), &mut out).expect("memory holds it");
                black_box(out);
            }),
        ),
    ];
    let total: Duration = stages.iter().map(|(_, t)| *t).sum();
    println!("warm, one report of {} bytes, {} rules; floor {floor:?}", bytes.len(), packs.rules().count());
    for (name, time) in stages {
        println!(
            "  {name:<8} {:>9.1} us  {:>5.1} %  {:>5.2} x floor",
            time.as_secs_f64() * 1e6,
            time.as_secs_f64() / total.as_secs_f64() * 100.0,
            time.as_secs_f64() / floor.as_secs_f64()
        );
    }
    println!(
        "  total    {:>9.1} us          {:>5.2} x floor",
        total.as_secs_f64() * 1e6,
        total.as_secs_f64() / floor.as_secs_f64()
    );
}

/// The first report of a process: nothing is compiled yet.
fn cold(input: Input<'_>, limits: &Limits) {
    let mut clock = Instant::now();
    let mut lap = || std::mem::replace(&mut clock, Instant::now()).elapsed();
    let packs = packs(Build::Quick);
    let loaded = lap();
    let source = read(input, limits).expect("the sample is text");
    let decoded = lap();
    let report = build(source, &Declared::default());
    let understood = lap();
    let verdicts = judge::judge(&report, &packs);
    let judged = lap();
    black_box(score::tally(&report, &packs, verdicts, &Terms::default()));
    let scored = lap();
    println!(
        "cold: packs {loaded:?}, read {decoded:?}, report {understood:?}, judge {judged:?}, score {scored:?}"
    );
}
