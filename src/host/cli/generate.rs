//! `lawcheck generate`: the pages of `docs/` that are made from the program itself.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::args::GenerateArgs;
use super::exit::Exit;
use super::terminal;
use crate::host::shelf::Shelf;
use crate::write;

/// Rewrite the generated pages, or only say whether they are current.
#[expect(clippy::disallowed_methods, reason = "host is where files are written")]
pub(super) fn generate(args: &GenerateArgs) -> Result<Exit> {
    let docs = Path::new("docs");
    if !docs.is_dir() {
        bail!("这里没有 docs 文件夹;请在项目根目录运行");
    }
    let packs = Shelf::new().load_all()?;
    let pages = write::pages(&packs);
    let mut stale = Vec::new();
    for (name, text) in &pages {
        let path = docs.join(name);
        if std::fs::read_to_string(&path).ok().as_deref() == Some(text.as_str()) {
            continue;
        }
        stale.push(name.clone());
        if !args.check {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).with_context(|| format!("新建 {}", folder.display()))?;
            }
            std::fs::write(&path, text).with_context(|| format!("写 {}", path.display()))?;
        }
    }
    stale.extend(orphans(docs, &pages, args.check)?);
    if args.check && !stale.is_empty() {
        bail!("过期的页面:{};请运行 lawcheck generate", stale.join("、"));
    }
    terminal::print(format!("生成的页面 {} 个,改写 {} 个\n", pages.len(), stale.len()).as_bytes())
}

/// Pages of rules that no longer exist.
fn orphans(docs: &Path, pages: &[(String, String)], check: bool) -> Result<Vec<String>> {
    let mut out = Vec::new();
    for entry in walkdir::WalkDir::new(docs.join("rules")).into_iter().filter_map(Result::ok) {
        let name =
            entry.path().strip_prefix(docs).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
        if entry.file_type().is_file() && !pages.iter().any(|(n, _)| *n == name) {
            if !check {
                std::fs::remove_file(entry.path()).with_context(|| format!("删除 {name}"))?;
            }
            out.push(name);
        }
    }
    Ok(out)
}
