//! `lawcheck explain RULE`.

use anyhow::{Result, bail};

use super::args::ExplainArgs;
use super::exit::Exit;
use super::terminal;
use crate::host::shelf::Shelf;
use crate::text::Lang;
use crate::write;

pub(super) fn explain(args: &ExplainArgs) -> Result<Exit> {
    let lang: Lang = args.lang.map(Into::into).unwrap_or_default();
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
            "用 lawcheck packs list 查看编号".to_string()
        } else {
            format!("相近的:{}", near.join("、"))
        };
        bail!("没有规则“{}”;{help}", args.rule);
    };
    terminal::print(write::rule_page(&packs, pack, part, rule, lang).as_bytes())
}
