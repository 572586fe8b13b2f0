//! Shapes of pack files: which keys, which values. One table drives checking, the JSON Schema and the docs.

use super::error::PackError;
use super::node::{Node, Value};

/// The keys of a map.
pub struct Shape {
    /// Its name in messages and in the schema.
    pub name: &'static str,
    /// What it describes.
    pub doc: &'static str,
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
    /// Meaning, in Chinese; shown in the schema, in editors and in the docs.
    pub doc: &'static str,
}

/// What a value may be.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Any text, not empty.
    Text,
    /// A whole number between two bounds.
    Int(i64, i64),
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
    /// A list of maps with one key, the outcome, over a shape.
    Cases(&'static Shape, &'static [&'static str]),
}

/// Check a node against a shape; every fault goes into `errors`.
pub fn check(file: &str, node: &Node, shape: &Shape, errors: &mut Vec<PackError>) {
    let Value::Map(entries) = &node.value else {
        let help = format!("{}要写成“键: 值”的映射", shape.name);
        let message = format!("{}应是映射,这里是{}", shape.name, node.value.kind());
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
            errors.push(PackError::new(
                file,
                node.at,
                format!("{}缺少“{}”", shape.name, field.key),
                format!("请补写 {}:{}", field.key, field.doc),
            ));
        }
    }
}

fn unknown_key(file: &str, key: &Node, value: &Node, shape: &Shape) -> PackError {
    let word = key.text().unwrap_or("");
    let keys = || shape.fields.iter().map(|f| f.key);
    // `{ text: 甲,乙 }`: the comma ends the text, and the rest reads as a key.
    let torn = !word.is_ascii() && value.value == Value::Null;
    let help = match nearest(word, keys()) {
        _ if torn => "花括号里的文字含逗号时,要给整段文字加引号".to_string(),
        Some(near) => format!("是否想写“{near}”"),
        None => format!("{}可用的键:{}", shape.name, keys().collect::<Vec<_>>().join("、")),
    };
    PackError::new(file, key.at, format!("{}没有“{word}”这个键", shape.name), help)
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
        (Kind::Cases(shape, words), Value::List(items)) => {
            items.iter().for_each(|i| check_case(file, i, shape, words, errors));
        }
        (Kind::Texts, Value::Text(t)) if !t.trim().is_empty() => {}
        _ => errors.push(wrong_kind(file, key, node, kind)),
    }
}

/// A value of another kind than the key asks for.
fn wrong_kind(file: &str, key: &str, node: &Node, kind: &Kind) -> PackError {
    let (want, help) = match kind {
        Kind::Text => ("不为空的文字".to_string(), "数字和日期要作为文字时请加引号"),
        Kind::Texts => ("文字,或不为空的文字列表".to_string(), "请写入至少一项,或删去这个键"),
        Kind::Int(low, high) => (format!("{low} 到 {high} 的整数"), "请改成范围内的整数"),
        Kind::Maps(_) => ("列表".to_string(), "每一项前写“- ”"),
        Kind::Cases(..) => ("列表".to_string(), "每一项写成“- met: {…}”"),
        Kind::Word(_) | Kind::Words(_) => ("规定的词".to_string(), "可用的词见规则包格式"),
        Kind::Map(_) | Kind::Named(_) | Kind::Table | Kind::Numbers => {
            ("映射".to_string(), "请写成“名称: 值”")
        }
    };
    PackError::new(file, node.at, format!("“{key}”应是{want},这里是{}", node.value.kind()), help)
}

fn check_word(file: &str, key: &str, node: &Node, words: &[&str], errors: &mut Vec<PackError>) {
    let word = node.text().unwrap_or("");
    if words.contains(&word) {
        return;
    }
    let help = match nearest(word, words.iter().copied()) {
        Some(near) => format!("是否想写“{near}”"),
        None => format!("可用的值:{}", words.join("、")),
    };
    errors.push(PackError::new(file, node.at, format!("“{key}”不能是“{word}”"), help));
}

/// Names of signals are variables of the script.
fn check_name(file: &str, name: &Node, errors: &mut Vec<PackError>) {
    let word = name.text().unwrap_or("");
    let good = word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && word != "report";
    if !good {
        let help = "用小写字母开头,只含小写字母、数字和下划线,不能叫 report";
        errors.push(PackError::new(file, name.at, format!("“{word}”不能作名称"), help));
    }
}

fn check_case(file: &str, node: &Node, shape: &Shape, words: &[&str], errors: &mut Vec<PackError>) {
    if let [(outcome, body)] = node.entries() {
        check_word(file, "examples", outcome, words, errors);
        check(file, body, shape, errors);
    } else {
        let message = "每个示例只写一个结果键".to_string();
        errors.push(PackError::new(file, node.at, message, format!("可用的结果:{}", words.join("、"))));
    }
}
