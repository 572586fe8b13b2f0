//! The weight tree: 100 points down to packs, parts and rules.
//!
//! What is not applicable takes no share at any level, so its points go to its neighbours in the same part, then to
//! the parts of the same pack, then to the other packs.

use super::points::{Points, allocate};
use crate::pack::{Pack, PackPart, Packs, Profile, Rule};

/// Points to earn, in the order of the packs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// By pack.
    pub packs: Vec<Points>,
    /// By pack and part.
    pub parts: Vec<Vec<Points>>,
    /// By rule, in the order of [`Packs::rules`].
    pub rules: Vec<Points>,
}

/// The weight of a rule under a profile; 0 for a rule that the profile skips.
pub fn weight(profile: &Profile, rule: &Rule) -> u32 {
    let skipped = profile.skip.iter().any(|s| crate::pack::matches(s, &rule.id));
    if skipped { 0 } else { profile.weights.get(&rule.id).copied().unwrap_or(rule.weight) }
}

/// The share of a pack under a profile.
pub fn share(profile: &Profile, pack: &Pack) -> u32 {
    profile.packs.iter().find(|(id, _)| *id == pack.id).map_or(pack.share, |(_, share)| *share)
}

impl Tree {
    /// The tree over the rules that `counts` says count; it is asked in the order of [`Packs::rules`].
    pub fn new(packs: &Packs, counts: impl FnMut(&Rule) -> bool) -> Tree {
        let mut counts = counts;
        let profile = packs.profile();
        let mut weigh = |rule: &Rule| if counts(rule) { u64::from(weight(profile, rule)) } else { 0 };
        let rules: Vec<Vec<Vec<u64>>> = packs
            .packs()
            .iter()
            .map(|pack| pack.parts.iter().map(|part| part.rules.iter().map(&mut weigh).collect()).collect())
            .collect();
        let part_weights: Vec<Vec<u64>> =
            packs.packs().iter().zip(&rules).map(|(p, r)| part_weights(p, r)).collect();
        let shares: Vec<u64> = packs
            .packs()
            .iter()
            .zip(&part_weights)
            .map(
                |(pack, parts)| {
                    if parts.iter().any(|w| *w > 0) { u64::from(share(profile, pack)) } else { 0 }
                },
            )
            .collect();
        let mut tree = Tree { packs: allocate(Points::ALL, &shares), ..Tree::default() };
        for ((points, weights), rules) in tree.packs.iter().zip(&part_weights).zip(&rules) {
            let parts = allocate(*points, weights);
            for (points, weights) in parts.iter().zip(rules) {
                tree.rules.extend(allocate(*points, weights));
            }
            tree.parts.push(parts);
        }
        tree
    }
}

/// A part counts when one of its rules does.
fn part_weights(pack: &Pack, rules: &[Vec<u64>]) -> Vec<u64> {
    let weigh = |(part, rules): (&PackPart, &Vec<u64>)| {
        if rules.iter().any(|w| *w > 0) { u64::from(part.weight) } else { 0 }
    };
    pack.parts.iter().zip(rules).map(weigh).collect()
}
