//! The tree of weights with the effective percentage of every leaf, before any report is read.
//!
//! Comes in: packs with their profile, and the year and level of a report. Goes out: lines of text.

use std::fmt::Write as _;

use crate::judge::{Scope, scope};
use crate::pack::Packs;
use crate::report::metadata::Found;
use crate::report::{Level, Metadata};
use crate::score::{Points, Tree, part_weight, share, weight};
use crate::text::{Lang, Speak};

/// The tree as a report of this year and level meets it: what does not apply has no percentage.
pub fn weight_tree(packs: &Packs, year: i16, level: Level, lang: Lang) -> String {
    let metadata = Metadata {
        report_year: Some(Found::declared(year)),
        level: Some(Found::declared(level)),
        ..Metadata::default()
    };
    let binds: Vec<bool> = packs
        .rules()
        .map(|(pack, part, rule)| {
            matches!(scope(pack, part, rule, &metadata), Scope::Binds | Scope::Unknown(_))
        })
        .collect();
    let mut each = binds.iter().copied();
    let tree = Tree::new(packs, |_| each.next().unwrap_or(false));
    let profile = packs.profile();
    let t = |zh: &'static str, en: &'static str| if lang == Lang::Zh { zh } else { en };
    let mut out = match lang {
        Lang::Zh => format!("{} {},{year}年度,{}\n", profile.title, profile.version, level.title()),
        Lang::En => format!("{} {} , report year {year}, {}\n", profile.id, profile.version, level.word()),
    };
    let mut line = |depth: usize, points: Option<Points>, weight: u32, words: &str| {
        let percent = points.map_or_else(|| "-".to_string(), |p| format!("{p}%"));
        // Writing to a String cannot fail.
        let _ =
            writeln!(out, "{percent:>7}  {}{words}({} {weight})", "  ".repeat(depth), t("权重", "weight"));
    };
    let mut leaves = binds.iter().zip(&tree.rules);
    for ((pack, points), parts) in packs.packs().iter().zip(&tree.packs).zip(&tree.parts) {
        line(0, some(*points), share(profile, pack), &format!("{} {}", pack.title.say(lang), pack.id));
        for (part, points) in pack.parts.iter().zip(parts) {
            let words = format!("{} {}", part.title.say(lang), part.id);
            line(1, some(*points), part_weight(profile, pack, part), &words);
            for rule in &part.rules {
                let leaf = leaves.next().filter(|(binds, _)| **binds).map(|(_, points)| *points);
                let words = format!("{} {}", rule.title.say(lang), rule.id);
                line(2, leaf, weight(profile, rule), &words);
            }
        }
    }
    let _ = writeln!(out, "{}", t("“-”为不适用,不计入分母", "“-” does not apply and leaves the denominator"));
    out
}

fn some(points: Points) -> Option<Points> {
    (points > Points(0)).then_some(points)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{Build, Choice, embedded, load};

    #[test]
    fn the_leaves_add_up_to_the_whole() {
        let choice = Choice::Profile { name: "national".to_string(), added: Vec::new() };
        let packs = load(&embedded(), &choice, Build::Quick).unwrap();
        for (year, level) in [(2024, Level::County), (2018, Level::Township), (2021, Level::Department)] {
            let text = weight_tree(&packs, year, level, Lang::En);
            let rule = |l: &&str| packs.rules().any(|(_, _, r)| l.contains(&format!(" {}(", r.id)));
            let percent = |l: &str| l.trim_start().split('%').next().and_then(|p| p.parse::<f64>().ok());
            let sum: f64 = text.lines().filter(rule).filter_map(percent).sum();
            assert!((sum - 100.0).abs() < 0.001, "{year}: {sum}");
        }
    }
}
