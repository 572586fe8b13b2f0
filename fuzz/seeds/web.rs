//! Fills the corpora of the fuzzers with the fixtures of the tests: `cargo run --bin seeds-web` in this folder.

use std::fs;
use std::io::Result;

#[path = "../../tests/it/forge/mod.rs"]
#[allow(dead_code, unfulfilled_lint_expectations)]
mod forge;

use forge::Report;
use forge::doc::{Block, Doc, file, plain};
use forge::html::{LAYOUTS, page};
use forge::mhtml::{Transfer, message};
use forge::word::{Level, change};

const REPORT: Report<'static> = &[
    (None, "某某县人民政府关于2021年法治政府建设情况的报告"),
    (Some(1), "一、主要举措和成效"),
    (None, "办理行政复议案件67件、审结61件。全年召开专题会议3次、培训执法人员45人次。"),
    (Some(1), "二、存在的不足"),
    (None, "执法力量不足、专业人才缺乏。主要原因是编制少、流动快、待遇低。"),
];

fn main() -> Result<()> {
    for layout in LAYOUTS {
        put("html", &format!("{layout:?}"), page(layout, REPORT).as_bytes())?;
    }
    let bare = page(LAYOUTS[4], REPORT);
    put("html", "quoted", &message(bare.as_bytes(), "utf-8", Transfer::QuotedPrintable))?;
    put("html", "base64", &message(bare.as_bytes(), "utf-8", Transfer::Base64))?;
    let rich = rich();
    put("doc", "plain", &file(REPORT))?;
    put("doc", "rich", &rich.bytes())?;
    // The two streams alone, as the target takes them.
    let (main, table) = rich.streams();
    put("doc", "streams", &[&(main.len() as u16).to_le_bytes()[..], &main, &table].concat())
}

/// Every structure that the reader knows, once.
fn rich() -> Doc<'static> {
    let run = |text, changes| Block { runs: vec![(text, changes)], changes: change::list(1, 0), style: 0 };
    let cell = |text, changes| Block { runs: vec![(text, vec![])], changes, style: 0 };
    Doc {
        blocks: vec![
            plain(1, "A\u{13} PAGE \u{14}3\u{15}\r"),
            run("甲\r", change::deleted()),
            run("乙\r", change::inserted()),
            run("丙\r", change::hidden()),
            cell("丁\u{7}", change::in_table()),
            cell("\u{7}", change::row_end()),
            plain(0, "\u{2} 注\r"),
            plain(0, "框\r"),
        ],
        stories: vec![6, 1, 0, 0, 0, 0, 1],
        heading_list: Some(1),
        levels: vec![
            Level { format: 39, text: "%1、", legal: false },
            Level { format: 37, text: "(%2)", legal: true },
        ],
        starts: vec![Some(3)],
        flags: 0,
    }
}

fn put(target: &str, name: &str, bytes: &[u8]) -> Result<()> {
    let folder = format!("corpus/{target}");
    fs::create_dir_all(&folder)?;
    fs::write(format!("{folder}/{name}"), bytes)
}
