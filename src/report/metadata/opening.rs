//! The issuer as the subject of the opening sentence, for reports that name none in title and signature.
//!
//! Comes in: the first paragraph of the body. Goes out: the span of a name, such as that in `2024年,临江县坚持…`.

use std::sync::LazyLock;

use regex::Regex;

use super::{Material, names, year};
use crate::report::paragraph::Zone;
use crate::text::Span;

/// Clauses in which the subject is looked for.
const CLAUSES: usize = 8;

/// A name and the verb of the sentence; the shortest name that a verb follows.
#[expect(clippy::expect_used, reason = "the pattern is a constant; a test compiles it")]
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"\p{Han}{1,18}?(?:省|市|州|盟|区|县|旗|镇|乡|苏木|街道|办事处|政府|管委会|委员会|局|厅|委)";
    let verb = "坚持|坚定|深入|深化|全面|认真|始终|紧紧|紧扣|紧密|以|严格|高度|围绕|按照|根据|贯彻|牢固|切实|扎实|积极|\
                持续|聚焦|锚定|充分|不断|大力|在|对照|着力|立足|统筹|高举|深学|推进";
    Regex::new(&format!("^({name})(?:{verb})")).expect("a valid pattern")
});

/// The subject of the opening sentence, if it is a body that can report.
pub(super) fn issuer(material: &Material<'_>) -> Option<Span> {
    let first = material.zone(Zone::Body).next()?;
    let words = material.words(first);
    let clause = |part: &&str| !part.is_empty();
    words.split(['\u{3002}', ',', ';', ':']).filter(clause).take(CLAUSES).find_map(|clause| {
        let skipped = year::leading_year(clause);
        let name = SUBJECT.captures(clause.get(skipped..)?)?.get(1)?;
        let own = !name.as_str().starts_with(['我', '全', '各', '本', '该', '在', '对', '为', '上']);
        let at = clause.as_ptr() as usize - words.as_ptr() as usize;
        let start = first.span.start as usize + at + skipped + name.start();
        (own && names::can_report(name.as_str())).then(|| Span::new(start, start + name.len()))
    })
}

#[cfg(test)]
mod tests {
    use crate::report::testing::whole;

    fn seen(opening: &str) -> Option<(String, &'static str)> {
        let report =
            whole(&format!("{opening}\n一、主要举措和成效\n培训3次。\n二、存在的问题\n力量不足。\n"));
        let data = report.metadata;
        let name = data.issuers.first()?.value.clone();
        Some((name, data.level?.value.word()))
    }

    #[test]
    fn the_subject_of_the_opening_is_the_issuer() {
        let cases = [
            (
                "2025年\u{ff0c}鼓楼街道办事处深入学习贯彻习近平法治思想\u{ff0c}推进依法行政。",
                "鼓楼街道办事处",
                "township",
            ),
            (
                "2019年\u{ff0c}在省委、省政府和市委的领导下\u{ff0c}临江县全面贯彻党的十九大精神。",
                "临江县",
                "county",
            ),
            ("2022年度攀枝花市坚持以习近平法治思想为指导\u{ff0c}推进依法行政工作。", "攀枝花市", "city"),
            (
                "2023年\u{ff0c}临江县司法局认真贯彻落实决策部署\u{ff0c}推进法治政府建设。",
                "临江县司法局",
                "department",
            ),
        ];
        for (opening, name, level) in cases {
            assert_eq!(seen(opening), Some((name.to_string(), level)), "{opening}");
        }
    }

    #[test]
    fn who_leads_and_who_speaks_is_no_name() {
        for opening in [
            "2024年\u{ff0c}我区深入学习贯彻习近平法治思想\u{ff0c}推进依法行政工作。",
            "2024年\u{ff0c}全县坚持以习近平法治思想为指导\u{ff0c}推进依法行政工作。",
            "2024年\u{ff0c}区委全面依法治区委员会统筹推进各项工作\u{ff0c}成效明显。",
            "2024年\u{ff0c}在市委坚强领导下\u{ff0c}法治政府建设取得新的成效。",
        ] {
            assert_eq!(seen(opening), None, "{opening}");
        }
    }
}
