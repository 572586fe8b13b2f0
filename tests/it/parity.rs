//! One report in every format: the same parts, the same metadata, scores within one point of each other.

use lawcheck::Checked;
use lawcheck::pack::Packs;
use lawcheck::read::{Input, Limits};
use lawcheck::report::Declared;
use lawcheck::report::metadata::{FIELDS, Value};

use crate::forge::html::Layout;
use crate::forge::rtf::Coding;
use crate::forge::{Report, doc, docx, html, odt, ofd, pdf, rtf};
use crate::reports::{Sample, check, packs, samples};

/// Two reports of different build: five contents under their own headings; contents embedded, items run in.
const SAMPLES: [&str; 2] = ["01-good-county-2024.txt", "04-embedded-duties-district-2021.txt"];
/// The most that formats may differ, in hundredths of a point.
const POINT: i64 = 100;

/// Paragraphs with the levels of those that are headings, from the text itself.
fn paragraphs(read: &Checked) -> Vec<(Option<u8>, String)> {
    let report = &read.report;
    let source = &report.source;
    let level = |start: u32, end: u32| {
        let titles = report.headings.iter().filter(|h| !h.run_in && !h.untitled);
        let at = |paragraph: usize| report.text.to_source(report.paragraphs[paragraph].span).start;
        titles.map(|h| (at(h.paragraph), h.depth)).find(|(at, _)| (start..end).contains(at)).map(|(_, d)| d)
    };
    let blocks = source.blocks().iter();
    blocks.map(|b| (level(b.span.start, b.span.end), source.slice(b.span).replace('\n', ""))).collect()
}

/// The same report as a file of every kind.
fn files(report: Report<'_>) -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let lines: Vec<&str> = report.iter().map(|(_, text)| *text).collect();
    let text = lines.join("\n");
    let (gb, _, lossy) = encoding_rs::GB18030.encode(&text);
    assert!(!lossy);
    // On paper, a run of blanks in a line is one blank: wide gaps are columns there.
    let single: Vec<(Option<u8>, String)> = report.iter().map(|(l, t)| (*l, blanks_made_single(t))).collect();
    let printed: Vec<(Option<u8>, &str)> = single.iter().map(|(l, t)| (*l, t.as_str())).collect();
    vec![
        ("UTF-8", "txt", text.clone().into_bytes()),
        ("GB18030", "txt", gb.into_owned()),
        ("bare page", "html", html::page(Layout::Bare, report).into_bytes()),
        ("page of a site", "html", html::page(Layout::Pasted, report).into_bytes()),
        ("typed numbers", "docx", docx::typed(report).build()),
        ("automatic numbers", "docx", docx::numbered(report).build()),
        ("Word 97", "doc", doc::file(report)),
        ("typed numbers", "odt", odt::typed(report)),
        ("automatic numbers", "odt", odt::numbered(report)),
        ("Unicode", "rtf", rtf::report(report, Coding::Unicode)),
        ("GBK", "rtf", rtf::report(report, Coding::Gbk)),
        ("one column", "pdf", pdf::report(&printed)),
        ("lines", "ofd", ofd::lines(report)),
    ]
}

fn blanks_made_single(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn checked(name: &str, format: &str, bytes: &[u8], packs: &Packs) -> Checked {
    let path = format!("report.{format}");
    let input = Input { name: &path, bytes };
    let checked = lawcheck::check(input, packs, &Declared::default(), &Limits::default())
        .unwrap_or_else(|e| panic!("{format}, {name}: {e}"));
    assert_eq!(checked.report.source.format, format, "{name}");
    checked
}

/// Status and number of items of every part.
fn parts(checked: &Checked) -> Vec<String> {
    let parts = checked.report.parts.iter();
    parts.map(|p| format!("{} {} {}", p.kind.word(), p.status.word(), p.items.len())).collect()
}

fn metadata(checked: &Checked) -> Vec<String> {
    let say = |value: Value| format!("{value:?}").split_whitespace().collect::<String>();
    FIELDS.iter().map(|f| format!("{}: {}", f.name, say((f.value)(&checked.report.metadata)))).collect()
}

/// What differs between a report and the same as text.
fn differences(name: &str, sample: &str, want: &Checked, got: &Checked) -> Vec<String> {
    let mut out = Vec::new();
    let pairs = [(parts(want), parts(got)), (metadata(want), metadata(got))];
    for (want, got) in pairs.iter().flat_map(|(w, g)| w.iter().zip(g)).filter(|(w, g)| w != g) {
        out.push(format!("{sample} as {name}: {want} became {got}"));
    }
    let points = |c: &Checked| c.scorecard.score.map(|s| s.0);
    let near = match (points(want), points(got)) {
        (Some(want), Some(got)) => (want - got).abs() <= POINT,
        (want, got) => want == got,
    };
    if !near {
        out.push(format!("{sample} as {name}: score {:?} became {:?}", points(want), points(got)));
    }
    out
}

fn held(sample: &Sample, packs: &Packs) -> Vec<String> {
    let want = check(sample.text.as_bytes(), packs);
    let paragraphs = paragraphs(&want);
    let report: Vec<(Option<u8>, &str)> = paragraphs.iter().map(|(l, t)| (*l, t.as_str())).collect();
    let files = files(&report);
    let all = files.iter().map(|(name, format, bytes)| {
        let got = checked(name, format, bytes, packs);
        differences(&format!("{format}, {name}"), &sample.name, &want, &got)
    });
    all.flatten().collect()
}

#[test]
fn a_report_gives_the_same_result_in_every_format() {
    let packs = packs();
    let ours = |s: &Sample| SAMPLES.contains(&s.name.as_str()) || !s.name.contains('-');
    let chosen: Vec<Sample> = samples().into_iter().filter(ours).collect();
    assert!(chosen.len() >= SAMPLES.len());
    let found: Vec<String> = chosen.iter().flat_map(|s| held(s, &packs)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
