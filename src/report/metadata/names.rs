//! Names of issuers: splitting joint ones, and what a name says of kind and level.

use super::issuer::{IssuerKind, Level};
use crate::report::places;

/// What one name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Organ {
    Party,
    Government,
    Department,
    /// A place alone.
    Place,
}

/// Endings of names, longer ones first where one ends with another.
const ENDINGS: &[(&str, Organ)] = &[
    ("人民政府办公室", Organ::Government),
    ("人民政府办公厅", Organ::Government),
    ("政府办公室", Organ::Government),
    ("政府办公厅", Organ::Government),
    ("街道办事处", Organ::Government),
    ("行政公署", Organ::Government),
    ("街道办", Organ::Government),
    ("行署", Organ::Government),
    ("人民政府", Organ::Government),
    ("管理委员会", Organ::Government),
    ("管委会", Organ::Government),
    ("党委", Organ::Party),
    ("党工委", Organ::Party),
    ("委员会", Organ::Department),
    ("办公室", Organ::Department),
    ("办公厅", Organ::Department),
    ("分局", Organ::Department),
    ("总局", Organ::Department),
    ("总队", Organ::Department),
    ("支队", Organ::Department),
    ("大队", Organ::Department),
    ("海关", Organ::Department),
    ("中心", Organ::Department),
    ("政府", Organ::Government),
    ("局", Organ::Department),
    ("厅", Organ::Department),
    ("署", Organ::Department),
    ("委", Organ::Department),
];

/// Endings that tell a department at the end of a whole name, and may stand inside of another.
const DEPARTMENT_ENDS: [&str; 5] = ["部", "馆", "社", "联合会", "办"];

/// The single names in a run of names, such as `中共甲市乙区委甲市乙区人民政府`.
pub(in crate::report) fn split(names: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = names.trim_matches(SEPARATORS);
    while !rest.is_empty() {
        let len = first_name(rest);
        let name = rest.get(..len).unwrap_or("").trim_matches(SEPARATORS);
        if name.chars().count() >= 2 {
            out.push(name);
        }
        rest = rest.get(len..).unwrap_or("").trim_start_matches(SEPARATORS);
        // `和` between two names, and not that of `和县`.
        let begin: String = rest.chars().take(2).collect();
        let own = begin.starts_with('和') && name.contains(&begin);
        rest = if own { rest } else { rest.trim_start_matches('和') };
    }
    out
}

const SEPARATORS: [char; 4] = ['、', ',', '·', ' '];

/// Where the first name ends; `甲市公安局乙分局` and `中共甲县委全面依法治县委员会办公室` are one name.
fn first_name(text: &str) -> usize {
    let mut len = first_ending(text).unwrap_or(text.len());
    while let Some((name, rest)) = text.split_at_checked(len).filter(|(_, rest)| !rest.is_empty()) {
        let below =
            organ(name) == Organ::Department && !rest.starts_with(SEPARATORS) && !same_place(name, rest);
        let more = if name.ends_with("委员会") && rest.starts_with("办公室") {
            Some("办公室".len())
        } else if below || rest.starts_with("全面依法治") {
            first_ending(rest)
        } else {
            None
        };
        let Some(more) = more else { break };
        len += more;
    }
    len
}

/// Whether a second name begins here: with the place of the first (`市司法局市财政局`), after `和`, or with `中共`.
fn same_place(name: &str, rest: &str) -> bool {
    let place = |text: &str| text.chars().take(2).collect::<String>();
    let short = name.starts_with(PLACE_ENDS) && name.chars().next() == rest.chars().next();
    short || place(name) == place(rest) || rest.starts_with(['和', '中'])
}

/// Where the first name ends.
fn first_ending(text: &str) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (ending, _) in ENDINGS {
        for (at, _) in text.match_indices(ending) {
            let end = at + ending.len();
            let inner = *ending == "委" && text.get(end..).is_some_and(|r| r.starts_with("员会"))
                || *ending == "局" && text.get(end..).is_some_and(|r| r.starts_with('长'))
                || at == 0;
            if !inner {
                let closer = best.is_none_or(|(start, stop)| at < start || at == start && end > stop);
                if closer {
                    best = Some((at, end));
                }
                break;
            }
        }
    }
    // `…管理委员会` and `…人民政府办公室` start before their shorter twins; `at` decides, then length.
    best.map(|(_, end)| end)
}

fn organ(name: &str) -> Organ {
    let party = name.starts_with("中共") || name.ends_with("党委") || name.ends_with("党工委");
    if party && !name.ends_with(['局', '厅', '室']) {
        return Organ::Party;
    }
    // `市委`, `县委`: the committee of the party, as against `发展改革委`.
    if name.ends_with('委') && name.trim_end_matches('委').ends_with(PLACE_ENDS) {
        return Organ::Party;
    }
    match ENDINGS.iter().find(|(e, _)| name.ends_with(e)) {
        Some((_, organ)) => *organ,
        None if DEPARTMENT_ENDS.iter().any(|e| name.ends_with(e)) => Organ::Department,
        None => Organ::Place,
    }
}

const PLACE_ENDS: [char; 9] = ['省', '市', '州', '盟', '区', '县', '旗', '镇', '乡'];

/// Whether a whole line is one or several names of issuers.
pub(in crate::report) fn is_issuer_line(line: &str) -> bool {
    let chars = line.chars().count();
    (4..=60).contains(&chars)
        && !line.contains(['。', ':', ';', '"', '(', '《', '-'])
        && !line.contains("关于")
        && !line.contains("网站")
        && {
            let names = split(line);
            !names.is_empty() && names.iter().all(|n| organ(n) != Organ::Place)
        }
}

/// Whether a name alone can be that of a reporter: a government, its place or a department, with a name of its own.
pub(in crate::report) fn can_report(name: &str) -> bool {
    organ(name) != Organ::Party && level(name).is_some() && name.chars().count() >= 3
}

/// Kind of issuer that the names make together.
pub(in crate::report) fn kind(names: &[String]) -> Option<IssuerKind> {
    let organs: Vec<Organ> = names.iter().map(|n| organ(n)).collect();
    let has = |o: Organ| organs.contains(&o);
    if has(Organ::Party) && (has(Organ::Government) || has(Organ::Place)) {
        Some(IssuerKind::PartyGovernment)
    } else if has(Organ::Government) || has(Organ::Place) {
        Some(IssuerKind::Government)
    } else if has(Organ::Department) {
        Some(IssuerKind::Department)
    } else {
        None
    }
}

/// The level that a name says. A county-level city is told from a prefecture-level one by the list of the latter.
pub(in crate::report) fn level(name: &str) -> Option<Level> {
    if organ(name) == Organ::Department {
        return Some(Level::Department);
    }
    place_level(place_of(name))
}

/// The place in a name: `甲市乙区人民政府` is `甲市乙区`.
pub(in crate::report) fn place_of(name: &str) -> &str {
    let name = name.strip_prefix("中共").unwrap_or(name);
    let ending = ENDINGS.iter().find(|(e, _)| name.ends_with(e));
    match ending {
        Some((e, _)) if e.starts_with("街道") => {
            name.strip_suffix(e.trim_start_matches("街道")).unwrap_or(name)
        }
        Some((e, _)) if *e == "管委会" || *e == "管理委员会" => name,
        Some((e, _)) => name.strip_suffix(e).unwrap_or(name),
        None => name,
    }
}

fn place_level(place: &str) -> Option<Level> {
    let ends = |e: &str| place.ends_with(e);
    if ends("省") || ends("自治区") {
        Some(Level::Province)
    } else if ends("自治州") || ends("盟") || ends("地区") || ends("州") && !ends("自治州") {
        Some(Level::City)
    } else if ends("市") {
        Some(city_level(place))
    } else if ends("街道") || ends("镇") || ends("乡") || ends("苏木") {
        Some(Level::Township)
    } else if ends("区") || ends("县") || ends("旗") || ends("管委会") || ends("管理委员会") {
        Some(Level::County)
    } else {
        None
    }
}

fn city_level(place: &str) -> Level {
    let city = last_city(place);
    if places::is_municipality(city) {
        Level::Province
    } else if places::province_of_city(city).is_some() {
        Level::City
    } else {
        Level::County
    }
}

/// `甲省乙市` → `乙市`.
fn last_city(place: &str) -> &str {
    let body = place.strip_suffix('市').unwrap_or(place);
    let start = body.rfind(['省', '市', '州', '盟']).map_or(0, |at| at + '省'.len_utf8());
    let start = if body.get(start..).is_some_and(str::is_empty) { 0 } else { start };
    // A prefecture-level name may itself hold one of the signs (`郑州市`).
    let whole = places::province_of_city(place).is_some() || places::is_municipality(place);
    if whole { place } else { place.get(start..).unwrap_or(place) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joint_names_are_split() {
        assert_eq!(
            split("中共揭阳市榕城区委揭阳市榕城区人民政府"),
            ["中共揭阳市榕城区委", "揭阳市榕城区人民政府"]
        );
        assert_eq!(split("中共甲镇委员会甲镇人民政府"), ["中共甲镇委员会", "甲镇人民政府"]);
        assert_eq!(split("广州市住房和城乡建设局"), ["广州市住房和城乡建设局"]);
        assert_eq!(split("淮南市委、市政府"), ["淮南市委", "市政府"]);
        assert_eq!(split("中共和县委员会和县人民政府"), ["中共和县委员会", "和县人民政府"]);
        assert_eq!(split("和田地区"), ["和田地区"]);
        assert_eq!(split("甲市司法局和甲市财政局"), ["甲市司法局", "甲市财政局"]);
        assert_eq!(split("市司法局市财政局"), ["市司法局", "市财政局"]);
    }

    #[test]
    fn an_office_below_another_is_one_name() {
        for name in
            ["国家税务总局郑州市金水区税务局", "上海市公安局浦东分局", "中共临江县委全面依法治县委员会办公室"]
        {
            assert_eq!(split(name), [name]);
        }
    }

    #[test]
    fn kinds() {
        let kind_of = |s: &str| kind(&split(s).iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(kind_of("中共揭阳市榕城区委揭阳市榕城区人民政府"), Some(IssuerKind::PartyGovernment));
        assert_eq!(kind_of("攀枝花市人民政府"), Some(IssuerKind::Government));
        assert_eq!(kind_of("开州区政府办公室"), Some(IssuerKind::Government));
        assert_eq!(kind_of("广州市发展和改革委员会"), Some(IssuerKind::Department));
        assert_eq!(kind_of("静海区"), Some(IssuerKind::Government));
    }

    #[test]
    fn levels() {
        for (name, want) in [
            ("四川省人民政府", Level::Province),
            ("重庆市人民政府", Level::Province),
            ("攀枝花市人民政府", Level::City),
            ("郑州市人民政府", Level::City),
            ("河南省荥阳市人民政府", Level::County),
            ("郑州市荥阳市人民政府", Level::County),
            ("揭阳市榕城区人民政府", Level::County),
            ("凉山彝族自治州人民政府", Level::City),
            ("三都镇人民政府", Level::Township),
            ("梅云街道办事处", Level::Township),
            ("攀枝花市司法局", Level::Department),
            ("经济技术开发区管委会", Level::County),
            ("锡林郭勒盟行政公署", Level::City),
            ("梅云街道办", Level::Township),
            ("应急管理部", Level::Department),
            ("临江县档案馆", Level::Department),
            ("中共临江县委全面依法治县委员会办公室", Level::Department),
        ] {
            assert_eq!(level(name), Some(want), "{name}");
        }
    }
}
