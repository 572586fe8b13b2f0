//! The sheet of one report: a row a rule, the score above, the working to the right, folded away.

use rust_xlsxwriter::{ColNum, Format, Formula, RowNum, Worksheet, XlsxError};

use super::formats::{Formats, height};
use super::formulas::{Division, all, at, look_up, sum_of};
use super::numbers::{Numbers, Share};
use super::places::{FIRST, GRADE, HEAD, SCORE, column};
use super::weights::{Cells, grade_formula};
use crate::write::escape::clean;
use crate::write::phrase::{self, basis, outcome, part_id, place, severity};
use crate::write::run::ResultLine;
use crate::write::{Card, Head, Style};

/// A sheet being written.
struct Page<'a> {
    head: &'a Head,
    card: &'a Card,
    cells: &'a Cells,
    formats: &'a Formats,
    style: Style,
    sheet: &'a mut Worksheet,
    numbers: Numbers,
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
fn formula(text: String, now: &impl ToString) -> Formula {
    Formula::new(text).set_result(now.to_string())
}

impl Page<'_> {
    fn last(&self) -> RowNum {
        FIRST + (self.card.results.len().max(1) as RowNum) - 1
    }

    fn rule_table(&self) -> Division {
        Division {
            first: FIRST,
            last: self.last(),
            number: column::NUMBER,
            group: Some(column::PART_KEY),
            counts: column::COUNTS,
            floor: column::FLOOR,
            rest: column::REST,
        }
    }

    fn part_table(&self) -> Division {
        let last = FIRST + (self.numbers.parts.len().max(1) as RowNum) - 1;
        let c = column::PARTS;
        Division {
            first: FIRST,
            last,
            number: c,
            group: Some(c + 2),
            counts: c + 4,
            floor: c + 5,
            rest: c + 6,
        }
    }

    fn pack_table(&self) -> Division {
        let last = FIRST + (self.numbers.packs.len().max(1) as RowNum) - 1;
        let c = column::PACKS;
        Division { first: FIRST, last, number: c, group: None, counts: c + 3, floor: c + 4, rest: c + 5 }
    }

    fn words(&mut self, row: RowNum, column: ColNum, words: &str, format: &Format) -> Result<(), XlsxError> {
        // A cell holds at most 32,767 characters.
        let words: String = clean_lines(words).chars().take(32_000).collect();
        if row >= FIRST && column <= column::BASIS {
            self.height = self.height.max(height(&words, WIDTHS[usize::from(column)]));
        }
        self.sheet.write_string_with_format(row, column, words, format)?;
        Ok(())
    }

    fn number(&mut self, row: RowNum, column: ColNum, number: f64, format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_number_with_format(row, column, number, format)?;
        Ok(())
    }

    fn formula(
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

    /// The score by the model of the profile.
    fn score_formula(&self) -> String {
        let rules = self.rule_table();
        let counts = all(&rules, column::COUNTS);
        let shares = all(&rules, column::SHARE);
        match self.head.profile.model {
            "flat" => {
                let (part, whole) = (
                    format!("SUMPRODUCT({counts},ROUND({shares}*10000,0))"),
                    format!("(SUM({counts})*10000)"),
                );
                ratio(&part, &whole)
            }
            "share-of-rules" => {
                let met = format!("COUNTIFS({counts},\">0\",{shares},1)");
                ratio(&met, &format!("COUNTIF({counts},\">0\")"))
            }
            // Whether the gate is passed is no matter of weights.
            "gate-only" => format!("={}", self.card.score.unwrap_or(0.0)),
            _ => format!("=ROUND(SUM({}),2)", all(&rules, column::SCORE)),
        }
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

    fn working(&mut self, row: RowNum, index: usize, result: &ResultLine) -> Result<(), XlsxError> {
        let now = self.numbers.rules.get(index).copied().unwrap_or_default();
        let out = outcome("not_applicable", self.style);
        let counts = format!("=IF({}=\"{out}\",0,{})", at(row, column::OUTCOME), at(row, column::WEIGHT));
        debug_assert!(result.outcome != "not_applicable" || now.counts == 0);
        self.formula(row, column::COUNTS, formula(counts, &now.counts), &self.formats.working)?;
        let parts = self.part_table();
        let total = look_up(&parts, column::PARTS, column::PARTS + 7, &at(row, column::PART_KEY));
        self.division(self.rule_table(), row, &total, now, column::POINTS)
    }

    /// Whole, remainder and hundredths of one row.
    fn division(
        &mut self,
        table: Division,
        row: RowNum,
        total: &str,
        now: Share,
        points: ColNum,
    ) -> Result<(), XlsxError> {
        let format = &self.formats.working;
        self.formula(row, table.floor, formula(table.floor(row, total), &now.floor), format)?;
        self.formula(row, table.rest, formula(table.rest(row, total), &now.rest), format)?;
        self.formula(row, points, formula(table.points(row, total), &now.points), format)
    }

    fn parts(&mut self) -> Result<(), XlsxError> {
        let head = self.head;
        let (rules, packs, table, c) =
            (self.rule_table(), self.pack_table(), self.part_table(), column::PARTS);
        let parts = head
            .packs
            .iter()
            .zip(1u32..)
            .flat_map(|(pack, key)| pack.parts.iter().map(move |part| (key, pack, part)));
        for (((pack_key, pack, part), row), key) in parts.zip(FIRST..).zip(1u32..) {
            let now = self.numbers.parts.get(key as usize - 1).copied().unwrap_or_default();
            self.number(row, c, f64::from(key), &self.formats.working)?;
            self.words(row, c + 1, &part.title, &self.formats.working)?;
            self.number(row, c + 2, f64::from(pack_key), &self.formats.working)?;
            let weight = self.cells.formula(&part_id(&pack.id, &part.id));
            self.formula(row, c + 3, formula(weight, &part.weight), &self.formats.working)?;
            let any = sum_of(&rules, column::PART_KEY, column::COUNTS, &at(row, c));
            self.formula(
                row,
                c + 4,
                formula(format!("=IF({any}>0,{},0)", at(row, c + 3)), &now.counts),
                &self.formats.working,
            )?;
            let total = look_up(&packs, column::PACKS, column::PACKS + 6, &at(row, c + 2));
            self.division(table, row, &total, now, c + 7)?;
            let score = self.card.sections.get(key as usize - 1).map_or(0.0, |s| s.score);
            let earned = sum_of(&rules, column::PART_KEY, column::SCORE, &at(row, c));
            self.formula(row, c + 8, formula(format!("=ROUND({earned},2)"), &score), &self.formats.points)?;
        }
        Ok(())
    }

    fn packs(&mut self) -> Result<(), XlsxError> {
        let head = self.head;
        let (parts, table, c) = (self.part_table(), self.pack_table(), column::PACKS);
        for ((pack, row), key) in head.packs.iter().zip(FIRST..).zip(1u32..) {
            let now = self.numbers.packs.get(key as usize - 1).copied().unwrap_or_default();
            self.number(row, c, f64::from(key), &self.formats.working)?;
            self.words(row, c + 1, &pack.title, &self.formats.working)?;
            let share = self.cells.formula(&pack.id);
            self.formula(row, c + 2, formula(share, &pack.share), &self.formats.working)?;
            let any = sum_of(&parts, column::PARTS + 2, column::PARTS + 4, &at(row, c));
            self.formula(
                row,
                c + 3,
                formula(format!("=IF({any}>0,{},0)", at(row, c + 2)), &now.counts),
                &self.formats.working,
            )?;
            self.division(table, row, "10000", now, c + 6)?;
        }
        Ok(())
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

/// Part of a whole as points out of 100, rounded half up.
fn ratio(part: &str, whole: &str) -> String {
    format!("=IF({whole}=0,0,INT(({part}*20000+{whole})/({whole}*2))/100)")
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
