//! What the fuzzers start from: files of the test forges. `cargo run --bin seeds-pdf` in this folder writes them.

#[path = "../../tests/it/forge/mod.rs"]
#[allow(dead_code, unfulfilled_lint_expectations)]
mod forge;

use std::fs;

use forge::pdf::{Paper, report, set};
use forge::{Report, locked, rtf};

const TEXT: Report<'static> = &[
    (None, "某某县人民政府年度报告"),
    (Some(1), "一、主要举措和成效"),
    (None, "全年办理行政复议案件67件。"),
    (Some(2), "二、存在的不足"),
];

fn main() -> std::io::Result<()> {
    let mut plain = Paper::new();
    plain.packed = false;
    plain.text(90.0, 100.0, 16.0, "一、主要举措和成效及其数据");
    plain.raw("q 1 0 0 1 5 5 cm /F1 9 Tf [(a) -200 (b)] TJ (c) ' 1 2 (d) \" T* Q /Artifact <</Type/Pagination>> BDC EMC");
    plain.placed([0.0, 1.0, -1.0, 0.0, 130.0, 100.0], 16.0, "全年办理案件");
    let columns = set(TEXT, forge::pdf::Setting { columns: 2, measure: 12, ..Default::default() });
    let seeds = [
        ("pdf/report", report(TEXT)),
        ("pdf/columns", columns),
        ("pdf/plain", plain.finish()),
        ("pdf/locked", locked::report("某某县人民政府年度报告正文", 0)),
        ("rtf/unicode", rtf::report(&TEXT, rtf::Coding::Unicode)),
        ("rtf/gbk", rtf::report(&TEXT, rtf::Coding::Gbk)),
        (
            "rtf/parts",
            b"{\\rtf1{\\*\\footnote n}{\\shptxt t\\par}{\\listtext 1.\\tab}\\trowd\\intbl a\\cell\\row\\itap2 b\\nestcell\
              {\\*\\nesttableprops\\nestrow}{\\v h}{\\deleted d}\\bin3 }}}{\\field{\\*\\fldinst X}{\\fldrslt r}}\\line}"
                .to_vec(),
        ),
    ];
    for (name, bytes) in seeds {
        let path = format!("corpus/{name}");
        fs::create_dir_all(path.rsplit_once('/').map_or("corpus", |(folder, _)| folder))?;
        fs::write(path, bytes)?;
    }
    Ok(())
}
