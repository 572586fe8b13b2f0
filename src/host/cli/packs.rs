//! `lawcheck packs`: the shelf, checking a pack, running examples, a new pack, the schema.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail};

use super::args::{PacksArgs, PacksCommand};
use super::exit::Exit;
use super::terminal;
use crate::host::shelf::Shelf;
use crate::judge::{self, Quality};
use crate::pack::Packs;
use crate::text::{Lang, Speak, typeset};

pub(super) fn packs(args: &PacksArgs) -> Result<Exit> {
    match &args.command {
        PacksCommand::List { lang } => list(lang.map(Into::into).unwrap_or_default()),
        PacksCommand::Check { path } => check(path.as_deref()),
        PacksCommand::Test { path } => test(path.as_deref()),
        PacksCommand::New { path } => new(path),
        PacksCommand::Schema { scorecard: false } => {
            terminal::print(crate::pack::schema(Lang::Zh).as_bytes())
        }
        PacksCommand::Schema { scorecard: true } => {
            terminal::print(crate::write::scorecard_schema().as_bytes())
        }
        PacksCommand::Weights(args) => super::weights::weights(args),
    }
}

fn load(path: Option<&str>) -> Result<(Shelf, Packs)> {
    let mut shelf = Shelf::new();
    let Some(path) = path else {
        let packs = shelf.load_all()?;
        return Ok((shelf, packs));
    };
    shelf.add_pack(path)?;
    let id = shelf.added.first().cloned().unwrap_or_default();
    let mut packs = shelf.load_all()?;
    packs.select(|rule| rule.strip_prefix(&id).is_some_and(|rest| rest.starts_with('/')));
    Ok((shelf, packs))
}

fn list(lang: Lang) -> Result<Exit> {
    let (_, packs) = load(None)?;
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
    let (_, packs) = load(path)?;
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

/// What the examples show of every rule: wrong outcomes, words that nothing exercises, mutants that survive.
fn test(path: Option<&str>) -> Result<Exit> {
    let (shelf, packs) = load(path)?;
    let mut out = String::new();
    let mut sum = Sum::default();
    for (_, _, rule) in packs.rules() {
        let mut quality = judge::quality(&packs, rule);
        judge::mutate(&shelf.files, rule, &mut quality);
        sum.add(&quality);
        describe(&quality, &mut out)?;
    }
    sum.describe(&mut out)?;
    terminal::print(typeset(&out).as_bytes())?;
    Ok(if sum.wrong == 0 && sum.unmatched == 0 { Exit::Passed } else { Exit::Pack })
}

#[derive(Default)]
struct Sum {
    right: usize,
    wrong: usize,
    alternatives: usize,
    unmatched: usize,
    killed: usize,
    survived: usize,
}

impl Sum {
    fn add(&mut self, q: &Quality) {
        self.right += q.right;
        self.wrong += q.missed.len() + q.over_eager.len() + q.wrong.len();
        self.alternatives += q.alternatives;
        self.unmatched += q.unmatched.len();
        self.killed += q.killed;
        self.survived += q.survived.len();
    }

    fn describe(&self, out: &mut String) -> Result<()> {
        let percent = |part: usize, whole: usize| (part * 1000).checked_div(whole).unwrap_or(1000);
        let matched = self.alternatives - self.unmatched;
        let mutants = self.killed + self.survived;
        let (covered, killed) = (percent(matched, self.alternatives), percent(self.killed, mutants));
        writeln!(out, "示例 {} 个:对 {},错 {}", self.right + self.wrong, self.right, self.wrong)?;
        writeln!(out, "词句覆盖 {matched}/{}({}.{}%)", self.alternatives, covered / 10, covered % 10)?;
        writeln!(out, "变异检出 {}/{mutants}({}.{}%)", self.killed, killed / 10, killed % 10)?;
        Ok(())
    }
}

fn describe(q: &Quality, out: &mut String) -> Result<()> {
    let wrong = q.missed.len() + q.over_eager.len() + q.wrong.len();
    let mutants = q.killed + q.survived.len();
    writeln!(
        out,
        "{} 对 {} 错 {wrong}(漏判 {}、误判 {}) 词句 {}/{} 变异 {}/{mutants}",
        q.rule,
        q.right,
        q.missed.len(),
        q.over_eager.len(),
        q.alternatives - q.unmatched.len(),
        q.alternatives,
        q.killed
    )?;
    let lists = [
        ("漏判", &q.missed),
        ("误判", &q.over_eager),
        ("错", &q.wrong),
        ("没有示例", &q.unmatched),
        ("变异未检出", &q.survived),
    ];
    for (label, list) in lists {
        for line in list {
            writeln!(out, "  {label}:{line}")?;
        }
    }
    Ok(())
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
