//! What a figure is, and how it is printed.
//!
//! Knows nothing of how figures are found.

use super::bounds::Bounds;
use crate::text::Span;
use rust_decimal::Decimal;
use std::fmt::Write as _;

/// A number that counts or measures something, as the text states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The words: number, unit and qualifier.
    pub span: Span,
    /// The number as printed, before 万 or 亿: 8.2 for `8.2万条`.
    pub value: Decimal,
    /// The upper end of a range such as `3-5个`.
    pub upper: Option<Decimal>,
    /// The unit as printed: `万条`, `个街道`, `%`; empty where the text has none (`370余`).
    pub unit: String,
    /// The measure word in the unit, the part that decides what may be added: 条, 个, %.
    pub measure: &'static str,
    /// What 百, 千, 万 or 亿 in the unit multiplies by; 1 without.
    pub scale: u64,
    /// What the text says about exactness.
    pub qualifier: Option<Qualifier>,
    /// How many times the value counts: 3 for `规划、交通、金融各1件`.
    pub multiplier: Multiplier,
}

/// What a word beside the number says about exactness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// 余, 多: somewhat more.
    Over,
    /// 近, 不足: somewhat less.
    Under,
    /// 以上, 不少于, 超过, 逾: this or more.
    AtLeast,
    /// 以内, 以下, 不超过: this or less.
    Within,
    /// 约, 左右: either side.
    About,
    /// 达: the number has been reached, and may be cut rather than rounded.
    Reaching,
}

/// How often a value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Multiplier {
    /// Once.
    One,
    /// 各: once for each of so many.
    Times(u32),
    /// 各, and the text does not say for how many.
    Unknown,
}

impl Figure {
    /// The value with 万 and 亿 worked out, for one of what 各 multiplies.
    pub fn normalised(&self) -> Decimal {
        self.value.checked_mul(Decimal::from(self.scale)).unwrap_or(self.value).normalize()
    }

    /// The value with 万, 亿 and 各 worked out; nothing where 各 is open.
    pub fn total(&self) -> Option<Decimal> {
        match self.multiplier {
            Multiplier::One => Some(self.normalised()),
            Multiplier::Times(n) => self.normalised().checked_mul(Decimal::from(n)),
            Multiplier::Unknown => None,
        }
    }

    /// The numbers that the words allow.
    pub fn bounds(&self) -> Bounds {
        Bounds::of(self)
    }

    /// Whether the figure is a share in percent.
    pub fn is_percent(&self) -> bool {
        self.measure == "%"
    }

    /// The figure in words. Reading them gives the figure back, but for its span and multiplier.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        out.push_str(match self.qualifier {
            Some(Qualifier::Under) => "近",
            Some(Qualifier::Reaching) => "达",
            _ => "",
        });
        let _ = write!(out, "{}", self.value);
        if let Some(upper) = self.upper {
            let _ = write!(out, "-{upper}");
        }
        let (scale, measure) =
            self.unit.split_at_checked(self.scale_word().len()).unwrap_or(("", &self.unit));
        out.push_str(scale);
        out.push_str(if self.qualifier == Some(Qualifier::Over) { "余" } else { "" });
        out.push_str(measure);
        out.push_str(match self.qualifier {
            Some(Qualifier::AtLeast) => "以上",
            Some(Qualifier::Within) => "以内",
            Some(Qualifier::About) => "左右",
            _ => "",
        });
        out
    }

    fn scale_word(&self) -> &'static str {
        SCALES.iter().find(|(_, scale)| *scale == self.scale).map_or("", |(word, _)| word)
    }
}

/// The words between a number and its measure word that multiply it; longer ones first.
pub(super) const SCALES: &[(&str, u64)] = &[
    ("万亿", 1_000_000_000_000),
    ("百亿", 10_000_000_000),
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("千", 1000),
    ("百", 100),
];
