//! `lawcheck.yaml`: the settings of `score`, found in the working folder or above it.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::ValueEnum as _;

use super::args::{Colour, Lang as Typed, ScoreArgs};
use super::config_keys::CONFIG;
use super::limits;
use super::wanted::Wanted;
use crate::host::fault::{refused, usage};
use crate::pack::{Node, NodeValue, PackErrors, check_shape, parse};
use crate::text::Lang;

/// The name looked for.
const NAME: &str = "lawcheck.yaml";

/// The file, after its keys were checked.
struct Settings(Node);

/// Fill in from the file what the command line leaves open.
pub(super) fn apply(args: &mut ScoreArgs) -> Result<()> {
    let Some(path) = find() else { return Ok(()) };
    let config = read(&path)?;
    let folder = path.parent().map(PathBuf::from).unwrap_or_default();
    let placed = |path: String| folder.join(path).to_string_lossy().into_owned();
    let beside = |name: String| {
        let plain = !name.contains(['/', '\\']) && Path::new(&name).extension().is_none();
        if plain { name } else { placed(name) }
    };
    fill(&mut args.profile, config.text("profile").map(beside));
    if args.wanted.is_empty() {
        args.wanted = config.wanted();
    }
    fill(&mut args.fail_under, config.number("fail_under"));
    extend(&mut args.floor, config.pairs("floor"));
    extend(&mut args.veto, config.texts("veto"));
    fill(&mut args.max_drop, config.number("max_drop"));
    fill(&mut args.waivers, config.text("waivers").map(placed));
    fill(&mut args.baseline, config.text("baseline").map(placed));
    extend(&mut args.allow, config.texts("allow"));
    fill(&mut args.target, config.number("target"));
    fill(&mut args.fail_on, config.text("fail_on"));
    fill(&mut args.year, config.number("year"));
    fill(&mut args.level, config.text("level"));
    fill(&mut args.issuer_kind, config.text("issuer_kind"));
    fill(&mut args.published, config.text("published"));
    fill(&mut args.as_of, config.text("as_of"));
    let limits = config.pairs("limits");
    limits::lowered(&limits).map_err(|why| {
        let file = path.display();
        usage((format!("{file}: {}", why.zh), format!("{file}: {}", why.en)))
    })?;
    // Those of the command line stand last, and the last value of a limit wins.
    args.limits.limit.splice(0..0, limits);
    fill(&mut args.jobs, config.number("jobs"));
    fill(&mut args.color, config.text("color").and_then(|word| Colour::from_str(&word, true).ok()));
    extend(&mut args.packs, config.texts("packs").into_iter().map(placed).collect());
    extend(&mut args.only, config.texts("only"));
    extend(&mut args.skip, config.texts("skip"));
    args.quiet |= config.flag("quiet");
    args.verbose |= config.flag("verbose");
    args.no_progress |= config.flag("no_progress");
    Ok(())
}

/// The language that the file asks for. A file with faults is told of when it is used.
pub(super) fn lang() -> Option<Lang> {
    let path = find()?;
    let node = parse(NAME, &text(&path).ok()?).ok()?;
    Typed::from_str(node.get("lang")?.text()?, true).ok().map(Into::into)
}

impl Settings {
    fn text(&self, key: &str) -> Option<String> {
        self.0.get(key).and_then(Node::text).map(ToString::to_string)
    }

    fn number<N: TryFrom<i64>>(&self, key: &str) -> Option<N> {
        number(self.0.get(key)?)
    }

    fn flag(&self, key: &str) -> bool {
        self.0.get(key).is_some_and(|n| n.value == NodeValue::Bool(true))
    }

    /// One text or a list of texts.
    fn texts(&self, key: &str) -> Vec<String> {
        let Some(node) = self.0.get(key) else { return Vec::new() };
        let all = node.list().iter().filter_map(Node::text).chain(node.text());
        all.map(ToString::to_string).collect()
    }

    /// Numbers under names, as they are typed on the command line.
    fn pairs(&self, key: &str) -> Vec<String> {
        let entries = self.0.get(key).map_or(&[][..], Node::entries);
        let typed =
            |(name, value): &(Node, Node)| Some(format!("{}={}", name.text()?, number::<u64>(value)?));
        entries.iter().filter_map(typed).collect()
    }

    /// Outputs that the file asks for.
    fn wanted(&self) -> Vec<Wanted> {
        let (format, output) = (self.text("format"), self.text("output"));
        let one = (format.is_some() || output.is_some())
            .then(|| Wanted { format: format.unwrap_or_else(|| "table".to_string()), output });
        let more = self.0.get("outputs").map_or(&[][..], Node::list).iter().map(|target| {
            let text = |key| target.get(key).and_then(Node::text).map(ToString::to_string);
            Wanted { format: text("format").unwrap_or_default(), output: text("output") }
        });
        one.into_iter().chain(more).collect()
    }
}

fn number<N: TryFrom<i64>>(node: &Node) -> Option<N> {
    match node.value {
        NodeValue::Int(number) => N::try_from(number).ok(),
        _ => None,
    }
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

fn find() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|folder| folder.join(NAME)).find(|p| p.is_file())
}

fn read(path: &Path) -> Result<Settings> {
    let shown = path.display().to_string();
    let doing = || (format!("读取 {shown}"), format!("reading {shown}"));
    let text = text(path).map_err(|e| refused(doing(), &e))?;
    let node = parse(&shown, &text).map_err(|e| usage(PackErrors(vec![e]).each()))?;
    let mut errors = Vec::new();
    // A file of comments asks for nothing.
    if node.value != NodeValue::Null {
        check_shape(&shown, &node, &CONFIG, &mut errors);
    }
    if errors.is_empty() { Ok(Settings(node)) } else { Err(usage(PackErrors::sorted(errors).each())) }
}

#[expect(clippy::disallowed_methods, reason = "host is where files are read")]
fn text(path: &Path) -> std::io::Result<String> {
    std::fs::read_to_string(path)
}
