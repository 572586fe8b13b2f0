//! What a report is held against besides the rules, and the switches that let a state through.

use jiff::civil::Date;

use super::baseline::Baseline;
use super::waiver::Waiver;
use crate::text::Words;

/// Terms of a run, seen from one report.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terms<'a> {
    /// The report's path, as shown.
    pub path: &'a str,
    /// The day of the run.
    pub day: Date,
    /// Waivers.
    pub waivers: &'a [Waiver],
    /// Findings of an earlier run.
    pub baseline: Option<&'a Baseline>,
    /// States that do not fail this run.
    pub allow: &'a [State],
}

/// A state in which nothing was judged, or not what was meant. None of them is ever a pass by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No file was found.
    NoReport,
    /// A file could not be read.
    Unreadable,
    /// A file is beyond a limit.
    Limit,
    /// A file was left out because its extension is of no format.
    Skipped,
    /// The document is not the annual report.
    LookAlike,
    /// A rule could not be decided.
    Undecided,
    /// A pack is not the one whose digest is on record.
    PackChanged,
}

impl State {
    /// All states, in the order in which they are shown.
    pub const ALL: [State; 7] = [
        State::NoReport,
        State::Unreadable,
        State::Limit,
        State::Skipped,
        State::LookAlike,
        State::Undecided,
        State::PackChanged,
    ];

    /// The word for `--allow` and in JSON.
    pub fn word(self) -> &'static str {
        match self {
            State::NoReport => "no-report",
            State::Unreadable => "unreadable",
            State::Limit => "limit",
            State::Skipped => "skipped",
            State::LookAlike => "look-alike",
            State::Undecided => "undecided",
            State::PackChanged => "pack-changed",
        }
    }

    /// When it comes about.
    pub fn words(self) -> Words {
        match self {
            State::NoReport => Words::new("没有找到任何报告", "no report was found"),
            State::Unreadable => Words::new("文件不能读取", "a file could not be read"),
            State::Limit => Words::new("文件超出限额", "a file is beyond a limit"),
            State::Skipped => {
                Words::new("文件夹里的文件因扩展名被跳过", "a file of a folder was skipped for its extension")
            }
            State::LookAlike => {
                Words::new("文件不是法治政府建设年度报告", "a document is not an annual report")
            }
            State::Undecided => Words::new("有规则未能判定", "a rule could not be decided"),
            State::PackChanged => {
                Words::new("规则包同记录的摘要不符", "a pack differs from the digest on record")
            }
        }
    }
}
