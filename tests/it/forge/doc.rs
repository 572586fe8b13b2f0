//! Word 97 files: a compound file with a main stream and a table stream.

use std::io::{Cursor, Write};

use super::Report;
use super::word;

/// A run of text with its changes of formatting.
pub(crate) type Run<'a> = (&'a str, Vec<u8>);

/// A paragraph: style, changes, runs. The last character of the last run is its mark.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block<'a> {
    pub(crate) style: u16,
    pub(crate) changes: Vec<u8>,
    pub(crate) runs: Vec<Run<'a>>,
}

/// A file under construction.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doc<'a> {
    pub(crate) blocks: Vec<Block<'a>>,
    /// Number of blocks in each story: main text, footnotes, headers, unused, comments, endnotes, text boxes.
    pub(crate) stories: Vec<usize>,
    pub(crate) heading_list: Option<u16>,
    pub(crate) levels: Vec<word::Level>,
    pub(crate) starts: Vec<Option<u32>>,
    pub(crate) flags: u16,
}

/// Where the text begins in the main stream.
const TEXT: usize = 0x800;

/// A file of plain and heading paragraphs.
pub(crate) fn file(paragraphs: Report<'_>) -> Vec<u8> {
    let texts: Vec<String> = paragraphs.iter().map(|(_, text)| format!("{text}\r")).collect();
    let block =
        |((level, _), text): (&(Option<u8>, &str), &String)| (level.map_or(0, u16::from), text.clone());
    let made: Vec<(u16, String)> = paragraphs.iter().zip(&texts).map(block).collect();
    let blocks = made.iter().map(|(style, text)| plain(*style, text)).collect();
    Doc { blocks, ..Doc::default() }.bytes()
}

/// A paragraph of one run.
pub(crate) fn plain(style: u16, text: &str) -> Block<'_> {
    Block { style, changes: Vec::new(), runs: vec![(text, Vec::new())] }
}

/// The streams of a compound file.
pub(crate) fn ole(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in streams {
        file.create_stream(name).unwrap().write_all(bytes).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

impl Doc<'_> {
    /// The whole file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let (main, table) = self.streams();
        ole(&[("WordDocument", &main), ("1Table", &table)])
    }

    /// Main stream and table stream.
    pub(crate) fn streams(&self) -> (Vec<u8>, Vec<u8>) {
        let mut main = vec![0; TEXT];
        let (mut pieces, mut characters, mut paragraphs) = (Vec::new(), Vec::new(), Vec::new());
        let mut lengths = Vec::new();
        for block in &self.blocks {
            // Western text is stored with one byte a character.
            let narrow = block.runs.iter().all(|(text, _)| text.is_ascii());
            let start = main.len();
            for (text, changes) in &block.runs {
                let from = main.len();
                let units: Vec<u16> = text.encode_utf16().collect();
                main.extend(
                    units.iter().flat_map(|u| u.to_le_bytes()[..if narrow { 1 } else { 2 }].to_vec()),
                );
                characters.push(word::page(from..main.len(), None, changes));
            }
            let length = (main.len() - start) / if narrow { 1 } else { 2 };
            paragraphs.push(word::page(start..main.len(), Some(block.style), &block.changes));
            let place = if narrow { 0x4000_0000 | (start as u32 * 2) } else { start as u32 };
            pieces.push((length as u32, place));
            lengths.push(length as u32);
        }
        let character_pages = append_pages(&mut main, characters);
        let paragraph_pages = append_pages(&mut main, paragraphs);
        let (list, levels) = word::list(&self.levels);
        let mut table = Vec::new();
        let parts = [
            (1, word::styles(self.heading_list)),
            (12, page_list(&character_pages)),
            (13, page_list(&paragraph_pages)),
            (33, piece_table(&pieces)),
            (74, word::overrides(&self.starts)),
            (73, list),
        ];
        self.head(&mut main, &lengths);
        for (number, bytes) in parts {
            let at = 154 + 8 * number;
            main[at..at + 4].copy_from_slice(&(table.len() as u32).to_le_bytes());
            main[at + 4..at + 8].copy_from_slice(&(bytes.len() as u32).to_le_bytes());
            table.extend(bytes);
        }
        table.extend(levels);
        (main, table)
    }

    fn head(&self, main: &mut [u8], lengths: &[u32]) {
        let mut put = |at: usize, bytes: &[u8]| main[at..at + bytes.len()].copy_from_slice(bytes);
        put(0, &0xa5ecu16.to_le_bytes());
        put(2, &0xc1u16.to_le_bytes());
        put(10, &(0x0200 | self.flags).to_le_bytes());
        put(32, &14u16.to_le_bytes());
        put(62, &22u16.to_le_bytes());
        put(152, &93u16.to_le_bytes());
        let all = [lengths.len()];
        let stories = if self.stories.is_empty() { &all[..] } else { &self.stories };
        let mut rest = lengths.iter();
        for (n, count) in stories.iter().enumerate() {
            let characters: u32 = rest.by_ref().take(*count).sum();
            put(76 + 4 * n, &characters.to_le_bytes());
        }
    }
}

fn append_pages(main: &mut Vec<u8>, pages: Vec<Vec<u8>>) -> Vec<(Vec<u8>, u32)> {
    let mut out = Vec::new();
    for page in pages {
        main.resize(main.len().next_multiple_of(512), 0);
        out.push((page[..8].to_vec(), (main.len() / 512) as u32));
        main.extend(page);
    }
    out
}

/// The list of formatting pages: the text that each begins with, then its number.
fn page_list(pages: &[(Vec<u8>, u32)]) -> Vec<u8> {
    let mut out: Vec<u8> = pages.iter().flat_map(|(text, _)| text[..4].to_vec()).collect();
    out.extend(pages.last().map_or([0; 4].to_vec(), |(text, _)| text[4..8].to_vec()));
    out.extend(pages.iter().flat_map(|(_, number)| number.to_le_bytes()));
    out
}

fn piece_table(pieces: &[(u32, u32)]) -> Vec<u8> {
    let mut character = 0;
    let mut table = vec![0; 4];
    for (length, _) in pieces {
        character += length;
        table.extend(u32::to_le_bytes(character));
    }
    for (_, place) in pieces {
        table.extend([0, 0]);
        table.extend(place.to_le_bytes());
        table.extend([0, 0]);
    }
    [&[2][..], &(table.len() as u32).to_le_bytes(), &table].concat()
}
