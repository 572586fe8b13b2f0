//! LZW as TIFF and PDF have it: codes of 9 to 12 bits, high bit first.

use super::filters::{Ended, Sink};

/// Undo LZW. `early` says that codes grow one step before they must.
pub(super) fn undo(data: &[u8], early: bool, sink: &mut Sink) -> Ended {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut table = Table::default();
    let (mut bits, mut held) = (0u32, 0u32);
    let mut last: Option<usize> = None;
    for &byte in data {
        bits = (bits << 8) | u32::from(byte);
        held += 8;
        let width = table.width(early);
        if held < width {
            continue;
        }
        held -= width;
        let code = (bits >> held) as usize & ((1 << width) - 1);
        match code {
            CLEAR => {
                table = Table::default();
                last = None;
            }
            END => return Ended::Whole,
            _ => {
                if !table.follow(last, code) {
                    return Ended::Whole;
                }
                if !sink.take(table.word(code)) {
                    return Ended::Full;
                }
                last = Some(code);
            }
        }
    }
    Ended::Whole
}

/// The words an LZW stream has defined since it was last cleared, after the 256 single bytes and two marks.
#[derive(Default)]
struct Table {
    words: Vec<Vec<u8>>,
    single: [u8; 1],
}

impl Table {
    const FIRST: usize = 258;

    fn width(&self, early: bool) -> u32 {
        match Self::FIRST + self.words.len() + usize::from(early) {
            2048.. => 12,
            1024.. => 11,
            512.. => 10,
            _ => 9,
        }
    }

    /// Define the word that this code implies; false for a code that cannot follow.
    fn follow(&mut self, last: Option<usize>, code: usize) -> bool {
        let next = Self::FIRST + self.words.len();
        let Some(last) = last else { return code < next };
        if code > next {
            return false;
        }
        let mut word = self.word(last).to_vec();
        let first = if code == next { word.first() } else { self.word(code).first() };
        let Some(&first) = first else { return false };
        word.push(first);
        if next < 4096 {
            self.words.push(word);
        }
        code < Self::FIRST + self.words.len()
    }

    fn word(&mut self, code: usize) -> &[u8] {
        if code < 256 {
            self.single = [code as u8];
            return &self.single;
        }
        code.checked_sub(Self::FIRST).and_then(|i| self.words.get(i)).map_or(&[], Vec::as_slice)
    }
}
