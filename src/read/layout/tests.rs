//! Pages drawn by code: lines of a given measure, read back as paragraphs.

use super::*;

const BODY: f32 = 10.0;
const PITCH: f32 = 18.0;

/// A page being drawn, 30 characters wide.
struct Pen {
    pages: Pages,
    y: f32,
    number: u32,
}

impl Pen {
    fn new() -> Pen {
        let mut pen = Pen { pages: Pages::default(), y: 0.0, number: 0 };
        pen.page();
        pen
    }

    fn page(&mut self) {
        self.number += 1;
        self.y = 100.0;
        self.pages.begin(self.number, 400.0);
    }

    fn at(&mut self, x: f32, y: f32, size: f32, text: &str) {
        let width = size * text.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 }).sum::<f32>();
        self.pages.put(&Fragment { x, y, width, height: size, text });
    }

    fn line(&mut self, x: f32, text: &str) {
        self.at(x, self.y, BODY, text);
        self.y += PITCH;
    }

    /// A paragraph with a first-line indent, broken into lines of `measure` characters from `x`.
    fn paragraph(&mut self, x: f32, measure: usize, text: &str) {
        let letters: Vec<char> = "\u{3000}\u{3000}".chars().chain(text.chars()).collect();
        for line in letters.chunks(measure) {
            self.line(x, &line.iter().collect::<String>());
        }
    }

    fn texts(self) -> Vec<String> {
        paragraphs(self.pages).into_iter().map(|p| p.text).collect()
    }
}

fn sentence(length: usize) -> String {
    "推进法治政府建设取得新成效".chars().cycle().take(length).chain("。".chars()).collect()
}

#[test]
fn lines_become_paragraphs_again_over_page_breaks() {
    let mut pen = Pen::new();
    let texts = [sentence(100), "一、主要举措".to_string(), sentence(75), sentence(57), sentence(90)];
    for text in &texts {
        pen.paragraph(50.0, 30, text);
        if pen.y > 250.0 {
            pen.page();
        }
    }
    assert_eq!(pen.texts(), texts);
}

#[test]
fn page_numbers_and_running_heads_are_left_out() {
    let mut pen = Pen::new();
    let mut texts = Vec::new();
    for n in 1..=4 {
        pen.at(150.0, 40.0, 8.0, "某某市人民政府公报");
        pen.at(180.0, 780.0, 8.0, &format!("— {n} —"));
        texts.push(sentence(60 + n));
        pen.paragraph(50.0, 30, &sentence(60 + n));
        pen.page();
    }
    assert_eq!(pen.texts(), texts);
}

#[test]
fn columns_are_read_one_after_the_other() {
    let mut pen = Pen::new();
    pen.at(100.0, 60.0, 16.0, "法治政府建设年度报告");
    let (left, right) = (sentence(130), sentence(131));
    pen.paragraph(30.0, 15, &left);
    pen.y = 106.0;
    pen.paragraph(200.0, 15, &right);
    assert_eq!(pen.texts(), ["法治政府建设年度报告".to_string(), left, right]);
}

#[test]
fn rows_of_a_table_stay_apart() {
    let mut pen = Pen::new();
    for (name, count) in [("指标", "数量"), ("行政复议受理", "67件"), ("行政诉讼应诉", "72件")]
    {
        pen.at(50.0, pen.y, BODY, name);
        pen.at(200.0, pen.y, BODY, count);
        pen.y += PITCH;
    }
    pen.line(50.0, "二、存在问题");
    let found = paragraphs(pen.pages);
    assert_eq!(found[3].text, "67件");
    assert_eq!(found[3].kind, BlockKind::Cell(CellRef { table: 1, row: 2, column: 2 }));
    assert_eq!((found[6].text.as_str(), found[6].kind), ("二、存在问题", BlockKind::Paragraph));
}

#[test]
fn glyphs_drawn_twice_and_apart_are_one_word() {
    let mut pen = Pen::new();
    for (n, c) in (0u16..).zip("年度报告".chars()) {
        let x = 50.0 + 20.0 * f32::from(n);
        pen.at(x, 100.0, BODY, &c.to_string());
        pen.at(x + 0.5, 100.0, BODY, &c.to_string());
    }
    assert_eq!(pen.texts(), ["年度报告"]);
}

#[test]
fn a_title_of_two_centred_lines_is_one_paragraph() {
    let mut pen = Pen::new();
    pen.at(104.0, 60.0, 16.0, "中共某某市委员会某某市人");
    pen.at(144.0, 86.0, 16.0, "民政府年度报告");
    pen.y = 120.0;
    pen.paragraph(50.0, 30, &sentence(80));
    pen.paragraph(50.0, 30, &sentence(64));
    assert_eq!(pen.texts()[0], "中共某某市委员会某某市人民政府年度报告");
}

#[test]
fn words_keep_their_blanks_and_numbers_stay_whole() {
    let mut pen = Pen::new();
    for (x, word) in [(50.0, "GDP"), (68.0, "growth"), (110.0, "20"), (120.0, "21"), (130.0, "年")] {
        pen.at(x, 100.0, BODY, word);
    }
    assert_eq!(pen.texts(), ["GDP growth 2021年"]);
}

#[test]
fn small_notes_at_the_foot_do_not_cut_a_sentence() {
    let mut pen = Pen::new();
    let text = sentence(150);
    let lines: Vec<char> = "\u{3000}\u{3000}".chars().chain(text.chars()).collect();
    for (n, line) in lines.chunks(30).enumerate() {
        if n == 2 {
            pen.at(50.0, 700.0, 7.0, "① 数据来源：统计年报。");
            pen.page();
        }
        pen.line(50.0, &line.iter().collect::<String>());
    }
    pen.paragraph(50.0, 30, &sentence(40));
    let found = paragraphs(pen.pages);
    assert_eq!(found[0].text, text);
    assert_eq!(found.last().map(|p| p.kind), Some(BlockKind::Note));
}

#[test]
fn contents_are_told_from_text() {
    let mut pen = Pen::new();
    pen.line(50.0, "一、主要举措…………………………3");
    pen.line(50.0, "二、存在问题..........................5");
    pen.paragraph(50.0, 30, &sentence(70));
    let kinds: Vec<BlockKind> = paragraphs(pen.pages).iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [BlockKind::Contents, BlockKind::Contents, BlockKind::Paragraph]);
}

proptest::proptest! {
    #[test]
    fn no_character_is_lost_or_made(places in proptest::collection::vec((0.0f32..500.0, 0.0f32..800.0, 0.0f32..60.0, 0.1f32..30.0), 1..60)) {
        let mut pages = Pages::default();
        pages.begin(1, 600.0);
        let mut count = 0;
        for (n, (x, y, width, height)) in (0u32..).zip(places) {
            let text = char::from_u32(0x4e00 + n).unwrap().to_string();
            pages.put(&Fragment { x, y, width, height, text: &text });
            count += 1;
        }
        let found: usize = paragraphs(pages).iter().map(|p| p.text.chars().filter(|c| !c.is_whitespace()).count()).sum();
        proptest::prop_assert_eq!(found, count);
    }
}

#[test]
fn radicals_of_a_font_read_as_ideographs() {
    let mut pen = Pen::new();
    pen.line(50.0, "县\u{2ed3}\u{2f08}\u{2ea0}政府");
    assert_eq!(pen.texts(), ["县长人民政府"]);
}
