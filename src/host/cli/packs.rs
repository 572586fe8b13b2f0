//! `lawcheck packs`: the shelf, checking a pack, running examples, a new pack, the schema.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail};

use super::args::{PacksArgs, PacksCommand};
use super::exit::Exit;
use super::terminal;
use crate::host::shelf::Shelf;
use crate::judge;
use crate::pack::Packs;
use crate::text::{Lang, Speak};

pub(super) fn packs(args: &PacksArgs) -> Result<Exit> {
    match &args.command {
        PacksCommand::List { lang } => list(lang.map(Into::into).unwrap_or_default()),
        PacksCommand::Check { path } => check(path.as_deref()),
        PacksCommand::Test { path } => test(path.as_deref()),
        PacksCommand::New { path } => new(path),
        PacksCommand::Schema { scorecard: false } => terminal::print(crate::pack::schema().as_bytes()),
        PacksCommand::Schema { scorecard: true } => terminal::print(crate::write::scorecard_schema().as_bytes()),
        PacksCommand::Weights(args) => super::weights::weights(args),
    }
}

fn load(path: Option<&str>) -> Result<Packs> {
    let mut shelf = Shelf::new();
    let Some(path) = path else { return shelf.load_all() };
    shelf.add_pack(path)?;
    let id = shelf.added.first().cloned().unwrap_or_default();
    let mut packs = shelf.load_all()?;
    packs.select(|rule| rule.strip_prefix(&id).is_some_and(|rest| rest.starts_with('/')));
    Ok(packs)
}

fn list(lang: Lang) -> Result<Exit> {
    let packs = load(None)?;
    let mut out = String::new();
    for pack in packs.packs() {
        let count: usize = pack.parts.iter().map(|p| p.rules.len()).sum();
        let rules = if lang == Lang::Zh { format!("{count} 条规则") } else { format!("{count} rules") };
        writeln!(out, "{} {}  {}  {rules}", pack.id, pack.version, pack.title.say(lang))?;
        for part in &pack.parts {
            writeln!(out, "  {}  {}", part.id, part.title.say(lang))?;
            for rule in &part.rules {
                writeln!(out, "    {}  {}", rule.id, rule.title.say(lang))?;
            }
        }
    }
    terminal::print(out.as_bytes())
}

/// All faults at once; signals that no example reaches are faults too.
fn check(path: Option<&str>) -> Result<Exit> {
    let packs = load(path)?;
    let mut faults = 0;
    for (_, _, rule) in packs.rules() {
        for signal in judge::silent_signals(&packs, rule) {
            faults += 1;
            terminal::say(&format!(
                "{}: 信号“{signal}”在任何示例里都没有出现,可能永远不会匹配\n  下一步:补一个含有它的示例,或改正词句",
                rule.file
            ));
        }
    }
    if faults > 0 {
        return Ok(Exit::Pack);
    }
    let count = packs.rules().count();
    terminal::print(format!("没有错误:{count} 条规则\n").as_bytes())
}

fn test(path: Option<&str>) -> Result<Exit> {
    let packs = load(path)?;
    let mut out = String::new();
    let (mut right, mut wrong) = (0, 0);
    for (_, _, rule) in packs.rules() {
        for example in &rule.examples {
            match judge::trial(&packs, &rule.id, example) {
                Some(trial) if trial.right => right += 1,
                Some(trial) => {
                    wrong += 1;
                    writeln!(
                        out,
                        "{}:{}: {} 应为 {},得 {}:{}",
                        rule.file,
                        example.at.line,
                        rule.id,
                        example.expect.word(),
                        judge::got(&trial.verdict).word(),
                        trial.verdict.message(rule, Lang::Zh)
                    )?;
                }
                None => {
                    wrong += 1;
                    writeln!(out, "{}:{}: {} 的示例读不了", rule.file, example.at.line, rule.id)?;
                }
            }
        }
    }
    writeln!(out, "示例 {} 个:对 {right},错 {wrong}", right + wrong)?;
    terminal::print(out.as_bytes())?;
    Ok(if wrong == 0 { Exit::Passed } else { Exit::Pack })
}

/// Files of a new pack, ready to run.
const SCAFFOLD: &[(&str, &str)] = &[
    ("pack.yaml", include_str!("scaffold/pack.yaml")),
    ("10-requirements/part.yaml", include_str!("scaffold/part.yaml")),
    ("10-requirements/first-rule.yaml", include_str!("scaffold/rule.yaml")),
];

#[expect(clippy::disallowed_methods, reason = "host is where files are written")]
fn new(path: &str) -> Result<Exit> {
    let root = std::path::Path::new(path);
    if root.exists() {
        bail!("{path} 已经存在;请换一个文件夹名");
    }
    for (name, text) in SCAFFOLD {
        let place = root.join(name);
        if let Some(folder) = place.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("新建 {}", folder.display()))?;
        }
        std::fs::write(&place, text).with_context(|| format!("写 {}", place.display()))?;
    }
    terminal::print(format!("已新建规则包 {path}\n下一步:lawcheck packs test {path}\n").as_bytes())
}
