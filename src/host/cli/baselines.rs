//! The baseline file: read, written whole or not at all, and pruned.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;

use super::outputs;
use crate::host::fault::{refused, usage};
use crate::pack::Packs;
use crate::score::{BASELINE_SCHEMA, Baseline, Known, KnownFinding};

/// Read the baseline of an earlier run.
#[expect(clippy::disallowed_methods, reason = "host is where files are read")]
pub(super) fn read(path: &str) -> Result<Baseline> {
    let doing = || {
        let zh = format!("读取基线 {path}(还没有基线的,先用 --write-baseline {path} 写一份)");
        (zh, format!("reading the baseline {path} (make one with --write-baseline {path} first)"))
    };
    let text = std::fs::read_to_string(Path::new(path)).map_err(|e| refused(doing(), &e))?;
    let baseline: Baseline = serde_json::from_str(&text).map_err(|e| {
        let (line, column) = (e.line(), e.column());
        usage((
            format!("基线 {path} 第 {line} 行第 {column} 列写法有误;请用 --write-baseline 重写"),
            format!("faulty baseline {path}: {e}; write it anew with --write-baseline"),
        ))
    })?;
    if baseline.schema != BASELINE_SCHEMA {
        let is = &baseline.schema;
        return Err(usage((
            format!("基线 {path} 的格式是“{is}”,这一版本用 {BASELINE_SCHEMA};请用 --write-baseline 重写"),
            format!(
                "the baseline {path} has the format “{is}”, this version uses {BASELINE_SCHEMA}; write it anew with --write-baseline"
            ),
        )));
    }
    Ok(baseline)
}

/// Write what a run found.
pub(super) fn write(path: &str, packs: &Packs, reports: BTreeMap<String, Known>) -> Result<()> {
    let packs = packs.packs().iter().map(|p| (p.id.clone(), p.sha256.clone())).collect();
    save(path, &Baseline { schema: BASELINE_SCHEMA.to_string(), packs, reports })
}

/// Drop from a baseline what is gone: findings of the reports of this run, and reports whose files are no more.
/// Nothing is ever added.
pub(super) fn prune(path: &str, now: &BTreeMap<String, Known>) -> Result<usize> {
    let mut baseline = read(path)?;
    let count = |b: &Baseline| b.reports.values().map(|k| k.findings.len() + 1).sum::<usize>();
    let before = count(&baseline);
    baseline.reports.retain(|report, _| now.contains_key(report) || Path::new(report).exists());
    for (report, known) in &mut baseline.reports {
        if let Some(now) = now.get(report) {
            known.findings.retain(|f: &KnownFinding| now.findings.contains(f));
        }
    }
    let gone = before - count(&baseline);
    save(path, &baseline)?;
    Ok(gone)
}

fn save(path: &str, baseline: &Baseline) -> Result<()> {
    let mut text = serde_json::to_vec_pretty(baseline)?;
    text.push(b'\n');
    outputs::save(path, &text)
}
