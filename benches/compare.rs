//! What it takes to hold a report of 600 sentences against another of 600, as a ratio to reading the two.
#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops on what it cannot measure, and prints"
)]

mod measure;

use std::fmt::Write as _;
use std::hint::black_box;

use lawcheck::Checked;
use lawcheck::compare::compare;
use lawcheck::pack::{Build, Packs};
use lawcheck::read::{Input, Limits};
use lawcheck::report::{Declared, Report, sentences};
use lawcheck::text::Span;
use measure::{packs, time};

const ROUNDS: u32 = 20;
const SUBJECTS: [&str; 30] = [
    "行政许可",
    "行政处罚",
    "行政强制",
    "行政复议",
    "行政应诉",
    "政务公开",
    "政务服务",
    "市场监管",
    "生态环境",
    "安全生产",
    "城市管理",
    "交通运输",
    "农业农村",
    "文化旅游",
    "教育培训",
    "医疗保障",
    "社会救助",
    "人民调解",
    "法律援助",
    "公证仲裁",
    "普法宣传",
    "规范性文件",
    "重大决策",
    "合法性审查",
    "执法监督",
    "执法证件",
    "信用体系",
    "数据共享",
    "基层治理",
    "信访事项",
];
const DEEDS: [&str; 20] = [
    "修订办法并印发到乡镇",
    "开展专项检查并通报结果",
    "组织轮训并逐人考试",
    "清理目录并向社会公布",
    "建立台账并按月核对",
    "推行网上办理并压缩时限",
    "聘请专家并听取意见",
    "评查案卷并反馈问题",
    "公布清单并动态调整",
    "设立窗口并一次告知",
    "约谈负责人并限期整改",
    "抽查对象并公示名单",
    "增配人员并充实一线",
    "召开联席会议并明确分工",
    "编印指引并免费发放",
    "开发系统并接入平台",
    "化解积案并回访当事人",
    "试点改革并总结经验",
    "签订协议并跨区协作",
    "委托评估并采纳建议",
];

/// A report of 600 sentences; every third one differs between two years in more than its figures.
fn text(year: u32) -> String {
    let mut out = format!("云溪县人民政府关于{year}年度法治政府建设情况的报告\n");
    let heads = ["主要举措和成效", "存在的不足和原因", "主要安排"];
    let ends = [400, 500, 600];
    let mut n = 0;
    for ((head, end), number) in heads.iter().zip(ends).zip(["一", "二", "三"]) {
        let about = if *head == "主要安排" { year + 1 } else { year };
        let _ = write!(out, "{number}、{about}年度{head}");
        while n < end {
            if n % 5 == 0 {
                out.push('\n');
            }
            let (subject, deed) =
                (SUBJECTS[n % SUBJECTS.len()], DEEDS[(n / SUBJECTS.len() + n) % DEEDS.len()]);
            let count = n as u32 * 7 + year % 100;
            let changed = if n % 3 == 0 { year as usize } else { 0 };
            let other = DEEDS[(n * 7 + changed) % DEEDS.len()];
            let _ = write!(out, "围绕{subject}{deed},涉及{count}件,同时{other},群众满意。");
            n += 1;
        }
        out.push('\n');
    }
    out
}

fn check(text: &str, packs: &Packs) -> Checked {
    let input = Input { name: "report.txt", bytes: text.as_bytes() };
    lawcheck::check(input, packs, &Declared::default(), &Limits::default()).expect("it is text")
}

fn count(report: &Report) -> usize {
    sentences(&report.text, Span::new(0, report.text.text().len())).count()
}

fn main() {
    let packs = packs(Build::Batch);
    let (before, after) = (text(2022), text(2023));
    let (old, new) = (check(&before, &packs), check(&after, &packs));
    let floor = time(ROUNDS, || drop(black_box((check(&before, &packs), check(&after, &packs)))));
    let taken = time(ROUNDS, || drop(black_box(compare(&old, &new))));
    let found = compare(&old, &new);
    println!(
        "compare {} with {} sentences: {:.1} ms, {:.2} x scoring both ({:.1} ms); {} passages, {} plan items, {} figures",
        count(&old.report),
        count(&new.report),
        taken.as_secs_f64() * 1e3,
        taken.as_secs_f64() / floor.as_secs_f64(),
        floor.as_secs_f64() * 1e3,
        found.recycled.len(),
        found.follow_ups.len(),
        found.figures.len(),
    );
}
