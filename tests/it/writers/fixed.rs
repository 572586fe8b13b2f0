//! A run made by hand that has one of everything, and words that try to be more than words.

use std::sync::Arc;

use lawcheck::write::{
    BasisLine, Card, FileError, Head, Interval, Line, ModelScore, NearLine, NoteLine, PackRef, PartRef,
    ProfileRef, ResultLine, RuleRef, Run, SectionLine, Summary, TextLine, TextRole, Tool, UncertaintyLine,
};
use serde_json::json;

/// A title that is markup.
pub(super) const TITLE: &str = "<script>alert(1)</script>\"&";
/// Quotes that are formulas, commands and markup.
pub(super) const QUOTES: [&str; 8] = [
    "=HYPERLINK(\"http://x.example\",\"点\")",
    "@SUM(A1:A9)",
    "+1+1",
    "-1",
    "\t=1",
    "\r=1",
    "::error file=x::y %0A |a|b| `c` *d* ]]> </td>",
    "<img src=x onerror=alert(1)>",
];

fn line(number: u32, offset: u32, quote: &str) -> Line {
    Line {
        line: number,
        column: 1,
        end_line: number,
        end_column: 1 + quote.chars().count() as u32,
        offset,
        length: quote.len() as u32,
        quote: quote.to_string(),
        ..Line::default()
    }
}

/// Outcome, share, weight, points to earn, severity of the finding.
type Outcome = (&'static str, f64, u32, f64, Option<&'static str>);

const RULES: [(&str, &str, Outcome); 6] = [
    ("demo/first/met", "error", ("met", 1.0, 3, 30.0, None)),
    ("demo/first/partly", "warning", ("partly", 0.5, 2, 20.0, Some("warning"))),
    ("demo/first/unmet", "error", ("unmet", 0.0, 1, 10.0, Some("error"))),
    ("demo/second/note", "info", ("unmet", 0.0, 0, 0.0, Some("info"))),
    ("demo/second/out", "warning", ("not_applicable", 0.0, 4, 0.0, None)),
    ("demo/second/open", "warning", ("undecided", 0.0, 5, 40.0, None)),
];

fn rule(id: &str, severity: &'static str, weight: u32) -> RuleRef {
    let basis = BasisLine {
        document: "督察工作规定".into(),
        number: "厅字〔2019〕28号".into(),
        at: "第四章".into(),
        status: "seen",
    };
    RuleRef {
        id: id.to_string(),
        title: format!("规则 {id}").into(),
        kind: "mandate",
        severity,
        weight,
        advice: "写明主要原因,例如“主要原因是……”。".into(),
        skeleton: None,
        basis: Arc::new(basis),
    }
}

fn head() -> Head {
    let rules: Vec<RuleRef> = RULES.iter().map(|(id, severity, o)| rule(id, severity, o.2)).collect();
    let part = |id: &str, title: &str, weight, rules: &[RuleRef]| PartRef {
        id: id.to_string(),
        title: title.to_string(),
        weight,
        rules: rules.to_vec(),
    };
    Head {
        schema: "lawcheck.scorecard/1",
        tool: Tool { name: "lawcheck", version: "0.0.0" },
        profile: ProfileRef {
            id: "national".into(),
            version: "1.0.0".into(),
            title: "通用方案".into(),
            bands: vec![(60, "合格".into()), (0, "不合格".into())],
            model: "weighted",
            minimum: 60,
            fail_on: "error",
        },
        packs: vec![PackRef {
            id: "demo".into(),
            version: "1.0.0".into(),
            sha256: "ab".repeat(32),
            title: "示例".into(),
            share: 60,
            parts: vec![
                part("10-first", "第一部分", 60, &rules[..3]),
                part("20-second", "第二部分", 40, &rules[3..]),
            ],
        }],
        as_of: "2026-11-22".into(),
    }
}

fn results() -> Vec<ResultLine> {
    let evidence: Vec<Line> = text().iter().map(|t| line(t.place.line, t.place.offset, &t.words)).collect();
    let made = RULES.iter().map(|&(id, severity, (outcome, share, weight, possible, finding))| ResultLine {
        rule: id.to_string(),
        title: format!("规则 {id}").into(),
        outcome,
        share,
        weight,
        score: possible * share,
        possible,
        severity,
        finding,
        message: format!("说明 {TITLE}"),
        advice: "写明主要原因,例如“主要原因是……”。".into(),
        basis: rule(id, severity, weight).basis,
        fingerprint: format!("{:016x}", id.len()),
        waived: None,
        evidence: if outcome == "not_applicable" || outcome == "undecided" {
            vec![]
        } else {
            evidence.clone()
        },
        near_misses: Vec::new(),
        standing: None,
        belongs: None,
    });
    let mut out: Vec<ResultLine> = made.collect();
    // Overlapping marks: a near miss inside the words of the evidence.
    let inside = line(2, evidence[1].offset + 1, "SUM");
    out[2].near_misses = vec![NearLine { place: inside, lacks: "只缺“年度”".into() }];
    out[2].evidence.truncate(2);
    out
}

/// One paragraph for every quote.
fn text() -> Vec<TextLine> {
    let mut offset = 0;
    let mut out = Vec::new();
    for (quote, number) in QUOTES.iter().zip(1..) {
        let place = Line { quote: String::new(), ..line(number, offset, quote) };
        let role = if number == 1 { TextRole::Title } else { TextRole::Body };
        out.push(TextLine { place, words: (*quote).to_string(), role });
        offset += quote.len() as u32 + 1;
    }
    out
}

fn card() -> Card {
    let part = json!({ "status": "missing", "heading": null, "place": null, "items": 0 });
    let place = json!({ "line": 1, "column": 1, "end_line": 2, "end_column": 3 });
    let own = json!({ "status": "own_heading", "heading": TITLE, "place": place, "items": 2 });
    let parts = json!({ "duties": part, "measures": own, "shortcomings": part, "plan": part, "other": part });
    let metadata = json!({
        "title": TITLE, "issuers": ["=甲县人民政府"], "issuer_kind": "government", "level": "county", "report_year": 2021,
        "document_number": "@1", "addressees": [], "date_written": null, "date_published": null,
        "province": null, "city": "乙市", "county": "甲县",
    });
    let section = |part: &str, title: &str, score, possible| SectionLine {
        pack: "demo".into(),
        part: part.into(),
        title: title.into(),
        score,
        possible,
    };
    Card {
        path: "drafts/甲,乙 1.txt".into(),
        sha256: "cd".repeat(32),
        format: "txt",
        encoding: Some("GB18030"),
        metadata: metadata.as_object().unwrap().clone(),
        look_alike: None,
        look_alike_reason: None,
        parts: parts.as_object().unwrap().clone(),
        score: Some(40.0),
        interval: Some(Interval { low: 40.0, high: 80.0 }),
        uncertainties: vec![UncertaintyLine {
            kind: "undecided",
            message: "1 条规则未能判定".into(),
            down: 0.0,
            up: 40.0,
        }],
        possible: 100,
        grade: Some("不合格".into()),
        passed: false,
        failures: vec!["得分 40 低于 60".into()],
        allowed: Vec::new(),
        models: vec![ModelScore { model: "weighted", score: 40.0 }],
        sections: vec![
            section("10-first", "第一部分", 40.0, 60.0),
            section("20-second", "第二部分", 0.0, 40.0),
        ],
        results: results(),
        notes: vec![NoteLine {
            kind: "damaged-date",
            message: "日期缺损".into(),
            line: Some(9),
            column: Some(10),
            quote: QUOTES[7].into(),
        }],
        known_score: None,
        fixed: Vec::new(),
        target: None,
        original: None,
        text: text(),
    }
}

/// A scored report, one that is none, and a file that could not be read.
pub(super) fn fixed_run() -> Run {
    let other = Card {
        path: "drafts/plan.txt".into(),
        look_alike: Some("work-plan"),
        look_alike_reason: Some("标题是“工作要点”".into()),
        score: None,
        interval: None,
        grade: None,
        failures: vec!["不是法治政府建设年度报告,没有评分".into()],
        ..card()
    };
    Run {
        head: head(),
        summary: Summary { reports: 2, passed: 0, failed: 2, unreadable: 1, allowed: 0 },
        reports: vec![card(), other],
        errors: vec![FileError {
            path: "scan.pdf".into(),
            kind: "no_text_layer",
            severity: "error",
            message: "没有文字层,请先识别文字".into(),
        }],
        findings: vec![FileError {
            path: "waivers.yaml".into(),
            kind: "waiver-unused",
            severity: "warning",
            message: "豁免没有用上".into(),
        }],
    }
}
