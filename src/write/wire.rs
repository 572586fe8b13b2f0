//! A result as `lawcheck.scorecard/1` prints it.
//!
//! Comes in: [`ResultLine`], which holds everything. Goes out: the contract's fields, without what would only make the
//! file grow: texts of a rule that stand once under `packs`, advice where there is nothing to do, places beyond a few.

use serde::Serialize;
use serde::ser::{SerializeStruct as _, Serializer};

use super::lines::{BasisLine, ResultLine};

/// Most places of a rule that is met, or that only informs.
const FEW: usize = 1;
/// Most places of any other rule.
const PLACES: usize = 3;

impl Serialize for ResultLine {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (met, applies) = (self.outcome == "met", self.outcome != "not_applicable");
        let open = applies && !met;
        let few = met || self.finding == Some("info");
        let places = self.evidence.iter().take(if few { FEW } else { PLACES });
        let mut out = serializer.serialize_struct("result", 14)?;
        out.serialize_field("rule", &self.rule)?;
        out.serialize_field("outcome", self.outcome)?;
        out.serialize_field("share", &Short(self.share))?;
        out.serialize_field("weight", &self.weight)?;
        if self.possible > 0.0 {
            out.serialize_field("score", &Short(self.score))?;
            out.serialize_field("possible", &Short(self.possible))?;
        }
        out.serialize_field("severity", self.severity)?;
        if let Some(finding) = self.finding {
            out.serialize_field("finding", finding)?;
        }
        out.serialize_field("message", &self.message)?;
        out.serialize_field("advice", if open { &*self.advice } else { "" })?;
        out.serialize_field("basis", &open.then_some(Cited(&self.basis)))?;
        out.serialize_field("fingerprint", if open { self.fingerprint.as_str() } else { "" })?;
        out.serialize_field("waived", &self.waived)?;
        if let Some(standing) = self.standing {
            out.serialize_field("standing", standing)?;
        }
        out.serialize_field("evidence", &places.collect::<Vec<_>>())?;
        if !self.near_misses.is_empty() {
            out.serialize_field("near_misses", &self.near_misses)?;
        }
        if let Some(belongs) = &self.belongs {
            out.serialize_field(
                "belongs",
                &Belongs { part: belongs.part.as_deref(), after_line: belongs.after_line },
            )?;
        }
        out.end()
    }
}

/// A document as a result names it; its number stands with the rule.
struct Cited<'a>(&'a BasisLine);

impl Serialize for Cited<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("basis", 3)?;
        out.serialize_field("document", &self.0.document)?;
        out.serialize_field("at", &self.0.at)?;
        out.serialize_field("status", self.0.status)?;
        out.end()
    }
}

/// Where missing content should stand; the paragraph to start from stands with the rule.
#[derive(Serialize)]
struct Belongs<'a> {
    part: Option<&'a str>,
    after_line: Option<u32>,
}

/// A number without an empty fraction.
struct Short(f64);

impl Serialize for Short {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}
