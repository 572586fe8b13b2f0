//! Running the script of a rule on the facts of a report, inside its limits.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use rhai::{Dynamic, EvalAltResult, Scope};

use super::engine;
use super::error::Position;
use super::facts::Facts;
use super::ruling::Ruling;
use super::script::place;
use super::views::SignalView;
use super::{Packs, Rule, api, fault};
use crate::text::{Fixed, Lang, Speak, Words};

/// Why a script gave no ruling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A limit ended it.
    Limit {
        /// Which limit.
        limit: Fixed,
    },
    /// It failed.
    Fault {
        /// Where in the rule's file.
        at: Position,
        /// What went wrong.
        said: Words,
    },
    /// It ended without a ruling.
    Nothing,
}

impl Speak for Cause {
    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Cause::Limit { limit }, Lang::Zh) => format!("脚本超出限制({}),未能判定", limit.0),
            (Cause::Limit { limit }, Lang::En) => format!("the script ran over a limit ({})", limit.1),
            (Cause::Fault { at, said }, Lang::Zh) => format!("脚本第 {} 行出错:{}", at.line, said.zh),
            (Cause::Fault { at, said }, Lang::En) => {
                format!("the script failed at line {}: {}", at.line, said.en)
            }
            (Cause::Nothing, Lang::Zh) => "脚本没有给出结论".to_string(),
            (Cause::Nothing, Lang::En) => "the script ended without a verdict".to_string(),
        }
    }
}

/// Run the script of a rule. `None` when the rule has no script.
pub fn run(packs: &Packs, rule: &Rule, facts: &Arc<Facts>) -> Option<Result<Ruling, Cause>> {
    let script = rule.judge.as_ref()?;
    let mut scope = Scope::new();
    scope.push_constant("report", api::report_view(facts));
    for (offset, signal) in rule.signals.iter().enumerate() {
        let view = SignalView { facts: Arc::clone(facts), signal: rule.first_signal + offset };
        scope.push_constant(signal.name.as_str(), view);
    }
    engine::start_rule();
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        packs.engine.eval_ast_with_scope::<Dynamic>(&mut scope, &script.ast)
    }));
    Some(match outcome {
        Ok(Ok(value)) => value.try_cast::<Ruling>().ok_or(Cause::Nothing),
        Ok(Err(error)) => Err(cause(&error, script.origin)),
        Err(_) => Err(Cause::Fault { at: script.origin, said: fault::ENGINE.into() }),
    })
}

fn cause(error: &EvalAltResult, origin: Position) -> Cause {
    let inner = error.unwrap_inner();
    fault::limit(inner).map_or_else(
        || Cause::Fault { at: place(origin, inner.position()), said: fault::said(inner) },
        |limit| Cause::Limit { limit },
    )
}
