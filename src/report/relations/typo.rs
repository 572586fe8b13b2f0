//! Whether one number becomes another by a single slip of the pen.
//!
//! Comes in: two numbers. Goes out: yes or no. Knows nothing of what they count.

use rust_decimal::Decimal;

/// One digit changed, two neighbours swapped, or one digit too many or too few.
pub(super) fn is_one_slip(a: Decimal, b: Decimal) -> bool {
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
