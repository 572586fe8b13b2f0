//! A run of the real program on a report made here.

use lawcheck::pack::{Build, Choice, Packs, embedded, load};
use lawcheck::read::{Input, Limits};
use lawcheck::report::Declared;
use lawcheck::text::Lang;
use lawcheck::write::{Cards, Run, Summary, head};

/// A short report that meets some rules and misses others.
pub(super) const REPORT: &str = "甲县人民政府\n关于2021年度法治政府建设情况的报告\n\n乙市人民政府:\n\n\
    2021年,甲县坚持依法行政。现将情况报告如下。\n\n\
    一、主要举措和成效\n\n(一)依法全面履行职能。办理行政许可530件,按时办结率100%。\n\n\
    (二)加强重大行政决策程序建设。召开县政府常务会议12次,研究法治政府建设工作3次。\n\n\
    二、党政主要负责人履行推进法治建设第一责任人职责情况\n\n\
    县长亲自部署法治政府建设,主持召开会议4次,听取汇报2次。\n\n\
    三、存在的不足和原因\n\n一是执法力量不足,主要原因是编制少。二是规范性文件管理不够规范。\n\n\
    四、2022年工作安排\n\n一是加强执法培训。二是规范文件管理。\n\n甲县人民政府\n2022年1月10日\n";

/// The packs of the national profile.
pub(super) fn packs() -> Packs {
    let choice = Choice::Profile { name: "national".to_string(), added: Vec::new() };
    load(&embedded(), &choice, Build::Quick).unwrap()
}

/// The run over some texts.
pub(super) fn run(packs: &Packs, texts: &[&str]) -> Run {
    let head = head(packs, "2026-11-22", Lang::Zh);
    let cards = Cards { packs, head: &head, waivers: &[], lang: Lang::Zh, text: true };
    let check = |(text, number): (&&str, usize)| {
        let name = format!("{number}.txt");
        let input = Input { name: &name, bytes: text.as_bytes() };
        let checked = lawcheck::check(input, packs, &Declared::default(), &Limits::default()).unwrap();
        cards.card(&name, &"0".repeat(64), &checked.report, &checked.scorecard)
    };
    let reports: Vec<_> = texts.iter().zip(1..).map(check).collect();
    let passed = reports.iter().filter(|c| c.passed).count();
    let summary =
        Summary { reports: reports.len(), passed, failed: reports.len() - passed, unreadable: 0, allowed: 0 };
    Run { head: head.clone(), summary, reports, errors: Vec::new(), findings: Vec::new() }
}
