//! Several parts of a package in one input.

/// What stands between two parts.
const CUT: &[u8] = b"\n==\n";

/// At most so many parts; the last holds what is left.
pub fn parts(bytes: &[u8], most: usize) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(CUT.len()).position(|w| w == CUT).filter(|_| parts.len() + 1 < most) {
        parts.push(&rest[..at]);
        rest = &rest[at + CUT.len()..];
    }
    parts.push(rest);
    parts
}
