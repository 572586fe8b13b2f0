//! The sheet of one report: a row a rule, the score above, the working to the right, folded away.

use rust_xlsxwriter::{ColNum, Format, Formula, RowNum, Worksheet, XlsxError};

use super::formats::{Formats, height};
use super::formulas::at;
use super::numbers::Numbers;
use super::places::{FIRST, GRADE, HEAD, SCORE, column};
use super::weights::{Cells, grade_formula};
use crate::write::escape::clean;
use crate::write::lines::ResultLine;
use crate::write::phrase::{self, basis, outcome, place, severity};
use crate::write::{Card, Head, Style};

/// A sheet being written.
pub(super) struct Page<'a> {
    pub(super) head: &'a Head,
    pub(super) card: &'a Card,
    pub(super) cells: &'a Cells,
    pub(super) formats: &'a Formats,
    pub(super) style: Style,
    sheet: &'a mut Worksheet,
    pub(super) numbers: Numbers,
    /// Height of the row being written.
    height: u32,
}

/// Widths of the columns that people read, in characters.
const WIDTHS: [u16; 14] = [5, 14, 26, 10, 9, 7, 8, 8, 8, 34, 44, 36, 34, 34];

/// What all sheets share.
#[derive(Clone, Copy)]
pub(super) struct Book<'a> {
    pub(super) head: &'a Head,
    pub(super) cells: &'a Cells,
    pub(super) formats: &'a Formats,
    pub(super) style: Style,
}

pub(super) fn report(book: Book<'_>, card: &Card, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let Book { head, cells, formats, style } = book;
    let mut page =
        Page { head, card, cells, formats, style, sheet, numbers: Numbers::of(head, card), height: 0 };
    page.top()?;
    page.heads()?;
    page.rules()?;
    page.parts()?;
    page.packs()?;
    page.looks()
}

/// A formula with the value it has now.
pub(super) fn formula(text: String, now: &impl ToString) -> Formula {
    Formula::new(text).set_result(now.to_string())
}

impl Page<'_> {
    pub(super) fn words(
        &mut self,
        row: RowNum,
        column: ColNum,
        words: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        // A cell holds at most 32,767 characters.
        let words: String = clean_lines(words).chars().take(32_000).collect();
        if row >= FIRST && column <= column::BASIS {
            self.height = self.height.max(height(&words, WIDTHS[usize::from(column)]));
        }
        self.sheet.write_string_with_format(row, column, words, format)?;
        Ok(())
    }

    pub(super) fn number(
        &mut self,
        row: RowNum,
        column: ColNum,
        number: f64,
        format: &Format,
    ) -> Result<(), XlsxError> {
        self.sheet.write_number_with_format(row, column, number, format)?;
        Ok(())
    }

    pub(super) fn formula(
        &mut self,
        row: RowNum,
        column: ColNum,
        formula: Formula,
        format: &Format,
    ) -> Result<(), XlsxError> {
        self.sheet.write_formula_with_format(row, column, formula, format)?;
        Ok(())
    }

    /// Title, who and when, score, grade, gate.
    fn top(&mut self) -> Result<(), XlsxError> {
        let (card, formats, style) = (self.card, self.formats, self.style);
        let t = |zh, en| style.pick(zh, en);
        self.words(0, 0, &phrase::title(card, style), &formats.title.clone().set_quote_prefix())?;
        let facts = [
            phrase::issuers(card).unwrap_or_default(),
            phrase::year(card).map(|y| y.to_string()).unwrap_or_default(),
            phrase::field(card, "level").map(|l| phrase::level(l, style)).unwrap_or_default(),
            card.path.clone(),
        ];
        self.words(1, 0, &facts.join("  "), &formats.faint.clone().set_quote_prefix())?;
        self.words(SCORE.0, SCORE.1 - 1, t("得分", "Score"), &formats.head)?;
        self.words(GRADE.0, GRADE.1 - 1, t("等次", "Grade"), &formats.head)?;
        if let Some(score) = card.score {
            self.formula(SCORE.0, SCORE.1, formula(self.score_formula(), &score), &formats.score)?;
            let grade = grade_formula(self.head, &at(SCORE.0, SCORE.1), style);
            self.formula(
                GRADE.0,
                GRADE.1,
                formula(grade, &card.grade.clone().unwrap_or_default()),
                &formats.middle,
            )?;
        } else {
            self.words(SCORE.0, SCORE.1, t("不评分", "not scored"), &formats.middle)?;
            self.words(GRADE.0, GRADE.1, card.look_alike_reason.as_deref().unwrap_or("-"), &formats.quoted)?;
        }
        let gate = format!("{} {}", phrase::gate(card, style), card.failures.join(t(";", "; ")));
        self.words(SCORE.0, GRADE.1 + 1, &style.say(gate.trim()), &formats.faint)
    }

    fn heads(&mut self) -> Result<(), XlsxError> {
        let style = self.style;
        let t = |zh, en| style.pick(zh, en);
        let names = [
            "#",
            t("部分", "Section"),
            t("规则", "Rule"),
            t("结果", "Outcome"),
            t("得分率", "Share"),
            t("权重", "Weight"),
            t("满分", "Of"),
            t("得分", "Score"),
            t("级别", "Severity"),
            t("说明", "Finding"),
            t("证据", "Evidence"),
            t("怎样得回", "What to do"),
            t("依据", "Basis"),
            t("规则编号", "Rule id"),
        ];
        for (name, column) in names.into_iter().zip(0..) {
            self.words(HEAD, column, name, &self.formats.head)?;
        }
        let working = t("计算过程(百分之一分)", "working (hundredths of a point)");
        self.words(HEAD - 1, column::PART_KEY, &style.say(working), &self.formats.faint)?;
        let names = [
            "part", "counts", "floor", "rest", "points", "", "part", "title", "pack", "weight", "counts",
            "floor", "rest", "points", "score", "", "pack", "title", "share", "counts", "floor", "rest",
            "points",
        ];
        for (name, column) in names.into_iter().zip(column::PART_KEY..) {
            self.words(HEAD, column, name, &self.formats.faint)?;
        }
        Ok(())
    }

    fn rules(&mut self) -> Result<(), XlsxError> {
        let (head, card) = (self.head, self.card);
        let keys = head.packs.iter().flat_map(|p| &p.parts).zip(1u32..);
        let parts: Vec<(u32, &str)> =
            keys.flat_map(|(part, key)| part.rules.iter().map(move |_| (key, part.title.as_str()))).collect();
        for (((result, (key, part)), row), number) in card.results.iter().zip(parts).zip(FIRST..).zip(1u32..)
        {
            self.height = 0;
            self.number(row, column::NUMBER, f64::from(number), &self.formats.count)?;
            self.words(row, column::PART, &self.style.say(part), &self.formats.text)?;
            self.rule(row, result)?;
            self.number(row, column::PART_KEY, f64::from(key), &self.formats.working)?;
            self.working(row, number as usize - 1, result)?;
            self.sheet.set_row_height(row, self.height)?;
        }
        Ok(())
    }

    /// What a reviewer reads of one rule.
    fn rule(&mut self, row: RowNum, result: &ResultLine) -> Result<(), XlsxError> {
        let (formats, style) = (self.formats, self.style);
        let light = match (result.outcome, result.finding) {
            ("met", _) => &formats.lights[0],
            ("unmet" | "undecided", _) => &formats.lights[2],
            ("partly", _) => &formats.lights[1],
            _ => &formats.middle,
        };
        self.words(row, column::RULE, &style.say(&result.title), &formats.text)?;
        self.words(row, column::OUTCOME, &outcome(result.outcome, style), light)?;
        self.number(row, column::SHARE, result.share, &formats.input_share)?;
        let weight = self.cells.formula(&result.rule);
        self.formula(row, column::WEIGHT, formula(weight, &result.weight), &formats.count)?;
        self.formula(
            row,
            column::POSSIBLE,
            formula(format!("={}/100", at(row, column::POINTS)), &result.possible),
            &formats.points,
        )?;
        let (points, share) = (at(row, column::POINTS), at(row, column::SHARE));
        let earned = format!("=INT(({points}*ROUND({share}*10000,0)*2+10000)/20000)/100");
        self.formula(row, column::SCORE, formula(earned, &result.score), &formats.points)?;
        self.words(
            row,
            column::SEVERITY,
            &severity(result.finding.unwrap_or(result.severity), style),
            &formats.middle,
        )?;
        self.words(row, column::MESSAGE, &style.say(&result.message), &formats.quoted)?;
        self.words(row, column::EVIDENCE, &evidence(result, style), &formats.quoted)?;
        let advice = if result.finding.is_some() { style.say(&result.advice) } else { String::new() };
        self.words(row, column::ADVICE, &advice, &formats.quoted)?;
        self.words(row, column::BASIS, &style.say(&basis(&result.basis, style)), &formats.quoted)?;
        self.words(row, column::ID, &result.rule, &formats.quoted)
    }

    /// Widths, frozen heads, filter, print.
    fn looks(&mut self) -> Result<(), XlsxError> {
        let last = self.last();
        let sheet = &mut *self.sheet;
        for (width, column) in WIDTHS.into_iter().zip(0..) {
            sheet.set_column_width(column, width)?;
        }
        sheet.group_columns_collapsed(column::PART_KEY, column::LAST)?;
        sheet.set_freeze_panes(FIRST, column::OUTCOME)?;
        sheet.autofilter(HEAD, 0, last, column::ID)?;
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(HEAD, HEAD)?.set_print_area(0, 0, last, column::BASIS)?;
        Ok(())
    }
}

/// Lines stay, other control characters go.
fn clean_lines(words: &str) -> String {
    words.split('\n').map(|line| clean(line).into_owned()).collect::<Vec<_>>().join("\n")
}

fn evidence(result: &ResultLine, style: Style) -> String {
    let mut lines: Vec<String> =
        result.evidence.iter().map(|line| format!("{} “{}”", place(line, style), line.quote)).collect();
    for near in &result.near_misses {
        let label = style.say(style.pick("最接近:", "closest: "));
        let lacks = style.say(&near.lacks);
        lines.push(format!("{label}{} “{}” {lacks}", place(&near.place, style), near.place.quote));
    }
    lines.join("\n")
}
