//! PDF files, written object by object, with a font that is not embedded and a predefined encoding, as official
//! typesetting leaves them.

use std::fmt::Write as _;
use std::io::Write as _;

use super::Report;

/// Page size of A4 in points.
pub(crate) const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;

/// A file from its objects, numbered from 1, the first being the catalog.
pub(crate) fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    file_with(objects, "")
}

/// A file with further entries in its trailer.
pub(crate) fn file_with(objects: &[Vec<u8>], entries: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        places.push(out.len());
        writeln!(out, "{number} 0 obj").unwrap();
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let table = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    let size = objects.len() + 1;
    write!(out, "trailer\n<</Size {size}/Root 1 0 R{entries}>>\nstartxref\n{table}\n%%EOF\n").unwrap();
    out
}

/// A compressed stream with further entries in its dictionary.
pub(crate) fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let packed = deflated(data);
    let head = format!("<</Length {}/Filter/FlateDecode{entries}>>stream\n", packed.len());
    [head.as_bytes(), &packed, b"\nendstream"].concat()
}

/// Data in zlib's wrapper.
pub(crate) fn deflated(data: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// Pages being written on.
pub(crate) struct Paper {
    encoding: &'static str,
    done: Vec<Vec<u8>>,
    page: String,
    /// Whether the content is compressed.
    pub(crate) packed: bool,
    /// Entries that every page gets, such as `/Rotate 90`.
    pub(crate) entries: String,
}

impl Paper {
    /// An empty first page.
    pub(crate) fn new() -> Self {
        Paper {
            encoding: "UniGB-UCS2-H",
            done: Vec::new(),
            page: String::new(),
            packed: true,
            entries: String::new(),
        }
    }

    /// Operators as they are.
    pub(crate) fn raw(&mut self, operators: &str) {
        self.page.push_str(operators);
        self.page.push('\n');
    }

    /// A line of text; `y` is counted from the top.
    pub(crate) fn text(&mut self, x: f32, y: f32, size: f32, text: &str) {
        self.placed([1.0, 0.0, 0.0, 1.0, x, HEIGHT - y], size, text);
    }

    /// A line of text with a matrix of its own.
    pub(crate) fn placed(&mut self, matrix: [f32; 6], size: f32, text: &str) {
        let mut code = String::new();
        for unit in text.encode_utf16() {
            write!(code, "{unit:04x}").unwrap();
        }
        let matrix = matrix.map(|v| v.to_string()).join(" ");
        writeln!(self.page, "BT /F1 {size} Tf {matrix} Tm <{code}> Tj ET").unwrap();
    }

    /// Begin the next page.
    pub(crate) fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page).into_bytes());
    }

    /// The file.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.turn();
        let kids: Vec<String> = (0..self.done.len()).map(|n| format!("{} 0 R", 7 + 2 * n)).collect();
        let mut objects: Vec<Vec<u8>> = [
            "<</Type/Catalog/Pages 2 0 R>>".to_string(),
            format!("<</Type/Pages/Count {}/Kids[{}]>>", kids.len(), kids.join(" ")),
            format!(
                "<</Type/Font/Subtype/Type0/BaseFont/FZFS/Encoding/{}/DescendantFonts[4 0 R]>>",
                self.encoding
            ),
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/FZFS/DW 1000/W[1 95 500]/FontDescriptor 5 0 R\
             /CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>"
                .to_string(),
            "<</Type/FontDescriptor/FontName/FZFS/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880\
             /Descent -120/CapHeight 700/StemV 80>>"
                .to_string(),
        ]
        .map(String::into_bytes)
        .into();
        for (page, number) in self.done.iter().zip(0..) {
            let plain =
                [format!("<</Length {}>>stream\n", page.len()).as_bytes(), page, b"\nendstream"].concat();
            objects.push(if self.packed { stream("", page) } else { plain });
            objects.push(
                format!(
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]\
                     /Resources<</Font<</F1 3 0 R>>>>/Contents {} 0 R{}>>",
                    6 + 2 * number,
                    self.entries
                )
                .into_bytes(),
            );
        }
        file(&objects)
    }
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(crate) struct Setting {
    /// Font size in points.
    pub(crate) size: f32,
    /// Characters in a full line.
    pub(crate) measure: u16,
    /// Columns of text side by side.
    pub(crate) columns: u16,
    /// Text at the head of every page.
    pub(crate) head: Option<&'static str>,
}

impl Default for Setting {
    fn default() -> Self {
        Setting { size: 16.0, measure: 26, columns: 1, head: None }
    }
}

/// A report in the usual official setting: first lines indented, numbers at the foot of the pages.
pub(crate) fn report(paragraphs: Report<'_>) -> Vec<u8> {
    set(paragraphs, Setting::default())
}

/// A report in any setting.
pub(crate) fn set(paragraphs: Report<'_>, setting: Setting) -> Vec<u8> {
    const TOP: f32 = 100.0;
    const BOTTOM: f32 = 760.0;
    let Setting { size, measure, columns, head } = setting;
    let width = size * f32::from(measure);
    let step = width + 2.0 * size;
    let left = (WIDTH - step * f32::from(columns)) / 2.0 + size;
    let mut paper = Paper::new();
    let (mut y, mut column, mut page) = (TOP, 0u16, 1);
    let furnish = |paper: &mut Paper, page: u32| {
        if let Some(head) = head {
            paper.text(left + width / 3.0, 50.0, 9.0, head);
        }
        paper.text(WIDTH / 2.0 - 15.0, 800.0, 12.0, &format!("- {page} -"));
    };
    for (_, text) in paragraphs {
        for (n, line) in lines(text, measure, 2).iter().enumerate() {
            if y > BOTTOM {
                (y, column) = (TOP, column + 1);
            }
            if column == columns {
                furnish(&mut paper, page);
                paper.turn();
                (column, page) = (0, page + 1);
            }
            let indent = if n == 0 { 2.0 * size } else { 0.0 };
            paper.text(left + step * f32::from(column) + indent, y, size, line);
            y += size * 1.75;
        }
    }
    furnish(&mut paper, page);
    paper.finish()
}

/// Break a text into lines. Closing marks hang on the line before, numbers stay whole and with their colon.
fn lines(text: &str, measure: u16, indent: u16) -> Vec<String> {
    const CLOSING: &str = ",;:)!?。、”》\u{ff0c}\u{ff1b}\u{ff1a}\u{ff09}";
    let mut pieces: Vec<String> = Vec::new();
    for c in text.chars() {
        let joins = |last: &String| {
            let number = |c: char| c.is_ascii_alphanumeric() || ".%-".contains(c);
            CLOSING.contains(c)
                || (number(c) && last.ends_with(|c| number(c) || c == ':'))
                || last.ends_with(['“', '《', '\u{ff08}'])
        };
        match pieces.last_mut() {
            Some(last) if joins(last) => last.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    let halves = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let mut out = vec![String::new()];
    let mut room = usize::from(measure - indent) * 2;
    for piece in pieces {
        if halves(&piece) > room {
            out.push(String::new());
            room = usize::from(measure) * 2;
        }
        room -= halves(&piece).min(room);
        if let Some(line) = out.last_mut() {
            line.push_str(&piece);
        }
    }
    out
}
