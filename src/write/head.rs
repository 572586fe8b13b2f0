//! From compiled packs to what is the same for all reports of a run.

use std::sync::Arc;

use super::run::{BasisLine, Head, PackRef, PartRef, ProfileRef, RuleRef, Tool};
use crate::pack::{Pack, PackPart, Packs, Profile, Rule, Severity};
use crate::score::{part_weight, share, weight};
use crate::text::{Lang, Speak};

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
        title: rule.title.say(lang).into(),
        kind: rule.kind.word(),
        severity: rule.severity.word(),
        weight: weight(profile, rule),
        advice: rule.advice.say(lang).into(),
        basis: Arc::new(BasisLine {
            document: rule.basis.document.clone(),
            number: rule.basis.number.clone(),
            at: rule.basis.at.clone(),
            status: rule.basis.status(),
        }),
    }
}
