//! How alike two texts are, by the pairs of characters they share.
//!
//! Digits count as one and the same digit, so that a sentence with another year or figure is still the same sentence.
//! Punctuation and blanks do not count.

/// The distinct character pairs of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shingles(Vec<u64>);

impl Shingles {
    /// The pairs of a folded text.
    pub fn of(text: &str) -> Shingles {
        let mut last = None;
        let mut pairs = Vec::with_capacity(text.len() / 3);
        for c in text.chars().filter(|c| c.is_alphanumeric()) {
            let c = if c.is_ascii_digit() { '0' } else { c };
            if let Some(before) = last.replace(c)
                && (before, c) != ('0', '0')
            {
                pairs.push(u64::from(u32::from(before)) << 32 | u64::from(u32::from(c)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        Shingles(pairs)
    }

    /// Number of distinct pairs.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the text had no pair of characters.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The pairs, in order.
    pub fn pairs(&self) -> impl Iterator<Item = u64> + '_ {
        self.0.iter().copied()
    }

    /// Without the pairs that a predicate names, such as those that stand everywhere.
    #[must_use]
    pub fn without(&self, common: impl Fn(u64) -> bool) -> Shingles {
        Shingles(self.0.iter().copied().filter(|p| !common(*p)).collect())
    }

    /// How alike two texts are: shared pairs against all pairs of both, per mille.
    pub fn likeness(&self, other: &Shingles) -> u32 {
        let all = self.0.len() + other.0.len();
        (self.shared(other) * 2000).checked_div(all).unwrap_or(0) as u32
    }

    /// How much of this text stands in the other, per mille.
    pub fn inside(&self, other: &Shingles) -> u32 {
        (self.shared(other) * 1000).checked_div(self.0.len()).unwrap_or(0) as u32
    }

    fn shared(&self, other: &Shingles) -> usize {
        let (mut a, mut b, mut shared) = (0, 0, 0);
        while let (Some(x), Some(y)) = (self.0.get(a), other.0.get(b)) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => a += 1,
                std::cmp::Ordering::Greater => b += 1,
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    a += 1;
                    b += 1;
                }
            }
        }
        shared
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_figures_and_years_leave_a_sentence_the_same() {
        let old = Shingles::of("2022年,全县办理行政复议案件38件。");
        let new = Shingles::of("2023年,全县办理行政复议案件1205件。");
        assert_eq!(old.likeness(&new), 1000);
    }

    #[test]
    fn a_part_stands_inside_the_whole() {
        let part = Shingles::of("组织执法人员培训");
        let whole = Shingles::of("全年组织执法人员培训4期,评查案卷120卷");
        assert_eq!(part.inside(&whole), 1000);
        assert!(part.likeness(&whole) < 700);
        assert_eq!(Shingles::of("。").likeness(&whole), 0);
    }
}
