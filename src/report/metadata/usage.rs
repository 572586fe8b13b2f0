//! The level that a report shows by the bodies it keeps naming: a bureau names its party group, a county its county
//! committee. Only for reports that name no issuer.

use super::issuer::Level;
use super::{Basis, Found, Material};
use crate::report::paragraph::Zone;
use crate::text::Span;

/// How often a body is named before it counts.
const OFTEN: usize = 3;

/// Words of a department about itself.
const DEPARTMENT: &[&str] =
    &["我局", "我委", "我厅", "我办", "局党组", "局党委", "局机关", "厅党组", "委党组"];
/// Words of a government about its place.
const OWN_PLACE: &[&str] = &["我省", "我市", "我区", "我县", "我旗", "我镇", "我乡", "我街道"];

/// Bodies of each level, the lowest first: it wins where two are named equally often.
const BODIES: [(Level, &[&str]); 4] = [
    (Level::Township, &["镇党委", "镇政府", "乡党委", "乡政府", "街道党工委", "街道办事处"]),
    (Level::County, &["县委", "县政府", "区委", "区政府", "旗委", "旗政府"]),
    (Level::City, &["市委", "市政府", "州委", "州政府"]),
    (Level::Province, &["省委", "省政府", "自治区党委", "自治区政府"]),
];

/// A department that speaks of itself more than of its place.
pub(super) fn department(material: &Material<'_>) -> Option<Found<Level>> {
    let own = mentions(material, DEPARTMENT);
    (own.len() >= OFTEN && own.len() > mentions(material, OWN_PLACE).len())
        .then(|| found(material, Level::Department, &own))?
}

/// The government whose committee and offices are named most.
pub(super) fn government(material: &Material<'_>) -> Option<Found<Level>> {
    let mut best: Option<(Level, Vec<Span>)> = None;
    for (level, bodies) in BODIES {
        let named = mentions(material, bodies);
        if named.len() > best.as_ref().map_or(OFTEN - 1, |(_, most)| most.len()) {
            best = Some((level, named));
        }
    }
    let (level, named) = best?;
    found(material, level, &named)
}

fn found(material: &Material<'_>, level: Level, at: &[Span]) -> Option<Found<Level>> {
    at.first().map(|span| material.found(level, *span, Basis::Inferred))
}

/// Where the words stand in the body; `区政府` within `自治区政府` is another body.
fn mentions(material: &Material<'_>, words: &[&str]) -> Vec<Span> {
    let mut out = Vec::new();
    for paragraph in material.zone(Zone::Body) {
        let text = material.words(paragraph);
        for word in words {
            out.extend(
                text.match_indices(word)
                    .filter(|(at, _)| !text.get(..*at).is_some_and(|before| before.ends_with("自治")))
                    .map(|(at, _)| {
                        let start = paragraph.span.start as usize + at;
                        Span::new(start, start + word.len())
                    }),
            );
        }
    }
    out.sort_unstable_by_key(|span| span.start);
    out
}

#[cfg(test)]
mod tests {
    use crate::report::testing::whole;

    fn level(body: &str) -> Option<&'static str> {
        let text =
            format!("2023年法治政府建设情况报告\n2023年法治政府建设情况如下:\n一、主要举措和成效\n{body}\n");
        whole(&text).metadata.level.map(|l| l.value.word())
    }

    #[test]
    fn a_bureau_names_its_party_group_and_a_county_its_committee() {
        assert_eq!(
            level("局党组研究4次。局机关学法6次。向市政府报告。局党组书记带头述法。"),
            Some("department")
        );
        assert_eq!(
            level("区委常委会研究4次。区政府常务会议学法6次,贯彻市委部署。区委书记带头述法。"),
            Some("county")
        );
        assert_eq!(
            level("镇党委研究4次,落实区委部署。镇政府学法6次。镇党委书记带头述法。"),
            Some("township")
        );
    }

    #[test]
    fn a_body_named_in_passing_says_nothing() {
        assert_eq!(level("向市政府报告2次。"), None);
        assert_eq!(level("自治区政府部署。自治区政府考核。自治区政府表扬。"), Some("province"));
    }
}
