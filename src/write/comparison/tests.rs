//! A comparison made by hand whose every word is markup.

use super::data::{FigureLine, PartLine, PlaceLine, PlanLine, RuleLine, Side, TwinLine};
use super::*;
use crate::text::Lang;

const MARKUP: &str = "<script>alert(1)</script>\"&'<img src=x onerror=alert(1)>";

fn data() -> ComparisonData {
    let words = || MARKUP.to_string();
    let place = |line| PlaceLine { line, quote: words() };
    let side = || Side { path: words(), title: Some(words()), report_year: Some(2023), score: Some(61.5) };
    let twin = || TwinLine { likeness: 87.5, old: place(3), new: place(4) };
    let plan = |fate, told| PlanLine { fate, item: place(9), told };
    ComparisonData {
        schema: "lawcheck.comparison/1",
        old: side(),
        new: Side { report_year: None, score: None, ..side() },
        same_issuer: Some(false),
        parts: vec![PartLine { part: "plan", title: words(), old_items: 3, new_items: 2, matched: 1 }],
        recycled_percent: 12.5,
        recycled: vec![twin()],
        repeated_shortcomings: vec![twin()],
        plan: vec![plan("done", Some(place(5))), plan("mentioned", Some(place(6))), plan("silent", None)],
        figures: vec![FigureLine {
            about: words(),
            movement: "jumped",
            old: "1".to_string(),
            new: "9".to_string(),
            old_line: 7,
            new_line: 8,
        }],
        rules: vec![RuleLine { rule: words(), title: words(), old: "met", new: "unmet", points: -1.25 }],
    }
}

fn page(data: &ComparisonData, lang: Lang) -> String {
    let mut out = Vec::new();
    comparison_page(data, Style { lang, ..Style::default() }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Tags that stand in a page, without attributes.
fn tags(page: &str) -> std::collections::BTreeSet<&str> {
    let names = page.split('<').skip(1).filter_map(|rest| rest.split([' ', '>', '\n']).next());
    names.filter(|name| !name.starts_with('/')).collect()
}

#[test]
fn no_word_of_a_report_becomes_markup_in_either_language() {
    for lang in [Lang::Zh, Lang::En] {
        let page = page(&data(), lang);
        let body = page.split_once("<body>").unwrap().1;
        assert!(!body.contains("<script") && !body.contains("<img"), "{body}");
        // Titles, paths, both places of two twins, three plan items and two tellings, part, figure, rule id and title.
        assert_eq!(
            body.matches("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;&#39;").count(),
            2 + 2 + 4 + 5 + 4
        );
        let known = "article body br code div footer h1 h2 head header html main meta p q section small span style \
                     table tbody td th thead title tr b !doctype";
        let unknown: Vec<&str> =
            tags(&page).into_iter().filter(|t| !known.split(' ').any(|k| k == *t)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}

#[test]
fn the_page_names_nothing_outside_itself_and_closes_what_it_opens() {
    for lang in [Lang::Zh, Lang::En] {
        let page = page(&data(), lang);
        for word in [" src=", " href=", "url(", "@import", "http:", "https:"] {
            assert!(!page.replace(MARKUP, "").replace("&lt;img src=", "").contains(word), "{word}");
        }
        assert!(page.contains("default-src 'none'"));
        for tag in ["table", "tr", "td", "section", "span", "q", "p", "header", "article"] {
            let opened =
                page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
        }
    }
}

#[test]
fn the_page_says_the_same_in_both_languages() {
    let (zh, en) = (page(&data(), Lang::Zh), page(&data(), Lang::En));
    for (zh_words, en_words) in [
        ("lang=\"zh-CN\"", "lang=\"en\""),
        ("第9行", "line 9"),
        ("没有提到", "silent"),
        ("变化很大", "jumped"),
        ("不满足", "unmet"),
        ("不是同一个地方", "different places"),
        ("\u{ff08}占今年正文的12.5%\u{ff09}", "(12.5 % of this year&#39;s text)"),
        ("-1.25", "-1.25"),
        ("87.5%", "87.5%"),
    ] {
        assert!(zh.contains(zh_words), "{zh_words}");
        assert!(en.contains(en_words), "{en_words}");
    }
    let body = en.split_once("<body>").unwrap().1;
    assert!(!body.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{body}");
}

#[test]
fn a_comparison_that_found_nothing_says_so() {
    let empty = ComparisonData {
        same_issuer: Some(true),
        recycled: Vec::new(),
        repeated_shortcomings: Vec::new(),
        plan: Vec::new(),
        figures: Vec::new(),
        rules: Vec::new(),
        ..data()
    };
    let page = page(&empty, Lang::En);
    assert_eq!(page.matches("None.").count(), 3);
    assert!(page.contains("lists no plan") && page.contains("No rule changed its outcome."));
    assert!(!page.contains("different places"));
}
