//! From the files of a shelf to compiled packs: everything is checked, and every fault is reported, before any
//! report is read.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::compile::{self, Workshop};
use super::error::{PackError, PackErrors, Position};
use super::node::{self, Node};
use super::profile::{self, Profile};
use super::rule::{Pack, PackPart, Rule};
use super::script::Library;
use super::shelf::{Kind, ShelfFile, kind, plain};
use super::{Packs, compile_condition, engine, matcher, shape, shapes};

/// Which packs of the shelf are wanted.
#[derive(Clone, Debug)]
pub enum Choice {
    /// Those that a profile names, and these beside it.
    Profile {
        /// The profile.
        name: String,
        /// Packs added to it.
        added: Vec<String>,
    },
    /// All, under the national profile.
    All,
}

/// Compile the packs of a shelf.
pub fn load(files: &[ShelfFile], choice: &Choice, build: matcher::Build) -> Result<Packs, PackErrors> {
    let mut loader = Loader { files, engine: engine::engine(), errors: Vec::new() };
    let library = loader.library();
    let profile = loader.profile(choice);
    let wanted = loader.wanted(choice, profile.as_ref());
    let packs: Vec<Pack> = wanted.iter().filter_map(|id| loader.pack(id, &library)).collect();
    loader.refuse_strays();
    match profile {
        Some(profile) if loader.errors.is_empty() => Ok(Packs::new(packs, profile, loader.engine, build)),
        _ => Err(PackErrors::sorted(loader.errors)),
    }
}

/// The library with the English of its messages.
struct Shared {
    library: Library,
    english: Vec<(String, String)>,
}

struct Loader<'a> {
    files: &'a [ShelfFile],
    engine: rhai::Engine,
    errors: Vec<PackError>,
}

const START: Position = Position { line: 1, column: 1 };

impl<'a> Loader<'a> {
    fn library(&mut self) -> Shared {
        let mut library = Library::default();
        let files = self.files.iter().filter(|f| kind(&f.path) == Kind::Library);
        for file in files.clone() {
            if let Err(error) = library.add(&self.engine, &file.path, &file.text) {
                self.errors.push(error);
            }
        }
        for file in files {
            self.errors.extend(library.lint(&self.engine, &file.path, &file.text));
        }
        let english = self.files.iter().find(|f| kind(&f.path) == Kind::LibraryEnglish);
        let table = english.and_then(|f| self.parse(f)).map(|node| {
            let entries = node.entries().iter();
            entries
                .map(|(k, v)| (k.text().unwrap_or("").to_string(), v.text().unwrap_or("").to_string()))
                .collect()
        });
        Shared { library, english: table.unwrap_or_default() }
    }

    fn parse(&mut self, file: &ShelfFile) -> Option<Node> {
        node::parse(&file.path, &file.text).map_err(|e| self.errors.push(e)).ok()
    }

    fn profile(&mut self, choice: &Choice) -> Option<Profile> {
        let name = match choice {
            Choice::Profile { name, .. } => name.as_str(),
            Choice::All => "national",
        };
        let is_it = |f: &&ShelfFile| kind(&f.path) == Kind::Profile { profile: name };
        let Some(file) = self.files.iter().find(is_it) else {
            let known: Vec<&str> = self.profiles().collect();
            let near = shape::nearest(name, known.iter().copied());
            let all = || shape::one_of(("可用的评分方案", "known profiles"), known.iter().copied());
            let help = near.map_or_else(all, shape::meant);
            let file = format!("profiles/{name}.yaml");
            let message = (format!("没有“{name}”这个评分方案"), format!("no profile “{name}”"));
            self.errors.push(PackError::new(file, START, message, help));
            return None;
        };
        let node = self.parse(file)?;
        let before = self.errors.len();
        shape::check(&file.path, &node, &shapes::PROFILE, &mut self.errors);
        (self.errors.len() == before).then(|| profile::profile(name, &node))
    }

    fn profiles(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.files.iter().filter_map(|f| match kind(&f.path) {
            Kind::Profile { profile } => Some(profile),
            _ => None,
        })
    }

    fn wanted(&mut self, choice: &Choice, profile: Option<&Profile>) -> Vec<String> {
        let mut on_shelf: Vec<&str> = self
            .files
            .iter()
            .filter_map(|f| match kind(&f.path) {
                Kind::Pack { pack } => Some(pack),
                _ => None,
            })
            .collect();
        on_shelf.dedup();
        let mut wanted: Vec<String> =
            profile.map_or_else(Vec::new, |p| p.packs.iter().map(|(id, _)| id.clone()).collect());
        for id in wanted.iter().filter(|id| !on_shelf.contains(&id.as_str())) {
            let file = format!("profiles/{}.yaml", profile.map_or("", |p| p.id.as_str()));
            let help = shape::one_of(("书架上的规则包", "packs on the shelf"), on_shelf.iter().copied());
            let message = (
                format!("评分方案要用的规则包“{id}”不存在"),
                format!("the pack “{id}” that the profile names does not exist"),
            );
            self.errors.push(PackError::new(file, START, message, help));
        }
        let more: Vec<String> = match choice {
            Choice::Profile { added, .. } => added.clone(),
            Choice::All => on_shelf.iter().map(ToString::to_string).collect(),
        };
        for id in more {
            if !wanted.contains(&id) {
                wanted.push(id);
            }
        }
        wanted.retain(|id| on_shelf.contains(&id.as_str()));
        wanted
    }

    fn pack(&mut self, id: &str, shared: &Shared) -> Option<Pack> {
        let own: Vec<&'a ShelfFile> = self
            .files
            .iter()
            .filter(|f| f.path.strip_prefix(id).is_some_and(|r| r.starts_with('/')))
            .collect();
        let file = own.iter().find(|f| matches!(kind(&f.path), Kind::Pack { .. }))?;
        let node = self.parse(file)?;
        let before = self.errors.len();
        shape::check(&file.path, &node, &shapes::PACK, &mut self.errors);
        let parts = self.parts(id, &own, shared);
        let applies = node
            .get("applies")
            .map(|n| compile_condition::condition(&file.path, n, &mut self.errors))
            .unwrap_or_default();
        let exempt = compile_condition::exemptions(&file.path, &node, &mut self.errors);
        let en = node.get("en");
        let pack = Pack {
            id: id.to_string(),
            version: compile::text(&node, "version"),
            title: compile::words(&node, en, "title"),
            summary: compile::words(&node, en, "summary"),
            authority: compile::text(&node, "authority"),
            basis: node.get("basis").map_or(&[][..], Node::list).iter().map(compile::basis).collect(),
            applies,
            exempt,
            share: share(&node),
            sha256: digest(&own),
            parts,
        };
        self.check_exempt(&file.path, &node, &pack);
        (self.errors.len() == before).then_some(pack)
    }

    /// An exemption for a rule that does not exist would silently do nothing.
    fn check_exempt(&mut self, file: &str, node: &Node, pack: &Pack) {
        let rules = || pack.parts.iter().flat_map(|p| &p.rules);
        for exemption in &pack.exempt {
            for pattern in &exemption.rules {
                let full = format!("{}/{pattern}", pack.id);
                if !rules().any(|r| super::matches(&full, &r.id)) {
                    let at = node.get("exempt").map_or(node.at, |n| n.at);
                    let message = (
                        format!("不适用表里的“{pattern}”不是本包的规则"),
                        format!("“{pattern}” in the exemptions is no rule of this pack"),
                    );
                    let help = ("写成“部分/规则”,不带序号", "write it as “part/rule”, without the numbers");
                    self.errors.push(PackError::new(file, at, message, help));
                }
            }
        }
    }

    fn parts(&mut self, id: &str, own: &[&'a ShelfFile], shared: &Shared) -> Vec<PackPart> {
        let mut folders: BTreeMap<&str, Vec<&'a ShelfFile>> = BTreeMap::new();
        for file in own {
            if let Kind::Part { part, .. } | Kind::Rule { part, .. } = kind(&file.path) {
                folders.entry(part).or_default().push(file);
            }
        }
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let mut out = Vec::new();
        for (folder, files) in folders {
            let Some(file) = files.iter().find(|f| matches!(kind(&f.path), Kind::Part { .. })) else {
                let path = format!("{id}/{folder}/part.yaml");
                let message = ("部分没有 part.yaml", "the part has no part.yaml");
                let help = ("请写明这一部分的 title 和 weight", "give title and weight of this part");
                self.errors.push(PackError::new(path, START, message, help));
                continue;
            };
            let Some(node) = self.parse(file) else { continue };
            shape::check(&file.path, &node, &shapes::PART, &mut self.errors);
            let mut rules = Vec::new();
            for file in &files {
                let Kind::Rule { rule, .. } = kind(&file.path) else { continue };
                let name = format!("{id}/{}/{}", plain(folder), plain(rule));
                if let Some(other) = seen.insert(name.clone(), &file.path) {
                    let message = (
                        format!("规则编号“{name}”重复,另一处是 {other}"),
                        format!("the rule id “{name}” is there twice, also in {other}"),
                    );
                    let help = ("请改文件名", "rename the file");
                    self.errors.push(PackError::new(&file.path, START, message, help));
                    continue;
                }
                rules.extend(self.rule(&name, file, shared));
            }
            let en = node.get("en");
            let applies = node
                .get("applies")
                .map(|n| compile_condition::condition(&file.path, n, &mut self.errors))
                .unwrap_or_default();
            out.push(PackPart {
                id: folder.to_string(),
                title: compile::words(&node, en, "title"),
                summary: compile::words(&node, en, "summary"),
                weight: int(&node, "weight"),
                applies,
                rules,
            });
        }
        if out.is_empty() {
            let message = ("规则包没有规则", "the pack has no rules");
            let help = ("请加入部分和规则", "add parts and rules");
            self.errors.push(PackError::new(format!("{id}/pack.yaml"), START, message, help));
        }
        out
    }

    fn rule(&mut self, id: &str, file: &ShelfFile, shared: &Shared) -> Option<Rule> {
        let node = self.parse(file)?;
        let workshop =
            Workshop { engine: &self.engine, library: &shared.library, library_english: &shared.english };
        compile::rule(&workshop, id, &file.path, &node).map_err(|e| self.errors.extend(e)).ok()
    }

    fn refuse_strays(&mut self) {
        for file in self.files.iter().filter(|f| kind(&f.path) == Kind::Unknown) {
            let message =
                ("不知道这个文件是什么,不会被使用", "nobody knows what this file is; it would not be used");
            let help = (
                "规则放在“包/部分/规则.yaml”,评分方案放在 profiles/,公用函数放在 lib/*.rhai",
                "rules go to “pack/part/rule.yaml”, profiles to profiles/, shared functions to lib/*.rhai",
            );
            self.errors.push(PackError::new(&file.path, START, message, help));
        }
        let homeless: Vec<&str> = self
            .files
            .iter()
            .filter_map(|f| match kind(&f.path) {
                Kind::Part { pack, .. } | Kind::Rule { pack, .. } => Some((f, pack)),
                _ => None,
            })
            .filter(|(_, pack)| !self.files.iter().any(|f| f.path == format!("{pack}/pack.yaml")))
            .map(|(f, _)| f.path.as_str())
            .collect();
        for path in homeless {
            let message = (
                "所在文件夹没有 pack.yaml,不会被使用",
                "there is no pack.yaml in its folder; it would not be used",
            );
            self.errors.push(PackError::new(path, START, message, ("请补写 pack.yaml", "write a pack.yaml")));
        }
    }
}

fn share(node: &Node) -> u32 {
    if node.get("share").is_some() { int(node, "share") } else { 10 }
}

fn int(node: &Node, key: &str) -> u32 {
    match node.get(key).map(|n| &n.value) {
        Some(node::Value::Int(i)) => u32::try_from(*i).unwrap_or(0),
        _ => 0,
    }
}

fn digest(files: &[&ShelfFile]) -> String {
    let mut sorted: Vec<&&ShelfFile> = files.iter().collect();
    sorted.sort_by(|a, b| a.path.cmp(&b.path));
    let mut hash = Sha256::new();
    for file in sorted {
        hash.update(file.path.as_bytes());
        hash.update([0]);
        hash.update(file.text.as_bytes());
        hash.update([0]);
    }
    crate::text::hex(&hash.finalize())
}
