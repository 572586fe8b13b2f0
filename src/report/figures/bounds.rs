//! The numbers that a printed figure allows: rounding, 余, 近, 以上 and 各 worked out.
//!
//! Comes in: a figure. Goes out: a closed range. Two statements contradict each other only where
//! their ranges do not meet.

use super::figure::{Figure, Multiplier, Qualifier};
use rust_decimal::Decimal;

/// A closed range of numbers; without `high` it is open above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The least number meant.
    pub low: Decimal,
    /// The greatest number meant.
    pub high: Option<Decimal>,
}

impl Bounds {
    /// Exactly one number.
    pub fn exactly(value: Decimal) -> Bounds {
        Bounds { low: value, high: Some(value) }
    }

    /// The range that a figure allows.
    pub(super) fn of(figure: &Figure) -> Bounds {
        let value = figure.normalised();
        let half = half_step(figure);
        let step = round_step(value);
        let (low, high) = match figure.qualifier {
            Some(Qualifier::Over) => (value, Some(value + step)),
            Some(Qualifier::Under) => (value - step, Some(value)),
            Some(Qualifier::AtLeast) => (value, None),
            Some(Qualifier::Within) => (Decimal::ZERO, Some(value)),
            Some(Qualifier::About) => (value - step, Some(value + step)),
            Some(Qualifier::Reaching) | None => (value - half, Some(value + half)),
        };
        let scaled = |upper: Decimal| upper.checked_mul(Decimal::from(figure.scale)).unwrap_or(upper);
        let high = high.map(|high| figure.upper.map_or(high, scaled).max(high));
        match figure.multiplier {
            Multiplier::One => Bounds { low, high },
            Multiplier::Times(n) => Bounds { low, high }.times(n),
            Multiplier::Unknown => Bounds { low, high: None },
        }
    }

    fn times(self, n: u32) -> Bounds {
        let by = |x: Decimal| x.checked_mul(Decimal::from(n));
        Bounds { low: by(self.low).unwrap_or(self.low), high: self.high.and_then(by) }
    }

    /// The range of the sum.
    #[must_use]
    pub fn plus(self, other: Bounds) -> Bounds {
        Bounds {
            low: self.low.saturating_add(other.low),
            high: self.high.zip(other.high).and_then(|(a, b)| a.checked_add(b)),
        }
    }

    /// Whether some number lies in both.
    pub fn meets(self, other: Bounds) -> bool {
        !self.below(other) && !other.below(self)
    }

    /// Whether every number here is less than every number there.
    pub fn below(self, other: Bounds) -> bool {
        self.high.is_some_and(|high| high < other.low)
    }

    /// Whether only one number is meant.
    pub fn is_exact(self) -> bool {
        self.high == Some(self.low)
    }
}

/// Half a unit of the last printed place; none for a plain whole number.
fn half_step(figure: &Figure) -> Decimal {
    let places = figure.value.scale();
    if places == 0 && figure.scale == 1 {
        return Decimal::ZERO;
    }
    let last = Decimal::new(1, places.min(Decimal::MAX_SCALE));
    (last * Decimal::from(figure.scale)) / Decimal::TWO
}

/// The step that 余, 近 and 约 stand for: one of the last digit that is not a round zero.
fn round_step(value: Decimal) -> Decimal {
    let value = value.normalize();
    let mut step = Decimal::new(1, value.scale());
    while value.scale() == 0 && !value.is_zero() && (value % (step * Decimal::TEN)).is_zero() {
        step *= Decimal::TEN;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::figures::figures;
    use crate::text::Span;

    fn bounds(text: &str) -> (String, String) {
        let found = figures(text, &[Span::new(0, text.len())]);
        let bounds = found[0].bounds();
        let high = bounds.high.map_or("-".to_string(), |h| h.normalize().to_string());
        (bounds.low.normalize().to_string(), high)
    }

    #[test]
    fn words_of_exactness_open_a_range() {
        for (text, low, high) in [
            ("共521人。", "521", "521"),
            ("共70余个。", "70", "80"),
            ("共14000余人次。", "14000", "15000"),
            ("近300件。", "200", "300"),
            ("公开8.2万条。", "81500", "82500"),
            ("罚款320.86万元。", "3208550", "3208650"),
            ("率96%以上。", "96", "-"),
            ("用时5天以内。", "0", "5"),
            ("约50件。", "40", "60"),
            ("规划、交通、金融各1件。", "3", "3"),
            ("需3-5个工作日。", "3", "5"),
        ] {
            assert_eq!(bounds(text), (low.to_string(), high.to_string()), "{text}");
        }
    }

    #[test]
    fn ranges_add_and_meet() {
        let range = |low: i64, high: i64| Bounds { low: low.into(), high: Some(high.into()) };
        assert_eq!(range(1, 2).plus(range(3, 5)), range(4, 7));
        assert!(range(1, 3).meets(range(3, 4)) && range(1, 2).below(range(3, 4)));
        assert!(!Bounds { low: 1.into(), high: None }.below(range(9, 9)));
    }
}
