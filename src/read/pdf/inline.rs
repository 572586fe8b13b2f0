//! Pictures inside content streams: what finding their ends may cost the engine.

use memchr::memmem;

/// Bytes that count for one step.
const BYTES_PER_STEP: u64 = 16;

/// Steps that the engine may need to tell the ends of inline pictures from bytes inside them: from everything that
/// looks like an end it looks ahead to where the next picture begins.
pub(super) fn steps(content: &[u8]) -> u64 {
    if memmem::find(content, b"ID").is_none() {
        return 0;
    }
    let mut begins = memmem::find_iter(content, b"BI").peekable();
    let mut bytes = 0;
    for end in memmem::find_iter(content, b"EI") {
        while begins.next_if(|begin| *begin < end).is_some() {}
        bytes += (begins.peek().copied().unwrap_or(content.len()) - end) as u64;
    }
    bytes / BYTES_PER_STEP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_without_a_next_picture_are_what_costs() {
        assert_eq!(steps(&b"BT (EI) Tj ET ".repeat(1000)), 0);
        assert!(steps(&b"BI /W 1 ID x EI Q ".repeat(1000)) < 1000);
        assert!(steps(&[&b"BI /W 1 ID "[..], &b"EI \xff ".repeat(10_000)].concat()) > 10_000_000);
    }
}
