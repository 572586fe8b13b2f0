//! Compiled packs and rules: what the judging stage reads.

use super::condition::Condition;
use super::example::Example;
use super::script::Script;
use super::signal::{Signal, ZoneSet};
use crate::text::{Lang, Words};

/// A rule pack.
#[derive(Debug)]
pub struct Pack {
    /// Folder name.
    pub id: String,
    /// Version.
    pub version: String,
    /// Name.
    pub title: Words,
    /// What it is for.
    pub summary: Words,
    /// Who issued its basis.
    pub authority: String,
    /// Documents it rests on.
    pub basis: Vec<Basis>,
    /// When it applies at all.
    pub applies: Condition,
    /// Who is not bound by which rules.
    pub exempt: Vec<Exemption>,
    /// Share of the score when the profile does not name it.
    pub share: u32,
    /// Digest of all its files.
    pub sha256: String,
    /// Parts in order.
    pub parts: Vec<PackPart>,
}

/// A part of a pack.
#[derive(Debug)]
pub struct PackPart {
    /// Folder name, with its order number.
    pub id: String,
    /// Name.
    pub title: Words,
    /// What it is about.
    pub summary: Words,
    /// Weight in the pack.
    pub weight: u32,
    /// When it applies.
    pub applies: Condition,
    /// Rules in order.
    pub rules: Vec<Rule>,
}

/// A document that a rule rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Official name.
    pub document: String,
    /// Document number; empty if none is given.
    pub number: String,
    /// Chapter, article, item; empty if none is given.
    pub at: String,
    /// Checked against a source, or from general knowledge.
    pub seen: bool,
}

impl Basis {
    /// The word in JSON.
    pub fn status(&self) -> &'static str {
        if self.seen { "seen" } else { "unverified" }
    }
}

/// Rules that do not bind a class of issuers.
#[derive(Debug)]
pub struct Exemption {
    /// Rule ids inside the pack (`part/rule`), a final `*` stands for anything.
    pub rules: Vec<String>,
    /// Whom.
    pub whom: Condition,
    /// Why.
    pub why: Words,
}

/// What a rule is about, which decides how strongly it may speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleKind {
    /// Whether judging makes sense at all.
    Gate,
    /// Content that the law prescribes for the report.
    Mandate,
    /// Work that the law prescribes; a report that is silent is "not evidenced", never "in breach".
    Work,
    /// Quality of the account.
    Quality,
    /// Form of the document.
    Form,
    /// A doubt that somebody should look at.
    Flag,
}

impl RuleKind {
    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            RuleKind::Gate => "gate",
            RuleKind::Mandate => "mandate",
            RuleKind::Work => "work",
            RuleKind::Quality => "quality",
            RuleKind::Form => "form",
            RuleKind::Flag => "flag",
        }
    }

    /// All kinds.
    pub const ALL: [RuleKind; 6] = [
        RuleKind::Gate,
        RuleKind::Mandate,
        RuleKind::Work,
        RuleKind::Quality,
        RuleKind::Form,
        RuleKind::Flag,
    ];
}

/// How grave it is when a rule is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// For information.
    Info,
    /// Somebody should look at it.
    Warning,
    /// The report should not go out like this.
    Error,
}

impl Severity {
    /// The word in files and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// The Chinese word.
    pub fn title(self) -> &'static str {
        match self {
            Severity::Info => "提示",
            Severity::Warning => "警告",
            Severity::Error => "错误",
        }
    }

    /// All severities, the gravest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// `pack/part/rule`, order numbers left out.
    pub id: String,
    /// Its file on the shelf.
    pub file: String,
    /// Name.
    pub title: Words,
    /// Kind.
    pub kind: RuleKind,
    /// Basis.
    pub basis: Basis,
    /// When it applies.
    pub applies: Condition,
    /// Weight in its part; 0 gives no points and takes none.
    pub weight: u32,
    /// Severity when not met.
    pub severity: Severity,
    /// Number of its first signal among all signals of the shelf.
    pub first_signal: usize,
    /// Signals in order.
    pub signals: Vec<Signal>,
    /// The script; none means: met when every signal is seen.
    pub judge: Option<Script>,
    /// The text of the script, for docs and mutation.
    pub judge_text: Option<String>,
    /// What to do.
    pub advice: Words,
    /// Kinds of notes whose presence makes the verdict uncertain.
    pub rests_on: Vec<&'static str>,
    /// Nearest misses.
    pub closest: Vec<Closest>,
    /// Where missing content belongs.
    pub belongs: Option<Belongs>,
    /// Examples.
    pub examples: Vec<Example>,
    /// Remarks for the docs page.
    pub notes: Words,
    /// English of the messages in the script.
    pub english: Vec<(String, String)>,
}

impl Rule {
    /// A message of the script in the language of the run.
    pub fn message<'a>(&'a self, message: &'a str, lang: Lang) -> &'a str {
        if lang == Lang::Zh {
            return message;
        }
        self.english.iter().find(|(zh, _)| zh == message).map_or(message, |(_, en)| en.as_str())
    }
}

/// Words that come close to what is missing.
#[derive(Debug)]
pub struct Closest {
    /// Where they are looked for.
    pub zones: ZoneSet,
    /// Folded words.
    pub words: Vec<String>,
    /// What they still lack.
    pub lacks: Words,
}

/// Where missing content belongs.
#[derive(Debug)]
pub struct Belongs {
    /// Into this part.
    pub part: Option<String>,
    /// After this part.
    pub after: Option<String>,
    /// A paragraph to start from.
    pub skeleton: String,
}
