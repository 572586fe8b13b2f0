//! Names of the sheets: short, without what a sheet name cannot hold, no two alike.

use crate::write::phrase::{issuers, title};
use crate::write::{Card, Style};

/// Longest name of a sheet, in characters.
const LONGEST: usize = 31;

/// A name for the sheet of every report.
pub(super) fn sheets(cards: &[&Card], style: Style) -> Vec<String> {
    cards
        .iter()
        .zip(1usize..)
        .map(|(card, number)| name(number, &issuers(card).unwrap_or_else(|| title(card, style))))
        .collect()
}

fn name(number: usize, who: &str) -> String {
    let words: String = who.chars().filter(|c| c.is_alphanumeric()).collect();
    format!("{number:02} {words}").chars().take(LONGEST).collect::<String>().trim_end().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_sheet_name_cannot_hold_is_left_out() {
        assert_eq!(name(3, "'=[甲]县*?/\\:人民政府"), "03 甲县人民政府");
        assert_eq!(name(1, &"长".repeat(50)).chars().count(), LONGEST);
        assert_eq!(name(7, "!!"), "07");
    }
}
