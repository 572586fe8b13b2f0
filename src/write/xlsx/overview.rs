//! The overview: a row a report, ranks and points as formulas over the other sheets, heat colours.

use rust_xlsxwriter::utility::{cell_range_absolute, quote_sheet_name};
use rust_xlsxwriter::{
    ColNum, ConditionalFormat3ColorScale, ConditionalFormatType, Formula, RowNum, Url, Worksheet, XlsxError,
};

use super::formats::{Formats, height};
use super::formulas::at;
use super::places::{FIRST as FIRST_PART, GRADE, SCORE as SCORE_CELL, column};
use crate::report::PartKind;
use crate::write::escape::clean;
use crate::write::phrase::{field, gate, issuers, level, part, part_status, title, trouble, year};
use crate::write::{Card, Run, Style};

const HEAD: RowNum = 3;
/// The row of full marks, under the heads.
const FULL: RowNum = 4;
const FIRST: RowNum = 5;
const LEVEL: ColNum = 3;
const SCORE: ColNum = 5;
const FIVE: ColNum = 8;
const SECTIONS: ColNum = 13;
/// Width of the column of issuers.
const WHO: u16 = 30;
/// Width of the column of files.
const FILE: u16 = 40;

/// The overview being written.
struct Overview<'a> {
    run: &'a Run,
    formats: &'a Formats,
    style: Style,
    sheet: &'a mut Worksheet,
    last: RowNum,
}

pub(super) fn overview(
    run: &Run,
    cards: &[&Card],
    sheets: &[String],
    formats: &Formats,
    style: Style,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    sheet.set_name(style.pick("总览", "Overview"))?;
    let last = FIRST + (cards.len().max(1) as RowNum) - 1;
    let mut page = Overview { run, formats, style, sheet, last };
    page.heads()?;
    for (((card, name), row), rank) in cards.iter().zip(sheets).zip(FIRST..).zip(1u32..) {
        page.row(row, card, name, rank, cards)?;
    }
    page.errors()?;
    page.looks()
}

impl Overview<'_> {
    fn sections(&self) -> ColNum {
        self.run.head.packs.iter().map(|p| p.parts.len()).sum::<usize>() as ColNum
    }

    fn heads(&mut self) -> Result<(), XlsxError> {
        let (formats, style, run) = (self.formats, self.style, self.run);
        let t = |zh, en| style.pick(zh, en);
        let name = t("法治政府建设年度报告评分", "Annual report scores");
        self.sheet.write_string_with_format(0, 0, name, &formats.title)?;
        let made = format!(
            "{} {}  {} {}  {} {}",
            t("评分日期", "as of"),
            run.head.as_of,
            t("评分方案", "profile"),
            run.head.profile.id,
            run.head.tool.name,
            run.head.tool.version
        );
        self.sheet.write_string_with_format(1, 0, made, &formats.faint)?;
        let mut heads: Vec<String> = [
            t("名次", "Rank"),
            t("同级名次", "Rank in level"),
            t("发文机关", "Issuer"),
            t("层级", "Level"),
            t("年度", "Year"),
            t("得分", "Score"),
            t("等次", "Grade"),
            t("门槛(按原权重)", "Gate (as scored)"),
        ]
        .map(|h| style.say(h))
        .to_vec();
        heads.extend(PartKind::ALL.map(|k| part(k.word(), style).to_string()));
        let parts = run.head.packs.iter().flat_map(|pack| pack.parts.iter().map(move |part| (pack, part)));
        heads.extend(
            parts.map(|(pack, part)| format!("{}\n{}", style.say(&pack.title), style.say(&part.title))),
        );
        heads.push(t("文件", "File").to_string());
        for (head, column) in heads.iter().zip(0..) {
            self.sheet.write_string_with_format(HEAD, column, head, &formats.head)?;
            self.sheet.write_string_with_format(FULL, column, "", &formats.faint)?;
        }
        self.sheet.write_string_with_format(FULL, LEVEL - 1, t("满分", "Full marks"), &formats.faint)?;
        self.sheet.write_number_with_format(FULL, SCORE, 100, &formats.points)?;
        for section in 0..self.sections() {
            self.sheet.write_number_with_format(
                FULL,
                SECTIONS + section,
                self.full(section),
                &formats.points,
            )?;
        }
        Ok(())
    }

    /// The most that any report can earn in a section.
    fn full(&self, section: ColNum) -> f64 {
        let possible = self.run.reports.iter().filter_map(|c| c.sections.get(usize::from(section)));
        possible.map(|s| s.possible).fold(0.0, f64::max)
    }

    fn row(
        &mut self,
        row: RowNum,
        card: &Card,
        name: &str,
        rank: u32,
        cards: &[&Card],
    ) -> Result<(), XlsxError> {
        let (formats, style) = (self.formats, self.style);
        let quoted = quote_sheet_name(name);
        let who = issuers(card).unwrap_or_else(|| title(card, style));
        self.ranks(row, card, rank, cards)?;
        self.sheet.set_row_height(row, height(&who, WHO).max(height(&card.path, FILE)))?;
        let link = Url::new(format!("internal:{quoted}!A1")).set_text(clean(&who));
        self.sheet.write_url_with_format(row, 2, link, &formats.quoted)?;
        let level = field(card, "level").map(|l| level(l, style)).unwrap_or_default();
        self.sheet.write_string_with_format(row, LEVEL, level, &formats.middle)?;
        let year = year(card).map(|y| y.to_string()).unwrap_or_default();
        self.sheet.write_string_with_format(row, 4, year, &formats.middle)?;
        self.sheet.write_string_with_format(
            row,
            7,
            gate(card, style),
            &formats.lights[if card.passed { 0 } else { 2 }],
        )?;
        if let Some(score) = card.score {
            let cell = |(r, c)| format!("={quoted}!{}", at(r, c));
            let score = Formula::new(cell(SCORE_CELL)).set_result(score.to_string());
            self.sheet.write_formula_with_format(row, SCORE, score, &formats.score)?;
            let grade = Formula::new(cell(GRADE)).set_result(card.grade.clone().unwrap_or_default());
            self.sheet.write_formula_with_format(row, 6, grade, &formats.middle)?;
            for (section, k) in card.sections.iter().zip(0u16..) {
                let from = at(FIRST_PART + RowNum::from(k), column::PARTS + 8);
                let points = Formula::new(format!("={quoted}!{from}")).set_result(section.score.to_string());
                self.sheet.write_formula_with_format(row, SECTIONS + k, points, &formats.points)?;
            }
        } else {
            self.sheet.write_string_with_format(row, SCORE, "-", &formats.middle)?;
        }
        for (kind, column) in PartKind::ALL.into_iter().zip(FIVE..) {
            let status = card
                .parts
                .get(kind.word())
                .and_then(|p| p.get("status"))
                .and_then(|s| s.as_str())
                .unwrap_or("missing");
            let light = match status {
                "own_heading" => 0,
                "embedded" => 1,
                _ => 2,
            };
            self.sheet.write_string_with_format(
                row,
                column,
                part_status(status, style),
                &formats.lights[light],
            )?;
        }
        let last = SECTIONS + self.sections();
        self.sheet.write_string_with_format(row, last, clean(&card.path), &formats.quoted)?;
        Ok(())
    }

    /// Rank among all and among those of the same level; equals have the same rank.
    fn ranks(&mut self, row: RowNum, card: &Card, rank: u32, cards: &[&Card]) -> Result<(), XlsxError> {
        let format = &self.formats.count;
        let Some(own) = card.score else {
            self.sheet.write_string_with_format(row, 0, "-", &self.formats.middle)?;
            self.sheet.write_string_with_format(row, 1, "-", &self.formats.middle)?;
            return Ok(());
        };
        let (scores, levels) = (self.range(SCORE), self.range(LEVEL));
        let (score, level) = (at(row, SCORE), at(row, LEVEL));
        let ahead = |c: &&&Card| c.score.is_some_and(|s| s > own);
        let same = |c: &&&Card| field(c, "level") == field(card, "level");
        let all = cards.iter().filter(ahead).count() + 1;
        debug_assert!(all <= rank as usize);
        let formula = Formula::new(format!("=COUNTIF({scores},\">\"&{score})+1")).set_result(all.to_string());
        self.sheet.write_formula_with_format(row, 0, formula, format)?;
        let peers = cards.iter().filter(ahead).filter(same).count() + 1;
        let formula = format!("=COUNTIFS({levels},{level},{scores},\">\"&{score})+1");
        self.sheet.write_formula_with_format(
            row,
            1,
            Formula::new(formula).set_result(peers.to_string()),
            format,
        )?;
        Ok(())
    }

    fn range(&self, column: ColNum) -> String {
        cell_range_absolute(FIRST, column, self.last, column)
    }

    /// Files that gave no report stand below the table: a missing row would look like a missing report.
    fn errors(&mut self) -> Result<(), XlsxError> {
        for (error, row) in self.run.troubles().zip(self.last + 2..) {
            self.sheet.write_string_with_format(
                row,
                0,
                trouble(error, self.style),
                &self.formats.lights[2],
            )?;
            let words = format!("{}  {}", error.path, self.style.say(&error.message));
            self.sheet.write_string_with_format(
                row,
                2,
                clean(&words),
                &self.formats.faint.clone().set_quote_prefix(),
            )?;
        }
        Ok(())
    }

    fn looks(&mut self) -> Result<(), XlsxError> {
        let (last, sections) = (self.last, self.sections());
        for section in 0..=sections {
            let (column, full) =
                if section == sections { (SCORE, 100.0) } else { (SECTIONS + section, self.full(section)) };
            if full == 0.0 {
                continue;
            }
            let heat = ConditionalFormat3ColorScale::new()
                .set_minimum(ConditionalFormatType::Number, 0)
                .set_midpoint(ConditionalFormatType::Number, full * 0.6)
                .set_maximum(ConditionalFormatType::Number, full)
                .set_minimum_color("F3B9AE")
                .set_midpoint_color("FFF1CC")
                .set_maximum_color("B9DDC9");
            self.sheet.add_conditional_format(FIRST, column, last, column, &heat)?;
        }
        let sheet = &mut *self.sheet;
        let widths = [6, 9, WHO, 7, 7, 9, 9, 11];
        for (width, column) in widths.into_iter().zip(0..) {
            sheet.set_column_width(column, width)?;
        }
        for column in FIVE..SECTIONS + sections {
            sheet.set_column_width(column, 11)?;
        }
        sheet.set_column_width(SECTIONS + sections, FILE)?.set_row_height(HEAD, 48)?;
        sheet.set_freeze_panes(FIRST, LEVEL)?;
        sheet.autofilter(FULL, 0, last, SECTIONS + sections)?;
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(HEAD, FULL)?;
        Ok(())
    }
}
