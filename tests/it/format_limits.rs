//! Every format keeps the limits that the docs say it keeps, and names the one that stopped it.

use lawcheck::read::{Input, Limit, Limits, READERS, ReadError, read};

use crate::forge::html::Layout;
use crate::forge::mhtml::Transfer;
use crate::forge::package::pack;
use crate::forge::rtf::Coding;
use crate::forge::{Report, doc, docx, html, mhtml, odt, ofd, pdf, rtf};

const REPORT: Report<'static> = &[
    (None, "甲县人民政府关于2021年法治政府建设情况的报告"),
    (None, "2021年\u{ff0c}我县推进依法行政\u{ff0c}完善制度\u{ff0c}取得成效。现将有关情况报告如下。"),
    (Some(1), "一、主要举措和成效"),
    (None, "全年办理行政复议案件67件\u{ff0c}审结61件\u{ff0c}其余案件正在办理。"),
];

/// A book of one chapter.
fn epub() -> Vec<u8> {
    let container = r#"<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>"#;
    let book = r#"<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>"#;
    let chapter: String = REPORT.iter().map(|(_, text)| format!("<p class=\"a\">{text}</p>")).collect();
    let chapter = format!("<html><head><title>a</title></head><body>{chapter}</body></html>");
    pack(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container.as_bytes()),
        ("b.opf", book.as_bytes()),
        ("a.xhtml", chapter.as_bytes()),
    ])
}

/// A file of a format, of two pages where there are pages.
fn file(format: &str) -> Vec<u8> {
    let text = || REPORT.iter().map(|(_, t)| format!("{t}\n\n")).collect::<String>();
    let page = html::page(Layout::Pasted, REPORT);
    let long: Vec<(Option<u8>, &str)> = REPORT.iter().cycle().take(60).copied().collect();
    match format {
        "txt" => text().into_bytes(),
        "md" => format!("# 报告\n\n- 一\n  - 二\n\n{}", text()).into_bytes(),
        "html" => page.into_bytes(),
        "mhtml" => mhtml::message(page.as_bytes(), "utf-8", Transfer::Base64),
        "docx" => docx::numbered(REPORT).build(),
        "doc" => doc::file(REPORT),
        "odt" => odt::typed(REPORT),
        "rtf" => rtf::report(REPORT, Coding::Unicode),
        "pdf" => pdf::report(&long),
        "ofd" => ofd::lines(&long),
        "epub" => epub(),
        other => panic!("{other} has no file here"),
    }
}

/// The limits that stop a file when each alone is as low as it goes.
fn stopping(format: &str) -> Vec<Limit> {
    let (name, bytes) = (format!("a.{format}"), file(format));
    let input = Input { name: &name, bytes: &bytes };
    assert_eq!(read(input, &Limits::default()).map(|s| s.format), Ok(format));
    let stops = |limit: &Limit| {
        let mut limits = Limits::default();
        limits.lower(*limit, 1);
        match read(input, &limits) {
            Ok(_) => false,
            Err(ReadError::Limit { limit: found, allowed: 1, .. }) => {
                assert_eq!(found, *limit, "{format}");
                true
            }
            Err(error) => panic!("{format}, {limit:?}: {error}"),
        }
    };
    Limit::ALL.into_iter().filter(stops).collect()
}

#[test]
fn every_format_keeps_the_limits_that_the_docs_name() {
    // A large part and a process of its own are needed for these.
    const ELSEWHERE: [Limit; 3] = [Limit::Ratio, Limit::Memory, Limit::Seconds];
    for reader in READERS {
        let about = reader.about();
        let named = about.limits.iter().copied().filter(|l| !ELSEWHERE.contains(l));
        let named: Vec<Limit> = [Limit::Bytes].into_iter().chain(named).collect();
        assert_eq!(stopping(about.format), named, "{}", about.format);
    }
}
