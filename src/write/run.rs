//! A run as plain data, in the shape that `lawcheck.scorecard/1` prints. Other programs rely on these names.

use serde::Serialize;

use crate::pack::{Packs, Severity};

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
}

/// What is the same for all reports of a run.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// Name and version of this shape.
    pub schema: &'static str,
    /// The program.
    pub tool: Tool,
    /// The profile.
    pub profile: ProfileRef,
    /// The packs.
    pub packs: Vec<PackRef>,
    /// The day of the run.
    pub as_of: String,
}

/// The program.
#[derive(Clone, Debug, Serialize)]
pub struct Tool {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// The profile and its gate.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileRef {
    /// Id.
    pub id: String,
    /// Version.
    pub version: String,
    /// The model that decides.
    pub model: &'static str,
    /// Lowest score that passes.
    pub minimum: u32,
    /// Lowest severity that fails.
    pub fail_on: &'static str,
}

/// A pack of the run.
#[derive(Clone, Debug, Serialize)]
pub struct PackRef {
    /// Id.
    pub id: String,
    /// Version.
    pub version: String,
    /// Digest of its files.
    pub sha256: String,
    /// Name.
    #[serde(skip)]
    pub title: String,
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
    /// The score by every model.
    pub models: Vec<ModelScore>,
    /// Points by part.
    pub sections: Vec<SectionLine>,
    /// Every rule of the run, in pack order.
    pub results: Vec<ResultLine>,
    /// Remarks.
    pub notes: Vec<NoteLine>,
    /// The cheapest way to the target that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetLine>,
}

/// From where to where a score could move.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Interval {
    /// Lowest.
    pub low: f64,
    /// Highest.
    pub high: f64,
}

/// A guess.
#[derive(Clone, Debug, Serialize)]
pub struct UncertaintyLine {
    /// Kind.
    pub kind: &'static str,
    /// Sentence.
    pub message: String,
    /// Points that the score could lose.
    pub down: f64,
    /// Points that the score could gain.
    pub up: f64,
}

/// The smallest set of open rules that reaches a target.
#[derive(Clone, Debug, Serialize)]
pub struct TargetLine {
    /// The target.
    pub target: f64,
    /// The score after all steps.
    pub reached: f64,
    /// Steps, dearest first.
    pub steps: Vec<StepLine>,
}

/// One rule to meet.
#[derive(Clone, Debug, Serialize)]
pub struct StepLine {
    /// Id.
    pub rule: String,
    /// Name.
    pub title: String,
    /// Points it gives.
    pub points: f64,
    /// What to do.
    pub advice: String,
}

/// Where missing content belongs.
#[derive(Clone, Debug, Serialize)]
pub struct BelongsLine {
    /// The part it belongs to or follows.
    pub part: Option<String>,
    /// The line after which it should stand; null when nothing of the kind is there.
    pub after_line: Option<u32>,
    /// A paragraph to start from.
    pub skeleton: String,
}

/// The score by one model.
#[derive(Clone, Debug, Serialize)]
pub struct ModelScore {
    /// The model.
    pub model: &'static str,
    /// Out of 100.
    pub score: f64,
}

/// Points of a part of a pack.
#[derive(Clone, Debug, Serialize)]
pub struct SectionLine {
    /// Pack.
    pub pack: String,
    /// Part.
    pub part: String,
    /// Name of the part.
    pub title: String,
    /// Earned.
    pub score: f64,
    /// To earn.
    pub possible: f64,
}

/// One rule.
#[derive(Clone, Debug, Serialize)]
pub struct ResultLine {
    /// Id.
    pub rule: String,
    /// Name.
    pub title: String,
    /// Outcome.
    pub outcome: &'static str,
    /// Share earned, 0 to 1.
    pub share: f64,
    /// Weight in its part.
    pub weight: u32,
    /// Points earned.
    pub score: f64,
    /// Points to earn.
    pub possible: f64,
    /// Severity of the rule.
    pub severity: &'static str,
    /// Severity of the finding; null when there is none.
    pub finding: Option<&'static str>,
    /// What was found.
    pub message: String,
    /// What to do.
    pub advice: String,
    /// What it rests on.
    pub basis: BasisLine,
    /// Stable identity.
    pub fingerprint: String,
    /// The waiver that covers it.
    pub waived: Option<serde_json::Value>,
    /// Where.
    pub evidence: Vec<Line>,
    /// What came close.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub near_misses: Vec<NearLine>,
    /// Where the missing content belongs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub belongs: Option<BelongsLine>,
}

/// A document that a rule rests on.
#[derive(Clone, Debug, Serialize)]
pub struct BasisLine {
    /// Name.
    pub document: String,
    /// Number of the document.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Chapter, article, item.
    pub at: String,
    /// `seen` or `unverified`.
    pub status: &'static str,
}

/// A place with its words.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Line {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Last line.
    pub end_line: u32,
    /// Column after the last character.
    pub end_column: u32,
    /// Page of the original file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The page is an estimate.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub page_is_estimate: bool,
    /// Paragraph of the original file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
    /// Table cell of the original file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// Byte offset in the decoded text.
    pub offset: u32,
    /// Bytes.
    pub length: u32,
    /// The words, cut to a bounded length.
    pub quote: String,
}

/// A near miss.
#[derive(Clone, Debug, Serialize)]
pub struct NearLine {
    /// Where.
    #[serde(flatten)]
    pub place: Line,
    /// What it lacks.
    pub lacks: String,
}

/// A remark.
#[derive(Clone, Debug, Serialize)]
pub struct NoteLine {
    /// Kind.
    pub kind: &'static str,
    /// Sentence.
    pub message: String,
    /// Line; null for the whole report.
    pub line: Option<u32>,
    /// Column; null for the whole report.
    pub column: Option<u32>,
    /// The words.
    pub quote: String,
}

/// A file that gave no report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileError {
    /// Path as given.
    pub path: String,
    /// The contract's word.
    pub kind: &'static str,
    /// What happened and what to do.
    pub message: String,
}

/// What is the same for all reports of a run with these packs.
pub fn head(packs: &Packs, as_of: &str) -> Head {
    let profile = packs.profile();
    Head {
        schema: "lawcheck.scorecard/1",
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        profile: ProfileRef {
            id: profile.id.clone(),
            version: profile.version.clone(),
            model: profile.model.word(),
            minimum: profile.gate.minimum,
            fail_on: profile.gate.fail_on.map_or("never", Severity::word),
        },
        packs: packs
            .packs()
            .iter()
            .map(|p| PackRef {
                id: p.id.clone(),
                version: p.version.clone(),
                sha256: p.sha256.clone(),
                title: p.title.zh.clone(),
            })
            .collect(),
        as_of: as_of.to_string(),
    }
}
