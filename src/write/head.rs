//! What is the same for all reports of a run: program, profile, packs with their weights and texts.
//!
//! Comes in: compiled packs. Goes out: plain data, in the shape that `lawcheck.scorecard/1` prints.

use std::sync::Arc;

use serde::Serialize;

use super::lines::BasisLine;
use super::phrase::spoken;
use crate::pack::{Pack, PackPart, Packs, Profile, Rule, Severity};
use crate::score::{part_weight, share, weight};
use crate::text::{Lang, Speak, typeset};

/// What is the same for all reports of a run.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// Name and version of this shape.
    pub schema: &'static str,
    /// The program.
    pub tool: Tool,
    /// The profile.
    pub profile: ProfileRef,
    /// The packs.
    pub packs: Vec<PackRef>,
    /// The day of the run.
    pub as_of: String,
}

/// The program.
#[derive(Clone, Debug, Serialize)]
pub struct Tool {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// The profile and its gate.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileRef {
    /// Id.
    pub id: String,
    /// Version.
    pub version: String,
    /// Name.
    #[serde(skip)]
    pub title: String,
    /// Grades from the top: lowest score and name.
    #[serde(skip)]
    pub bands: Vec<(u32, String)>,
    /// The model that decides.
    pub model: &'static str,
    /// Lowest score that passes.
    pub minimum: u32,
    /// Lowest severity that fails.
    pub fail_on: &'static str,
}

/// A pack of the run.
#[derive(Clone, Debug, Serialize)]
pub struct PackRef {
    /// Id.
    pub id: String,
    /// Version.
    pub version: String,
    /// Digest of its files.
    pub sha256: String,
    /// Name.
    pub title: String,
    /// Share of the score.
    pub share: u32,
    /// Its parts in order.
    pub parts: Vec<PartRef>,
}

/// A part of a pack.
#[derive(Clone, Debug, Serialize)]
pub struct PartRef {
    /// Folder, with its order number.
    pub id: String,
    /// Name.
    pub title: String,
    /// Weight in the pack.
    pub weight: u32,
    /// Its rules in order.
    pub rules: Vec<RuleRef>,
}

/// What is the same for a rule in all reports; stands once in a run.
#[derive(Clone, Debug, Serialize)]
pub struct RuleRef {
    /// Id.
    pub id: String,
    /// Name.
    pub title: Arc<str>,
    /// Kind.
    pub kind: &'static str,
    /// Severity when not met.
    pub severity: &'static str,
    /// Weight in its part, under the profile.
    pub weight: u32,
    /// What to do.
    pub advice: Arc<str>,
    /// A paragraph to start from, where content is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skeleton: Option<String>,
    /// What it rests on.
    pub basis: Arc<BasisLine>,
}

impl Head {
    /// Every rule with its pack and part, in the order in which results stand.
    pub fn rules(&self) -> impl Iterator<Item = (&PackRef, &PartRef, &RuleRef)> {
        self.packs.iter().flat_map(|pack| {
            pack.parts.iter().flat_map(move |part| part.rules.iter().map(move |rule| (pack, part, rule)))
        })
    }
}

/// What is the same for all reports of a run with these packs.
pub fn head(packs: &Packs, as_of: &str, lang: Lang) -> Head {
    let profile = packs.profile();
    Head {
        schema: "lawcheck.scorecard/1",
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        profile: ProfileRef {
            id: profile.id.clone(),
            version: profile.version.clone(),
            title: profile.title.clone(),
            bands: profile.bands.iter().map(|b| (b.from, b.title.say(lang))).collect(),
            model: profile.model.word(),
            minimum: profile.gate.minimum,
            fail_on: profile.gate.fail_on.map_or("never", Severity::word),
        },
        packs: packs.packs().iter().map(|p| pack_ref(profile, p, lang)).collect(),
        as_of: as_of.to_string(),
    }
}

fn pack_ref(profile: &Profile, pack: &Pack, lang: Lang) -> PackRef {
    PackRef {
        id: pack.id.clone(),
        version: pack.version.clone(),
        sha256: pack.sha256.clone(),
        title: pack.title.say(lang),
        share: share(profile, pack),
        parts: pack.parts.iter().map(|p| part_ref(profile, pack, p, lang)).collect(),
    }
}

fn part_ref(profile: &Profile, pack: &Pack, part: &PackPart, lang: Lang) -> PartRef {
    PartRef {
        id: part.id.clone(),
        title: part.title.say(lang),
        weight: part_weight(profile, pack, part),
        rules: part.rules.iter().map(|r| rule_ref(profile, r, lang)).collect(),
    }
}

fn rule_ref(profile: &Profile, rule: &Rule, lang: Lang) -> RuleRef {
    RuleRef {
        id: rule.id.clone(),
        title: spoken(&rule.title, lang).into(),
        kind: rule.kind.word(),
        severity: rule.severity.word(),
        weight: weight(profile, rule),
        advice: spoken(&rule.advice, lang).into(),
        skeleton: rule.belongs.as_ref().map(|b| typeset(&b.skeleton)),
        basis: Arc::new(BasisLine {
            document: rule.basis.document.clone(),
            number: rule.basis.number.clone(),
            at: rule.basis.at.clone(),
            status: rule.basis.status(),
        }),
    }
}
