//! Conditions on report year, level and issuer kind: yes, no, or unknown where the report is silent.

use crate::report::{IssuerKind, Level, Metadata};

/// Whether something applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// It does.
    Yes,
    /// It does not; which condition fails.
    No(Aspect),
    /// The report does not say what the condition asks.
    Unknown(Aspect),
}

/// What a condition asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// Report year.
    Year,
    /// Level.
    Level,
    /// Issuer kind.
    IssuerKind,
}

impl Applies {
    /// Both must hold: a no wins over an unknown.
    #[must_use]
    pub fn and(self, other: Applies) -> Applies {
        match (self, other) {
            (Applies::No(a), _) | (_, Applies::No(a)) => Applies::No(a),
            (Applies::Unknown(a), _) | (_, Applies::Unknown(a)) => Applies::Unknown(a),
            (Applies::Yes, Applies::Yes) => Applies::Yes,
        }
    }
}

/// A condition; empty aspects ask nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// First and last report year.
    pub years: Option<(i16, i16)>,
    /// Levels.
    pub levels: Vec<Level>,
    /// Issuer kinds.
    pub issuer_kinds: Vec<IssuerKind>,
}

impl Condition {
    /// Judge the condition on what a report says of itself.
    pub fn judge(&self, metadata: &Metadata) -> Applies {
        let year = self.years.map_or(Applies::Yes, |(from, to)| {
            among(metadata.report_year.as_ref().map(|f| (from..=to).contains(&f.value)), Aspect::Year)
        });
        let level = if self.levels.is_empty() {
            Applies::Yes
        } else {
            among(metadata.level.as_ref().map(|f| self.levels.contains(&f.value)), Aspect::Level)
        };
        let kind = if self.issuer_kinds.is_empty() {
            Applies::Yes
        } else {
            among(
                metadata.issuer_kind.as_ref().map(|f| self.issuer_kinds.contains(&f.value)),
                Aspect::IssuerKind,
            )
        };
        year.and(level).and(kind)
    }
}

fn among(known: Option<bool>, aspect: Aspect) -> Applies {
    match known {
        Some(true) => Applies::Yes,
        Some(false) => Applies::No(aspect),
        None => Applies::Unknown(aspect),
    }
}

/// `>=2019`, `<=2018`, `2021-2025`, `2020`; `None` for anything else.
pub(crate) fn years(text: &str) -> Option<(i16, i16)> {
    let year = |t: &str| t.trim().parse::<i16>().ok().filter(|y| (1990..=2100).contains(y));
    let text = text.trim();
    if let Some(rest) = text.strip_prefix(">=") {
        return year(rest).map(|y| (y, i16::MAX));
    }
    if let Some(rest) = text.strip_prefix("<=") {
        return year(rest).map(|y| (i16::MIN, y));
    }
    match text.split_once('-') {
        Some((from, to)) => year(from).zip(year(to)).filter(|(a, b)| a <= b),
        None => year(text).map(|y| (y, y)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_years() {
        assert_eq!(years(">=2019"), Some((2019, i16::MAX)));
        assert_eq!(years("<=2018"), Some((i16::MIN, 2018)));
        assert_eq!(years("2021-2025"), Some((2021, 2025)));
        assert_eq!(years("2020"), Some((2020, 2020)));
        for bad in ["", "2025-2021", ">2019", "二〇一九", "19"] {
            assert_eq!(years(bad), None, "{bad}");
        }
    }

    #[test]
    fn unknown_is_neither_yes_nor_no() {
        let condition = Condition { years: Some((2019, 2025)), ..Condition::default() };
        assert_eq!(condition.judge(&Metadata::default()), Applies::Unknown(Aspect::Year));
        let both = Condition { levels: vec![Level::City], ..condition };
        let level = Some(crate::report::Found::declared(Level::County));
        let metadata = Metadata { level, ..Metadata::default() };
        assert_eq!(both.judge(&metadata), Applies::No(Aspect::Level));
    }
}
