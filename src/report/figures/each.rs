//! 各: how many times a value counts.
//!
//! Comes in: the characters before a number. Goes out: the multiplier.

use super::figure::Multiplier;
use crate::text::Glyphs;

/// Characters looked back over for the list.
const LONGEST_LIST: usize = 120;

/// The multiplier of a number that begins at `i`, and where 各 stands.
pub(super) fn multiplier(glyphs: &Glyphs, i: usize) -> Multiplier {
    let words = ["各", "各有", "各设", "各设立", "各派", "各配备", "各查处", "各办理", "各开展", "各举办"];
    let Some(word) = words.iter().find(|w| glyphs.ends_with(i, w)) else { return Multiplier::One };
    let end = i - word.chars().count();
    match listed_before(glyphs, end) {
        n @ 2.. => Multiplier::Times(n),
        _ => Multiplier::Unknown,
    }
}

/// Number of things in the list that ends at `end`: `规划、交通、金融` are three.
fn listed_before(glyphs: &Glyphs, end: usize) -> u32 {
    let mut items = 0;
    let mut length = 0;
    for i in (end.saturating_sub(LONGEST_LIST)..end).rev() {
        match glyphs.at(i) {
            ',' | '。' | ';' | ':' | '(' | ')' => break,
            // A number in the list means that it is not one of bare names.
            c if c.is_ascii_digit() => return 0,
            '、' | '和' | '及' | '与' => {
                items += u32::from(length > 0);
                length = 0;
            }
            _ => length += 1,
        }
    }
    items + u32::from(length > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn read(text: &str) -> Multiplier {
        let glyphs = Glyphs::of(text, Span::new(0, text.len()));
        multiplier(&glyphs, glyphs.find(0, glyphs.len(), '1').unwrap())
    }

    #[test]
    fn counts_the_names_before_each() {
        assert_eq!(read("其中国土件,规划、交通、金融各1件"), Multiplier::Times(3));
        assert_eq!(read("区直和街道各1名"), Multiplier::Times(2));
        assert_eq!(read("每村各1名"), Multiplier::Unknown);
        assert_eq!(read("共1件"), Multiplier::One);
    }
}
