//! Every rule carries its own tests.

use lawcheck::judge;
use lawcheck::pack::{Build, Choice, embedded, load};
use lawcheck::text::Lang;

#[test]
fn every_example_gets_what_its_author_says() {
    let packs = load(&embedded(), &Choice::All, Build::Quick).unwrap_or_else(|e| panic!("{e}"));
    let mut wrong = Vec::new();
    for (_, _, rule) in packs.rules() {
        for example in &rule.examples {
            let trial = judge::trial(&packs, &rule.id, example).expect("an example is text");
            if !trial.right {
                let got = judge::got(&trial.verdict).word();
                wrong.push(format!(
                    "{}:{}: {} instead of {}: {}",
                    rule.file,
                    example.at.line,
                    got,
                    example.expect.word(),
                    trial.verdict.message(rule, Lang::Zh)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_signal_is_seen_in_some_example() {
    let packs = load(&embedded(), &Choice::All, Build::Quick).unwrap_or_else(|e| panic!("{e}"));
    for (_, _, rule) in packs.rules() {
        let silent = judge::silent_signals(&packs, rule);
        assert!(silent.is_empty(), "{}: {silent:?}", rule.file);
    }
}
