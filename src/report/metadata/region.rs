//! Where the issuer is: province, city and county out of its names.

use super::{Material, Region, who};
use crate::report::places;

/// What stands before the place in a name.
const BEFORE: [&str; 3] = ["中共", "国家税务总局", "中华人民共和国"];
/// What the name of a county ends with.
const COUNTY: [char; 4] = ['县', '区', '旗', '市'];
/// Districts whose names begin with such a sign.
const NAMED_SO: [&str; 3] = ["市中区", "市南区", "市北区"];

/// Province, city and county out of the folded names; the province of a known city is added.
pub(super) fn region(material: &Material<'_>, names: &[String]) -> Region {
    let publisher = who::publisher(material).map(|f| f.value);
    let mut out = Region::default();
    for name in names.iter().chain(&publisher) {
        let one = of(name);
        out.province = out.province.or(one.province);
        out.city = out.city.or(one.city);
        out.county = out.county.or(one.county);
    }
    out
}

/// What one name says.
fn of(name: &str) -> Region {
    let mut rest = BEFORE.iter().fold(name, |rest, before| rest.strip_prefix(before).unwrap_or(rest));
    let mut province = places::province_at(rest);
    rest = province.and_then(|full| rest.strip_prefix(full)).unwrap_or(rest);
    let (city, of) = places::city_at(rest).unzip();
    province = province.or(of);
    rest = city.and_then(|city| rest.strip_prefix(city)).unwrap_or(rest);
    Region {
        province: province.map(ToString::to_string),
        city: city.map(ToString::to_string),
        county: county(rest).map(ToString::to_string),
    }
}

/// The county-level unit that a name begins with.
fn county(name: &str) -> Option<&str> {
    if let Some(named) = NAMED_SO.iter().find(|n| name.starts_with(*n)) {
        return Some(named);
    }
    let (at, sign) = name.char_indices().find(|(_, c)| COUNTY.contains(c))?;
    (at > 0).then(|| name.get(..at + sign.len_utf8()))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_off_the_names_of_all_kinds_of_bodies() {
        let cases = [
            ("四川省攀枝花市人民政府", "四川省", "攀枝花市", ""),
            ("中共揭阳市榕城区委", "广东省", "揭阳市", "榕城区"),
            ("国家税务总局郑州市金水区税务局", "河南省", "郑州市", "金水区"),
            ("重庆市开州区人民政府", "重庆市", "", "开州区"),
            ("内蒙古自治区人民政府", "内蒙古自治区", "", ""),
            ("锡林郭勒盟行政公署", "内蒙古自治区", "锡林郭勒盟", ""),
            ("恩施州人民政府", "湖北省", "恩施州", ""),
            ("阿坝藏族羌族自治州", "四川省", "阿坝藏族羌族自治州", ""),
            ("云溪县水利局", "", "", "云溪县"),
            ("济宁市市中区人民政府", "山东省", "济宁市", "市中区"),
            ("河南省荥阳市人民政府", "河南省", "", "荥阳市"),
            ("市司法局", "", "", ""),
            ("和田地区行署", "新疆维吾尔自治区", "和田地区", ""),
        ];
        for (name, province, city, county) in cases {
            let seen = of(name);
            let word = |value: &Option<String>| value.clone().unwrap_or_default();
            assert_eq!(
                [word(&seen.province), word(&seen.city), word(&seen.county)],
                [province, city, county],
                "{name}"
            );
        }
    }
}
