//! `lawcheck packs`: the shelf, checking a pack, running examples, a new pack, the schema.

use std::fmt::Write as _;

use anyhow::Result;

use super::args::{PacksArgs, PacksCommand};
use super::exit::Exit;
use super::generate::{making, writing};
use super::terminal;
use crate::host::fault::{refused, usage};
use crate::host::shelf::Shelf;
use crate::judge::{self, Quality};
use crate::pack::Packs;
use crate::text::{Lang, Speak, Words, typeset};

pub(super) fn packs(args: &PacksArgs, lang: Lang) -> Result<Exit> {
    match &args.command {
        PacksCommand::List => list(lang),
        PacksCommand::Check { path } => check(path.as_deref(), lang),
        PacksCommand::Test { path } => test(path.as_deref(), lang),
        PacksCommand::New { path } => new(path, lang),
        PacksCommand::Schema { scorecard: false } => terminal::print(crate::pack::schema(lang).as_bytes()),
        PacksCommand::Schema { scorecard: true } => {
            terminal::print(crate::write::scorecard_schema(lang).as_bytes())
        }
        PacksCommand::Weights(args) => super::weights::weights(args, lang),
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
fn check(path: Option<&str>, lang: Lang) -> Result<Exit> {
    let (_, packs) = load(path)?;
    let mut faults = 0;
    for (_, _, rule) in packs.rules() {
        for signal in judge::silent_signals(&packs, rule) {
            faults += 1;
            let words = Words::new(
                format!(
                    "信号“{signal}”在任何示例里都没有出现,可能永远不会匹配\n  下一步:补一个含有它的示例,或改正词句"
                ),
                format!(
                    "the signal “{signal}” is seen in no example and may never match\n  next step: add an example with it, or correct its words"
                ),
            );
            terminal::say(&format!("{}: {}", rule.file, words.say(lang)), lang);
        }
    }
    if faults > 0 {
        return Ok(Exit::Pack);
    }
    let count = packs.rules().count();
    let done = Words::new(format!("没有错误:{count} 条规则"), format!("no faults: {count} rules"));
    terminal::print(format!("{}\n", lang.typeset(&done.say(lang))).as_bytes())
}

/// What the examples show of every rule: wrong outcomes, words that nothing exercises, mutants that survive.
fn test(path: Option<&str>, lang: Lang) -> Result<Exit> {
    let (shelf, packs) = load(path)?;
    let mut out = String::new();
    let mut sum = Sum::default();
    for (_, _, rule) in packs.rules() {
        let mut quality = judge::quality(&packs, rule);
        judge::mutate(&shelf.files, rule, &mut quality);
        sum.add(&quality);
        describe(&quality, lang, &mut out)?;
    }
    sum.describe(lang, &mut out)?;
    terminal::print(lang.typeset(&out).as_bytes())?;
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

    fn describe(&self, lang: Lang, out: &mut String) -> Result<()> {
        let percent = |part: usize, whole: usize| (part * 1000).checked_div(whole).unwrap_or(1000);
        let matched = self.alternatives - self.unmatched;
        let mutants = self.killed + self.survived;
        let (covered, killed) = (percent(matched, self.alternatives), percent(self.killed, mutants));
        let Sum { right, wrong, alternatives, killed: noticed, .. } = self;
        let all = right + wrong;
        let rate = |share: usize| format!("{}.{}%", share / 10, share % 10);
        let (covered, killed) = (rate(covered), rate(killed));
        let words = Words::new(
            format!(
                "示例 {all} 个:对 {right},错 {wrong}\n词句覆盖 {matched}/{alternatives}({covered})\n变异检出 {noticed}/{mutants}({killed})"
            ),
            format!(
                "{all} examples: {right} right, {wrong} wrong\nwords covered {matched}/{alternatives} ({covered})\nmutants noticed {noticed}/{mutants} ({killed})"
            ),
        );
        Ok(writeln!(out, "{}", words.say(lang))?)
    }
}

fn describe(q: &Quality, lang: Lang, out: &mut String) -> Result<()> {
    let Quality { rule, right, missed, over_eager, alternatives, killed, .. } = q;
    let wrong = missed.len() + over_eager.len() + q.wrong.len();
    let mutants = killed + q.survived.len();
    let (missed, eager, matched) = (missed.len(), over_eager.len(), alternatives - q.unmatched.len());
    let words = Words::new(
        format!(
            "{rule} 对 {right} 错 {wrong}(漏判 {missed}、误判 {eager}) 词句 {matched}/{alternatives} 变异 {killed}/{mutants}"
        ),
        format!(
            "{rule} right {right} wrong {wrong} (missed {missed}, over-eager {eager}) words {matched}/{alternatives} mutants {killed}/{mutants}"
        ),
    );
    writeln!(out, "{}", words.say(lang))?;
    let lists = [
        (("漏判:", "missed: "), &q.missed),
        (("误判:", "over-eager: "), &q.over_eager),
        (("错:", "wrong: "), &q.wrong),
        (("没有示例:", "no example: "), &q.unmatched),
        (("变异未检出:", "mutant not noticed: "), &q.survived),
    ];
    for (label, list) in lists {
        for line in list {
            writeln!(out, "  {}{}", label.say(lang), line.say(lang))?;
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
fn new(path: &str, lang: Lang) -> Result<Exit> {
    let root = std::path::Path::new(path);
    if root.exists() {
        return Err(usage((
            format!("{path} 已经存在;请换一个文件夹名"),
            format!("{path} is there already; take another name"),
        )));
    }
    for (name, text) in SCAFFOLD {
        let place = root.join(name);
        if let Some(folder) = place.parent() {
            std::fs::create_dir_all(folder).map_err(|e| refused(making(folder), &e))?;
        }
        std::fs::write(&place, text).map_err(|e| refused(writing(&place), &e))?;
    }
    let done = Words::new(
        format!("已新建规则包 {path}\n{}lawcheck packs test {path}", typeset("下一步:")),
        format!("made the pack {path}\nnext step: lawcheck packs test {path}"),
    );
    terminal::print(format!("{}\n", done.say(lang)).as_bytes())
}
