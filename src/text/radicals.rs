//! Radicals that stand where an ideograph is meant: fonts of some PDF writers map `人` to `⼈` and `长` to `⻓`.
//!
//! Comes in: a character. Goes out: the ideograph with the same shape. Source: `EquivalentUnifiedIdeograph` of the
//! Unicode Character Database.

/// First of the CJK radicals supplement.
const FIRST: char = '\u{2e80}';
/// The ideograph of every character from [`FIRST`] on; the radical itself where there is none.
const SUPPLEMENT: &str = "\
    ⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日\
    月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂\
    肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝\
    雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

/// The ideograph that a radical stands for.
pub fn ideograph(c: char) -> Option<char> {
    let found = match c {
        '\u{2e80}'..='\u{2ef3}' => SUPPLEMENT.chars().nth(c as usize - FIRST as usize)?,
        '\u{2f00}'..='\u{2fdf}' => decomposed(c),
        _ => return None,
    };
    (found != c).then_some(found)
}

/// The first character that a compatibility character stands for.
pub(super) fn decomposed(c: char) -> char {
    let mut to = None;
    unicode_normalization::char::decompose_compatible(c, |d| {
        to.get_or_insert(d);
    });
    to.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_blocks_are_known() {
        for (radical, want) in [
            ('\u{2f00}', '一'),
            ('\u{2f08}', '人'),
            ('\u{2ea0}', '民'),
            ('\u{2ed3}', '长'),
            ('\u{2ef3}', '龟'),
            ('\u{2e81}', '厂'),
        ] {
            assert_eq!(ideograph(radical), Some(want));
        }
        assert_eq!(ideograph('人'), None);
    }
}
