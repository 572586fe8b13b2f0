//! A run as plain data, in the shape that `lawcheck.scorecard/1` prints. Other programs rely on these names.

use serde::Serialize;

use crate::pack::Severity;

use super::head::Head;
use super::lines::{
    FixedLine, Interval, ModelScore, NoteLine, ResultLine, SectionLine, TargetLine, TextLine, UncertaintyLine,
};
use super::original::Original;

/// Everything that one run found.
#[derive(Clone, Debug, Serialize)]
pub struct Run {
    /// Tool, profile, packs, date.
    #[serde(flatten)]
    pub head: Head,
    /// Counts.
    pub summary: Summary,
    /// Reports in the order in which they were given.
    pub reports: Vec<Card>,
    /// Files that gave no report.
    pub errors: Vec<FileError>,
    /// States of the run itself: files skipped, waivers expired or unused, packs changed.
    pub findings: Vec<FileError>,
}

impl Run {
    /// Files that gave no report, then states of the run: what no list of reports may leave out.
    pub fn troubles(&self) -> impl Iterator<Item = &FileError> {
        self.errors.iter().chain(&self.findings)
    }
}

/// Counts of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Files that were read as reports.
    pub reports: usize,
    /// Passed.
    pub passed: usize,
    /// Failed.
    pub failed: usize,
    /// Could not be read.
    pub unreadable: usize,
    /// Neither passed nor failed, because the run was told to let their state through.
    #[serde(skip_serializing_if = "is_zero")]
    pub allowed: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands references")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// One report.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// Path as given.
    pub path: String,
    /// Digest of the file.
    pub sha256: String,
    /// What the content really is.
    pub format: &'static str,
    /// Text encoding.
    pub encoding: Option<&'static str>,
    /// Metadata fields by name.
    pub metadata: serde_json::Map<String, serde_json::Value>,
    /// What the document is instead.
    pub look_alike: Option<&'static str>,
    /// Why it was taken for that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub look_alike_reason: Option<String>,
    /// The five contents by word.
    pub parts: serde_json::Map<String, serde_json::Value>,
    /// The score.
    pub score: Option<f64>,
    /// What the score could be if what was guessed is wrong.
    pub interval: Option<Interval>,
    /// What was guessed.
    pub uncertainties: Vec<UncertaintyLine>,
    /// Points to earn.
    pub possible: u32,
    /// Grade.
    pub grade: Option<String>,
    /// Whether the gate is passed.
    pub passed: bool,
    /// Why not.
    pub failures: Vec<String>,
    /// What would fail it, had the run not been told to let it through.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allowed: Vec<String>,
    /// The score by every model.
    pub models: Vec<ModelScore>,
    /// Points by part.
    pub sections: Vec<SectionLine>,
    /// Every rule of the run, in pack order.
    pub results: Vec<ResultLine>,
    /// The score on record in the baseline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_score: Option<f64>,
    /// Findings of the baseline that are gone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<FixedLine>,
    /// Remarks.
    pub notes: Vec<NoteLine>,
    /// The cheapest way to the target that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetLine>,
    /// The file itself, where a format gives it back.
    #[serde(skip)]
    pub original: Option<Original>,
    /// The paragraphs, where a format shows them beside the results; never in JSON.
    #[serde(skip)]
    pub text: Vec<TextLine>,
}

/// A file that gave no report, or a state of the run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileError {
    /// Path as given; empty where no file is meant.
    pub path: String,
    /// A fixed word.
    pub kind: &'static str,
    /// How grave it is.
    pub severity: &'static str,
    /// What happened and what to do.
    pub message: String,
}

impl FileError {
    /// A file that could not be read.
    pub fn unreadable(path: &str, kind: &'static str, message: String) -> Self {
        FileError { path: path.to_string(), kind, severity: Severity::Error.word(), message }
    }
}
