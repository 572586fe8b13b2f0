//! The page on the gate names every state and every fault of a waiver.

use lawcheck::score::{Standing, State, WaiverFaultKind};

#[test]
fn every_state_stands_in_the_table_with_its_switch() {
    let page = include_str!("../../docs/reference/gate.md");
    for state in State::ALL {
        let word = state.word();
        let row = page.lines().find(|l| l.starts_with(&format!("| `{word}` |")));
        assert!(row.is_some_and(|r| r.contains(&format!("`--allow {word}`"))), "{word}");
    }
    for fault in [WaiverFaultKind::Expired, WaiverFaultKind::UnknownRule, WaiverFaultKind::Unused] {
        let row = format!("| `{}` | {} |", fault.word(), fault.severity().word());
        assert!(page.contains(&row), "{row}");
    }
    for standing in [Standing::Kept, Standing::New, Standing::Swapped] {
        assert!(page.contains(&format!("| `{}` |", standing.word())));
    }
}
