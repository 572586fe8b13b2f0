//! Profiles: which packs, what share of 100 points each has, grade bands, the gate.

use std::collections::BTreeMap;

use super::node::{Node, Value};
use super::rule::Severity;
use crate::text::Words;

/// A scoring profile.
#[derive(Clone, Debug)]
pub struct Profile {
    /// File name without extension.
    pub id: String,
    /// Version.
    pub version: String,
    /// Name.
    pub title: String,
    /// What it is for.
    pub summary: String,
    /// Packs and their shares, in the order of the file.
    pub packs: Vec<(String, u32)>,
    /// The model that decides.
    pub model: Model,
    /// Weights of single rules that this profile changes.
    pub weights: BTreeMap<String, u32>,
    /// Rules that are not used.
    pub skip: Vec<String>,
    /// Grade bands, from the top.
    pub bands: Vec<Band>,
    /// The gate.
    pub gate: Gate,
}

/// How results become a score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Model {
    /// Shares of packs, weights of parts and rules, down the tree.
    #[default]
    Weighted,
    /// Sum of the rules' own weights.
    Flat,
    /// Share of the rules that are met.
    ShareOfRules,
    /// 100 if nothing fails the gate, else 0.
    GateOnly,
}

impl Model {
    /// All models, in the order in which they are shown.
    pub const ALL: [Model; 4] = [Model::Weighted, Model::Flat, Model::ShareOfRules, Model::GateOnly];

    /// The word in files and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Model::Weighted => "weighted",
            Model::Flat => "flat",
            Model::ShareOfRules => "share-of-rules",
            Model::GateOnly => "gate-only",
        }
    }

    /// The Chinese name.
    pub fn title(self) -> &'static str {
        match self {
            Model::Weighted => "逐级加权",
            Model::Flat => "权重相加",
            Model::ShareOfRules => "满足率",
            Model::GateOnly => "只看门槛",
        }
    }
}

/// A grade band.
#[derive(Clone, Debug)]
pub struct Band {
    /// From this score on.
    pub from: u32,
    /// Its name.
    pub title: Words,
}

/// What makes a report fail.
#[derive(Clone, Debug)]
pub struct Gate {
    /// Lowest score that passes.
    pub minimum: u32,
    /// Lowest severity that fails; `None` never fails.
    pub fail_on: Option<Severity>,
    /// Lowest percentage of a pack's points.
    pub floors: BTreeMap<String, u32>,
    /// Rules that must not be unmet.
    pub veto: Vec<String>,
    /// Most points below the last run.
    pub max_drop: Option<u32>,
}

impl Profile {
    /// The name of the grade for a score in hundredths.
    pub fn grade(&self, hundredths: i64) -> Option<&Words> {
        self.bands.iter().find(|b| hundredths >= i64::from(b.from) * 100).map(|b| &b.title)
    }
}

/// `fail_on` from its word.
pub fn fail_on(word: &str) -> Option<Severity> {
    Severity::ALL.into_iter().find(|s| s.word() == word)
}

/// A profile from a node that passed the shape check.
pub(crate) fn profile(id: &str, node: &Node) -> Profile {
    let text = |node: &Node, key: &str| node.get(key).and_then(Node::text).unwrap_or("").to_string();
    let texts = |node: Option<&Node>| -> Vec<String> {
        node.map(|n| {
            n.list()
                .iter()
                .chain(n.text().map(|_| n))
                .filter_map(Node::text)
                .map(ToString::to_string)
                .collect()
        })
        .unwrap_or_default()
    };
    let mut bands: Vec<Band> = node
        .get("bands")
        .map_or(&[][..], Node::list)
        .iter()
        .map(|b| Band { from: int(b.get("from")), title: Words::new(text(b, "title"), text(b, "en")) })
        .collect();
    bands.sort_by_key(|b| std::cmp::Reverse(b.from));
    let gate = node.get("gate");
    let in_gate = |key: &str| gate.and_then(|g| g.get(key));
    Profile {
        id: id.to_string(),
        version: text(node, "version"),
        title: text(node, "title"),
        summary: text(node, "summary"),
        packs: numbers(node.get("packs")),
        model: Model::ALL.into_iter().find(|m| m.word() == text(node, "model")).unwrap_or_default(),
        weights: numbers(node.get("weights")).into_iter().collect(),
        skip: texts(node.get("skip")),
        bands,
        gate: Gate {
            minimum: int(in_gate("minimum")),
            fail_on: in_gate("fail_on").and_then(Node::text).and_then(fail_on),
            floors: numbers(in_gate("floors")).into_iter().collect(),
            veto: texts(in_gate("veto")),
            max_drop: in_gate("max_drop").map(|n| int(Some(n))),
        },
    }
}

fn int(node: Option<&Node>) -> u32 {
    match node.map(|n| &n.value) {
        Some(Value::Int(i)) => u32::try_from(*i).unwrap_or(0),
        _ => 0,
    }
}

fn numbers(node: Option<&Node>) -> Vec<(String, u32)> {
    let entries = node.map_or(&[][..], Node::entries);
    entries.iter().map(|(k, v)| (k.text().unwrap_or("").to_string(), int(Some(v)))).collect()
}
