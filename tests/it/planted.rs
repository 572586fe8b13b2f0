//! Planted errors: sentences whose figures agree, with one number changed.
//!
//! Each sentence carries its own rule, worked out here without the library. A change that breaks the
//! rule must be reported at that sentence, one that the rule still allows must not.

use crate::folded::{fold, related};
use lawcheck::report::relations::Check;
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

/// A sentence with numbers in braces, and the rule that they keep.
struct Sample {
    text: &'static str,
    keeps: fn(&[Decimal]) -> bool,
}

fn sum(parts: &[Decimal]) -> Decimal {
    parts.iter().sum()
}

/// `part` of `whole` in percent, rounded half up as `stated` is.
fn rate(part: Decimal, whole: Decimal, stated: Decimal) -> bool {
    let Some(value) = (part * Decimal::ONE_HUNDRED).checked_div(whole) else { return false };
    value.round_dp_with_strategy(stated.scale(), RoundingStrategy::MidpointAwayFromZero) == stated
}

fn samples() -> Vec<Sample> {
    let total_first: fn(&[Decimal]) -> bool = |v| v[0] == sum(&v[1..]);
    let total_last: fn(&[Decimal]) -> bool = |v| v[v.len() - 1] == sum(&v[..v.len() - 1]);
    let plain_rate: fn(&[Decimal]) -> bool = |v| rate(v[1], v[0], v[2]) && v[1] <= v[0];
    let sample = |text, keeps| Sample { text, keeps };
    vec![
        sample("全区持证行政执法人员共{521}人。其中,区直{323}人,街道{198}人。", total_first),
        sample("全年共审查合同{86}份,其中采购合同{41}份、租赁合同{28}份、服务合同{17}份。", total_first),
        sample("共有人民调解员{2800}名,其中专职{640}名,兼职{2160}名。", total_first),
        sample("全县共备案文件{37}件(其中县直{21}件,乡镇{16}件)。", total_first),
        sample("行政应诉案件{263}件(一审{181}件、二审{82}件)。", total_first),
        sample(
            "全年公开信息{9250}条,其中网站公开{6120}条,微信公开{2080}条,其他方式公开{1050}条。",
            total_first,
        ),
        sample("现有法律顾问共{145}人:律师{97}人,专家{48}人。", total_first),
        sample("城区{123}人、园区{64}人、乡镇{231}人,合计{418}人。", total_last),
        sample("食品案件{35}件、药品案件{24}件、价格案件{17}件,共{76}件。", total_last),
        sample("公布决策事项{26}项,已出台{11}项,其余{15}项按程序推进。", |v| {
            v[0] == v[1] + v[2]
        }),
        sample("全年共调解纠纷{530}件,调解成功{522}件,调解成功率{98.5}%。", plain_rate),
        sample("受理案件{1803}件,办结{894}件,办结率{49.58}%。", plain_rate),
        sample("发现隐患{150}处,整改{143}处,整改率为{95.3}%。", plain_rate),
        sample("排查纠纷{312}件,化解{297}件,化解率{95}%。", plain_rate),
        sample("行政诉讼案件开庭{61}件,负责人出庭{57}件,出庭应诉率{93.4}%。", plain_rate),
        sample("共收到申请{620}件,其中受理{495}件,占{79.8}%。", plain_rate),
        sample("审结案件{718}件,同比上升{12.4}%,同比增加{79}件。", |v| {
            rate(v[2], v[0] - v[2], v[1])
        }),
        sample("办件量由{1250}件增加到{1830}件,增长{46.4}%。", |v| {
            rate(v[1] - v[0], v[0], v[2]) && v[1] > v[0]
        }),
        sample("出庭率由{71.55}%提高至{93.88}%,提高{22.33}个百分点。", |v| v[1] - v[0] == v[2]),
    ]
}

/// The numbers of a sample, and the text between them.
fn parse(text: &str) -> (Vec<&str>, Vec<Decimal>) {
    let mut pieces = Vec::new();
    let mut values = Vec::new();
    for piece in text.split('{') {
        match piece.split_once('}') {
            Some((number, rest)) => {
                values.extend(Decimal::from_str_exact(number));
                pieces.push(rest);
            }
            None => pieces.push(piece),
        }
    }
    (pieces, values)
}

fn fill(pieces: &[&str], values: &[Decimal]) -> String {
    let mut out = pieces[0].to_string();
    for (value, piece) in values.iter().zip(&pieces[1..]) {
        out.push_str(&value.to_string());
        out.push_str(piece);
    }
    out
}

/// What a careless hand makes of a number: one digit changed, two swapped, one more or one less.
fn slips(value: Decimal) -> Vec<Decimal> {
    let digits: Vec<char> = value.to_string().chars().collect();
    let mut out: Vec<String> = Vec::new();
    for (i, old) in digits.iter().enumerate().filter(|(_, c)| c.is_ascii_digit()) {
        for new in ('0'..='9').filter(|new| new != old) {
            let mut other = digits.clone();
            other[i] = new;
            out.push(other.into_iter().collect());
        }
        if let Some(next) = digits.get(i + 1).filter(|c| c.is_ascii_digit() && *c != old) {
            let mut other = digits.clone();
            (other[i], other[i + 1]) = (*next, *old);
            out.push(other.into_iter().collect());
        }
    }
    let step = Decimal::new(1, value.scale());
    out.extend([value + step, value - step].map(|v| v.to_string()));
    let read = out.iter().filter(|s| !s.starts_with('0')).filter_map(|s| Decimal::from_str_exact(s).ok());
    read.filter(|v| *v > Decimal::ZERO && *v != value).collect()
}

/// The quotes of all relations reported as false.
fn false_quotes(text: &str) -> Vec<String> {
    let (folded, _) = fold(text);
    let found = related(text);
    let wrong = found.iter().filter(|r| r.check == Check::DoesNotHold);
    wrong.map(|r| folded.slice(r.quote).to_string()).collect()
}

#[test]
fn sentences_that_agree_are_confirmed() {
    for sample in samples() {
        let (pieces, values) = parse(sample.text);
        let text = fill(&pieces, &values);
        assert!((sample.keeps)(&values), "{text}");
        assert_eq!(false_quotes(&text), Vec::<String>::new(), "{text}");
        assert!(related(&text).iter().any(|r| r.check == Check::Holds), "{text}");
    }
}

#[test]
fn planted_errors_are_reported_at_their_sentence() {
    let (mut planted, mut reported) = (0, 0);
    let mut missed = Vec::new();
    for sample in samples() {
        let (pieces, values) = parse(sample.text);
        for slot in 0..values.len() {
            for slip in slips(values[slot]) {
                let mut changed = values.clone();
                changed[slot] = slip;
                let text = format!("全年召开会议7次。\n{}\n印发文件9份。", fill(&pieces, &changed));
                let quotes = false_quotes(&text);
                if (sample.keeps)(&changed) {
                    assert_eq!(quotes, Vec::<String>::new(), "{text}");
                    continue;
                }
                planted += 1;
                if quotes.iter().any(|q| fill(&pieces, &changed).contains(q.as_str())) {
                    reported += 1;
                } else {
                    missed.push(fill(&pieces, &changed));
                }
            }
        }
    }
    assert!(planted > 1000, "{planted}");
    assert!(reported * 100 >= planted * 95, "{reported} of {planted}: {missed:#?}");
}

#[test]
fn planted_count_words_are_reported() {
    for (text, right, wrong) in [
        ("添制{}清单(证明事项清单、政务服务清单、市场准入负面清单)。", "三", ["二", "四", "五"]),
        ("自觉接受{}监督(党内监督、人大监督、民主监督、司法监督、行政监督)。", "五", ["三", "四", "六"]),
        ("全面落实“{}统一”(统一登记、统一编号、统一印发)制度。", "三", ["两", "四", "五"]),
        ("落实公众参与、专家论证、风险评估、合法性审查、集体决定{}大程序。", "五", ["三", "四", "六"]),
        ("主要表现在{}个方面:一是制度完善;二是执法规范;三是服务优化。", "三", ["两", "四", "五"]),
        ("抓好{}项制度落实。1.会议制度。2.通报制度。3.汇报制度。4.督导制度。", "四", ["两", "五", "六"]),
        ("梳理决策事项{}项,分别为食品安全计划、殡葬设施规划、排水规划。", "3", ["2", "4", "5"]),
        ("以3月、6月、9月、12月{}个时间节点建立台账。", "四", ["三", "五", "六"]),
    ] {
        assert_eq!(false_quotes(&text.replace("{}", right)), Vec::<String>::new(), "{text}");
        for wrong in wrong {
            let changed = text.replace("{}", wrong);
            assert!(!false_quotes(&changed).is_empty(), "{changed}");
        }
    }
}

proptest! {
    #[test]
    fn scaling_parts_and_total_keeps_the_verdict(
        a in 12_u64..900, b in 12_u64..900, off in 0_u64..3, by in prop::sample::select(vec![2_u64, 3, 10, 100]),
    ) {
        let verdict = |k: u64| {
            let text = format!("执法人员共{}人,其中男{}人,女{}人。", (a + b + off) * k, a * k, b * k);
            related(&text).iter().map(|r| (r.kind, r.check)).collect::<Vec<_>>()
        };
        prop_assert_eq!(verdict(1), verdict(by));
        let expected = if off == 0 { Check::Holds } else { Check::DoesNotHold };
        prop_assert_eq!(verdict(1), vec![(lawcheck::report::relations::Kind::PartsTotal, expected)]);
    }

    #[test]
    fn any_text_is_related_without_harm(
        text in "(共|其中|同比|增长|率|占|各|由|至|其余|合计|受理|办结|成功|一是|三类|等|分别为|[0-9]{1,13}|万|亿|件|人|%|个百分点|,|。|;|、|:|\\(|\\)|\n){0,40}",
    ) {
        let (folded, _) = fold(&text);
        for relation in related(&text) {
            for span in relation.spans.iter().chain([&relation.quote]) {
                prop_assert!(folded.text().get(span.range()).is_some());
            }
        }
    }
}
