//! What a card is made of: its results with their places, and what the score rests on.

use std::sync::Arc;

use serde::Serialize;

use crate::score::Standing;

/// Who answers for a finding, why, and until when.
#[derive(Clone, Debug, Serialize)]
pub struct WaivedLine {
    /// Why.
    pub reason: String,
    /// Who asked for it.
    pub owner: String,
    /// Who agreed.
    pub approver: String,
    /// Last day on which it holds.
    pub expires: String,
}

/// A finding of the baseline that is gone.
#[derive(Clone, Debug, Serialize)]
pub struct FixedLine {
    /// Rule id.
    pub rule: String,
    /// Its identity.
    pub fingerprint: String,
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
#[derive(Clone, Debug)]
pub struct BelongsLine {
    /// The part it belongs to or follows.
    pub part: Option<String>,
    /// The line after which it should stand; null when nothing of the kind is there.
    pub after_line: Option<u32>,
    /// A paragraph to start from.
    pub skeleton: String,
}

/// A paragraph of the report.
#[derive(Clone, Debug)]
pub struct TextLine {
    /// Where it stands; without quote.
    pub place: Line,
    /// Its words as printed; may hold line breaks.
    pub words: String,
    /// What it is in the report.
    pub role: TextRole,
}

/// What a paragraph is, as far as its looks go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRole {
    /// Title.
    Title,
    /// A heading of its own, with its depth from 1.
    Heading(u8),
    /// Anything else of the report.
    Body,
    /// Of the file or the site, not of the report.
    Beside,
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

/// One rule. Its shape in JSON stands in `wire.rs`.
#[derive(Clone, Debug)]
pub struct ResultLine {
    /// Id.
    pub rule: String,
    /// Name.
    pub title: Arc<str>,
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
    /// Severity of the finding; none when there is nothing to find fault with.
    pub finding: Option<&'static str>,
    /// What was found.
    pub message: String,
    /// What to do.
    pub advice: Arc<str>,
    /// What it rests on.
    pub basis: Arc<BasisLine>,
    /// Stable identity.
    pub fingerprint: String,
    /// The waiver that covers it.
    pub waived: Option<WaivedLine>,
    /// Where the finding stands against the baseline: kept, new, swapped.
    pub standing: Option<&'static str>,
    /// Where.
    pub evidence: Vec<Line>,
    /// What came close.
    pub near_misses: Vec<NearLine>,
    /// Where the missing content belongs.
    pub belongs: Option<BelongsLine>,
}

impl ResultLine {
    /// Whether the finding does not count for the gate: waived, or known before.
    pub fn excused(&self) -> bool {
        self.waived.is_some() || self.standing == Some(Standing::Kept.word())
    }

    /// Points lost.
    pub fn lost(&self) -> f64 {
        self.possible - self.score
    }
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
