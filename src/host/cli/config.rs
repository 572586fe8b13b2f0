//! `lawcheck.yaml`: the settings of `score`, found in the working folder or above it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use super::args::ScoreArgs;
use super::limits;
use super::wanted::Wanted;

/// The name looked for.
const NAME: &str = "lawcheck.yaml";

/// Settings in the file, under the names of the options.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Config {
    profile: Option<String>,
    packs: Vec<String>,
    format: Option<String>,
    output: Option<String>,
    outputs: Vec<Target>,
    fail_under: Option<u32>,
    floor: BTreeMap<String, u32>,
    veto: Vec<String>,
    max_drop: Option<u32>,
    waivers: Option<String>,
    baseline: Option<String>,
    allow: Vec<String>,
    target: Option<u32>,
    fail_on: Option<String>,
    year: Option<i16>,
    level: Option<String>,
    issuer_kind: Option<String>,
    published: Option<String>,
    as_of: Option<String>,
    only: Vec<String>,
    skip: Vec<String>,
    limits: BTreeMap<String, u64>,
    jobs: Option<usize>,
    lang: Option<String>,
    color: Option<String>,
    quiet: bool,
    verbose: bool,
    no_progress: bool,
}

/// One of several outputs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Target {
    format: String,
    #[serde(default)]
    output: Option<String>,
}

/// Fill in from the file what the command line leaves open.
pub(super) fn apply(args: &mut ScoreArgs) -> Result<()> {
    let Some(path) = find() else { return Ok(()) };
    let config = read(&path)?;
    let folder = path.parent().map(PathBuf::from).unwrap_or_default();
    let beside = |name: &String| {
        let plain = !name.contains(['/', '\\']) && std::path::Path::new(name).extension().is_none();
        if plain { name.clone() } else { folder.join(name).to_string_lossy().into_owned() }
    };
    fill(&mut args.profile, config.profile.as_ref().map(beside));
    if args.wanted.is_empty() {
        args.wanted = wanted(&config);
    }
    fill(&mut args.fail_under, config.fail_under);
    extend(&mut args.floor, config.floor.iter().map(|(pack, floor)| format!("{pack}={floor}")).collect());
    extend(&mut args.veto, config.veto);
    fill(&mut args.max_drop, config.max_drop);
    let placed = |path: String| folder.join(path).to_string_lossy().into_owned();
    fill(&mut args.waivers, config.waivers.map(placed));
    fill(&mut args.baseline, config.baseline.map(placed));
    extend(&mut args.allow, config.allow);
    fill(&mut args.target, config.target);
    fill(&mut args.fail_on, config.fail_on);
    fill(&mut args.year, config.year);
    fill(&mut args.level, config.level);
    fill(&mut args.issuer_kind, config.issuer_kind);
    fill(&mut args.published, config.published);
    fill(&mut args.as_of, config.as_of);
    let limits: Vec<String> = config.limits.iter().map(|(name, value)| format!("{name}={value}")).collect();
    limits::lowered(&limits).with_context(|| path.display().to_string())?;
    // Those of the command line stand last, and the last value of a limit wins.
    args.limit.splice(0..0, limits);
    fill(&mut args.jobs, config.jobs);
    fill(&mut args.lang, word(config.lang.as_deref(), "lang", &path)?);
    fill(&mut args.color, word(config.color.as_deref(), "color", &path)?);
    extend(
        &mut args.packs,
        config.packs.iter().map(|p| folder.join(p).to_string_lossy().into_owned()).collect(),
    );
    extend(&mut args.only, config.only);
    extend(&mut args.skip, config.skip);
    args.quiet |= config.quiet;
    args.verbose |= config.verbose;
    args.no_progress |= config.no_progress;
    Ok(())
}

/// Outputs that the file asks for.
fn wanted(config: &Config) -> Vec<Wanted> {
    let one = (config.format.is_some() || config.output.is_some()).then(|| Wanted {
        format: config.format.clone().unwrap_or_else(|| "table".to_string()),
        output: config.output.clone(),
    });
    let more = config.outputs.iter().map(|t| Wanted { format: t.format.clone(), output: t.output.clone() });
    one.into_iter().chain(more).collect()
}

fn fill<T>(slot: &mut Option<T>, value: Option<T>) {
    if slot.is_none() {
        *slot = value;
    }
}

fn extend(slot: &mut Vec<String>, values: Vec<String>) {
    if slot.is_empty() {
        *slot = values;
    }
}

fn word<T: clap::ValueEnum>(value: Option<&str>, key: &str, path: &std::path::Path) -> Result<Option<T>> {
    let Some(value) = value else { return Ok(None) };
    match T::from_str(value, true) {
        Ok(word) => Ok(Some(word)),
        Err(_) => bail!("{}:{key} 不能是“{value}”", path.display()),
    }
}

fn find() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|folder| folder.join(NAME)).find(|p| p.is_file())
}

#[expect(clippy::disallowed_methods, reason = "host is where files are read")]
fn read(path: &std::path::Path) -> Result<Config> {
    let text = std::fs::read_to_string(path).with_context(|| format!("读取 {}", path.display()))?;
    serde_yaml::from_str(&text).map_err(|error| {
        let at = error.location().map_or_else(String::new, |l| format!(":{}:{}", l.line(), l.column()));
        let said = error.to_string();
        let first = said.lines().next().unwrap_or("").to_string();
        anyhow::anyhow!("{}{at}: 设置有误:{first};可用的设置见 docs/reference/config.md", path.display())
    })
}
