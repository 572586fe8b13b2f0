//! The sheet of weights: shares of packs, weights of parts and rules, each once, in cells to edit.

use std::collections::BTreeMap;

use rust_xlsxwriter::{ColNum, RowNum, Worksheet, XlsxError};

use super::formats::Formats;
use super::formulas::at;
use super::places::{BANDS, WEIGHTS, weights_sheet};
use crate::write::phrase::part_id;
use crate::write::{Head, Style};

/// A row of the table: id, name, weight.
pub(super) fn rows(head: &Head) -> Vec<(String, String, u32)> {
    let mut out = Vec::new();
    for pack in &head.packs {
        out.push((pack.id.clone(), pack.title.clone(), pack.share));
        for part in &pack.parts {
            out.push((part_id(&pack.id, &part.id), part.title.clone(), part.weight));
            out.extend(part.rules.iter().map(|r| (r.id.clone(), r.title.to_string(), r.weight)));
        }
    }
    out
}

/// The cell of every weight, by id.
pub(super) struct Cells(BTreeMap<String, String>);

impl Cells {
    pub(super) fn of(head: &Head, style: Style) -> Cells {
        let sheet = weights_sheet(style.lang);
        let cell = |row| format!("{sheet}!{}", at(row, WEIGHTS.now as ColNum));
        Cells(rows(head).into_iter().zip(WEIGHTS.first..).map(|((id, ..), row)| (id, cell(row))).collect())
    }

    /// A formula that is the weight of something.
    pub(super) fn formula(&self, id: &str) -> String {
        self.0.get(id).map_or_else(|| "=0".to_string(), |cell| format!("={cell}"))
    }
}

pub(super) fn weights(
    head: &Head,
    formats: &Formats,
    style: Style,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let t = |zh, en| style.pick(zh, en);
    sheet.set_name(weights_sheet(style.lang))?;
    sheet.write_string_with_format(0, 0, t("权重", "Weights"), &formats.title)?;
    let how = t(
        "改黄色单元格里的整数,各表得分随即重算。要用于以后的评分:lawcheck packs weights --from 本文件 --output 新方案.yaml",
        "Edit the yellow whole numbers; all sheets recompute. To keep them: lawcheck packs weights --from BOOK --output NEW.yaml",
    );
    sheet.write_string_with_format(1, 0, style.say(how), &formats.faint)?;
    sheet.write_string_with_format(2, 0, t("评分方案", "Profile"), &formats.text)?;
    sheet.write_string_with_format(2, 1, &head.profile.id, &formats.quoted)?;
    sheet.write_string_with_format(2, 2, &head.profile.version, &formats.quoted)?;
    let names = [t("编号", "Id"), t("名称", "Name"), t("原权重", "Weight"), t("权重", "New weight")];
    for (name, column) in names.into_iter().zip(0..) {
        sheet.write_string_with_format(WEIGHTS.first - 1, column, name, &formats.head)?;
    }
    for ((id, name, weight), row) in rows(head).into_iter().zip(WEIGHTS.first..) {
        sheet.write_string_with_format(row, 0, id, &formats.quoted)?;
        sheet.write_string_with_format(row, 1, style.say(&name), &formats.quoted)?;
        sheet.write_number_with_format(row, 2, weight, &formats.count)?;
        sheet.write_number_with_format(row, 3, weight, &formats.input)?;
    }
    bands(head, formats, style, sheet)?;
    sheet
        .set_column_width(0, 46)?
        .set_column_width(1, 40)?
        .set_column_width(2, 10)?
        .set_column_width(3, 12)?;
    sheet.set_freeze_panes(WEIGHTS.first, 0)?;
    sheet
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(WEIGHTS.first - 1, WEIGHTS.first - 1)?;
    Ok(())
}

/// Grades from the bottom, as a look-up needs them.
fn bands(head: &Head, formats: &Formats, style: Style, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let row = WEIGHTS.first - 1;
    sheet.write_string_with_format(row, BANDS, style.pick("起分", "From"), &formats.head)?;
    sheet.write_string_with_format(row, BANDS + 1, style.pick("等次", "Grade"), &formats.head)?;
    for ((from, name), row) in head.profile.bands.iter().rev().zip(WEIGHTS.first..) {
        sheet.write_number_with_format(row, BANDS, *from, &formats.count)?;
        sheet.write_string_with_format(row, BANDS + 1, name, &formats.quoted)?;
    }
    Ok(())
}

/// The grade of a score that stands in a cell.
pub(super) fn grade_formula(head: &Head, score: &str, style: Style) -> String {
    let last = WEIGHTS.first + (head.profile.bands.len().max(1) as RowNum) - 1;
    let sheet = weights_sheet(style.lang);
    let range = |column| format!("{sheet}!{}:{}", at(WEIGHTS.first, column), at(last, column));
    format!("=LOOKUP({score},{},{})", range(BANDS), range(BANDS + 1))
}
