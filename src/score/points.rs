//! Points: integer hundredths. The only rounding rule of the program stands here.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

/// A number of points in hundredths; no float ever holds a score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(pub i64);

impl Points {
    /// All there is to earn.
    pub const ALL: Points = Points(10_000);

    /// `share` ten-thousandths of these points, rounded half up.
    #[must_use]
    pub fn share(self, share: u16) -> Points {
        Points((self.0 * i64::from(share) * 2 + 10_000) / 20_000)
    }

    /// Part of a whole as points out of 100, rounded half up; 0 of 0 is 0.
    pub fn ratio(part: i64, whole: i64) -> Points {
        if whole <= 0 { Points(0) } else { Points((part * 20_000 + whole) / (whole * 2)) }
    }

    /// As a number with at most two decimals, for JSON.
    #[expect(clippy::cast_precision_loss, reason = "points are small")]
    pub fn number(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.abs() / 100, self.0.abs() % 100);
        if rest == 0 {
            write!(f, "{sign}{whole}")
        } else if rest % 10 == 0 {
            write!(f, "{sign}{whole}.{}", rest / 10)
        } else {
            write!(f, "{sign}{whole}.{rest:02}")
        }
    }
}

impl Add for Points {
    type Output = Points;
    fn add(self, other: Points) -> Points {
        Points(self.0 + other.0)
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Points) {
        self.0 += other.0;
    }
}

impl Sub for Points {
    type Output = Points;
    fn sub(self, other: Points) -> Points {
        Points(self.0 - other.0)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(iter: I) -> Points {
        iter.fold(Points(0), Add::add)
    }
}

/// Divide points by weights without losing a hundredth: whole shares first, what is left to the largest remainders,
/// earlier ones first among equals.
pub fn allocate(total: Points, weights: &[u64]) -> Vec<Points> {
    let sum: u64 = weights.iter().sum();
    if sum == 0 {
        return vec![Points(0); weights.len()];
    }
    let total = u64::try_from(total.0).unwrap_or(0);
    let mut parts: Vec<u64> = weights.iter().map(|w| total * w / sum).collect();
    let mut order: Vec<usize> = (0..weights.len()).filter(|&i| weights[i] > 0).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(total * weights[i] % sum));
    let left = total - parts.iter().sum::<u64>();
    for &i in order.iter().take(usize::try_from(left).unwrap_or(0)) {
        parts[i] += 1;
    }
    parts.into_iter().map(|p| Points(i64::try_from(p).unwrap_or(0))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printing_drops_empty_decimals() {
        let shown: Vec<String> = [5800, 5825, 5850, 5, -125].map(|p| Points(p).to_string()).to_vec();
        assert_eq!(shown, ["58", "58.25", "58.5", "0.05", "-1.25"]);
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost_in_dividing(total in 0i64..20_000, weights in proptest::collection::vec(0u64..50, 1..12)) {
            let parts = allocate(Points(total), &weights);
            let want = if weights.iter().all(|w| *w == 0) { 0 } else { total };
            proptest::prop_assert_eq!(parts.iter().map(|p| p.0).sum::<i64>(), want);
            for (part, weight) in parts.iter().zip(&weights) {
                proptest::prop_assert!(*weight > 0 || part.0 == 0);
            }
        }
    }
}
