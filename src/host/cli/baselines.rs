//! The baseline file: read, written whole or not at all, and pruned.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::outputs;
use crate::pack::Packs;
use crate::score::{BASELINE_SCHEMA, Baseline, Known, KnownFinding};

/// Read the baseline of an earlier run.
#[expect(clippy::disallowed_methods, reason = "host is where files are read")]
pub(super) fn read(path: &str) -> Result<Baseline> {
    let text = std::fs::read_to_string(Path::new(path))
        .with_context(|| format!("读取基线 {path};还没有基线的,先用 --write-baseline {path} 写一份"))?;
    let baseline: Baseline = serde_json::from_str(&text)
        .with_context(|| format!("基线 {path} 写法有误;请用 --write-baseline 重写"))?;
    if baseline.schema != BASELINE_SCHEMA {
        bail!(
            "基线 {path} 的格式是“{}”,这一版本用 {BASELINE_SCHEMA};请用 --write-baseline 重写",
            baseline.schema
        );
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
    let mut text = serde_json::to_vec_pretty(baseline).context("生成基线")?;
    text.push(b'\n');
    outputs::save(path, &text)
}
