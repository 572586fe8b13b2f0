//! The JSON Schema of pack files, for editors; made from the same tables that check them.

use serde_json::{Map, Value as Json, json};

use super::shape::{Kind, Shape};
use super::shapes::FILES;
use super::vocabulary;
use crate::text::{Fixed, Lang, Speak as _};

/// One schema with a definition for every kind of file.
pub fn schema(lang: Lang) -> String {
    let mut definitions = Map::new();
    for (file, shape) in FILES {
        let mut body = object(shape, lang);
        if let Some(map) = body.as_object_mut() {
            map.insert("$comment".to_string(), json!(format!("for {file}")));
        }
        definitions.insert(name(file), body);
    }
    let rule = definitions.get("rule").cloned().unwrap_or_default();
    let mut out = Map::new();
    out.insert("$schema".to_string(), json!("https://json-schema.org/draft/2020-12/schema"));
    out.insert("title".to_string(), json!("lawcheck rule"));
    if let Json::Object(rule) = rule {
        out.extend(rule);
    }
    out.insert("$defs".to_string(), Json::Object(definitions));
    let mut text = serde_json::to_string_pretty(&Json::Object(out)).unwrap_or_default();
    text.push('\n');
    text
}

fn name(file: &str) -> String {
    match file {
        "pack.yaml" => "pack",
        "part.yaml" => "part",
        "<rule>.yaml" => "rule",
        _ => "profile",
    }
    .to_string()
}

fn object(shape: &Shape, lang: Lang) -> Json {
    let properties: Map<String, Json> = shape
        .fields
        .iter()
        .map(|f| {
            let mut value = kind(&f.kind, lang);
            if let Some(map) = value.as_object_mut() {
                map.insert("description".to_string(), json!(f.doc.say(lang)));
            }
            (f.key.to_string(), value)
        })
        .collect();
    let required: Vec<&str> = shape.fields.iter().filter(|f| f.required).map(|f| f.key).collect();
    json!({
        "type": "object",
        "description": shape.doc.say(lang),
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn kind(kind: &Kind, lang: Lang) -> Json {
    match kind {
        Kind::Text => json!({ "type": "string", "minLength": 1 }),
        Kind::Int(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Kind::Word(words) => json!({ "enum": words }),
        Kind::Words(words) => {
            json!({ "oneOf": [{ "enum": words }, { "type": "array", "items": { "enum": words } }] })
        }
        Kind::Texts => {
            json!({ "oneOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" }, "minItems": 1 }] })
        }
        Kind::Bool => json!({ "type": "boolean" }),
        Kind::Map(shape) => object(shape, lang),
        Kind::Maps(shape) => json!({ "type": "array", "items": object(shape, lang) }),
        Kind::Named(shape) => json!({ "type": "object", "additionalProperties": object(shape, lang) }),
        Kind::Table => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        Kind::Numbers | Kind::Counts => {
            json!({ "type": "object", "additionalProperties": { "type": "integer" } })
        }
        Kind::Cases(shape, words) => {
            let one: Map<String, Json> =
                words.iter().map(|w| ((*w).to_string(), object(shape, lang))).collect();
            json!({ "type": "array", "items": { "type": "object", "properties": one, "minProperties": 1, "maxProperties": 1, "additionalProperties": false } })
        }
    }
}

/// Zones of signals with their meaning, for the docs.
pub fn zone_docs() -> impl Iterator<Item = (&'static str, Fixed)> {
    vocabulary::ZONES.iter().copied().zip(vocabulary::ZONE_DOCS.iter().copied())
}
