//! The working of one report, to the right of its rules: points down the tree of weights, in whole hundredths.
//!
//! Comes in: outcomes and weights in cells. Goes out: formulas for the points of every pack, part and rule, and for the
//! score.

use rust_xlsxwriter::{ColNum, RowNum, XlsxError};

use super::formulas::{Division, all, at, sum_where};
use super::numbers::Share;
use super::places::{FIRST, column};
use super::report::{Page, formula};
use crate::write::lines::ResultLine;
use crate::write::phrase::{outcome, part_id};

impl Page<'_> {
    /// The row of the last rule.
    pub(super) fn last(&self) -> RowNum {
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

    /// The score by the model of the profile.
    pub(super) fn score_formula(&self) -> String {
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

    /// The working of one rule, beside it.
    pub(super) fn working(
        &mut self,
        row: RowNum,
        index: usize,
        result: &ResultLine,
    ) -> Result<(), XlsxError> {
        let now = self.numbers.rules.get(index).copied().unwrap_or_default();
        let out = outcome("not_applicable", self.style);
        let counts = format!("=IF({}=\"{out}\",0,{})", at(row, column::OUTCOME), at(row, column::WEIGHT));
        debug_assert!(result.outcome != "not_applicable" || now.counts == 0);
        self.formula(row, column::COUNTS, formula(counts, &now.counts), &self.formats.working)?;
        let parts = self.part_table();
        let total = sum_where(&parts, column::PARTS, column::PARTS + 7, &at(row, column::PART_KEY));
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

    /// The table of parts.
    pub(super) fn parts(&mut self) -> Result<(), XlsxError> {
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
            let any = sum_where(&rules, column::PART_KEY, column::COUNTS, &at(row, c));
            self.formula(
                row,
                c + 4,
                formula(format!("=IF({any}>0,{},0)", at(row, c + 3)), &now.counts),
                &self.formats.working,
            )?;
            let total = sum_where(&packs, column::PACKS, column::PACKS + 6, &at(row, c + 2));
            self.division(table, row, &total, now, c + 7)?;
            let score = self.card.sections.get(key as usize - 1).map_or(0.0, |s| s.score);
            let earned = sum_where(&rules, column::PART_KEY, column::SCORE, &at(row, c));
            self.formula(row, c + 8, formula(format!("=ROUND({earned},2)"), &score), &self.formats.points)?;
        }
        Ok(())
    }

    /// The table of packs.
    pub(super) fn packs(&mut self) -> Result<(), XlsxError> {
        let head = self.head;
        let (parts, table, c) = (self.part_table(), self.pack_table(), column::PACKS);
        for ((pack, row), key) in head.packs.iter().zip(FIRST..).zip(1u32..) {
            let now = self.numbers.packs.get(key as usize - 1).copied().unwrap_or_default();
            self.number(row, c, f64::from(key), &self.formats.working)?;
            self.words(row, c + 1, &pack.title, &self.formats.working)?;
            let share = self.cells.formula(&pack.id);
            self.formula(row, c + 2, formula(share, &pack.share), &self.formats.working)?;
            let any = sum_where(&parts, column::PARTS + 2, column::PARTS + 4, &at(row, c));
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
}

/// Part of a whole as points out of 100, rounded half up.
fn ratio(part: &str, whole: &str) -> String {
    format!("=IF({whole}=0,0,INT(({part}*20000+{whole})/({whole}*2))/100)")
}
