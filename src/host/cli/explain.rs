//! `lawcheck explain RULE`.

use anyhow::Result;

use super::args::ExplainArgs;
use super::exit::Exit;
use super::terminal;
use crate::host::fault::usage;
use crate::host::shelf::Shelf;
use crate::text::{Lang, Words};
use crate::write;

pub(super) fn explain(args: &ExplainArgs, lang: Lang) -> Result<Exit> {
    let mut shelf = Shelf::new();
    for folder in &args.packs {
        shelf.add_pack(folder)?;
    }
    let packs = shelf.load_all()?;
    let found = packs.rules().find(|(_, _, r)| r.id == args.rule);
    let Some((pack, part, rule)) = found else {
        let near: Vec<&str> = packs
            .rules()
            .map(|(_, _, r)| r.id.as_str())
            .filter(|id| {
                id.contains(args.rule.as_str()) || args.rule.contains(id.rsplit('/').next().unwrap_or(id))
            })
            .take(5)
            .collect();
        let help = if near.is_empty() {
            Words::new("用 lawcheck packs list 查看编号", "lawcheck packs list shows the ids")
        } else {
            Words::new(format!("相近的:{}", near.join("、")), format!("close to it: {}", near.join(", ")))
        };
        let rule = &args.rule;
        return Err(usage((
            format!("没有规则“{rule}”;{}", help.zh),
            format!("no rule “{rule}”; {}", help.en),
        )));
    };
    terminal::print(write::rule_page(&packs, pack, part, rule, lang).as_bytes())
}
