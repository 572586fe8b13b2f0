//! The shelf of packs: what stands in the program, and what the user adds from folders.

use std::borrow::Cow;
use std::path::Path;

use anyhow::Result;

use super::fault::{refused, usage};
use crate::pack::{Build, Choice, Packs, ShelfFile, embedded, load};

/// Most files of one pack folder.
const FILES: usize = 5_000;

/// The embedded shelf with the user's pack folders and profile file added.
pub(super) struct Shelf {
    pub(super) files: Vec<ShelfFile>,
    pub(super) added: Vec<String>,
}

impl Shelf {
    pub(super) fn new() -> Shelf {
        Shelf { files: embedded(), added: Vec::new() }
    }

    /// Add the folder of a pack; its name becomes the pack's id.
    pub(super) fn add_pack(&mut self, folder: &str) -> Result<()> {
        let root = Path::new(folder);
        if !root.join("pack.yaml").is_file() {
            return Err(usage((
                format!("{folder} 不是规则包:里面没有 pack.yaml;用 lawcheck packs new 新建一个"),
                format!("{folder} is no pack: it has no pack.yaml; make one with lawcheck packs new"),
            )));
        }
        let opening = || (format!("打开规则包 {folder}"), format!("opening the pack {folder}"));
        let root = root.canonicalize().map_err(|e| refused(opening(), &e))?;
        let id = root.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if self.files.iter().any(|f| f.path == format!("{id}/pack.yaml")) {
            return Err(usage((
                format!("规则包编号“{id}”已经有了;请改文件夹名 {folder}"),
                format!("there is a pack “{id}” already; rename the folder {folder}"),
            )));
        }
        for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
            let entry = entry.map_err(|e| refused(opening(), &e.into()))?;
            if !entry.file_type().is_file() || entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let inside = entry.path().strip_prefix(&root).unwrap_or(entry.path());
            let path = format!("{id}/{}", inside.to_string_lossy().replace('\\', "/"));
            self.push(path, entry.path())?;
        }
        self.added.push(id);
        Ok(())
    }

    /// Use a profile by name, or from a file. Returns its name on the shelf.
    pub(super) fn profile(&mut self, profile: &str) -> Result<String> {
        let Some(name) = profile.strip_suffix(".yaml") else { return Ok(profile.to_string()) };
        let name = Path::new(name).file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let path = format!("profiles/{name}.yaml");
        self.files.retain(|f| f.path != path);
        self.push(path, Path::new(profile))?;
        Ok(name)
    }

    #[expect(clippy::disallowed_methods, reason = "host is where files are read")]
    fn push(&mut self, path: String, place: &Path) -> Result<()> {
        if self.files.len() > FILES {
            return Err(usage((
                format!("规则包文件过多,上限 {FILES}"),
                format!("too many files in packs, at most {FILES}"),
            )));
        }
        let shown = place.display();
        let doing = || (format!("读取 {shown}"), format!("reading {shown}"));
        let bytes = std::fs::read(place).map_err(|e| refused(doing(), &e))?;
        let text = String::from_utf8(bytes).map_err(|_| {
            usage((
                format!("{shown} 不是 UTF-8,请另存为 UTF-8"),
                format!("{shown} is not UTF-8, save it as UTF-8"),
            ))
        })?;
        self.files.push(ShelfFile { path, text: Cow::Owned(text) });
        Ok(())
    }

    /// Compile what a run needs.
    pub(super) fn load(&self, profile: &str, build: Build) -> Result<Packs> {
        let choice = Choice::Profile { name: profile.to_string(), added: self.added.clone() };
        Ok(load(&self.files, &choice, build)?)
    }

    /// Compile everything on the shelf.
    pub(super) fn load_all(&self) -> Result<Packs> {
        Ok(load(&self.files, &Choice::All, Build::Quick)?)
    }
}
