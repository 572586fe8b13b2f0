//! Whether a sum that does not fit was meant to: near the total, or one slip of the pen away.
//!
//! Comes in: a total and parts. Goes out: yes or no. Knows nothing of what they count.

use super::passage::Term;
use crate::report::figures::Multiplier;
use rust_decimal::Decimal;

/// Whether the sum is so near, or one digit away, that the parts were meant to be all. `tenths` of the
/// larger one are near enough.
pub(super) fn is_slip(total: &Term, parts: &[&Term], tenths: i64) -> bool {
    let Some((sum, whole)) = sum_and_whole(total, parts) else { return false };
    let one_digit = || {
        let mend = |t: &&Term| {
            let value = t.figure.normalised();
            t.figure.multiplier == Multiplier::One && is_one_slip(value, value + whole - sum)
        };
        is_one_slip(whole, sum) || parts.iter().any(mend)
    };
    covers(total, parts, tenths) || (covers(total, parts, 3) && one_digit())
}

/// Whether the smaller of sum and total is at least so many tenths of the larger.
pub(super) fn covers(total: &Term, parts: &[&Term], tenths: i64) -> bool {
    sum_and_whole(total, parts)
        .is_some_and(|(sum, whole)| sum.min(whole) * Decimal::TEN >= sum.max(whole) * Decimal::from(tenths))
}

fn sum_and_whole(total: &Term, parts: &[&Term]) -> Option<(Decimal, Decimal)> {
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, t| Some(sum + t.figure.total()?))?;
    let whole = total.figure.normalised();
    (!sum.is_zero() && !whole.is_zero()).then_some((sum, whole))
}

/// One digit changed, two neighbours swapped, or one digit too many or too few.
fn is_one_slip(a: Decimal, b: Decimal) -> bool {
    if a == b || a.is_sign_negative() || b.is_sign_negative() {
        return false;
    }
    let (a, b) = (a.normalize().to_string(), b.normalize().to_string());
    let (a, b) = (a.as_bytes(), b.as_bytes());
    match a.len().abs_diff(b.len()) {
        0 => is_changed_once(a, b),
        1 if a.len() > b.len() => is_dropped_once(a, b),
        1 => is_dropped_once(b, a),
        _ => false,
    }
}

fn is_changed_once(a: &[u8], b: &[u8]) -> bool {
    let unlike: Vec<usize> = (0..a.len()).filter(|&i| a[i] != b[i]).collect();
    match unlike[..] {
        [_] => true,
        [i, j] => j == i + 1 && a[i] == b[j] && a[j] == b[i],
        _ => false,
    }
}

fn is_dropped_once(long: &[u8], short: &[u8]) -> bool {
    let same = long.iter().zip(short).take_while(|(x, y)| x == y).count();
    long.get(same + 1..) == short.get(same..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_slips_and_others() {
        let slip = |a: i64, b: i64| is_one_slip(a.into(), b.into());
        for (a, b) in [(323, 322), (323, 823), (521, 512), (198, 1980), (1984, 198), (1198, 198)] {
            assert!(slip(a, b), "{a} {b}");
        }
        for (a, b) in [(323, 323), (323, 411), (521, 215), (18000, 681), (5, 512), (5, -5)] {
            assert!(!slip(a, b), "{a} {b}");
        }
    }
}
