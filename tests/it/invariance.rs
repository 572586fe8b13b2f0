//! What must not change a result: encoding, line ends, width of punctuation, indents, blank lines.

use lawcheck::Checked;
use proptest::prelude::*;

use crate::reports::{check, packs, samples};

/// What a user would notice: parts, metadata, score, outcomes.
fn facts(checked: &Checked) -> String {
    let report = &checked.report;
    let parts: Vec<String> = report
        .parts
        .iter()
        .map(|p| format!("{}={}/{}", p.kind.word(), p.status.word(), p.items.len()))
        .collect();
    let outcomes: Vec<String> = checked
        .scorecard
        .results
        .iter()
        .map(|r| format!("{}={}", r.verdict.rule, r.verdict.outcome.word()))
        .collect();
    format!(
        "{parts:?} {:?} {:?} {:?} {outcomes:?}",
        report.year(),
        report.headings.len(),
        checked.scorecard.score
    )
}

/// Layouts of the same words.
#[derive(Clone, Copy, Debug)]
struct Layout {
    line_end: &'static str,
    indent: &'static str,
    blank_lines: bool,
    wide: bool,
}

impl Layout {
    fn apply(self, text: &str) -> String {
        let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
        let gap = if self.blank_lines { self.line_end } else { "" };
        lines.map(|l| format!("{}{}{}{gap}", self.indent, width(l, self.wide), self.line_end)).collect()
    }
}

/// Punctuation made full width or half width.
fn width(line: &str, wide: bool) -> String {
    const PAIRS: [(char, char); 7] = [
        (',', '\u{ff0c}'),
        ('(', '\u{ff08}'),
        (')', '\u{ff09}'),
        (':', '\u{ff1a}'),
        (';', '\u{ff1b}'),
        ('%', '\u{ff05}'),
        ('!', '\u{ff01}'),
    ];
    let to = |c: char| {
        let pair = PAIRS.iter().find(|(half, full)| c == *half || c == *full);
        pair.map_or(c, |(half, full)| if wide { *full } else { *half })
    };
    line.chars().map(to).collect()
}

fn layouts() -> impl Strategy<Value = Layout> {
    (
        prop::sample::select(vec!["\n", "\r\n", "\r"]),
        prop::sample::select(vec!["", "\u{3000}\u{3000}", "\u{2002}", "\u{a0}\u{a0}", "    "]),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(line_end, indent, blank_lines, wide)| Layout { line_end, indent, blank_lines, wide })
}

fn encodings(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf16 = |read: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(read).collect::<Vec<u8>>();
    let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    let (gb, _, lossy) = encoding_rs::GB18030.encode(text);
    assert!(!lossy);
    vec![
        ("UTF-8 with mark", marked(b"\xef\xbb\xbf", text.as_bytes().to_vec())),
        ("GB18030", gb.into_owned()),
        ("UTF-16LE", utf16(u16::to_le_bytes)),
        ("UTF-16LE with mark", marked(b"\xff\xfe", utf16(u16::to_le_bytes))),
        ("UTF-16BE with mark", marked(b"\xfe\xff", utf16(u16::to_be_bytes))),
    ]
}

#[test]
fn the_encoding_changes_nothing() {
    let packs = packs();
    for sample in samples() {
        let want = facts(&check(sample.text.as_bytes(), &packs));
        for (name, bytes) in encodings(&sample.text) {
            assert_eq!(facts(&check(&bytes, &packs)), want, "{} as {name}", sample.name);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_layout_changes_nothing(layout in layouts()) {
        let packs = packs();
        for sample in samples() {
            let want = facts(&check(sample.text.as_bytes(), &packs));
            let got = facts(&check(layout.apply(&sample.text).as_bytes(), &packs));
            prop_assert_eq!(got, want, "{} as {:?}", sample.name, layout);
        }
    }
}

/// Without any line break the end of a heading that has no mark is lost, the parts are not.
#[test]
fn lost_line_breaks_keep_the_parts() {
    let packs = packs();
    let mut seen = 0;
    for sample in samples() {
        let whole = check(sample.text.as_bytes(), &packs);
        // A damaged number is known by standing at the start of a line.
        if whole.report.look_alike.is_some() || noted(&whole, "damaged-heading") {
            continue;
        }
        let one_line: String = sample.text.lines().map(str::trim).collect();
        let checked = check(one_line.as_bytes(), &packs);
        assert_eq!(statuses(&checked), statuses(&whole), "{}", sample.name);
        assert!(noted(&checked, "lost-line-breaks"), "{}", sample.name);
        let lost = whole.scorecard.score.unwrap().0 - checked.scorecard.score.unwrap().0;
        assert!((0..300).contains(&lost), "{}: {lost}", sample.name);
        seen += 1;
    }
    assert!(seen > 4, "{seen} samples");
}

fn statuses(checked: &Checked) -> Vec<&'static str> {
    checked.report.parts.iter().map(|p| p.status.word()).collect()
}

fn noted(checked: &Checked, kind: &str) -> bool {
    checked.report.notes.iter().any(|n| n.kind == kind)
}

/// As converters leave it: the blanks of an indent have no place in the new encoding.
#[test]
fn indents_that_became_question_marks_change_nothing() {
    let packs = packs();
    for sample in samples() {
        let lines = sample.text.lines().map(str::trim).filter(|l| !l.is_empty());
        let text: String = lines.map(|l| format!("??{l}\n")).collect();
        let checked = check(text.as_bytes(), &packs);
        assert_eq!(facts(&checked), facts(&check(sample.text.as_bytes(), &packs)), "{}", sample.name);
        assert!(noted(&checked, "lost-indents"), "{}", sample.name);
    }
}

/// Lines of one width, as a mail program or an editor leaves them. Where a paragraph ends at the margin, the next
/// one may be taken for its continuation.
#[test]
fn hard_wrapped_lines_keep_the_parts() {
    let packs = packs();
    for (sample, width) in samples().iter().flat_map(|s| [28, 35, 40].map(|w| (s, w))) {
        let whole = check(sample.text.as_bytes(), &packs);
        if whole.report.look_alike.is_some() {
            continue;
        }
        let lines = sample.text.lines().map(str::trim).filter(|l| !l.is_empty());
        let wrapped = lines.flat_map(|l| {
            let letters: Vec<char> = l.chars().collect();
            letters
                .chunks(width)
                .map(|c| c.iter().chain(['\n'].iter()).collect::<String>())
                .collect::<Vec<_>>()
        });
        let checked = check(wrapped.collect::<String>().as_bytes(), &packs);
        assert_eq!(statuses(&checked), statuses(&whole), "{} at {width}", sample.name);
        let points = |c: &Checked| c.scorecard.score.map_or(0, |s| s.0);
        let apart = (points(&checked) - points(&whole)).abs();
        assert!(apart <= 100, "{} at {width}: {apart}", sample.name);
    }
}

/// As the traditional version of a government's site prints it.
#[test]
fn traditional_characters_change_nothing() {
    let table = include_str!("../../src/text/traditional.txt");
    let mut forms = std::collections::BTreeMap::new();
    for pair in table.split_whitespace() {
        let mut chars = pair.chars();
        let (traditional, simplified) = (chars.next().unwrap(), chars.next().unwrap());
        forms.entry(simplified).or_insert(traditional);
    }
    let packs = packs();
    for sample in samples() {
        let text: String = sample.text.chars().map(|c| forms.get(&c).copied().unwrap_or(c)).collect();
        let checked = check(text.as_bytes(), &packs);
        assert_eq!(facts(&checked), facts(&check(sample.text.as_bytes(), &packs)), "{}", sample.name);
        assert!(noted(&checked, "traditional-characters"), "{}", sample.name);
    }
}

#[test]
fn spans_and_points_obey_their_laws() {
    let packs = packs();
    for sample in samples() {
        let checked = check(sample.text.as_bytes(), &packs);
        let text = checked.report.source.text();
        for result in &checked.scorecard.results {
            for evidence in &result.verdict.evidence {
                assert!(text.get(evidence.span.range()).is_some(), "{}", result.verdict.rule);
            }
            assert!(result.score.0 >= 0 && result.score <= result.possible);
        }
        let possible: i64 = checked.scorecard.sections.iter().map(|s| s.possible.0).sum();
        assert_eq!(possible, 10_000, "{}", sample.name);
        let by_rules: i64 = checked.scorecard.results.iter().map(|r| r.score.0).sum();
        let by_sections: i64 = checked.scorecard.sections.iter().map(|s| s.score.0).sum();
        assert_eq!(by_rules, by_sections, "{}", sample.name);
    }
}
