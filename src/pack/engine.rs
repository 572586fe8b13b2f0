//! The rhai engine: built from nothing, every limit set.
//!
//! No files, modules, `eval`, printing, clock or sleeping. rhai's own count of operations does not see what runs
//! inside callbacks, so an own counter in `on_progress` bounds every script; it counts, it does not time.

use std::cell::Cell;

use rhai::packages::{
    ArithmeticPackage, BasicArrayPackage, BasicIteratorPackage, BasicMathPackage, BasicStringPackage,
    LogicPackage, Package,
};
use rhai::{Dynamic, Engine, OptimizationLevel};

use super::api;

/// Most operations of one rule; the heaviest rule of the national packs needs a few hundred.
pub const RULE_OPERATIONS: u64 = 20_000;
/// Most operations of all rules of one report.
pub const REPORT_OPERATIONS: u64 = 500_000;
/// Deepest nesting of calls.
const CALLS: usize = 16;
/// Deepest nesting of expressions.
const DEPTH: usize = 32;
/// Most variables in scope.
const VARIABLES: usize = 64;
/// Most functions of a script, those of the library included.
const FUNCTIONS: usize = 32;
/// Longest string, in bytes; for an array, the strings in it together.
const STRING: usize = 16 << 10;
/// Longest array.
const ARRAY: usize = 1_000;
/// Largest map.
const MAP: usize = 200;
/// Largest script, in bytes; compiling is not bounded by anything else.
pub(crate) const SCRIPT: usize = 16 << 10;

thread_local! {
    static RULE_LEFT: Cell<u64> = const { Cell::new(RULE_OPERATIONS) };
    static REPORT_LEFT: Cell<u64> = const { Cell::new(REPORT_OPERATIONS) };
}

/// Start the budget of a report.
pub fn start_report() {
    REPORT_LEFT.set(REPORT_OPERATIONS);
}

/// Start the budget of a rule, out of what is left for the report.
pub fn start_rule() {
    RULE_LEFT.set(RULE_OPERATIONS.min(REPORT_LEFT.get()));
}

/// One step of a script; false when the budget is used up.
fn step() -> bool {
    let (rule, report) = (RULE_LEFT.get(), REPORT_LEFT.get());
    RULE_LEFT.set(rule.saturating_sub(1));
    REPORT_LEFT.set(report.saturating_sub(1));
    rule > 0 && report > 0
}

/// An engine for all scripts of all packs.
pub(crate) fn engine() -> Engine {
    let mut engine = Engine::new_raw();
    // Left out: LanguageCore (sleep, exit, parse_json), MoreString (pad, replace), Map, Blob, BitField, Time, Fn.
    ArithmeticPackage::new().register_into_engine(&mut engine);
    LogicPackage::new().register_into_engine(&mut engine);
    BasicMathPackage::new().register_into_engine(&mut engine);
    BasicStringPackage::new().register_into_engine(&mut engine);
    BasicIteratorPackage::new().register_into_engine(&mut engine);
    BasicArrayPackage::new().register_into_engine(&mut engine);
    engine
        .set_optimization_level(OptimizationLevel::Simple)
        .set_strict_variables(true)
        // Closures over outer variables need `curry`, and rules have aggregates in their place.
        .set_allow_anonymous_fn(false)
        .set_fail_on_invalid_map_property(true)
        .set_max_expr_depths(DEPTH, DEPTH)
        .set_max_call_levels(CALLS)
        .set_max_variables(VARIABLES)
        .set_max_functions(FUNCTIONS)
        .set_max_operations(RULE_OPERATIONS)
        .set_max_string_size(STRING)
        .set_max_array_size(ARRAY)
        .set_max_map_size(MAP);
    for word in ["eval", "import", "export", "print", "debug", "Fn", "call", "curry", "is_shared", "sleep"] {
        engine.disable_symbol(word);
    }
    engine.on_progress(|_| if step() { None } else { Some(Dynamic::UNIT) });
    api::register(&mut engine);
    engine
}
