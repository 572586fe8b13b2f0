//! Traditional characters and the simplified ones they are written as.
//!
//! Comes in: a character. Goes out: its simplified form. Characters that simplified texts use themselves (those of
//! GB 2312) have none, but for four that these texts no longer use. Source: `kSimplifiedVariant` and
//! `kSemanticVariant` of the Unihan database.

use std::sync::LazyLock;

/// Pairs of a traditional and a simplified character.
const PAIRS: &str = include_str!("traditional.txt");
/// The block that all of them stand in.
const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

/// The simplified form of every character of the block, as its number; 0 if it has none.
static FORMS: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut forms = vec![0; (LAST - FIRST + 1) as usize];
    for pair in PAIRS.split_whitespace() {
        let mut chars = pair.chars().map(u32::from);
        let Some((from, to)) = chars.next().zip(chars.next()) else { continue };
        let form = forms.get_mut((from.wrapping_sub(FIRST)) as usize);
        if let (Some(form), Ok(to)) = (form, u16::try_from(to)) {
            *form = to;
        }
    }
    forms
});

/// The simplified form of a traditional character.
pub fn simplified(c: char) -> Option<char> {
    let at = u32::from(c).checked_sub(FIRST)? as usize;
    FORMS.get(at).filter(|form| **form != 0).and_then(|form| char::from_u32((*form).into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_the_table_is_read() {
        let pairs: Vec<&str> = PAIRS.split_whitespace().collect();
        assert!(pairs.len() > 2500);
        for pair in pairs {
            let chars: Vec<char> = pair.chars().collect();
            assert_eq!(chars.len(), 2, "{pair}");
            assert_eq!(simplified(chars[0]), Some(chars[1]));
            assert_eq!(simplified(chars[1]), None, "{pair} goes on");
        }
    }

    #[test]
    fn simplified_texts_stay_as_they_are() {
        let words = "乾隆显著覆盖藉口台湾里面干部云计算后勤";
        assert_eq!(words.chars().filter_map(simplified).count(), 0);
        let words: String = "開展執法監督關於貫徹落實".chars().map(|c| simplified(c).unwrap_or(c)).collect();
        assert_eq!(words, "开展执法监督关于贯彻落实");
    }
}
