//! YAML text to a tree of values, every one with its line and column.
//!
//! The tree is untyped on purpose: the shapes of `shape.rs` are checked against it, so that all faults of a
//! file are reported at once and in the author's words.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Budget, DuplicateKeyPolicy, NonFiniteFloatPolicy, Options, Spanned};

use super::error::{PackError, Position};
use super::parser;
use crate::text::Fixed;

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it stands.
    pub at: Position,
    /// What it is.
    pub value: Value,
}

/// A YAML value. Map entries keep the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A fraction.
    Float(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order of the file.
    Map(Vec<(Node, Node)>),
}

impl Value {
    /// What it is, for messages.
    pub fn kind(&self) -> Fixed {
        match self {
            Value::Null => ("空值", "nothing"),
            Value::Bool(_) => ("布尔值", "a truth value"),
            Value::Int(_) => ("整数", "a whole number"),
            Value::Float(_) => ("小数", "a fraction"),
            Value::Text(t) if t.trim().is_empty() => ("空白文字", "blank text"),
            Value::Text(_) => ("文字", "text"),
            Value::List(_) => ("列表", "a list"),
            Value::Map(_) => ("映射", "a map"),
        }
    }
}

impl Node {
    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(t) => Some(t),
            _ => None,
        }
    }

    /// The entries of a map; empty for anything else.
    pub fn entries(&self) -> &[(Node, Node)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; empty for anything else.
    pub fn list(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The value under a key of a map.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|(k, _)| k.text() == Some(key)).map(|(_, v)| v)
    }
}

/// Largest file of a pack.
pub const MAX_BYTES: usize = 256 << 10;

/// Parse one file of a pack.
pub fn parse(file: &str, text: &str) -> Result<Node, PackError> {
    let start = Position { line: 1, column: 1 };
    if text.len() > MAX_BYTES {
        let bytes = text.len();
        let message = (
            format!("文件过大:{bytes} 字节,上限 {MAX_BYTES}"),
            format!("file too large: {bytes} bytes, at most {MAX_BYTES}"),
        );
        let help = ("请拆成多个规则文件", "split it into several files");
        return Err(PackError::new(file, start, message, help));
    }
    if text.trim().is_empty() {
        let help = ("请写入内容,或删去该文件", "write something, or delete the file");
        return Err(PackError::new(file, start, ("文件是空的", "the file is empty"), help));
    }
    let parsed: Result<Spanned<Raw>, _> = serde_yaml::from_str_with_options(text, options());
    match parsed {
        Ok(raw) => Ok(node(raw)),
        Err(error) => Err(syntax(file, text, &error)),
    }
}

fn options() -> Options {
    let mut budget = Budget::default();
    budget.max_events = 100_000;
    budget.max_aliases = 100;
    budget.max_anchors = 100;
    budget.max_depth = 32;
    budget.max_nodes = 50_000;
    budget.max_total_scalar_bytes = 1 << 20;
    let mut options = Options::default();
    options.budget = Some(budget);
    options.duplicate_keys = DuplicateKeyPolicy::Error;
    options.non_finite_float_policy = NonFiniteFloatPolicy::Reject;
    options
}

fn syntax(file: &str, text: &str, error: &serde_yaml::Error) -> PackError {
    let at = error.location().map_or(Position { line: 1, column: 1 }, |l| Position {
        line: l.line() as u32,
        column: l.column() as u32,
    });
    let said = error.to_string();
    let line = text.lines().nth(at.line.saturating_sub(1) as usize).unwrap_or("");
    let above = text.lines().nth(at.line.saturating_sub(2) as usize).unwrap_or("");
    let help = if said.contains("duplicate") {
        ("请删去重复的键", "delete the key that is there twice")
    } else if [line, above].iter().any(|l| l.contains('\u{ff1a}') && !l.contains(": ")) {
        (
            "键后面要用半角冒号加空格,这一行用了全角冒号",
            "write a half-width colon and a space after a key; this line has a full-width colon",
        )
    } else if line.contains('\t') {
        ("缩进请用空格,不要用制表符", "indent with spaces, not tabs")
    } else {
        ("请检查缩进、引号和冒号后的空格", "check the indentation, quotes, and spaces after colons")
    };
    PackError::new(file, at, parser::yaml(&said), help)
}

/// What serde hands over, before places are attached.
enum Raw {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

fn node(raw: Spanned<Raw>) -> Node {
    let at = Position { line: raw.referenced.line() as u32, column: raw.referenced.column() as u32 };
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Bool(b) => Value::Bool(b),
        Raw::Int(i) => Value::Int(i),
        Raw::Float(f) => Value::Float(f),
        Raw::Text(t) => Value::Text(t),
        Raw::List(items) => Value::List(items.into_iter().map(node).collect()),
        Raw::Map(entries) => Value::Map(entries.into_iter().map(|(k, v)| (node(k), node(v))).collect()),
    };
    Node { at, value }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_bool<E>(self, v: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(v))
    }

    fn visit_i64<E>(self, v: i64) -> Result<Raw, E> {
        Ok(Raw::Int(v))
    }

    fn visit_u64<E: Error>(self, v: u64) -> Result<Raw, E> {
        i64::try_from(v).map(Raw::Int).map_err(|_| E::custom("integer out of range"))
    }

    fn visit_f64<E>(self, v: f64) -> Result<Raw, E> {
        Ok(Raw::Float(v))
    }

    fn visit_str<E>(self, v: &str) -> Result<Raw, E> {
        Ok(Raw::Text(v.to_string()))
    }

    fn visit_string<E>(self, v: String) -> Result<Raw, E> {
        Ok(Raw::Text(v))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_values_and_scripts() {
        let node = parse("r.yaml", "title: 甲\njudge: |\n  met()\nlist: [1, 二]\n").unwrap();
        assert_eq!(node.get("title").unwrap().at, Position { line: 1, column: 8 });
        assert_eq!(node.get("judge").unwrap().text(), Some("met()\n"));
        assert_eq!(node.get("judge").unwrap().at.line, 3, "the first line of the script itself");
        assert_eq!(node.get("list").unwrap().list()[1].at, Position { line: 4, column: 11 });
    }

    #[test]
    fn faults_name_the_place_and_the_next_step() {
        let error = parse("r.yaml", "title: 甲\ntitle: 乙\n").unwrap_err();
        assert_eq!(error.at.line, 2);
        assert_eq!(error.help.zh, "请删去重复的键");
        let error = parse("r.yaml", "title\u{ff1a}甲\nweight: 1\n").unwrap_err();
        assert!(error.help.zh.contains("全角冒号"), "{error}");
        assert!(parse("r.yaml", &"[".repeat(100_000)).is_err());
        assert!(parse("r.yaml", "a: .inf\n").is_err());
    }
}
