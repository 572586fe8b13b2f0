//! Kinds and levels of issuers.

/// Who issues the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssuerKind {
    /// Party committee and government jointly.
    PartyGovernment,
    /// A government.
    Government,
    /// A department of a government.
    Department,
}

impl IssuerKind {
    /// The word in JSON and in conditions of rules.
    pub fn word(self) -> &'static str {
        match self {
            IssuerKind::PartyGovernment => "party+government",
            IssuerKind::Government => "government",
            IssuerKind::Department => "department",
        }
    }

    /// All kinds.
    pub const ALL: [IssuerKind; 3] =
        [IssuerKind::PartyGovernment, IssuerKind::Government, IssuerKind::Department];
}

/// The administrative level of the issuer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Province, autonomous region, municipality.
    Province,
    /// Prefecture-level city, prefecture, league.
    City,
    /// County, district, county-level city, banner.
    County,
    /// Town, township, subdistrict.
    Township,
    /// A department, whatever its government's level.
    Department,
}

impl Level {
    /// The word in JSON and in conditions of rules.
    pub fn word(self) -> &'static str {
        match self {
            Level::Province => "province",
            Level::City => "city",
            Level::County => "county",
            Level::Township => "township",
            Level::Department => "department",
        }
    }

    /// The Chinese name.
    pub fn title(self) -> &'static str {
        match self {
            Level::Province => "省级",
            Level::City => "市级",
            Level::County => "县级",
            Level::Township => "乡镇级",
            Level::Department => "部门",
        }
    }

    /// All levels, from the top.
    pub const ALL: [Level; 5] =
        [Level::Province, Level::City, Level::County, Level::Township, Level::Department];
}
