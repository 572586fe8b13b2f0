//! One report in the document: who and when, score, sections, what costs points, remarks.

use docx_rs::{Docx, Paragraph};

use super::pen::{Grid, Pen, run, strong};
use crate::report::PartKind;
use crate::text::Lang;
use crate::write::Card;
use crate::write::lines::ResultLine;
use crate::write::phrase::{self, basis, findings, place, points, severity};

/// Places shown for a rule.
const PLACES: usize = 3;

pub(super) fn report(mut page: Docx, card: &Card, new_page: bool, pen: &mut Pen) -> Docx {
    let style = pen.style;
    page = page.add_paragraph(pen.heading(&phrase::title(card, style), 0).page_break_before(new_page));
    page = facts(page, card, pen);
    if let Some(reason) = &card.look_alike_reason {
        let label = style.pick("不是年度报告,没有评分:", "Not an annual report, not scored: ");
        return page.add_paragraph(pen.text(&style.say(&format!("{label}{reason}"))));
    }
    page = sections(page, card, pen);
    page = five(page, card, pen);
    page = losses(page, card, pen);
    undecided_and_notes(page, card, pen)
}

fn facts(page: Docx, card: &Card, pen: &mut Pen) -> Docx {
    let style = pen.style;
    let t = |zh, en| style.pick(zh, en);
    let unknown = || t("不明", "unknown").to_string();
    let level = phrase::field(card, "level").map_or_else(unknown, |l| phrase::level(l, style));
    let mut gate = phrase::gate(card, style).to_string();
    if !card.failures.is_empty() {
        gate = style.say(&format!("{gate}:{}", card.failures.join(t(";", "; "))));
    }
    let score = match &card.grade {
        Some(grade) => {
            format!("{}{} / {}  {grade}", phrase::score(card), phrase::interval(card), card.possible)
        }
        None => phrase::score(card),
    };
    let rows = [
        (t("得分", "Score"), score),
        (t("门槛", "Gate"), gate),
        (t("发文机关", "Issuer"), phrase::issuers(card).unwrap_or_else(unknown)),
        (t("报告年度", "Report year"), phrase::year(card).map_or_else(unknown, |y| y.to_string())),
        (t("层级", "Level"), level),
        (t("文件", "File"), card.path.clone()),
    ];
    let mut table = Grid::new(&[1800, 7500]);
    for (name, value) in rows {
        let cells = vec![vec![pen.blank().add_run(strong(name))], vec![pen.text(&value)]];
        table.rich(cells);
    }
    page.add_table(table.done())
}

fn sections(page: Docx, card: &Card, pen: &mut Pen) -> Docx {
    let style = pen.style;
    let t = |zh, en| style.pick(zh, en);
    let page = page.add_paragraph(pen.heading(t("各部分得分", "Points by section"), 1));
    let mut table = Grid::new(&[6300, 1500, 1500]);
    table.head(pen, &[t("部分", "Section"), t("得分", "Score"), t("满分", "Of")]);
    for section in card.sections.iter().filter(|s| s.possible > 0.0) {
        table.row(pen, &[&style.say(&section.title), &points(section.score), &points(section.possible)]);
    }
    page.add_table(table.done())
}

fn five(page: Docx, card: &Card, pen: &mut Pen) -> Docx {
    let style = pen.style;
    let page = page.add_paragraph(pen.heading(style.pick("五项内容", "The five contents"), 1));
    let mut table = Grid::new(&[3800, 1400, 4100]);
    for kind in PartKind::ALL {
        let part = card.parts.get(kind.word());
        let text = |key: &str| part.and_then(|p| p.get(key)).and_then(|v| v.as_str()).unwrap_or_default();
        let status = phrase::part_status(text("status"), style);
        table.row(pen, &[phrase::part(kind.word(), style), status, text("heading")]);
    }
    page.add_table(table.done())
}

fn losses(page: Docx, card: &Card, pen: &mut Pen) -> Docx {
    let style = pen.style;
    let t = |zh, en| style.pick(zh, en);
    let page = page.add_paragraph(pen.heading(t("失分和疑点", "Points lost and doubts"), 1));
    let found = findings(card);
    if found.is_empty() {
        return page.add_paragraph(pen.text(t("没有失分。", "No points lost.")));
    }
    let mut table = Grid::new(&[1000, 8300]);
    let what = style.say(t("规则、证据、依据和怎样得回", "Rule, evidence, basis, and how to win it back"));
    table.head(pen, &[t("失分", "Lost"), &what]);
    for result in found {
        let lost = result.lost();
        let lost = if lost > 0.0 { format!("-{}", points(lost)) } else { t("提示", "note").to_string() };
        let cells = vec![vec![pen.text(&lost)], finding(result, pen)];
        table.rich(cells);
    }
    page.add_table(table.done())
}

fn finding(result: &ResultLine, pen: &mut Pen) -> Vec<Paragraph> {
    let style = pen.style;
    let t = |zh, en| style.pick(zh, en);
    let grave = severity(result.finding.unwrap_or(result.severity), style);
    let title = style.say(&format!("{}[{grave}]", result.title));
    let mut out = vec![pen.blank().add_run(strong(&title)), pen.text(&style.say(&result.message))];
    for line in result.evidence.iter().take(PLACES) {
        out.push(pen.text(&format!("{} “{}”", place(line, style), line.quote)));
    }
    if result.evidence.len() > PLACES {
        let more = result.evidence.len() - PLACES;
        let words =
            if style.lang == Lang::Zh { format!("另有 {more} 处") } else { format!("{more} more") };
        out.push(pen.text(&words));
    }
    for near in &result.near_misses {
        let label = style.say(t("最接近:", "Closest: "));
        let words =
            format!("{label}{} “{}” {}", place(&near.place, style), near.place.quote, style.say(&near.lacks));
        out.push(pen.text(&words));
    }
    let advice = style.say(t("怎样得回:", "To win it back: "));
    out.push(pen.blank().add_run(strong(&advice)).add_run(run(&style.say(&result.advice))));
    let label = style.say(t("依据:", "Basis: "));
    out.push(pen.small(&format!("{label}{}", style.say(&basis(&result.basis, style)))));
    out
}

fn undecided_and_notes(mut page: Docx, card: &Card, pen: &mut Pen) -> Docx {
    let style = pen.style;
    let open: Vec<&ResultLine> = card.results.iter().filter(|r| r.outcome == "undecided").collect();
    if !open.is_empty() {
        page = page.add_paragraph(pen.heading(style.pick("未能判定的规则", "Undecided rules"), 1));
    }
    for result in open {
        let words = style.say(&format!("{}:{}", result.title, result.message));
        page = page.add_paragraph(pen.text(&words));
    }
    if !card.notes.is_empty() {
        page = page.add_paragraph(pen.heading(style.pick("阅读提示", "Remarks"), 1));
    }
    for note in &card.notes {
        let quote = if note.quote.is_empty() { String::new() } else { format!(" “{}”", note.quote) };
        page = page.add_paragraph(pen.text(&format!("{}{quote}", style.say(&note.message))));
    }
    page
}
