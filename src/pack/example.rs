//! Examples of a rule: a text and what it should get. Users run them with `packs test`, our tests run them too.

use jiff::civil::Date;

use super::error::Position;
use super::node::Node;
use crate::report::{IssuerKind, Level, PartKind};

/// What an example should get.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expect {
    /// Met.
    Met,
    /// Met in part.
    Partly,
    /// Unmet.
    Unmet,
    /// Not applicable.
    NotApplicable,
    /// Undecided.
    Undecided,
}

impl Expect {
    /// From the word in the file.
    pub(crate) fn of(word: &str) -> Option<Expect> {
        Some(match word {
            "met" => Expect::Met,
            "partly" => Expect::Partly,
            "unmet" => Expect::Unmet,
            "not_applicable" => Expect::NotApplicable,
            "undecided" => Expect::Undecided,
            _ => return None,
        })
    }

    /// The word in files and in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Expect::Met => "met",
            Expect::Partly => "partly",
            Expect::Unmet => "unmet",
            Expect::NotApplicable => "not_applicable",
            Expect::Undecided => "undecided",
        }
    }
}

/// Where the text of an example goes in the small report around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Before the first heading.
    Opening,
    /// Into one of the five contents.
    Part(PartKind),
    /// After the body.
    Tail,
    /// Between title and body.
    Front,
}

/// One example.
#[derive(Clone, Debug)]
pub struct Example {
    /// What it should get.
    pub expect: Expect,
    /// Where it stands in its file.
    pub at: Position,
    /// Where its text goes.
    pub slot: Slot,
    /// Its text; empty for an empty part.
    pub text: String,
    /// A whole report instead of a text.
    pub report: Option<String>,
    /// A heading instead of the usual one of the part.
    pub heading: Option<String>,
    /// A title instead of the usual one.
    pub title: Option<String>,
    /// Report year.
    pub year: i16,
    /// Level; declared to the reader only where the text would not say it.
    pub level: Level,
    /// Issuer kind.
    pub issuer_kind: IssuerKind,
    /// Date of publication.
    pub published: Option<Date>,
}

/// The examples of a node that passed the shape check; those under `each` become one each.
pub(crate) fn examples(node: &Node) -> Vec<Example> {
    node.list()
        .iter()
        .filter_map(|case| case.entries().first())
        .flat_map(|(word, body)| one(word, body))
        .collect()
}

fn one(word: &Node, body: &Node) -> Vec<Example> {
    let Some(expect) = word.text().and_then(Expect::of) else { return Vec::new() };
    let text = |key: &str| body.get(key).and_then(Node::text).map(ToString::to_string);
    let base = Example {
        expect,
        at: word.at,
        slot: text("part").map_or(Slot::Part(PartKind::Measures), |p| slot(&p)),
        text: text("text").unwrap_or_default(),
        report: text("report"),
        heading: text("heading"),
        title: text("title"),
        year: year(body).unwrap_or(2024),
        level: text("level")
            .and_then(|l| Level::ALL.into_iter().find(|x| x.word() == l))
            .unwrap_or(Level::County),
        issuer_kind: text("issuer_kind")
            .and_then(|k| IssuerKind::ALL.into_iter().find(|x| x.word() == k))
            .unwrap_or(IssuerKind::Government),
        published: text("published").and_then(|d| d.parse().ok()),
    };
    match body.get("each") {
        Some(each) => {
            let texts = each.list().iter().chain(each.text().map(|_| each));
            texts
                .map(|t| Example { text: t.text().unwrap_or("").to_string(), at: t.at, ..base.clone() })
                .collect()
        }
        None => vec![base],
    }
}

fn year(body: &Node) -> Option<i16> {
    match body.get("year")?.value {
        super::node::Value::Int(year) => i16::try_from(year).ok(),
        _ => None,
    }
}

fn slot(word: &str) -> Slot {
    match word {
        "opening" => Slot::Opening,
        "tail" => Slot::Tail,
        "front" => Slot::Front,
        other => PartKind::ALL
            .into_iter()
            .find(|k| k.word() == other)
            .map_or(Slot::Part(PartKind::Measures), Slot::Part),
    }
}
