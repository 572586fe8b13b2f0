//! Byte offsets to lines and columns, as the user's editor counts them.

/// A line and column, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// The line starts of a text. Line feed, carriage return and their pair end a line.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Index a text.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (i, b) in bytes.iter().enumerate() {
            let ends = match b {
                b'\n' => true,
                b'\r' => bytes.get(i + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(i as u32 + 1);
            }
        }
        LineIndex { starts }
    }

    /// Number of lines; an empty text has one.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never: a text has at least one line.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The line number (from 1) of a byte offset.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|&s| s <= offset) as u32
    }

    /// The line and column of a byte offset in the indexed text.
    pub fn locate(&self, text: &str, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let start = self.starts.get(line as usize - 1).copied().unwrap_or(0) as usize;
        let before = text.get(start..offset as usize).unwrap_or("");
        LineColumn { line, column: before.chars().count() as u32 + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_starts_a_line() {
        let text = "甲\n乙\r\n丙\r丁";
        let index = LineIndex::new(text);
        let at = |needle: &str| {
            let place = index.locate(text, text.find(needle).unwrap() as u32);
            (place.line, place.column)
        };
        assert_eq!((at("甲"), at("乙"), at("丙"), at("丁")), ((1, 1), (2, 1), (3, 1), (4, 1)));
    }

    #[test]
    fn columns_count_characters() {
        let text = "法治a政府";
        let index = LineIndex::new(text);
        assert_eq!(index.locate(text, text.find('政').unwrap() as u32), LineColumn { line: 1, column: 4 });
    }
}
