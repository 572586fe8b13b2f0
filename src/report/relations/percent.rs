//! A stated percentage against the one worked out, with rounding, 达, 近 and 以上 respected.
//!
//! Comes in: a percent figure and the range of what was worked out. Goes out: a verdict.

use super::relation::Check;
use crate::report::figures::{Bounds, Figure, Qualifier};
use rust_decimal::{Decimal, RoundingStrategy};

/// Whether `worked`, in percent, may be printed as `stated`.
pub(super) fn compare(stated: &Figure, worked: Bounds) -> Check {
    let claim = stated.value;
    let unit = Decimal::new(1, claim.scale().min(Decimal::MAX_SCALE));
    let half = unit / Decimal::TWO;
    let tenth = (claim / Decimal::TEN).abs().max(unit);
    let (low, high) = match stated.qualifier {
        None => (claim - half, Some(claim + half)),
        Some(Qualifier::Reaching) => (claim - half, Some(claim + unit)),
        Some(Qualifier::AtLeast) => (claim - half, None),
        Some(Qualifier::Within) => (Decimal::MIN, Some(claim + half)),
        Some(Qualifier::Over) => (claim, Some(claim + tenth)),
        Some(Qualifier::Under) => (claim - tenth, Some(claim)),
        Some(Qualifier::About) => (claim - tenth, Some(claim + tenth)),
    };
    if meets_below(worked, low, high) {
        return Check::Holds;
    }
    let vague = matches!(stated.qualifier, Some(Qualifier::Over | Qualifier::Under | Qualifier::About));
    let slack = if vague {
        // 近 and 约 have no sharp edge.
        (low - tenth, high.map(|h| h + tenth))
    } else {
        // Cutting digits off instead of rounding is a habit, not a false sum.
        (claim.min(low), high.map(|h| h.max(claim + unit)))
    };
    if meets_below(worked, slack.0, slack.1) { Check::CannotTell } else { Check::DoesNotHold }
}

/// Whether the ranges share a number; the upper end `high` itself is outside, since it rounds up.
fn meets_below(worked: Bounds, low: Decimal, high: Option<Decimal>) -> bool {
    worked.high.is_none_or(|h| h >= low) && high.is_none_or(|h| worked.low < h)
}

/// `part / whole` in percent over all values that both allow; nothing for a base of zero.
pub(super) fn ratio(part: Bounds, whole: Bounds) -> Option<Bounds> {
    let percent = |p: Decimal, w: Decimal| p.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(w);
    let low = match whole.high {
        Some(high) if high > Decimal::ZERO => percent(part.low, high)?,
        Some(_) => return None,
        None => Decimal::ZERO,
    };
    let high = match part.high {
        Some(high) if whole.low > Decimal::ZERO => percent(high, whole.low),
        _ => None,
    };
    Some(Bounds { low, high })
}

/// The percentage as shown to a reader: a place more than stated, at least two.
pub(super) fn shown(value: Decimal, stated: &Figure) -> String {
    let places = (stated.value.scale() + 1).clamp(2, 6);
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize().to_string()
}

/// `value` rounded half up to the places of `stated`.
pub(super) fn rounded(value: Decimal, stated: &Figure) -> Decimal {
    value.round_dp_with_strategy(stated.value.scale(), RoundingStrategy::MidpointAwayFromZero)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::figures::figures;
    use crate::text::Span;

    fn check(stated: &str, part: i64, whole: i64) -> Check {
        let found = figures(stated, &[Span::new(0, stated.len())]);
        let exact = |n: i64| Bounds::exactly(n.into());
        compare(&found[0], ratio(exact(part), exact(whole)).unwrap())
    }

    #[test]
    fn rounding_is_half_up_at_the_places_printed() {
        assert_eq!(check("率98.5%", 522, 530), Check::Holds);
        assert_eq!(check("率98.49%", 522, 530), Check::Holds);
        assert_eq!(check("率98%", 522, 530), Check::Holds);
        assert_eq!(check("率12.5%", 1, 8), Check::Holds);
        assert_eq!(check("率13%", 1, 8), Check::Holds);
        assert_eq!(check("率99%", 522, 530), Check::DoesNotHold);
        assert_eq!(check("率98.6%", 522, 530), Check::DoesNotHold);
    }

    #[test]
    fn digits_cut_off_are_no_false_sum() {
        assert_eq!(check("率98.4%", 522, 530), Check::CannotTell);
        assert_eq!(check("率达98.4%", 522, 530), Check::Holds);
    }

    #[test]
    fn words_of_exactness_are_respected() {
        assert_eq!(check("率98%以上", 522, 530), Check::Holds);
        assert_eq!(check("率99%以上", 522, 530), Check::DoesNotHold);
        assert_eq!(check("率近99%", 522, 530), Check::Holds);
        assert_eq!(check("率近60%", 522, 530), Check::DoesNotHold);
    }
}
