//! How wide the characters of a font are, in thousandths of the font size.

use hayro_syntax::object::{Array, Dict};

/// More widths than codes of two bytes are of no use.
const MOST_WIDTHS: usize = 70_000;

/// Widths by code or CID, as sorted ranges.
pub(super) struct Widths {
    ranges: Vec<(u32, u32, f32)>,
    default: f32,
}

impl Widths {
    pub(super) fn simple(dict: &Dict<'_>) -> Widths {
        let descriptor = dict.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        // Type 3 fonts give widths in their own glyph space.
        let scale = dict.get::<[f32; 6]>("FontMatrix").map_or(1.0, |matrix| matrix[0] * 1000.0);
        let first = dict.get::<u32>("FirstChar").unwrap_or(0);
        let Some(widths) = dict.get::<Array<'_>>("Widths") else {
            // The fourteen standard fonts may leave their widths out; half an em is near enough for gaps.
            return Widths { ranges: Vec::new(), default: 500.0 };
        };
        let ranges = widths.iter::<f32>().zip(0u32..256).filter_map(|(width, n)| {
            let code = first.checked_add(n)?;
            Some((code, code, width * scale))
        });
        Widths { ranges: ranges.collect(), default: descriptor.get::<f32>("MissingWidth").unwrap_or(0.0) }
    }

    pub(super) fn composite(descendant: &Dict<'_>) -> Widths {
        let default = descendant.get::<f32>("DW").unwrap_or(1000.0);
        let mut ranges = Vec::new();
        let mut items = descendant.get::<Array<'_>>("W").unwrap_or_default().flex_iter();
        while ranges.len() < MOST_WIDTHS {
            if let Some((first, list)) = items.next::<(u32, Array<'_>)>() {
                let room = MOST_WIDTHS - ranges.len();
                let codes = (first..=u32::MAX).zip(list.iter::<f32>()).take(room);
                ranges.extend(codes.map(|(code, width)| (code, code, width)));
            } else if let Some(range) = items.next::<(u32, u32, f32)>() {
                ranges.push(range);
            } else {
                break;
            }
        }
        ranges.sort_by_key(|(first, ..)| *first);
        Widths { ranges, default }
    }

    /// How many are stored.
    pub(super) fn count(&self) -> u64 {
        self.ranges.len() as u64
    }

    /// The width of a code.
    pub(super) fn of(&self, code: u32) -> f64 {
        let after = self.ranges.partition_point(|(first, ..)| *first <= code);
        let found =
            after.checked_sub(1).and_then(|i| self.ranges.get(i)).filter(|(_, last, _)| code <= *last);
        f64::from(found.map_or(self.default, |(.., width)| *width))
    }
}
