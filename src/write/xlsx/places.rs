//! Where things stand in the workbook: what writes it, what computes in it and what reads it back agree here.

use rust_xlsxwriter::{ColNum, RowNum};

use crate::text::Lang;

/// Where the weights stand, for whoever reads an edited workbook.
#[derive(Clone, Copy, Debug)]
pub struct WeightsTable {
    /// Names of the sheet, in either language.
    pub sheets: [&'static str; 2],
    /// Row and column of the id of the profile, from 0.
    pub profile: (u32, u32),
    /// First row of the table, from 0; it ends at the first row without an id.
    pub first: u32,
    /// Column of the id.
    pub id: u32,
    /// Column of the weight as it was.
    pub was: u32,
    /// Column of the weight as it is now.
    pub now: u32,
}

/// The table of weights.
pub const WEIGHTS: WeightsTable =
    WeightsTable { sheets: ["权重", "Weights"], profile: (2, 1), first: 5, id: 0, was: 2, now: 3 };

/// The name of the sheet of weights.
pub(super) fn weights_sheet(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => WEIGHTS.sheets[0],
        Lang::En => WEIGHTS.sheets[1],
    }
}

/// Column of the grade table on the sheet of weights: lowest score, name beside it.
pub(super) const BANDS: ColNum = 6;

/// Row of score, grade and gate on the sheet of a report.
pub(super) const SCORE: (RowNum, ColNum) = (2, 2);
/// The grade.
pub(super) const GRADE: (RowNum, ColNum) = (2, 4);
/// Row of the column heads of a report.
pub(super) const HEAD: RowNum = 4;
/// First rule of a report.
pub(super) const FIRST: RowNum = 5;

/// Columns of the sheet of a report, left to right.
pub(super) mod column {
    use rust_xlsxwriter::ColNum;

    /// Number of the rule, which also breaks ties.
    pub const NUMBER: ColNum = 0;
    /// Name of the part.
    pub const PART: ColNum = 1;
    /// Name of the rule.
    pub const RULE: ColNum = 2;
    /// Outcome.
    pub const OUTCOME: ColNum = 3;
    /// Share earned; a reviewer may change it.
    pub const SHARE: ColNum = 4;
    /// Weight, from the sheet of weights.
    pub const WEIGHT: ColNum = 5;
    /// Points to earn.
    pub const POSSIBLE: ColNum = 6;
    /// Points earned.
    pub const SCORE: ColNum = 7;
    /// Severity.
    pub const SEVERITY: ColNum = 8;
    /// What was found.
    pub const MESSAGE: ColNum = 9;
    /// Places and their words.
    pub const EVIDENCE: ColNum = 10;
    /// What to do.
    pub const ADVICE: ColNum = 11;
    /// Basis.
    pub const BASIS: ColNum = 12;
    /// Id of the rule.
    pub const ID: ColNum = 13;
    /// Number of the part; the first column of the working.
    pub const PART_KEY: ColNum = 15;
    /// Weight that counts.
    pub const COUNTS: ColNum = 16;
    /// Whole hundredths.
    pub const FLOOR: ColNum = 17;
    /// Remainder.
    pub const REST: ColNum = 18;
    /// Hundredths to earn.
    pub const POINTS: ColNum = 19;

    /// First column of the table of parts: key, name, pack, weight, weight that counts, whole, remainder, hundredths,
    /// points earned.
    pub const PARTS: ColNum = 21;
    /// First column of the table of packs: key, name, share, share that counts, whole, remainder, hundredths.
    pub const PACKS: ColNum = 31;
    /// Last column of the working.
    pub const LAST: ColNum = 37;
}
