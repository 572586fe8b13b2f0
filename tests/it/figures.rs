//! Figures in the words of official reports.

use crate::folded::fold;
use lawcheck::report::figures::{Figure, Multiplier, Qualifier, figures};
use lawcheck::text::Span;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn read(text: &str) -> Vec<Figure> {
    let (folded, paragraphs) = fold(text);
    figures(folded.text(), &paragraphs)
}

/// Value and unit of each figure, `98.5%` or `1.8万件`.
fn shown(text: &str) -> Vec<String> {
    read(text).into_iter().map(|f| format!("{}{}", f.value, f.unit)).collect()
}

#[test]
fn numbers_with_units_are_figures() {
    for (text, want) in [
        ("全年收到行政复议申请139件,受理131件。", vec!["139件", "131件"]),
        ("解答咨询14000余人次,检查企业900家次。", vec!["14000人次", "900家次"]),
        ("实现开办企业1个环节0.5天内完成。", vec!["1个环节", "0.5天"]),
        ("对10个街道和36个市级重点部门开展检查", vec!["10个街道", "36个"]),
        ("完成6大领域665名人员套转,涉及10个方面79项任务。", vec!["6大", "665名", "10个方面", "79项"]),
        ("查处问题13件15人,培训2期133人次。", vec!["13件", "15人", "2期", "133人次"]),
        ("罚没320.86万元,挽回损失1.2亿元,惠及20余万人。", vec!["320.86万元", "1.2亿元", "20万人"]),
        ("公开8.2万条,浏览量10万+,覆盖2万群众。", vec!["8.2万条", "10万", "2万"]),
        ("办件393,538件,另有24 064件。", vec!["393538件", "24064件"]),
        ("成功率达98.5%,提高3.2个百分点,是上年的1.5倍。", vec!["98.5%", "3.2个百分点", "1.5倍"]),
        ("评查案卷370余,提出意见120余条。", vec!["370", "120条"]),
        ("清理结果分别为0件、18件、9件。", vec!["0件", "18件", "9件"]),
        ("三年分别为30、40和50件。", vec!["30件", "40件", "50件"]),
        ("审批时限由15个工作日压缩至3个工作日以内。", vec!["15个工作日", "3个工作日"]),
        ("每名对象需3-5个工作日,5日内答复。", vec!["3个工作日", "5日"]),
        ("涵盖18个单位的129项办理事项", vec!["18个单位", "129项"]),
        ("2.8个部门的15条意见,3.5万人参加。", vec!["8个部门", "15条", "3.5万人"]),
        ("1.2018年发布信息12条。", vec!["12条"]),
        ("评查12个案卷,发布6个案例,涉及8起诉讼。", vec!["12个", "6个", "8起"]),
    ] {
        assert_eq!(shown(text), want, "{text}");
    }
}

#[test]
fn full_width_reads_like_half_width() {
    let wide = "成功率达\u{ff19}\u{ff18}\u{ff0e}\u{ff15}\u{ff05}\u{ff0c}共\u{ff15}\u{ff12}\u{ff11}人。";
    assert_eq!(shown(wide), ["98.5%", "521人"]);
}

#[test]
fn numerals_that_count_are_figures() {
    for (text, want) in [
        ("具体表现在七个方面:", vec!["7个方面"]),
        ("细化为七方面21个要点,另一方面", vec!["7方面", "21个"]),
        ("以3月、6月、9月、12月四个时间节点建立台账", vec!["4个"]),
        ("在城区三个街道派出所设立调解室", vec!["3个街道"]),
        ("九成以上提前办结,超七成案件调解。", vec!["90%", "70%"]),
        ("满意率达百分之九十五点五。", vec!["95.5%"]),
        ("召开常务会议两次,听取汇报十二场次,百余人参加。", vec!["2次", "12场次", "100人"]),
        ("上千人次参与,投入两万余元,涉及三千五百万元。", vec!["1000人次", "2万元", "3500万元"]),
        ("区政府仅保留一个行政复议机关", vec!["1个"]),
        ("全市疫情防控实现零感染,连续多年零败诉。", vec!["0感染", "0败诉"]),
        ("报备4件规范性文件,无一件被撤销;市政府无败诉案件。", vec!["4件", "0件", "0件"]),
        ("全年未发生一起行政败诉案件。", vec!["0起"]),
        ("提请审议两部地方性法规,三部门联合发文。", vec!["2部"]),
    ] {
        assert_eq!(shown(text), want, "{text}");
    }
}

#[test]
fn names_dates_and_identifiers_are_not_figures() {
    for text in [
        "2021年3月1日至12月15日,截至2022年底,2021-2025年,二〇三五年远景目标。",
        "市政府第102次常务会议,十九届六中全会,第十三届人大三次会议,党的20大报告。",
        "攀办发\u{3014}2021\u{3015}74号、市政府令第290号、市政府290号令、解放大道461号。",
        "拨打12345热线、“12348”平台,电话0833-2211445,119消防、5G网络、“1336X”模式、4K、A4纸。",
        "一网通办、最多跑一次、最多跑1次、一窗受理、一批、一系列、一体化、统一、唯一、一定。",
        "三张清单制度、五大程序、三级网络、两法衔接、“三项制度”、三项制度、十大案例、一三三三战略、七五普法。",
        "增强四个意识、坚定四个自信、做到两个维护、五个一工程、一室两队、双随机。",
        "7×24小时服务、365天24小时不打烊、1+6+N体系、3+1模式、“企业减负30条”。",
        "实现“零”突破,零距离服务,杜绝零容忍现象,无证经营,无一例外,无障碍。",
        "《法治政府建设实施纲要(2021-2025年)》《关于推进20条措施的通知》",
        "索引号11500234008646033P/2022-05576,发布时间2022-03-23 10:30,版本3.0版。",
        "数十次、几十件、十余年、每半年一次、每季度两次、第三方、三三制、百姓、千方百计、万一。",
        "414日、521日召开会议,2021729日批准,前3名,目前排名第2位。",
        "1.加强领导。2.健全机制。(3)强化监督。4、落实责任。",
        "二次供水、二类疫苗、三亚市、四川省、六安市、九江、三门峡。",
    ] {
        assert_eq!(shown(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn words_of_exactness_are_read() {
    let one = |text: &str| read(text).first().and_then(|f| f.qualifier);
    for (text, want) in [
        ("约50件", Some(Qualifier::About)),
        ("50件左右", Some(Qualifier::About)),
        ("近百件", Some(Qualifier::Under)),
        ("不足50件", Some(Qualifier::Under)),
        ("50余件", Some(Qualifier::Over)),
        ("50多件", Some(Qualifier::Over)),
        ("超50件", Some(Qualifier::AtLeast)),
        ("96%以上", Some(Qualifier::AtLeast)),
        ("达96%以上", Some(Qualifier::AtLeast)),
        ("达96%", Some(Qualifier::Reaching)),
        ("3天内办结", Some(Qualifier::Within)),
        ("不超过3天", Some(Qualifier::Within)),
        ("节约50万元", None),
        ("送达50件", None),
        ("近3年", None),
        ("共50件", None),
    ] {
        assert_eq!(one(text), want, "{text}");
    }
}

#[test]
fn each_multiplies_by_what_is_listed() {
    let last = |text: &str| read(text).last().map(|f| f.multiplier);
    assert_eq!(last("其中国土2件,规划、交通、金融各1件"), Some(Multiplier::Times(3)));
    assert_eq!(last("区直部门和街道各20人"), Some(Multiplier::Times(2)));
    assert_eq!(last("每村(社区)各1名"), Some(Multiplier::Unknown));
    assert_eq!(read("规划、交通、金融各2件")[0].total(), Some(Decimal::from(6)));
}

#[test]
fn spans_cover_the_words_of_the_figure() {
    let text = "\u{3000}公开\u{ff18}.2 万条\u{ff0c}率达96%以上";
    let (folded, paragraphs) = fold(text);
    let words: Vec<&str> = figures(folded.text(), &paragraphs)
        .iter()
        .filter_map(|f| text.get(folded.to_source(f.span).range()))
        .collect();
    assert_eq!(words, ["\u{ff18}.2 万条", "达96%以上"]);
}

fn any_figure() -> impl Strategy<Value = Figure> {
    let units = prop::sample::select(vec![
        ("件", 1_u64, "件"),
        ("人次", 1, "人次"),
        ("万元", 10_000, "元"),
        ("亿元", 100_000_000, "元"),
        ("万人次", 10_000, "人次"),
        ("个街道", 1, "个"),
        ("个", 1, "个"),
        ("%", 1, "%"),
        ("万件", 10_000, "件"),
        ("个百分点", 1, "个百分点"),
        ("家次", 1, "家次"),
        ("条", 1, "条"),
        ("个工作日", 1, "个工作日"),
        ("元", 1, "元"),
    ]);
    let qualifiers = prop::sample::select(vec![
        None,
        Some(Qualifier::Over),
        Some(Qualifier::Under),
        Some(Qualifier::AtLeast),
        Some(Qualifier::Within),
        Some(Qualifier::About),
        Some(Qualifier::Reaching),
    ]);
    (0_i64..100_000_000, 0_u32..3, units, qualifiers, prop::option::of(1_i64..500)).prop_map(
        |(digits, places, (unit, scale, measure), qualifier, more)| {
            let value = Decimal::new(digits, places);
            // A qualifier stands between 个 and its noun; there the noun is not read.
            let unit = if unit == "个街道" && qualifier.is_some() { "个" } else { unit };
            Figure {
                span: Span::new(0, 0),
                value,
                upper: more.map(|m| value + Decimal::from(m)),
                unit: unit.to_string(),
                measure,
                scale,
                qualifier,
                multiplier: Multiplier::One,
            }
        },
    )
}

proptest! {
    #[test]
    fn a_printed_figure_reads_back(figure in any_figure()) {
        let text = format!("全年共{},完成。", figure.to_text());
        let found = read(&text);
        prop_assert_eq!(found.len(), 1, "{}", &text);
        let again = Figure { span: figure.span, ..found[0].clone() };
        prop_assert_eq!(again, figure, "{}", &text);
    }

    #[test]
    fn any_text_is_read_without_harm(text in "[0-9一二三十百千万亿零两.,%:;()\\[\\]\"《》、。-年月日件个次余近各其中共率占同比增长率至号a-z+ ]{0,60}") {
        let (folded, paragraphs) = fold(&text);
        for figure in figures(folded.text(), &paragraphs) {
            prop_assert!(folded.text().get(figure.span.range()).is_some());
            let _ = (figure.bounds(), figure.to_text(), figure.total());
        }
    }
}
