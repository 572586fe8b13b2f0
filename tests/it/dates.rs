//! Dates and damaged numbers in the words of official reports.

use crate::folded::fold;
use lawcheck::report::dates::{FindingKind, damage, dates, early_ends, outside_year};
use lawcheck::text::{Lang, Speak};
use proptest::prelude::*;

type Found = Vec<(FindingKind, String)>;

fn damaged(text: &str) -> Found {
    let (folded, paragraphs) = fold(text);
    let found = damage(folded.text(), &paragraphs);
    found.iter().map(|f| (f.kind, folded.slice(f.span).to_string())).collect()
}

fn words(found: &Found) -> Vec<&str> {
    found.iter().map(|(_, words)| words.as_str()).collect()
}

#[test]
fn damaged_dates_are_found() {
    for (text, want) in [
        ("414日,市政府召开常务会议。", "414日"),
        ("于521日召开会议", "521日"),
        ("1215日印发通知", "1215日"),
        ("2021729日经省人大常委会批准", "2021729日"),
        ("于2022127日审议通过", "2022127日"),
        ("20211231日完成", "20211231日"),
        ("20213月1日起施行", "20213月"),
        ("2月30日召开", "2月30日"),
        ("2023年2月29日召开", "2023年2月29日"),
        ("4月31日前完成", "4月31日"),
        ("13月5日", "13月5日"),
        ("6月45日", "6月45日"),
        ("《法治社会建设实施方案(20212025年)》", "20212025年"),
        ("规划(20212025)", "20212025"),
        ("2021年月日", "2021年月日"),
        ("2021年月5日", "2021年月5日"),
        ("4月日召开会议", "4月日"),
    ] {
        let found = damaged(text);
        assert!(found.iter().all(|(kind, _)| *kind == FindingKind::DamagedDate), "{text}");
        assert_eq!(words(&found), [want], "{text}");
    }
}

#[test]
fn damaged_document_numbers_are_found() {
    for (text, want) in [
        ("(攀办发\u{3014}202174号)", "[202174号"),
        ("(某编办\u{3014}202114),规范", "[202114"),
        ("(某府法组办\u{3014}20215号)", "[20215号"),
        ("某府发\u{3014}2021\u{3015}74)印发", "[2021]74"),
        ("某府发\u{3014}2021\u{3015}号文件", "[2021]号"),
        ("某府发2021\u{3015}74号", "2021]74号"),
        ("中发202133号文件", "202133号"),
        ("(某政办202114号)", "202114号"),
        ("某府发2021 14号", "2021 14号"),
        ("某府发\u{3014}202\u{3015}14号", "[202]14号"),
        ("某府发\u{3014}20211\u{3015}4号", "[20211]"),
    ] {
        let found = damaged(text);
        assert!(found.iter().all(|(kind, _)| *kind == FindingKind::DamagedDocumentNumber), "{text}");
        assert_eq!(words(&found), [want], "{text}");
    }
}

#[test]
fn fused_numbers_are_found() {
    for (text, want) in [
        ("全程网办事项达92.48%10627项政务服务事项", "92.48%10627项"),
        ("办结率100%35件", "100%35件"),
        ("满意率98.5.3%,", "98.5.3%"),
    ] {
        let found = damaged(text);
        assert!(found.iter().all(|(kind, _)| *kind == FindingKind::FusedNumbers), "{text}");
        assert!(words(&found)[0].starts_with(want.trim_end_matches('%')), "{text}: {found:?}");
    }
}

#[test]
fn intact_dates_and_numbers_are_left_alone() {
    for text in [
        "2021年3月1日至12月31日,2月29日,11月5号,3月、6月、9月、12月。",
        "攀办发\u{3014}2021\u{3015}74号、国办函\u{ff08}2021\u{ff09}5号、某府发[2021]第3号、政府令第290号、市政府290号令。",
        "(2021)粤52行终12号、某字第2021号、解放大道2021号、第20号公告、2021年第3号。",
        "120日内办结,共计180日,连续365日,100日攻坚,60日以上,达120日,每月15日前,30日。",
        "(2021-2025年)、2021至2025年、2021年度、20212件、202174项、2021年3月5项。",
        "查处问题13件15人,培训2期133人次,10个方面79项任务,100%,3%至5%,20%-30%。",
        "日均办件20件,3月日均200件,4月日常检查,每月日报,2021年月均3件,http://a.cn/b%20c?d=5%20e。",
        "参见[1]、[2-3]、[12],字号:[ ],[ 发文字号 ],索引号11500234008646033P/2022-05576。",
        "电话0833-2211445,12345热线,2022-03-23 10:30,2021.03.29,V2.0.1,网址www.x20213.cn。",
    ] {
        assert_eq!(damaged(text), Found::new(), "{text}");
    }
}

#[test]
fn a_damaged_date_says_what_was_meant() {
    let (folded, paragraphs) = fold("2022127日审议,攀办发\u{3014}202174号");
    let found = damage(folded.text(), &paragraphs);
    assert_eq!(found[0].reading.as_deref(), Some("2022年1月27日"));
    assert_eq!(found[1].reading.as_deref(), Some("\u{3014}2021\u{3015}74号"));
    assert!(found[0].say(Lang::Zh).contains("2022年1月27日") && found[0].say(Lang::En).contains("damaged"));
}

#[test]
fn figures_that_stop_before_the_year_does() {
    let early = |text: &str| {
        let (folded, paragraphs) = fold(text);
        let found = early_ends(folded.text(), &paragraphs, 2021);
        found.iter().map(|f| folded.slice(f.span).to_string()).collect::<Vec<_>>()
    };
    for (text, want) in [
        ("截至12月15日,办理事项393538件", "截至12月15日"),
        ("截至2021年11月底,共受理30件", "截至2021年11月"),
        ("截止到10月31日", "截止到10月31日"),
        ("2021年1-11月,受理30件", "1-11月"),
        ("1月至10月,办结20件", "1月至10月"),
    ] {
        assert_eq!(early(text), [want], "{text}");
    }
    for text in [
        "截至12月31日",
        "截至2021年12月底",
        "截至目前",
        "截至年底",
        "截至2020年11月底",
        "截至2022年1月10日",
        "1-12月",
        "2020年1-10月",
        "去年1-10月",
        "11-12月",
        "1月1日",
        "自1月起",
        "截至12月",
    ] {
        assert!(early(text).is_empty(), "{text}");
    }
}

#[test]
fn results_of_a_later_year_are_outside() {
    let outside = |text: &str| {
        let (folded, paragraphs) = fold(text);
        let found = outside_year(folded.text(), &paragraphs, 2021);
        found.iter().map(|f| folded.slice(f.span).to_string()).collect::<Vec<_>>()
    };
    for (text, want) in [
        ("2022年1月27日经市政府常务会议审议通过", "2022年1月27日"),
        ("于2022127日经常务会议审议通过", "2022127日"),
        ("印发《方案》(攀法委发\u{3014}2022\u{3015}1号)", "[2022]1号"),
        ("印发《方案》(攀法委发\u{3014}20221号)", "[20221号"),
    ] {
        assert_eq!(outside(text), [want], "{text}");
    }
    for text in [
        "2020年度书面述法,2016年的19.55%,自2019年7月起,2021年12月31日,某发\u{3014}2021\u{3015}5号。",
        "《法治政府建设实施方案(2022年3月修订)》,二〇三五年远景目标,到2025年6月底前完成,2022年1月1日起施行。",
        "2021-2025年,2022年工作,力争2022年3月完成,至2023年5月。",
    ] {
        assert!(outside(text).is_empty(), "{text}: {:?}", outside(text));
    }
}

#[test]
fn dates_are_read_with_their_values() {
    let (folded, paragraphs) = fold("自2021年3月1日起\n截至12月15日");
    let found = dates(folded.text(), &paragraphs);
    assert_eq!(found[0].date().map(|d| d.to_string()).as_deref(), Some("2021-03-01"));
    assert_eq!((found[1].year, found[1].month, found[1].day), (None, Some(12), Some(15)));
}

proptest! {
    #[test]
    fn every_intact_date_and_document_number_is_left_alone(
        year in 1990_i16..2040, month in 1_u8..13, day in 1_u8..29, number in 1_u16..3000,
    ) {
        let text = format!("{year}年{month}月{day}日印发(某府发\u{3014}{year}\u{3015}{number}号),{month}月{day}日起施行。");
        prop_assert_eq!(damaged(&text), Found::new());
    }

    #[test]
    fn a_lost_mark_is_always_noticed(year in 1990_i16..2040, month in 1_u8..13, day in 1_u8..29, number in 1_u16..3000) {
        let date = format!("于{year}{month}{day}日审议通过。");
        prop_assert_eq!(damaged(&date).len(), 1);
        let document = format!("(某府发\u{3014}{year}{number}号)");
        prop_assert_eq!(damaged(&document).len(), 1);
    }

    #[test]
    fn any_text_is_searched_without_harm(text in "[0-9一二年月日号第截至\\[\\]()%.,。;、发 -]{0,60}") {
        let (folded, paragraphs) = fold(&text);
        let mut found = damage(folded.text(), &paragraphs);
        found.extend(early_ends(folded.text(), &paragraphs, 2021));
        found.extend(outside_year(folded.text(), &paragraphs, 2021));
        for finding in found {
            prop_assert!(folded.text().get(finding.span.range()).is_some_and(|words| !words.is_empty()));
        }
    }
}
