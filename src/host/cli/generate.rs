//! `lawcheck generate`: the pages of `docs/` that are made from the program itself.

use std::path::Path;

use anyhow::Result;

use super::args::GenerateArgs;
use super::exit::Exit;
use super::terminal;
use crate::host::fault::{refused, usage};
use crate::host::shelf::Shelf;
use crate::text::{Lang, Speak as _, Words};
use crate::write;

/// Rewrite the generated pages, or only say whether they are current.
#[expect(clippy::disallowed_methods, reason = "host is where files are written")]
pub(super) fn generate(args: &GenerateArgs, lang: Lang) -> Result<Exit> {
    let docs = Path::new("docs");
    if !docs.is_dir() {
        return Err(usage((
            "这里没有 docs 文件夹;请在项目根目录运行",
            "no docs folder here; run this in the root of the project",
        )));
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
                std::fs::create_dir_all(folder).map_err(|e| refused(making(folder), &e))?;
            }
            std::fs::write(&path, text).map_err(|e| refused(writing(&path), &e))?;
        }
    }
    stale.extend(orphans(docs, &pages, args.check)?);
    if args.check && !stale.is_empty() {
        return Err(usage((
            format!("过期的页面:{};请运行 lawcheck generate", stale.join("、")),
            format!("stale pages: {}; run lawcheck generate", stale.join(", ")),
        )));
    }
    let (all, new) = (pages.len(), stale.len());
    let done = Words::new(
        format!("生成的页面 {all} 个,改写 {new} 个"),
        format!("{all} generated pages, {new} rewritten"),
    );
    terminal::print(format!("{}\n", lang.typeset(&done.say(lang))).as_bytes())
}

/// Making a folder, as something that can be refused.
pub(super) fn making(folder: &Path) -> Words {
    let folder = folder.display();
    Words::new(format!("新建 {folder}"), format!("making {folder}"))
}

/// Writing a file, as something that can be refused.
pub(super) fn writing(file: &Path) -> Words {
    let file = file.display();
    Words::new(format!("写 {file}"), format!("writing {file}"))
}

/// Pages of rules that no longer exist.
fn orphans(docs: &Path, pages: &[(String, String)], check: bool) -> Result<Vec<String>> {
    let mut out = Vec::new();
    for entry in walkdir::WalkDir::new(docs.join("rules")).into_iter().filter_map(Result::ok) {
        let name =
            entry.path().strip_prefix(docs).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
        if entry.file_type().is_file() && !pages.iter().any(|(n, _)| *n == name) {
            if !check {
                let doing = (format!("删除 {name}"), format!("deleting {name}"));
                std::fs::remove_file(entry.path()).map_err(|e| refused(doing, &e))?;
            }
            out.push(name);
        }
    }
    Ok(out)
}
