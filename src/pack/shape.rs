//! Shapes of pack files: which keys, which values. One table drives checking, the JSON Schema and the docs.

use super::error::PackError;
use super::node::{Node, Value};
use crate::text::{Fixed, Words};

/// The keys of a map.
pub struct Shape {
    /// Its name in messages and in the schema.
    pub name: Fixed,
    /// What it describes.
    pub doc: Fixed,
    /// Its keys.
    pub fields: &'static [Field],
}

/// One key.
pub struct Field {
    /// Its word.
    pub key: &'static str,
    /// What its value may be.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// Meaning; shown in the schema, in editors and in the docs.
    pub doc: Fixed,
}

/// What a value may be.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Any text, not empty.
    Text,
    /// A whole number between two bounds.
    Int(i64, i64),
    /// `true` or `false`.
    Bool,
    /// One of these words.
    Word(&'static [&'static str]),
    /// One of these words, or a list of them.
    Words(&'static [&'static str]),
    /// A text, or a list of texts.
    Texts,
    /// A map of a shape.
    Map(&'static Shape),
    /// A list of maps of a shape.
    Maps(&'static Shape),
    /// A map from free names to maps of a shape.
    Named(&'static Shape),
    /// A map from free names to texts.
    Table,
    /// A map from free names to whole numbers.
    Numbers,
    /// A map from free names to whole numbers of any size.
    Counts,
    /// A list of maps with one key, the outcome, over a shape.
    Cases(&'static Shape, &'static [&'static str]),
}

/// Check a node against a shape; every fault goes into `errors`.
pub fn check(file: &str, node: &Node, shape: &Shape, errors: &mut Vec<PackError>) {
    let (zh, en) = shape.name;
    let Value::Map(entries) = &node.value else {
        let help = (format!("{zh}要写成“键: 值”的映射"), format!("write the {en} as a map of “key: value”"));
        let is = node.value.kind();
        let message =
            (format!("{zh}应是映射,这里是{}", is.0), format!("the {en} must be a map, not {}", is.1));
        errors.push(PackError::new(file, node.at, message, help));
        return;
    };
    for (key, value) in entries {
        let word = key.text().unwrap_or("");
        match shape.fields.iter().find(|f| f.key == word) {
            Some(field) => check_kind(file, word, value, &field.kind, errors),
            None => errors.push(unknown_key(file, key, value, shape)),
        }
    }
    for field in shape.fields.iter().filter(|f| f.required) {
        if node.get(field.key).is_none() {
            let Field { key, doc, .. } = field;
            let message = (format!("{zh}缺少“{key}”"), format!("the {en} lacks “{key}”"));
            let help = (format!("请补写 {key}:{}", doc.0), format!("add {key}: {}", doc.1));
            errors.push(PackError::new(file, node.at, message, help));
        }
    }
}

fn unknown_key(file: &str, key: &Node, value: &Node, shape: &Shape) -> PackError {
    let word = key.text().unwrap_or("");
    let keys = || shape.fields.iter().map(|f| f.key);
    // `{ text: 甲,乙 }`: the comma ends the text, and the rest reads as a key.
    let torn = !word.is_ascii() && value.value == Value::Null;
    let (zh, en) = shape.name;
    let help = match nearest(word, keys()) {
        _ if torn => Words::new(
            "花括号里的文字含逗号时,要给整段文字加引号",
            "put quotes around a text with a comma inside braces",
        ),
        Some(near) => meant(near),
        None => one_of((&format!("{zh}可用的键"), &format!("keys of the {en}")), keys()),
    };
    let message = (format!("{zh}没有“{word}”这个键"), format!("the {en} has no key “{word}”"));
    PackError::new(file, key.at, message, help)
}

/// What a misspelt word was probably meant to be.
pub(super) fn meant(near: &str) -> Words {
    Words::new(format!("是否想写“{near}”"), format!("did you mean “{near}”?"))
}

/// The words that may stand somewhere.
pub(super) fn one_of<'a>(label: (&str, &str), words: impl Iterator<Item = &'a str>) -> Words {
    let words: Vec<&str> = words.collect();
    let (zh, en) = label;
    Words::new(format!("{zh}:{}", words.join("、")), format!("{en}: {}", words.join(", ")))
}

/// The word that a misspelt one was probably meant to be.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let scored = known.map(|k| (strsim::damerau_levenshtein(word, k), k));
    let (distance, near) = scored.min_by_key(|(d, _)| *d)?;
    let allowed = (word.chars().count() / 3).max(1);
    (distance <= allowed).then_some(near)
}

fn check_kind(file: &str, key: &str, node: &Node, kind: &Kind, errors: &mut Vec<PackError>) {
    match (kind, &node.value) {
        (Kind::Text, Value::Text(t)) if !t.trim().is_empty() => {}
        (Kind::Int(low, high), Value::Int(i)) if (low..=high).contains(&i) => {}
        (Kind::Bool, Value::Bool(_)) => {}
        (Kind::Words(words), Value::List(items)) => {
            items.iter().for_each(|item| check_word(file, key, item, words, errors));
        }
        (Kind::Word(words) | Kind::Words(words), _) => check_word(file, key, node, words, errors),
        (Kind::Texts, Value::List(items)) if !items.is_empty() => {
            items.iter().for_each(|item| check_kind(file, key, item, &Kind::Text, errors));
        }
        (Kind::Map(shape), _) => check(file, node, shape, errors),
        (Kind::Maps(shape), Value::List(items)) => items.iter().for_each(|i| check(file, i, shape, errors)),
        (Kind::Named(shape), Value::Map(entries)) => {
            for (name, value) in entries {
                check_name(file, name, errors);
                check(file, value, shape, errors);
            }
        }
        (Kind::Table, Value::Map(entries)) => {
            entries.iter().for_each(|(_, v)| check_kind(file, key, v, &Kind::Text, errors));
        }
        (Kind::Numbers, Value::Map(entries)) => {
            entries.iter().for_each(|(_, v)| check_kind(file, key, v, &Kind::Int(0, 10_000), errors));
        }
        (Kind::Counts, Value::Map(entries)) => {
            entries.iter().for_each(|(_, v)| check_kind(file, key, v, &Kind::Int(0, i64::MAX), errors));
        }
        (Kind::Cases(shape, words), Value::List(items)) => {
            items.iter().for_each(|i| check_case(file, i, shape, words, errors));
        }
        (Kind::Texts, Value::Text(t)) if !t.trim().is_empty() => {}
        _ => errors.push(wrong_kind(file, key, node, kind)),
    }
}

/// A value of another kind than the key asks for.
fn wrong_kind(file: &str, key: &str, node: &Node, kind: &Kind) -> PackError {
    let list = || Words::new("列表", "a list");
    let (want, help) = match kind {
        Kind::Text => (
            Words::new("不为空的文字", "text that is not empty"),
            ("数字和日期要作为文字时请加引号", "put quotes around numbers and dates that are meant as text"),
        ),
        Kind::Texts => (
            Words::new("文字,或不为空的文字列表", "text, or a list of texts that is not empty"),
            ("请写入至少一项,或删去这个键", "write at least one, or drop the key"),
        ),
        Kind::Int(low, high) => (
            Words::new(format!("{low} 到 {high} 的整数"), format!("a whole number from {low} to {high}")),
            ("请改成范围内的整数", "write a whole number in this range"),
        ),
        Kind::Bool => {
            (Words::new("true 或 false", "true or false"), ("请写 true 或 false", "write true or false"))
        }
        Kind::Maps(_) => (list(), ("每一项前写“- ”", "write “- ” before every entry")),
        Kind::Cases(..) => (list(), ("每一项写成“- met: {…}”", "write every entry as “- met: {…}”")),
        Kind::Word(_) | Kind::Words(_) => (
            Words::new("规定的词", "a known word"),
            ("可用的词见规则包格式", "see the format of packs for the words"),
        ),
        Kind::Map(_) | Kind::Named(_) | Kind::Table | Kind::Numbers | Kind::Counts => {
            (Words::new("映射", "a map"), ("请写成“名称: 值”", "write it as “name: value”"))
        }
    };
    let is = match &node.value {
        Value::Int(number) => Words::name(number.to_string()),
        other => other.kind().into(),
    };
    let message = (
        format!("“{key}”应是{},这里是{}", want.zh, is.zh),
        format!("“{key}” must be {}, not {}", want.en, is.en),
    );
    PackError::new(file, node.at, message, help)
}

fn check_word(file: &str, key: &str, node: &Node, words: &[&str], errors: &mut Vec<PackError>) {
    let word = node.text().unwrap_or("");
    if words.contains(&word) {
        return;
    }
    let help = match nearest(word, words.iter().copied()) {
        Some(near) => meant(near),
        None => one_of(("可用的值", "known values"), words.iter().copied()),
    };
    let message = (format!("“{key}”不能是“{word}”"), format!("“{key}” cannot be “{word}”"));
    errors.push(PackError::new(file, node.at, message, help));
}

/// Names of signals are variables of the script.
fn check_name(file: &str, name: &Node, errors: &mut Vec<PackError>) {
    let word = name.text().unwrap_or("");
    let good = word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && word != "report";
    if !good {
        let help = (
            "用小写字母开头,只含小写字母、数字和下划线,不能叫 report",
            "begin with a small letter; only small letters, digits and underscores; not “report”",
        );
        let message = (format!("“{word}”不能作名称"), format!("“{word}” cannot be a name"));
        errors.push(PackError::new(file, name.at, message, help));
    }
}

fn check_case(file: &str, node: &Node, shape: &Shape, words: &[&str], errors: &mut Vec<PackError>) {
    if let [(outcome, body)] = node.entries() {
        check_word(file, "examples", outcome, words, errors);
        check(file, body, shape, errors);
    } else {
        let message = ("每个示例只写一个结果键", "every example has one key, its outcome");
        let help = one_of(("可用的结果", "known outcomes"), words.iter().copied());
        errors.push(PackError::new(file, node.at, message, help));
    }
}
