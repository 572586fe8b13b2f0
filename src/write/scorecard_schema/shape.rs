//! The shapes that the schema is made of, each with what it means in both languages.

use serde_json::{Map, Value as Json, json};

use crate::pack::Severity;
use crate::text::{Lang, Speak as _, Words};

/// A field of an object: name, whether it is always there, shape.
pub(super) type Field = (&'static str, bool, Json);

/// A description; [`speak`] keeps one of the two.
pub(super) fn both(doc: impl Into<Words>) -> Json {
    json!(doc.into())
}

/// Every description in one language.
pub(super) fn speak(shape: &mut Json, lang: Lang) {
    match shape {
        Json::Array(items) => items.iter_mut().for_each(|item| speak(item, lang)),
        Json::Object(fields) => {
            for (name, value) in fields {
                match serde_json::from_value::<Words>(value.clone()) {
                    Ok(words) if name == "description" => *value = json!(words.say(lang)),
                    _ => speak(value, lang),
                }
            }
        }
        _ => {}
    }
}

pub(super) fn object(doc: impl Into<Words>, fields: &[Field]) -> Json {
    let properties: Map<String, Json> =
        fields.iter().map(|(name, _, shape)| ((*name).to_string(), shape.clone())).collect();
    let required: Vec<&str> =
        fields.iter().filter(|(_, always, _)| *always).map(|(name, ..)| *name).collect();
    json!({
        "description": both(doc), "type": "object", "properties": properties, "required": required,
        "additionalProperties": false,
    })
}

pub(super) fn text(doc: impl Into<Words>) -> Json {
    json!({ "type": "string", "description": both(doc) })
}

pub(super) fn text_or_null(doc: impl Into<Words>) -> Json {
    json!({ "type": ["string", "null"], "description": both(doc) })
}

pub(super) fn whole(doc: impl Into<Words>) -> Json {
    json!({ "type": "integer", "minimum": 0, "description": both(doc) })
}

pub(super) fn points(doc: impl Into<Words>) -> Json {
    json!({ "type": "number", "minimum": 0, "maximum": 100, "description": both(doc) })
}

pub(super) fn points_or_null(doc: impl Into<Words>) -> Json {
    json!({ "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": both(doc) })
}

pub(super) fn flag(doc: impl Into<Words>) -> Json {
    json!({ "type": "boolean", "description": both(doc) })
}

pub(super) fn list(items: &Json) -> Json {
    json!({ "type": "array", "items": items })
}

pub(super) fn word(doc: impl Into<Words>, words: &[&str]) -> Json {
    json!({ "enum": words, "description": both(doc) })
}

pub(super) fn severity(doc: impl Into<Words>) -> Json {
    word(doc, &Severity::ALL.map(Severity::word))
}
