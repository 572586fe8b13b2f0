//! Cities of other provinces that the report speaks of as if they were its own: remains of a copied text.
//!
//! Comes in: a [`Report`] whose province is known. Goes out: notes. Exchanges, awards, study visits, companies,
//! courts and the like name other cities by right; only a city that acts or is acted for as the issuer would be
//! is noted, and only outside 《》.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::{Note, Report, clauses, places};
use crate::text::{Place, Span};

/// Words that explain why a sentence names another city.
const EXPLAINED: [&str; 45] = [
    "交流",
    "考察",
    "学习",
    "借鉴",
    "经验",
    "做法",
    "对标",
    "参照",
    "授予",
    "荣获",
    "获评",
    "评为",
    "称号",
    "论坛",
    "会议",
    "培训",
    "大学",
    "学院",
    "专家",
    "律师",
    "热线",
    "公司",
    "企业",
    "银行",
    "法院",
    "检察院",
    "海关",
    "仲裁",
    "铁路",
    "高速",
    "高铁",
    "机场",
    "港",
    "协作",
    "合作",
    "对口",
    "帮扶",
    "支援",
    "联动",
    "跨",
    "毗邻",
    "签订",
    "招商",
    "诉",
    "不服",
];
/// What follows the name of a city that acts as the issuer would.
const ACTS: [&str; 18] = [
    "委",
    "政府",
    "人民政府",
    "坚持",
    "始终",
    "深入",
    "全面",
    "认真",
    "严格",
    "积极",
    "扎实",
    "各级",
    "各县",
    "法治",
    "依法",
    "高质量",
    "经济社会",
    "司法局",
];
/// What stands before the name of a city that is acted for.
const ACTED_FOR: [&str; 4] = ["为", "推动", "推进", "建设"];

struct Cities {
    automaton: Option<AhoCorasick>,
    provinces: Vec<&'static str>,
}

static CITIES: LazyLock<Cities> = LazyLock::new(|| {
    let (names, provinces): (Vec<String>, Vec<&'static str>) = places::cities().unzip();
    Cities { automaton: AhoCorasick::new(names).ok(), provinces }
});

/// Cities of other provinces in the place of the issuer's own.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let (Some(own), Some(automaton)) = (report.metadata.region.province.as_deref(), &CITIES.automaton) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for paragraph in report.body_paragraphs() {
        for clause in clauses(&report.text, paragraph.span) {
            let words = report.text.slice(clause);
            let mut found = automaton.find_iter(words).peekable();
            if found.peek().is_none() || EXPLAINED.iter().any(|w| words.contains(w)) {
                continue;
            }
            let mut names = Names::default();
            for city in found {
                let province = CITIES.provinces.get(city.pattern().as_usize()).copied().unwrap_or(own);
                let quoted = names.open_at(words, city.start());
                if province != own && !quoted && speaks_as_issuer(words, city.start(), city.end()) {
                    let start = clause.start as usize;
                    let span = Span::new(start + city.start(), start + city.end());
                    out.push(note(report, span, words.get(city.range()).unwrap_or(""), province));
                }
            }
        }
    }
    out
}

/// Whether a place in a clause stands inside 《》; asked from left to right.
#[derive(Default)]
struct Names {
    read: usize,
    depth: usize,
}

impl Names {
    fn open_at(&mut self, words: &str, at: usize) -> bool {
        for c in words.get(self.read..at).unwrap_or("").chars() {
            match c {
                '《' => self.depth += 1,
                '》' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        self.read = at;
        self.depth > 0
    }
}

fn speaks_as_issuer(words: &str, from: usize, to: usize) -> bool {
    let before = words.get(..from).unwrap_or("");
    let after = words.get(to..).unwrap_or("");
    // `台州市场监管`, `来自杭州市民政局`: the name is part of another word.
    let name = !after.starts_with("场") && !after.starts_with("民政");
    name && (ACTS.iter().any(|a| after.starts_with(a)) || ACTED_FOR.iter().any(|a| before.ends_with(a)))
}

fn note(report: &Report, span: Span, name: &str, province: &str) -> Note {
    Note::new(
        "foreign-place",
        Place::Span(report.text.to_source(span)),
        format!("{name}属于{province},不在本报告的地域内,疑为套用其他报告时留下"),
        format!("{name} lies in another province; it may be left over from a copied text"),
    )
}

#[cfg(test)]
mod tests {
    use crate::report::testing::{kinds_of, whole};

    fn found(sentence: &str) -> usize {
        let text = format!(
            "攀枝花市人民政府关于2024年法治政府建设情况的报告\n一、主要举措和成效\n全年办理行政复议案件20件。{sentence}"
        );
        kinds_of(&whole(&text), &["foreign-place"]).len()
    }

    #[test]
    fn a_city_of_another_province_in_the_issuers_place_is_noted() {
        for sentence in [
            "为宝鸡市高质量发展提供法治保障。",
            "威海市委、市政府高度重视法治建设。",
            "宿迁市各级行政机关依法履职。",
        ] {
            assert_eq!(found(sentence), 1, "{sentence}");
        }
    }

    #[test]
    fn own_and_explained_cities_are_not() {
        for sentence in [
            "为成都市高质量发展提供法治保障。",
            "赴杭州市司法局考察学习。",
            "与昆明市政府签订协议,推进跨省通办。",
            "印发《宝鸡市依法行政办法》。",
            "规范台州市场监管行为。",
            "郑州市中级人民法院审理。",
        ] {
            assert_eq!(found(sentence), 0, "{sentence}");
        }
    }
}
